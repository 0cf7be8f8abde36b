#include "align/structure/person_key.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "align/base/disjoint_sets.h"
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

// So many people of one surname and initial, or spellings of one name, that nothing is said of
// them.
constexpr std::size_t kMaxBucket = 64;

enum class Spelling { kPlain, kGerman };

// What joins the parts of a word, however a keyboard writes it.
bool IsJoiner(char32_t c) {
  constexpr std::u32string_view kJoiners = U"'`´‘’ʻʼ′＇";
  return kJoiners.find(c) != std::u32string_view::npos;
}

// Words of letters, digits and their marks, a blank between two; accents as they are. An apostrophe
// joins: `O'Hanlon` and `OHanlon`.
std::string SpeltOut(std::string_view name) {
  std::string joined;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = DecodeAt(name, at);
    if (!IsJoiner(c.value)) AppendUtf8(c.value, &joined);
    at = c.end;
  }
  std::string words;
  bool gap = false;
  const std::string folded = FoldCase(joined);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = DecodeAt(folded, at);
    at = c.end;
    if (!IsLetter(c.value) && !IsDigit(c.value) && !IsMark(c.value)) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    AppendUtf8(c.value, &words);
  }
  return words;
}

// Whether a letter is often written without its mark: in the alphabets from Latin to Arabic. The
// vowel signs of India and Thailand, the voicing marks of Japan make other names.
bool HasOptionalMarks(char32_t c) {
  return c < 0x0900 || (c >= 0x1AB0 && c < 0x2C80) || (c >= 0xA640 && c < 0xA800) ||
         (c >= 0xFB00 && c < 0xFF00);
}

