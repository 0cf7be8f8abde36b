#include "align/entities/aliases.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>

#include "align/base/mention_kind.h"
#include "align/base/utf8.h"
#include "align/entities/name_parts.h"

namespace calque::internal {
namespace {

// Whether `key` was made from the name itself, not given by a list.
bool IsUnlisted(const Mention& mention, std::string_view phrase) {
  const std::size_t colon = mention.key.find(':');
  return colon != std::string::npos && std::string_view(mention.key).substr(colon + 1) == phrase;
}

using KeyToFirst = std::map<std::string, std::size_t>;  // key → its first mention

// Phrases that shorten a longer name of the text.
struct ShortForms {
  std::map<std::string, KeyToFirst> ends;    // `hu` of `simon hu`
  std::map<std::string, KeyToFirst> begins;  // `helmreich` of `helmreich ag`

  // Of the longer names, where there is exactly one; else null.
  [[nodiscard]] const std::size_t* OnlyLongName(const std::string& phrase) const {
    for (const auto* table : {&ends, &begins}) {
      const auto found = table->find(phrase);
      if (found == table->end()) continue;
      return found->second.size() == 1 ? &found->second.begin()->second : nullptr;
    }
    return nullptr;
  }
};

// Words of a name that has short forms: a row of capitals, a table, may be of any length.
constexpr std::ptrdiff_t kLongestName = 12;

void AddShortForms(const std::string& phrase, const Mention& mention, std::size_t index,
                   ShortForms* forms) {
  if (std::ranges::count(phrase, ' ') >= kLongestName) return;
  for (std::size_t blank = phrase.find(' '); blank != std::string::npos;
       blank = phrase.find(' ', blank + 1)) {
    if (mention.kind != MentionKind::kPlace) {
      forms->ends[phrase.substr(blank + 1)].try_emplace(mention.key, index);
    }
    if (mention.kind == MentionKind::kOrganisation) {
      forms->begins[phrase.substr(0, blank)].try_emplace(mention.key, index);
    }
  }
}

// A place is no short form of what is named after it: `Connecticut`, `Connecticut Huskies`; another
// kind may be a guess, and the longer name tells.
bool MayShorten(const Mention& mention, const Mention& full) {
  return mention.kind == full.kind || mention.kind != MentionKind::kPlace;
}

void ResolveShortForms(const std::vector<std::string>& phrases, std::vector<Mention>* mentions) {
  ShortForms forms;
  for (std::size_t i = 0; i < mentions->size(); ++i) {
    if (IsName((*mentions)[i].kind)) AddShortForms(phrases[i], (*mentions)[i], i, &forms);
  }
  std::vector<Mention> resolved = *mentions;
  for (std::size_t i = 0; i < mentions->size(); ++i) {
    const Mention& mention = (*mentions)[i];
    if (!IsName(mention.kind) || !IsUnlisted(mention, phrases[i])) continue;
    const std::size_t* longer = forms.OnlyLongName(phrases[i]);
    if (longer == nullptr) continue;
    const Mention& full = (*mentions)[*longer];
    if (!MayShorten(mention, full)) continue;
    resolved[i].key = full.key;
    resolved[i].kind = full.kind;
    resolved[i].probability = std::max(mention.probability, full.probability);
  }
  *mentions = std::move(resolved);
}

// Whether only ` (` lies between two mentions.
bool OpensBracket(std::string_view text, const Mention& first, const Mention& second) {
  return second.span.begin > first.span.end &&
         TrimSpace(text.substr(first.span.end, second.span.begin - first.span.end)) == "(";
}

void ResolveAcronyms(std::string_view text, const std::vector<std::string>& phrases,
                     std::vector<Mention>* mentions) {
  std::map<std::string, std::size_t> meanings;  // folded acronym → the mention of its expansion
  for (std::size_t i = 0; i + 1 < mentions->size(); ++i) {
    const Mention& first = (*mentions)[i];
    const Mention& second = (*mentions)[i + 1];
    if (!IsName(first.kind) || !IsName(second.kind) || !OpensBracket(text, first, second)) continue;
    if (IsAcronymOf(second.span.In(text), first.span.In(text))) {
      meanings.try_emplace(phrases[i + 1], i);
    } else if (IsAcronymOf(first.span.In(text), second.span.In(text))) {
      meanings.try_emplace(phrases[i], i + 1);
    }
  }
  for (std::size_t i = 0; i < mentions->size(); ++i) {
    const auto meaning = meanings.find(phrases[i]);
    if (meaning == meanings.end()) continue;
    Mention& acronym = (*mentions)[i];
    Mention& expansion = (*mentions)[meaning->second];
    if (IsUnlisted(acronym, phrases[i])) {
      acronym.key = expansion.key;
      acronym.kind = expansion.kind;
    } else if (IsUnlisted(expansion, phrases[meaning->second])) {
      expansion.key = acronym.key;
      expansion.kind = acronym.kind;
    }
  }
}

// The key of the mention that is the full form of an acronym which lists know for several entities:
// `RSF` behind `Rapid Support Forces`. Nothing where the listed default has one, or none has.
std::optional<std::string> SpelledOutReading(std::string_view text, const Mention& acronym,
                                             const Gazetteer& gazetteer,
                                             const std::unordered_set<std::string>& spelled_out) {
  const std::span<const NameForm> forms = gazetteer.Find(acronym.span.In(text));
  const bool shared = forms.size() > 1 && forms.front().acronym && forms.front().parts == 1;
  if (!shared || spelled_out.contains(acronym.key)) return std::nullopt;
  for (const NameForm& form : forms) {
    const std::string& key = gazetteer.Key(form);
    if (form.kind == acronym.kind && spelled_out.contains(key)) return key;
  }
  return std::nullopt;
}

// The agency of a dateline is what it is by default: `AP`, whatever the text has.
void ReadSharedAcronyms(const Document& document, const Gazetteer& gazetteer,
                        std::vector<Mention>* mentions) {
  const std::string_view text = document.text;
  const ByteSpan dateline = document.dateline ? document.dateline->span : ByteSpan{};
  std::unordered_set<std::string> spelled_out;  // keys that several words stand for
  for (const Mention& mention : *mentions) {
    if (mention.span.In(text).find(' ') != std::string_view::npos) spelled_out.insert(mention.key);
  }
  for (Mention& mention : *mentions) {
    if (!IsName(mention.kind) || mention.span.Overlaps(dateline)) continue;
    const auto key = SpelledOutReading(text, mention, gazetteer, spelled_out);
    if (key) mention.key = *key;
  }
}

}  // namespace

bool IsAcronymOf(std::string_view acronym, std::string_view expansion) {
  std::string letters;
  for (const NamePart& part :
       SplitNameParts(acronym, {0, static_cast<std::uint32_t>(acronym.size())})) {
    if (part.shape != Shape::kUpper && part.shape != Shape::kInitial &&
        part.shape != Shape::kCapital) {
      return false;
    }
    letters += part.folded;
  }
  const std::vector<NamePart> parts =
      SplitNameParts(expansion, {0, static_cast<std::uint32_t>(expansion.size())});
  if (letters.size() < 2 || letters.size() > 8 || parts.size() < 2) return false;
  std::size_t at = 0;
  for (const NamePart& part : parts) {
    if (at < letters.size() && part.folded.front() == letters[at]) {
      ++at;
    } else if (part.HasCapital()) {
      return false;
    }
  }
  return at == letters.size();
}

void ResolveAliases(const Document& document, const Gazetteer& gazetteer,
                    std::vector<Mention>* mentions) {
  const std::string_view text = document.text;
  std::vector<std::string> phrases;
  phrases.reserve(mentions->size());
  for (const Mention& mention : *mentions) phrases.push_back(PhraseKey(mention.span.In(text)));
  ReadSharedAcronyms(document, gazetteer, mentions);
  ResolveAcronyms(text, phrases, mentions);
  ResolveShortForms(phrases, mentions);
}

}  // namespace calque::internal
