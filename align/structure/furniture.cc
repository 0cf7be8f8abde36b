#include "align/structure/furniture.h"

#include <algorithm>
#include <vector>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/structure/words.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMaxLine = 600;
constexpr std::size_t kMaxCounterWords = 20;
constexpr std::size_t kMaxNumberLine = 60;  // bytes of a telephone number or a word count
constexpr std::size_t kMinPhoneDigits = 7;

using Words = std::vector<LineWord>;

bool HasMark(const Words& words, char mark) {
  return std::any_of(words.begin(), words.end(),
                     [&](const LineWord& word) { return word.IsMark(mark); });
}

// `reuters.com | | 373 mots`, `373 mots`
bool IsWordCounter(const Words& words, const DispatchRules& rules) {
  if (words.size() < 2 || words.size() > kMaxCounterWords) return false;
  bool counted = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    counted = counted || (words[i - 1].shape == WordShape::kNumber &&
                          rules.count_words.contains(words[i].key));
  }
  return counted && (words.size() == 2 || HasMark(words, '|'));
}

// `Publié le 6 janvier 2026 à 9h00`, `Updated: Jan. 6, 2026, 9:00 a.m. GMT`: when, and nothing
// else.
bool IsTimeStamp(const Words& words, const DispatchRules& rules) {
  constexpr std::size_t kMost = 20;  // words and marks
  if (words.size() > kMost || !rules.stamp_openers.contains(words.front().key)) return false;
  bool number = false;
  for (const LineWord& word : words) {
    number = number || word.shape == WordShape::kNumber;
    const bool known = !word.IsLetters() || rules.stamp_openers.contains(word.key) ||
                       rules.stamp_words.contains(word.key) || rules.months.contains(word.key) ||
                       rules.weekdays.contains(word.key);
    if (!known) return false;
  }
  return number;
}

// `($1 = 0.92 euro)`, `(1 dollar = 0,92 euro; 1 livre = 1,17 euro)`
bool IsConversion(const Words& words) {
  if (words.size() < 5 || !words.front().IsMark('(') || !words.back().IsMark(')')) return false;
  if (!HasMark(words, '=')) return false;
  return std::any_of(words.begin(), words.end(),
                     [](const LineWord& word) { return word.shape == WordShape::kNumber; });
}

bool IsRightsLine(const Words& words) {
  if (words.front().key == "©") return true;
  // `(©AFP / 3 mars 2026)`
  if (words.size() > 2 && words[0].IsMark('(') && words[1].key == "©") {
    return words.back().IsMark(')');
  }
  if (words.front().key == "copyright") {
    constexpr std::size_t kMostNames = 6;
    const bool names_only = words.size() <= kMostNames &&
                            std::none_of(words.begin(), words.end(), [](const auto& word) {
                              return word.shape == WordShape::kLower;
                            });
    return words.size() > 1 && (words[1].key == "©" || words[1].IsMark('(') ||
                                words[1].shape == WordShape::kNumber || names_only);
  }
  return words.size() > 3 && words[0].IsMark('(') && words[1].key == "c" && words[2].IsMark(')');
}

bool IsAddress(std::string_view word) {
  const std::size_t at = word.find('@');
  if (at != std::string_view::npos) {
    return at > 0 && word.find('.', at) != std::string_view::npos;
  }
  return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
}

// Digits, blanks and the marks of a telephone number, `+44 20 7946 0958`.
bool IsPhonePart(std::string_view word) {
  return word.find_first_not_of("0123456789+()-./ ") == std::string_view::npos &&
         word.find_first_of("0123456789") != std::string_view::npos;
}

struct ContactCount {
  int addresses = 0;
  int others = 0;
  std::size_t digits = 0;
};

ContactCount CountContacts(std::string_view line) {
  ContactCount count;
  constexpr std::string_view kTrim = "(),;:[]<>";
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(line.find_first_of(" \t\r\n", begin), line.size());
    std::string_view word = line.substr(begin, at - begin);
    while (!word.empty() && kTrim.find(word.front()) != std::string_view::npos) {
      word.remove_prefix(1);
    }
    while (!word.empty() && kTrim.find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (word.empty()) continue;
    if (IsAddress(word)) {
      ++count.addresses;
    } else if (IsPhonePart(word)) {
      count.digits += word.size();
    } else {
      ++count.others;
    }
  }
  return count;
}

