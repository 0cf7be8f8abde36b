#include "align/structure/captions.h"

#include "align/structure/names.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMaxCaption = 600;  // bytes
constexpr std::uint32_t kSignature = 120;   // bytes at its end that may hold the signature
constexpr std::size_t kMaxNote = 4;         // words of `/File Photo`

Credit Photographer(const CreditLine& line, std::size_t begin, std::size_t end) {
  Credit credit;
  credit.role = CreditRole::kPhotographer;
  credit.span = line.Span(begin, end);
  credit.name = std::string(credit.span.In(line.text));
  return credit;
}

// `REUTERS/Mara Quillen` at the end of the words
std::vector<Credit> AgencyFirst(const CreditLine& line) {
  for (std::size_t at = 0; at + 2 < line.words.size(); ++at) {
    const Phrase* agency = PhraseAt(line, at, KindBit(PhraseKind::kAgency));
    if (agency == nullptr) continue;
    const std::size_t slash = at + agency->keys.size();
    if (slash + 1 >= line.words.size() || !line.words[slash].IsMark('/')) continue;
    const std::size_t end = EndOfName(line, slash + 1);
    // `)` or `/File Photo` may close it.
    const bool closes = end >= line.words.size() || line.words[end].IsMark(')') ||
                        (line.words[end].IsMark('/') && line.words.size() - end <= kMaxNote);
    if (end > slash + 1 && closes) return {Photographer(line, slash + 1, end)};
  }
  return {};
}

}  // namespace

std::vector<Credit> CreditsOfCaption(std::string_view text, ByteSpan block,
                                     const DispatchGrammar& grammar) {
  if (block.size() > kMaxCaption) return {};
  ByteSpan signature = block;
  if (block.size() > kSignature) signature.begin = block.end - kSignature;
  if (signature.In(text).find('/') == std::string_view::npos) return {};
  while ((static_cast<unsigned char>(text[signature.begin]) & 0xC0) == 0x80) ++signature.begin;
  for (const auto& rules : grammar.rule_sets()) {
    const CreditLine line = MakeCreditLine(text, signature, *rules);
    std::vector<Credit> credits = AgencyFirst(line);
    if (!credits.empty()) return credits;
  }
  return {};
}

}  // namespace calque::internal
