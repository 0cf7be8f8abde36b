#include "align/read/unit.h"

#include <algorithm>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "align/read/reader.h"

namespace calque::internal {
namespace {

bool BreaksLine(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

// One person is credited by a byline and again, with the place, by a credit line: once is enough
// where no places are kept.
void AddCredit(Credit credit, std::vector<Credit>* credits) {
  const auto agrees = [](const std::string& one, const std::string& other) {
    return one.empty() || other.empty() || one == other;
  };
  const auto same = std::find_if(credits->begin(), credits->end(), [&](const Credit& known) {
    return known.role == credit.role && known.name == credit.name &&
           agrees(known.place, credit.place) && agrees(known.organisation, credit.organisation);
  });
  if (same == credits->end()) {
    credits->push_back(std::move(credit));
    return;
  }
  if (same->place.empty()) same->place = std::move(credit.place);
  if (same->organisation.empty()) same->organisation = std::move(credit.organisation);
}

DocumentHead HeadOf(const Document& document) {
  DocumentHead head{OneLine(document.id), OneLine(document.language), document.date, {}, {}};
  const auto is_agency = [](const Credit& credit) { return credit.role == CreditRole::kAgency; };
  if (std::none_of(document.credits.begin(), document.credits.end(), is_agency)) {
    std::string agency = AgencyOf(document);
    if (!agency.empty()) {
      head.credits.push_back({CreditRole::kAgency, std::move(agency), {}, {}, {}, 1.0F});
    }
  }
  for (const Credit& credit : document.credits) {
    AddCredit({credit.role, OneLine(credit.name), OneLine(credit.place),
               OneLine(credit.organisation), ByteSpan{}, 1.0F},
              &head.credits);
  }
  if (const auto rights = document.metadata.find(std::string(kRightsKey));
      rights != document.metadata.end()) {
    head.rights = OneLine(rights->second);
  }
  return head;
}

UnitSide SideOf(const Document& document, IndexRange<Sentence> range, std::uint64_t* breaks) {
  UnitSide side;
  side.first_sentence = range.begin;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string text = SentenceLine(document, document.sentences[i], breaks);
    const bool gap =
        i > range.begin && document.sentences[i - 1].span.end < document.sentences[i].span.begin;
    if (gap && !side.text.empty() && !text.empty()) side.text += ' ';
    const auto begin = static_cast<std::uint32_t>(side.text.size());
    side.text += text;
    side.sentences.push_back({begin, static_cast<std::uint32_t>(side.text.size())});
  }
  return side;
}

// Takes `begin-end` off the front of `rest`.
std::optional<ByteSpan> TakeRange(std::string_view* rest) {
  const std::string_view word = rest->substr(0, rest->find(' '));
  rest->remove_prefix(std::min(rest->size(), word.size() + 1));
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = ParseUnsigned(word.substr(0, dash));
  const auto end = ParseUnsigned(word.substr(dash + 1));
  if (!begin || !end || *begin > *end) return std::nullopt;
  return ByteSpan{*begin, *end};
}

// Walks over a text, forward only, counting code points.
class CodePointWalk {
 public:
  explicit CodePointWalk(std::string_view text) : text_(text) {}

  // The byte offset of code point `index`; nothing behind the end or before the last one asked for.
  [[nodiscard]] std::optional<std::uint32_t> ByteOf(std::uint32_t index) {
    if (index < index_) return std::nullopt;
    for (; index_ < index; ++index_) {
      if (offset_ == text_.size()) return std::nullopt;
      offset_ = DecodeAt(text_, offset_).end;
    }
    return offset_;
  }

 private:
  std::string_view text_;
  std::uint32_t index_ = 0;
  std::uint32_t offset_ = 0;
};

}  // namespace

std::string OneLine(std::string_view text, std::uint64_t* breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool breaks_line = false;
    while (end < text.size()) {
      const CodePoint c = DecodeAt(text, end);
      if (!IsSpace(c.value) && !BreaksLine(c.value)) break;
      breaks_line = breaks_line || BreaksLine(c.value);
      end = c.end;
    }
    if (breaks_line) {
      out += ' ';
      if (breaks != nullptr) ++*breaks;
    } else if (end > at) {
      out.append(text, at, end - at);
    } else {
      end = DecodeAt(text, at).end;
      out.append(text, at, end - at);
    }
    at = end;
  }
  return out;
}

std::string LanguageOrUnd(const std::string& language) {
  if (language.empty()) return "und";
  std::string tag = language;
  std::replace(tag.begin(), tag.end(), '_', '-');  // as some locales are written
  return tag;
}

std::string SentenceLine(const Document& document, const Sentence& sentence,
                         std::uint64_t* breaks) {
  return std::string(TrimSpace(OneLine(document.TextOf(sentence), breaks)));
}

std::string AgencyOf(const Document& document) {
  for (const Credit& credit : document.credits) {
    if (credit.role == CreditRole::kAgency) return OneLine(credit.name);
  }
  const auto metadata = document.metadata.find(std::string(kProviderKey));
  if (metadata != document.metadata.end()) return OneLine(metadata->second);
  if (!document.dateline) return {};
  return std::string(TrimSpace(OneLine(document.dateline->agency.In(document.text))));
}

PairHead HeadOf(const Bitext& bitext) {
  PairHead head{OneLine(bitext.id), bitext.score, HeadOf(bitext.source), HeadOf(bitext.target)};
  const auto approved = bitext.target.metadata.find(std::string(kApprovedKey));
  if (approved != bitext.target.metadata.end()) head.approved = approved->second == "yes";
  return head;
}

Unit UnitOf(const Bitext& bitext, const Bead& bead, std::uint64_t* breaks) {
  return {SideOf(bitext.source, bead.source, breaks), SideOf(bitext.target, bead.target, breaks),
          bead.score, bead.crossing};
}

std::string ShapeText(const Unit& unit) {
  return std::to_string(unit.source.sentences.size()) + "-" +
         std::to_string(unit.target.sentences.size());
}

std::string SentencesText(const UnitSide& side) {
  if (side.sentences.size() < 2) return {};
  std::string out;
  const std::string_view text = side.text;
  std::size_t code_points = 0;
  std::uint32_t at = 0;
  const auto count_to = [&](std::uint32_t offset) {
    code_points += CodePointCount(text.substr(at, offset - at));
    at = offset;
    return std::to_string(code_points);
  };
  for (const ByteSpan sentence : side.sentences) {
    if (!out.empty()) out += ' ';
    out += count_to(sentence.begin) + "-";
    out += count_to(sentence.end);
  }
  return out;
}

std::optional<std::vector<ByteSpan>> ParseSentences(std::string_view spans, std::string_view text) {
  std::vector<ByteSpan> sentences;
  CodePointWalk walk(text);
  std::uint32_t at = 0;  // what is before it is of a sentence, or white space between two
  while (!spans.empty()) {
    const std::optional<ByteSpan> range = TakeRange(&spans);
    if (!range) return std::nullopt;
    const auto begin = walk.ByteOf(range->begin);
    const auto end = walk.ByteOf(range->end);
    if (!begin || !end || !TrimSpace(text.substr(at, *begin - at)).empty()) return std::nullopt;
    sentences.push_back({*begin, *end});
    at = *end;
  }
  const bool all = !sentences.empty() && at == text.size();
  return all ? std::optional(std::move(sentences)) : std::nullopt;
}

}  // namespace calque::internal
