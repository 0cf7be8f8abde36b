#include "align/entities/bead_words.h"

#include <algorithm>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/listed_name.h"
#include "align/entities/projection.h"
#include "align/entities/spelling.h"

namespace calque::internal {
namespace {

constexpr double kLeastSimilar = 0.75;       // of two spellings of one word
constexpr std::size_t kShortestSimilar = 5;  // bytes; shorter words have to be equal

}  // namespace

BeadWords::BeadWords(const Bitext& bitext, const Bead& bead, const NameGrammar& source,
                     const NameGrammar& target)
    : bitext_(bitext) {
  sides_[0] = {&bitext.source, &source, bitext.source.TokensOf(bead.source), {}};
  sides_[1] = {&bitext.target, &target, bitext.target.TokensOf(bead.target), {}};
}

const std::vector<BeadWord>& BeadWords::Words(Side side) {
  OneSide& one = sides_[IndexOf(side)];
  if (one.words.empty()) {
    for (std::uint32_t t = one.tokens.begin; t < one.tokens.end; ++t) {
      const std::string_view token = one.document->TextOf(one.document->tokens[t]);
      one.words.push_back({PhraseKey(token), IsUpper(DecodeAt(token, 0).value)});
    }
  }
  return one.words;
}

ByteSpan BeadWords::SpanOf(Side side, WordRun run) const {
  const std::vector<Token>& tokens = in(side).document->tokens;
  return {tokens[in(side).tokens.begin + run.begin].span.begin,
          tokens[in(side).tokens.begin + run.end - 1].span.end};
}

WordRun BeadWords::RunOf(Side side, ByteSpan span) const {
  const IndexRange<Token> tokens = TokensOf(*in(side).document, span);
  return {tokens.begin - in(side).tokens.begin, tokens.end - in(side).tokens.begin};
}

std::string_view BeadWords::Text(Side side, ByteSpan span) const {
  return span.In(in(side).document->text);
}

bool BeadWords::IsCommon(Side side, const BeadWord& word) const {
  return in(side).grammar->common_words.contains(Hash(word.folded));
}

bool BeadWords::AreAlike(Side side, const BeadWord& word, const BeadWord& other) const {
  if (word.capital && !other.capital) return false;
  if (word.folded == other.folded) return true;
  if (!word.capital || std::min(word.folded.size(), other.folded.size()) < kShortestSimilar ||
      IsCommon(side, word) || IsCommon(OtherSide(side), other)) {
    return false;
  }
  return EditSimilarity(SpellingKey(word.folded, in(side).grammar->spelling),
                        SpellingKey(other.folded, in(OtherSide(side)).grammar->spelling)) >=
         kLeastSimilar;
}

std::optional<WordRun> BeadWords::CopyOf(Side side, WordRun run) {
  const std::vector<BeadWord>& here = Words(side);
  const std::vector<BeadWord>& there = Words(OtherSide(side));
  const auto begin = here.begin() + static_cast<std::ptrdiff_t>(run.begin);
  const auto end = here.begin() + static_cast<std::ptrdiff_t>(run.end);
  if (std::none_of(begin, end, [](const BeadWord& word) { return word.capital; })) return {};
  std::optional<WordRun> found;
  for (std::size_t at = 0; at + run.size() <= there.size(); ++at) {
    std::size_t same = 0;
    while (same < run.size() && AreAlike(side, here[run.begin + same], there[at + same])) ++same;
    if (same < run.size()) continue;
    if (found) return std::nullopt;
    found = {at, at + run.size()};
  }
  return found;
}

std::optional<WordRun> BeadWords::ListedAs(Side side, ByteSpan span) const {
  const Side there = OtherSide(side);
  const ListedName name = FindListed(Grammar(side).gazetteer, Text(side, span));
  if (name.keys.empty() || in(there).tokens.empty()) return std::nullopt;
  const Document& document = *in(there).document;
  const Gazetteer& gazetteer = Grammar(there).gazetteer;
  const std::vector<NamePart> parts =
      SplitNameParts(document.text, {document.tokens[in(there).tokens.begin].span.begin,
                                     document.tokens[in(there).tokens.end - 1].span.end});
  std::optional<WordRun> found;
  for (std::size_t at = 0; at < parts.size();) {
    const std::vector<const NameForm*> forms = gazetteer.LongestAt(parts, at);
    const std::size_t end = at + (forms.empty() ? 1 : forms.front()->parts);
    const auto is_same = [&](const NameForm* form) {
      return name.keys.contains(gazetteer.Key(*form));
    };
    if (std::any_of(forms.begin(), forms.end(), is_same)) {
      const ByteSpan whole{parts[at].span.begin, parts[end - 1].span.end};
      const WordRun run = RunOf(there, whole);
      if (found || SpanOf(there, run) != whole) return std::nullopt;  // `Dow-Jones-Index`
      found = run;
    }
    at = end;
  }
  return found;
}

bool BeadWords::AreLinked(Side side, WordRun run, WordRun other) const {
  const bool forward = side == Side::kSource;
  const WordRun& source = forward ? run : other;
  const WordRun& target = forward ? other : run;
  const std::uint32_t first = sides_[0].tokens.begin;
  const std::uint32_t second = sides_[1].tokens.begin;
  auto link =
      std::lower_bound(bitext_.words.begin(), bitext_.words.end(), first + source.begin,
                       [](const WordLink& word, std::size_t token) { return word.source < token; });
  for (; link != bitext_.words.end() && link->source < first + source.end; ++link) {
    if (link->probability >= kSureLink && link->target >= second + target.begin &&
        link->target < second + target.end) {
      return true;
    }
  }
  return false;
}

}  // namespace calque::internal
