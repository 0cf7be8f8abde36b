#include "align/structure/person_key.h"

#include <algorithm>
#include <map>
#include <utility>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// Letters that compatibility decomposition leaves whole; `german` spells the umlauts out.
struct Letter {
  char32_t letter;
  std::string_view plain;
  std::string_view german;
};
constexpr Letter kLetters[] = {
    {U'ä', "a", "ae"},  {U'ö', "o", "oe"}, {U'ü', "u", "ue"}, {U'ø', "o", "oe"},
    {U'å', "a", "aa"},  {U'ł', "l", "l"},  {U'đ', "d", "d"},  {U'ð', "d", "d"},
    {U'þ', "th", "th"}, {U'ı', "i", "i"},  {U'ħ', "h", "h"},
};

// So many people of one surname and initial that a short form says nothing.
constexpr std::size_t kMaxBucket = 64;

enum class Spelling { kPlain, kGerman };

std::string KeyOf(std::string_view name, Spelling spelling) {
  std::string written;
  const std::string lower = Lower(name);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = DecodeAt(lower, at);
    const auto* letter = std::find_if(std::begin(kLetters), std::end(kLetters),
                                      [&](const Letter& l) { return l.letter == c.value; });
    if (letter != std::end(kLetters)) {
      written += spelling == Spelling::kPlain ? letter->plain : letter->german;
    } else {
      written.append(lower, at, c.end - at);
    }
    at = c.end;
  }
  std::string key;
  const std::string folded = Fold(written);
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = DecodeAt(folded, at);
    // An apostrophe joins: `O'Hanlon` and `OHanlon`.
    if (!IsLetter(c.value) && !IsDigit(c.value)) {
      gap = gap || c.value != U'\'';
    } else {
      if (gap && !key.empty()) key += ' ';
      gap = false;
      AppendUtf8(c.value, &key);
    }
    at = c.end;
  }
  return key;
}

using Words = std::vector<std::string_view>;

Words WordsOf(std::string_view key) {
  Words words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool IsInitial(std::string_view word) { return CodePointCount(word) == 1; }

// Whether `brief` may be a short form of `full`: the surname whole, every other word equal or its
// initial; middle initials may be missing from either. Both have two words or more.
bool IsShortFormOf(const Words& brief, const Words& full) {
  if (brief.back() != full.back() || IsInitial(full.back())) return false;
  const auto matches = [](std::string_view a, std::string_view b) {
    return a == b || (IsInitial(a) && b.starts_with(a));
  };
  if (!matches(brief.front(), full.front())) return false;
  std::size_t next = 1;
  for (std::size_t i = 1; i + 1 < brief.size(); ++i) {
    while (next + 1 < full.size() && !matches(brief[i], full[next]) && IsInitial(full[next]))
      ++next;
    if (next + 1 >= full.size() || !matches(brief[i], full[next])) return false;
    ++next;
  }
  for (; next + 1 < full.size(); ++next) {
    // A middle name that `brief` leaves out must be an initial, or `brief` give initials only.
    if (!IsInitial(full[next]) && !IsInitial(brief.front())) return false;
  }
  return true;
}

class Joiner {
 public:
  Joiner(const std::vector<std::string>& names, InitialsJoin initials) : first_(names.size()) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string key = PersonKey(names[i]);
      const auto [entry, is_new] = by_key_.emplace(key, i);
      first_[i] = entry->second;
      if (!is_new) continue;
      const std::string german = KeyOf(names[i], Spelling::kGerman);
      if (german != key) german_.emplace(key, german);
    }
    JoinGermanSpellings();
    if (initials == InitialsJoin::kIfUnique) JoinShortForms();
  }

  std::vector<std::uint32_t> Result() && {
    std::vector<std::uint32_t> result(first_.size());
    for (std::size_t i = 0; i < first_.size(); ++i) {
      result[i] = static_cast<std::uint32_t>(RootOf(first_[i]));
    }
    return result;
  }

 private:
  // The earliest name of a group.
  std::size_t RootOf(std::size_t i) {
    while (first_[i] != i) i = first_[i] = first_[first_[i]];
    return i;
  }
  void Join(std::size_t a, std::size_t b) {
    a = RootOf(a);
    b = RootOf(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

  // `Müller` has the keys muller and mueller; were there a Muller too, it could be either.
  void JoinGermanSpellings() {
    std::map<std::string, std::vector<std::size_t>> spelt;
    for (const auto& [plain, german] : german_) spelt[german].push_back(by_key_.at(plain));
    for (const auto& [german, names] : spelt) {
      const auto found = by_key_.find(german);
      if (found != by_key_.end() && names.size() == 1) Join(found->second, names.front());
    }
  }

  void JoinShortForms() {
    std::map<std::string, std::vector<const std::string*>> buckets;
    for (const auto& [key, index] : by_key_) {
      const Words words = WordsOf(key);
      if (words.size() < 2) continue;
      const CodePoint initial = DecodeAt(words.front(), 0);
      std::string bucket(words.front().substr(0, initial.end));
      bucket += ' ';
      bucket += words.back();
      buckets[bucket].push_back(&key);
    }
    for (const auto& [bucket, keys] : buckets) JoinBucket(keys);
  }

  // A short form joins the only person it may stand for. Each is judged against the groups as they
  // were before, so that the order does not matter.
  void JoinBucket(const std::vector<const std::string*>& keys) {
    if (keys.size() < 2 || keys.size() > kMaxBucket) return;
    std::vector<std::pair<std::size_t, std::size_t>> joins;
    for (const std::string* brief : keys) {
      const Words words = WordsOf(*brief);
      std::vector<const std::string*> full;
      for (const std::string* other : keys) {
        if (other != brief && IsShortFormOf(words, WordsOf(*other))) full.push_back(other);
      }
      if (!full.empty() && AreOnePerson(full))
        joins.emplace_back(by_key_.at(*brief), by_key_.at(*full.front()));
    }
    for (const auto& [brief, full] : joins) Join(brief, full);
  }

  // Whether one of the names may be written as each of the others.
  bool AreOnePerson(const std::vector<const std::string*>& keys) {
    return std::all_of(keys.begin(), keys.end(), [&](const std::string* a) {
      return std::all_of(keys.begin(), keys.end(), [&](const std::string* b) {
        return a == b || RootOf(by_key_.at(*a)) == RootOf(by_key_.at(*b)) ||
               IsShortFormOf(WordsOf(*a), WordsOf(*b)) || IsShortFormOf(WordsOf(*b), WordsOf(*a));
      });
    });
  }

  std::vector<std::size_t> first_;
  std::map<std::string, std::size_t> by_key_;  // first name of each key
  std::map<std::string, std::string> german_;  // key → its other spelling
};

}  // namespace

std::string PersonKey(std::string_view name) { return KeyOf(name, Spelling::kPlain); }

std::vector<std::uint32_t> JoinPersons(const std::vector<std::string>& names,
                                       InitialsJoin initials) {
  return Joiner(names, initials).Result();
}

}  // namespace calque::internal
