#include "align/structure/phrases.h"

#include <algorithm>
#include <utility>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::string_view kWildcard = "*";

bool StartsAt(const std::vector<LineWord>& words, std::size_t at,
              const std::vector<std::string>& keys) {
  if (words.size() - at < keys.size()) return false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (words[at + i].key != keys[i]) return false;
  }
  return true;
}

// Wildcard matching with one point of return: the last `*` met.
bool MatchesWhole(const std::vector<LineWord>& words, const std::vector<std::string>& keys) {
  std::size_t word = 0;
  std::size_t key = 0;
  std::size_t star = keys.size();
  std::size_t star_word = 0;
  while (word < words.size()) {
    if (key < keys.size() && keys[key] == kWildcard) {
      star = key++;
      star_word = word;
    } else if (key < keys.size() && keys[key] == words[word].key) {
      ++key;
      ++word;
    } else if (star < keys.size()) {
      key = star + 1;
      word = ++star_word;
    } else {
      return false;
    }
  }
  while (key < keys.size() && keys[key] == kWildcard) ++key;
  return key == keys.size();
}

ByteSpan Whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

Phrase MakePhrase(std::string_view written, PhraseKind kind) {
  Phrase phrase;
  phrase.kind = kind;
  for (const LineWord& word : SplitWords(written, Whole(written))) {
    if (word.IsMark('[')) {
      phrase.organisation_begin = phrase.keys.size();
    } else if (word.IsMark(']')) {
      phrase.organisation_end = phrase.keys.size();
    } else {
      phrase.keys.push_back(word.key);
    }
  }
  return phrase;
}

}  // namespace

Phrase& PhraseTable::Insert(Phrase phrase) {
  std::vector<Phrase>& list = by_first_[phrase.keys.front()];
  auto at = list.begin();
  for (; at != list.end() && at->keys.size() >= phrase.keys.size(); ++at) {
    if (at->kind == phrase.kind && at->keys == phrase.keys) return *at;
  }
  return *list.insert(at, std::move(phrase));
}

void PhraseTable::Add(std::string_view written, PhraseKind kind) {
  Phrase phrase = MakePhrase(written, kind);
  if (!phrase.keys.empty()) Insert(std::move(phrase));
}

void PhraseTable::AddRole(std::string_view written, PhraseKind kind, CreditRole role) {
  Phrase phrase = MakePhrase(written, kind);
  if (phrase.keys.empty()) return;
  std::vector<CreditRole>& roles = Insert(std::move(phrase)).roles;
  if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

void PhraseTable::AddAll(const PhraseTable& other, PhraseKinds kinds) {
  for (const auto& [first, phrases] : other.by_first_) {
    for (const Phrase& phrase : phrases) {
      if ((KindBit(phrase.kind) & kinds) != 0) Insert(phrase);
    }
  }
}

const Phrase* PhraseTable::Match(const std::vector<LineWord>& words, std::size_t at,
                                 PhraseKinds kinds) const {
  const auto found = by_first_.find(words[at].key);
  if (found == by_first_.end()) return nullptr;
  for (const Phrase& phrase : found->second) {
    if ((KindBit(phrase.kind) & kinds) != 0 && StartsAt(words, at, phrase.keys)) return &phrase;
  }
  return nullptr;
}

void PhraseTable::CollectFirstWords(PhraseKinds kinds, WordSet* words) const {
  for (const auto& [first, phrases] : by_first_) {
    for (const Phrase& phrase : phrases) {
      if ((KindBit(phrase.kind) & kinds) != 0) words->insert(first);
    }
  }
}

void PhraseTable::CollectFirstWords(CreditRole role, WordSet* words) const {
  for (const auto& [first, phrases] : by_first_) {
    for (const Phrase& phrase : phrases) {
      const bool says =
          std::find(phrase.roles.begin(), phrase.roles.end(), role) != phrase.roles.end();
      if (phrase.kind == PhraseKind::kRoleBefore && says) words->insert(first);
    }
  }
}

void LinePatterns::CollectEnds(WordSet* first_words, WordSet* last_words) const {
  for (const auto& [first, patterns] : by_first_) {
    if (first != kWildcard) {
      first_words->insert(first);
      continue;
    }
    for (const std::vector<std::string>& keys : patterns) {
      const auto is_letters = [](const std::string& key) {
        return IsLetter(DecodeAt(key, 0).value);
      };
      const auto last = std::find_if(keys.rbegin(), keys.rend(), is_letters);
      if (last != keys.rend()) last_words->insert(*last);
    }
  }
}

void LinePatterns::Add(std::string_view written) {
  std::vector<std::string> keys;
  for (const LineWord& word : SplitWords(written, Whole(written))) keys.push_back(word.key);
  if (!keys.empty()) by_first_[keys.front()].push_back(std::move(keys));
}

bool LinePatterns::MatchOf(std::string_view first, const std::vector<LineWord>& words) const {
  const auto found = by_first_.find(first);
  return found != by_first_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const auto& keys) { return MatchesWhole(words, keys); });
}

bool LinePatterns::MatchFirstWord(const std::vector<LineWord>& words) const {
  return !words.empty() && MatchOf(words.front().key, words);
}

bool LinePatterns::Match(const std::vector<LineWord>& words) const {
  return MatchFirstWord(words) || (!words.empty() && MatchOf(kWildcard, words));
}

}  // namespace calque::internal