// `((ann.poe@example.com; +47 555 0100; Reuters Messaging: …))`, an address or a number alone, or
// a label with one.
bool IsContact(std::string_view line, const Words& words, const DispatchRules& rules) {
  const ContactCount count = CountContacts(line);
  const bool phone = count.digits >= kMinPhoneDigits;
  if (count.addresses == 0 && !phone) return false;
  if (line.starts_with("((")) return true;
  if (count.others == 0) return count.addresses > 0 || line.find('+') != std::string_view::npos;
  constexpr int kMaxLabelWords = 8;
  const auto labels = [&](const LineWord& word) { return rules.contact_words.contains(word.key); };
  if (count.others > kMaxLabelWords) return false;
  if (labels(words.front())) return true;
  // `-- Mexico City newsroom +525 728 9530`
  return IsDash(words.front()) && count.digits >= kMinPhoneDigits &&
         std::any_of(words.begin(), words.end(), labels);
}

// `<BABA.N>` or several of them
bool IsTickers(std::string_view line) {
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return false;
  bool inside = false;
  for (const char c : line) {
    if (c == '<' && inside) return false;
    if (c == '<' || c == '>') {
      inside = c == '<';
    } else if (inside ? (c == ' ' || c == '/') : c != ' ') {
      return false;
    }
  }
  return true;
}

// `###`, `-30-`, `***`, `-- --`: no letter in it
bool IsRule(std::string_view line, const Words& words) {
  if (line == "-30-") return true;
  return line.size() >= 3 && std::all_of(words.begin(), words.end(), [](const LineWord& word) {
           return word.IsMark('#') || word.IsMark('*') || word.IsMark('=') || IsDash(word);
         });
}

// Whether the line may be furniture at all, judged by its ends: no prose begins with a bracket,
// a number alone, an address.
bool MayBeFurniture(std::string_view text, ByteSpan line, const LineHints& hints) {
  constexpr std::string_view kOpeners = "(<[#*=-_+";
  const std::string_view inner = line.In(text);
  if (kOpeners.find(inner.front()) != std::string_view::npos) return true;
  if (inner.find('|') != std::string_view::npos) return true;
  if (IsAddress(inner.substr(0, inner.find(' ')))) return true;
  if (IsAsciiDigit(inner.front()) && inner.size() <= kMaxNumberLine) return true;
  const std::string first = FirstWordKey(text, line);
  return first == "©" || first == "copyright" || first == "–" || first == "—" ||
         hints.furniture_openers.contains(first) ||
         hints.furniture_closers.contains(LastWordKey(text, line));
}

}  // namespace

FurnitureKind FurnitureOfLine(std::string_view text, ByteSpan line,
                              const DispatchGrammar& grammar) {
  if (line.empty() || line.size() > kMaxLine || !MayBeFurniture(text, line, grammar.hints())) {
    return FurnitureKind::kNone;
  }
  const Words words = SplitWords(text, line);
  if (words.empty()) return FurnitureKind::kNone;
  const std::string_view inner = line.In(text);
  if (IsConversion(words) || IsRightsLine(words) || IsTickers(inner) || IsRule(inner, words)) {
    return FurnitureKind::kFurniture;
  }
  for (const auto& rules : grammar.rule_sets()) {
    if (IsWordCounter(words, *rules) || IsContact(inner, words, *rules) ||
        IsTimeStamp(words, *rules)) {
      return FurnitureKind::kFurniture;
    }
    if (rules->furniture.Match(words)) return FurnitureKind::kFurniture;
    if (rules->notes.Match(words)) return FurnitureKind::kNote;
    if (rules->edge_furniture.Match(words)) return FurnitureKind::kEdge;
  }
  return FurnitureKind::kNone;
}

std::uint32_t BeginOfTrailingFurniture(std::string_view text, ByteSpan line,
                                       const DispatchGrammar& grammar) {
  if (line.size() > kMaxLine) return line.end;
  const Words words = SplitWords(text, line);
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (!words[at].IsProper() || !grammar.hints().furniture_openers.contains(words[at].key)) {
      continue;
    }
    const Words rest(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
    for (const auto& rules : grammar.rule_sets()) {
      if (rules->furniture.MatchFirstWord(rest)) return words[at].span.begin;
    }
  }
  return line.end;
}

}  // namespace calque::internal
