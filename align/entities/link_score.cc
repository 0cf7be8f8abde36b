// What a link between two names or values is worth, by why it was made.
#include <algorithm>

#include "align/entities/linker.h"
#include "align/entities/name_parts.h"
#include "align/entities/projection.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr float kIdentical = 0.99F;
constexpr float kEqualValue = 0.98F;
constexpr float kNearValue = 0.8F;
constexpr float kListed = 0.97F;
constexpr float kListedAcronym = 0.96F;          // `UN`/`Nations unies`
constexpr float kListedAcrossWordClass = 0.93F;  // `China`/`chinois`
constexpr float kSameEntity = 0.9F;
constexpr float kPartial = 0.85F;
constexpr float kShared = 0.75F;
constexpr double kLeastSimilar = 0.74;
constexpr std::size_t kShortestSpelling = 4;

std::vector<std::string_view> WordsOf(std::string_view phrase) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    words.push_back(phrase.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Whether every word of the shorter name is one of the longer, in spelling at least.
bool IsPartOf(std::string_view shorter, std::string_view longer) {
  const std::vector<std::string_view> words = WordsOf(longer);
  for (const std::string_view word : WordsOf(shorter)) {
    const bool found = std::any_of(words.begin(), words.end(), [&](std::string_view other) {
      return word == other ||
             (word.size() > kShortestSpelling && EditSimilarity(word, other) >= 0.8);
    });
    if (!found || word.size() < 2) return false;
  }
  return !shorter.empty();
}

bool IsPartialName(const LinkableMention& source, const LinkableMention& target) {
  const bool source_shorter = source.spelling.size() < target.spelling.size();
  const LinkableMention& shorter = source_shorter ? source : target;
  const LinkableMention& longer = source_shorter ? target : source;
  if (shorter.mention->kind == MentionKind::kPlace || !shorter.listed.keys.empty()) return false;
  return IsPartOf(shorter.spelling, longer.spelling);
}

// `Giovanni Domenico Cassini`, `Jean-Dominique Cassini`: same last name, other first name.
bool ShareLastName(const LinkableMention& source, const LinkableMention& target) {
  if (source.mention->kind != MentionKind::kPerson ||
      target.mention->kind != MentionKind::kPerson) {
    return false;
  }
  const std::vector<std::string_view> words = WordsOf(source.spelling);
  const std::vector<std::string_view> others = WordsOf(target.spelling);
  return words.size() > 1 && others.size() > 1 && words.back() == others.back() &&
         words.back().size() > kShortestSpelling;
}

// `Belem Palace`, `palais de Belem`: names of one kind with a word of their own in common.
bool ShareDistinctiveWord(const LinkableMention& source, const LinkableMention& target) {
  if (source.mention->kind != target.mention->kind ||
      source.mention->kind == MentionKind::kPerson) {
    return false;
  }
  return std::any_of(source.distinctive.begin(), source.distinctive.end(), [&](const auto& word) {
    return std::find(target.distinctive.begin(), target.distinctive.end(), word) !=
           target.distinctive.end();
  });
}

std::optional<LinkScore> ScoreSpelling(const LinkableMention& source,
                                       const LinkableMention& target) {
  if (std::min(source.spelling.size(), target.spelling.size()) < kShortestSpelling) return {};
  const double similarity = EditSimilarity(source.spelling, target.spelling);
  if (similarity < kLeastSimilar) return {};
  return LinkScore{static_cast<float>(0.5 + 0.45 * similarity), LinkEvidence::kSpelling};
}

std::optional<LinkScore> ScoreValues(const Mention& source, const Mention& target,
                                     const std::optional<Date>& reference) {
  switch (CompareValues(source.key, target.key, reference)) {
    case Agreement::kEqual:
      return LinkScore{source.kind == target.kind ? kEqualValue : kEqualValue - 0.02F,
                       LinkEvidence::kValue};
    case Agreement::kNear:
      return LinkScore{kNearValue, LinkEvidence::kValue};
    case Agreement::kAmount:
    case Agreement::kNone:
      break;
  }
  return std::nullopt;
}

}  // namespace

bool AreWords(const LinkableMention& source, const LinkableMention& target) {
  return source.word && target.word && (source.common || target.common) &&
         source.phrase != target.phrase;
}

LinkableMention PrepareMention(const Document& document, const Mention& mention,
                               const NameGrammar& grammar) {
  LinkableMention prepared;
  prepared.mention = &mention;
  prepared.value = IsValueKey(mention.key);
  if (prepared.value) return prepared;
  const std::string_view text = mention.span.In(document.text);
  prepared.words = ContentTokensOf(document, mention.span, grammar);
  prepared.phrase = PhraseKey(text);
  prepared.spelling = SpellingKey(text, grammar.spelling);
  prepared.listed = FindListed(grammar.gazetteer, text);
  const std::vector<NamePart> parts = SplitNameParts(document.text, mention.span);
  prepared.acronym = std::all_of(parts.begin(), parts.end(), [](const NamePart& part) {
    return part.shape == Shape::kUpper || part.shape == Shape::kInitial;
  });
  prepared.word = parts.size() == 1 && prepared.listed.keys.empty();
  prepared.common = prepared.word && grammar.common_words.contains(parts[0].hash);
  for (const NamePart& part : parts) {
    if (part.HasCapital() && part.folded.size() >= kShortestSpelling &&
        !grammar.heads.contains(part.folded) && grammar.gazetteer.Find(part.folded).empty()) {
      prepared.distinctive.push_back(SpellingKey(part.folded, grammar.spelling));
    }
  }
  return prepared;
}

std::optional<LinkScore> ScoreLink(const LinkableMention& source, const LinkableMention& target,
                                   const std::optional<Date>& reference) {
  if (source.value != target.value) return std::nullopt;
  if (source.value) return ScoreValues(*source.mention, *target.mention, reference);
  if (source.phrase == target.phrase) return LinkScore{kIdentical, LinkEvidence::kIdentical};
  if (ShareKey(source.listed, target.listed)) {
    const bool acronym = source.acronym != target.acronym;
    return LinkScore{source.listed.demonym != target.listed.demonym ? kListedAcrossWordClass
                     : acronym                                      ? kListedAcronym
                                                                    : kListed,
                     acronym ? LinkEvidence::kAcronym : LinkEvidence::kNameList};
  }
  if (AreWords(source, target)) return std::nullopt;
  if (AreApart(source.listed, target.listed)) return std::nullopt;  // `Iran`, `Irak`
  if (const std::optional<LinkScore> spelling = ScoreSpelling(source, target)) return spelling;
  const bool acronym = source.acronym != target.acronym;
  if (source.mention->key == target.mention->key) {
    return LinkScore{kSameEntity, acronym ? LinkEvidence::kAcronym : LinkEvidence::kPartialName};
  }
  if (IsPartialName(source, target)) return LinkScore{kPartial, LinkEvidence::kPartialName};
  if (ShareLastName(source, target) || ShareDistinctiveWord(source, target)) {
    return LinkScore{kShared, LinkEvidence::kPartialName};
  }
  return std::nullopt;
}

}  // namespace calque::internal
