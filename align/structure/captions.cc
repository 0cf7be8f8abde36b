#include "align/structure/captions.h"

#include <algorithm>
#include <utility>

#include "align/base/utf8.h"
#include "align/structure/credit_lines.h"
#include "align/structure/furniture.h"
#include "align/structure/names.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMaxCaption = 600;    // bytes
constexpr std::uint32_t kSignature = 120;     // bytes at its end that may hold the signature
constexpr std::uint32_t kPictureCredit = 80;  // bytes of `(Photo by …)`
constexpr std::size_t kMaxNote = 4;           // words of `/File Photo`

Credit Photographer(const CreditLine& line, std::size_t begin, std::size_t end) {
  Credit credit;
  credit.role = CreditRole::kPhotographer;
  credit.span = line.Span(begin, end);
  credit.name = std::string(credit.span.In(line.text));
  return credit;
}

// `REUTERS/Mara Quillen`, `AP Photo/Mara Quillen` at the end of the words
std::vector<Credit> AgencyFirst(const CreditLine& line) {
  for (std::size_t at = 0; at + 2 < line.words.size(); ++at) {
    const Phrase* agency = PhraseAt(line, at, KindBit(PhraseKind::kAgency));
    if (agency == nullptr) continue;
    std::size_t slash = at + agency->keys.size();
    if (slash < line.words.size() &&
        PhraseAt(line, slash, KindBit(PhraseKind::kRoleBefore)) != nullptr) {
      ++slash;
    }
    if (slash + 1 >= line.words.size() || !line.words[slash].IsMark('/')) continue;
    if (PhraseAt(line, slash + 1, KindBit(PhraseKind::kAgency)) != nullptr) continue;
    const std::size_t end = EndOfName(line, slash + 1);
    // `)`, `/File Photo`, `, File)` may close it.
    const bool note = end < line.words.size() &&
                      (line.words[end].IsMark('/') || line.words[end].IsMark(',')) &&
                      line.words.size() - end <= kMaxNote;
    const bool closes = end >= line.words.size() || line.words[end].IsMark(')') || note;
    if (end > slash + 1 && closes) return {Photographer(line, slash + 1, end)};
  }
  return {};
}

// `… Mara Quillen/AFP/Getty Images`, `(Mara Quillen/Wire via AP)`: a last sentence or bracket.
std::vector<Credit> NameFirst(const CreditLine& line) {
  const std::vector<LineWord>& words = line.words;
  for (std::size_t at = 1; at + 2 < words.size(); ++at) {
    if (!words[at - 1].IsMark('.') && !words[at - 1].IsMark('(')) continue;
    if (PhraseAt(line, at, KindBit(PhraseKind::kRoleBefore)) != nullptr) continue;
    const std::size_t end = EndOfName(line, at);
    if (end < at + 2 || end + 1 >= words.size() || !words[end].IsMark('/')) continue;
    bool agency = false;
    std::size_t rest = end + 1;
    while (rest < words.size() && (words[rest].IsLetters() || words[rest].IsMark('/'))) {
      agency = agency || PhraseAt(line, rest, KindBit(PhraseKind::kAgency)) != nullptr;
      ++rest;
    }
    if (agency && words.size() - rest <= 1) return {Photographer(line, at, end)};
  }
  return {};
}

// `© Mara Quillen, AFP` behind the words of the caption
std::vector<Credit> HolderLast(const CreditLine& line) {
  for (std::size_t at = 1; at + 1 < line.words.size(); ++at) {
    if (line.words[at].key != "©") continue;
    std::size_t end = EndOfName(line, at + 1);
    if (end < at + 3) continue;
    Credit credit = Photographer(line, at + 1, end);
    if (end + 1 < line.words.size() &&
        (line.words[end].IsMark(',') || line.words[end].IsMark('/'))) {
      const Phrase* agency = PhraseAt(line, end + 1, KindBit(PhraseKind::kAgency));
      if (agency == nullptr) continue;
      const std::size_t agency_end = end + 1 + agency->keys.size();
      credit.organisation = std::string(line.Span(end + 1, agency_end).In(line.text));
      end = agency_end;
    }
    if (end == line.words.size()) return {std::move(credit)};
  }
  return {};
}

bool IsPictureRole(CreditRole role) {
  return role >= CreditRole::kPhotographer && role <= CreditRole::kData;
}

// `… on Monday. (Photo by Mara Quillen / AFP)`, `… on Monday. Photo: Mara Quillen`: a last bracket
// or sentence that credits nobody but for pictures.
std::vector<Credit> PictureCreditsLast(std::string_view text, ByteSpan block, ByteSpan signature,
                                       const DispatchGrammar& grammar) {
  const std::string_view end = signature.In(text);
  std::size_t begin = end.rfind('(');
  if (begin == std::string_view::npos) begin = end.rfind(". ");
  if (begin == std::string_view::npos) return {};
  if (end[begin] == '.') begin += 2;
  const ByteSpan last = {signature.begin + static_cast<std::uint32_t>(begin), signature.end};
  if (last.size() > kPictureCredit) return {};
  const std::uint32_t word = text[last.begin] == '(' ? last.begin + 1 : last.begin;
  if (last.begin == block.begin ||
      !grammar.hints().picture_openers.contains(FirstWordKey(text, {word, last.end}))) {
    return {};
  }
  auto credits = CreditsOfLine(text, last, LinePlace::kTail, grammar);
  const bool pictures =
      credits && std::all_of(credits->begin(), credits->end(),
                             [](const Credit& credit) { return IsPictureRole(credit.role); });
  return pictures ? std::move(*credits) : std::vector<Credit>{};
}

}  // namespace

std::vector<Credit> CreditsOfCaption(std::string_view text, ByteSpan block,
                                     const DispatchGrammar& grammar) {
  if (block.size() > kMaxCaption) return {};
  ByteSpan signature = block;
  if (block.size() > kSignature) signature.begin = block.end - kSignature;
  while (!IsCharacterBoundary(text, signature.begin)) ++signature.begin;
  const std::string_view signed_by = signature.In(text);
  const bool slash = signed_by.find('/') != std::string_view::npos;
  const bool holder = signed_by.find("©") != std::string_view::npos;
  if (slash || holder) {
    signature.end = BeginOfTrailingFurniture(text, signature, grammar);
    for (const auto& rules : grammar.rule_sets()) {
      const CreditLine line = MakeCreditLine(text, signature, *rules);
      std::vector<Credit> credits = slash ? NameFirst(line) : std::vector<Credit>{};
      if (credits.empty() && slash) credits = AgencyFirst(line);
      if (credits.empty() && holder) credits = HolderLast(line);
      if (!credits.empty()) return credits;
    }
  }
  return PictureCreditsLast(text, block, signature, grammar);
}

}  // namespace calque::internal