// Words of SpeltOut() without accents.
std::string WithoutAccents(std::string_view spelt, Spelling spelling) {
  std::string key;
  std::string run;  // to be folded
  for (std::size_t at = 0; at < spelt.size();) {
    const CodePoint c = DecodeAt(spelt, at);
    const auto* letter = std::find_if(std::begin(kLetters), std::end(kLetters),
                                      [&](const Letter& l) { return l.letter == c.value; });
    if (letter != std::end(kLetters)) {
      run += spelling == Spelling::kPlain ? letter->plain : letter->german;
    } else if (HasOptionalMarks(c.value)) {
      AppendUtf8(c.value, &run);
    } else {
      key += Fold(run);
      run.clear();
      AppendUtf8(c.value, &key);
    }
    at = c.end;
  }
  return key + Fold(run);
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

// A letter of an alphabet that has capitals; a sign of others may be a whole name.
bool IsInitial(std::string_view word) {
  return CodePointCount(word) == 1 && IsLower(DecodeAt(word, 0).value);
}

// A letter with its marks.
std::string_view FirstLetter(std::string_view word) {
  std::size_t end = DecodeAt(word, 0).end;
  while (end < word.size() && IsMark(DecodeAt(word, end).value)) end = DecodeAt(word, end).end;
  return word.substr(0, end);
}

bool IsPlain(std::string_view spelt) { return WithoutAccents(spelt, Spelling::kPlain) == spelt; }

// Whether two words without accents the same may be one: `Dupré` and `DUPRE`, not `Hùng` and
// `Hưng`.
bool MayBeOneWord(std::string_view a, std::string_view b) {
  if (IsPlain(a) || IsPlain(b)) return true;
  while (!a.empty() && !b.empty()) {
    const std::string_view x = FirstLetter(a);
    const std::string_view y = FirstLetter(b);
    if (x != y && !IsPlain(x) && !IsPlain(y)) return false;
    a.remove_prefix(x.size());
    b.remove_prefix(y.size());
  }
  return a.empty() && b.empty();
}

// The same of whole names.
bool MayBeOneName(std::string_view a, std::string_view b) {
  const Words left = WordsOf(a);
  const Words right = WordsOf(b);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), MayBeOneWord);
}

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
  // Spellings of one key, each with the first name that has it.
  using Spellings = std::map<std::string, std::size_t>;

  Joiner(const std::vector<std::string>& names, InitialsJoin initials)
      : count_(names.size()), sets_(names.size()) {
    std::map<std::string, Spellings> by_key;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string spelt = SpeltOut(names[i]);
      Spellings& spellings = by_key[WithoutAccents(spelt, Spelling::kPlain)];
      sets_.Join(i, spellings.emplace(spelt, i).first->second);
    }
    for (const auto& [key, spellings] : by_key) JoinSpellings(key, spellings);
    JoinGermanSpellings();
    if (initials == InitialsJoin::kIfUnique) JoinShortForms();
  }

  // By name, the earliest of its group.
  std::vector<std::uint32_t> Result() && {
    std::vector<std::uint32_t> result;
    result.reserve(count_);
    for (std::size_t i = 0; i < count_; ++i) {
      result.push_back(static_cast<std::uint32_t>(sets_.Find(i)));
    }
    return result;
  }

 private:
  // Names that differ in accents only. Where two of them cannot be one person, a third that could
  // be either is neither.
  void JoinSpellings(const std::string& key, const Spellings& spellings) {
    by_key_[key] = spellings.begin()->second;
    const std::vector<Spellings::value_type> forms(spellings.begin(), spellings.end());
    const bool too_many = forms.size() > kMaxBucket;
    std::vector<std::vector<std::size_t>> alike(too_many ? 0 : forms.size());
    bool divided = too_many;
    for (std::size_t a = 0; a < alike.size(); ++a) {
      for (std::size_t b = 0; b < forms.size(); ++b) {
        if (MayBeOneName(forms[a].first, forms[b].first)) alike[a].push_back(b);
      }
      divided = divided || alike[a].size() < forms.size();
    }
    // Who is like two that are unlike each other is like more than either of them.
    for (std::size_t a = 0; a < alike.size(); ++a) {
      for (const std::size_t b : alike[a]) {
        if (alike[a] == alike[b]) sets_.Join(forms[a].second, forms[b].second);
      }
    }
    if (divided) {
      divided_.insert(key);
      return;
    }
    for (const auto& [spelt, index] : forms) {
      const std::string german = WithoutAccents(spelt, Spelling::kGerman);
      if (german != key) german_.emplace(key, german);
    }
  }

  // `Müller` has the keys muller and mueller; were there a Muller too, it could be either.
  void JoinGermanSpellings() {
    std::map<std::string, std::vector<std::size_t>> spelt;
    for (const auto& [plain, german] : german_) spelt[german].push_back(by_key_.at(plain));
    for (const auto& [german, names] : spelt) {
      const auto found = by_key_.find(german);
      const bool clear = found != by_key_.end() && !divided_.contains(found->first);
      if (clear && names.size() == 1) sets_.Join(found->second, names.front());
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
      if (!full.empty() && !divided_.contains(*brief) && AreOnePerson(full))
        joins.emplace_back(by_key_.at(*brief), by_key_.at(*full.front()));
    }
    for (const auto& [brief, full] : joins) sets_.Join(brief, full);
  }

  // Whether one of the names may be written as each of the others.
  bool AreOnePerson(const std::vector<const std::string*>& keys) {
    return std::all_of(keys.begin(), keys.end(), [&](const std::string* a) {
      return !divided_.contains(*a) &&
             std::all_of(keys.begin(), keys.end(), [&](const std::string* b) {
               return a == b || sets_.Find(by_key_.at(*a)) == sets_.Find(by_key_.at(*b)) ||
                      IsShortFormOf(WordsOf(*a), WordsOf(*b)) ||
                      IsShortFormOf(WordsOf(*b), WordsOf(*a));
             });
    });
  }

  std::size_t count_;
  DisjointSets sets_;
  std::map<std::string, std::size_t> by_key_;  // a name of each key
  std::set<std::string> divided_;              // keys of more than one person
  std::map<std::string, std::string> german_;  // key → its other spelling
};

}  // namespace

std::string PersonKey(std::string_view name) {
  return WithoutAccents(SpeltOut(name), Spelling::kPlain);
}

std::vector<std::uint32_t> JoinPersons(const std::vector<std::string>& names,
                                       InitialsJoin initials) {
  return Joiner(names, initials).Result();
}

}  // namespace calque::internal
