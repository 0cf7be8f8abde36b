// Words and phrases of a language, with what each of them means.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/string_hash.h"
#include "align/base/utf8.h"

namespace calque::internal {

// Which tokens no phrase of a set begins with, as is so of most, told by their first bytes.
class PhraseStarts {
 public:
  void Add(std::string_view phrase, bool is_stem) {
    if (is_stem && phrase.size() < kBytes) {
      bits_.set();
    } else {
      bits_.set(PlaceOf(phrase.substr(0, phrase.find(' '))));
    }
  }
  // False only where it begins none.
  [[nodiscard]] bool MayBegin(std::string_view token) const { return bits_[PlaceOf(token)]; }

 private:
  static constexpr std::size_t kBytes = 3;
  static constexpr unsigned kLogOfBits = 11;

  static std::size_t PlaceOf(std::string_view token) {
    const auto byte = [&](std::size_t i) {
      return i < token.size() ? static_cast<unsigned char>(token[i]) : std::uint32_t{0};
    };
    static_assert(kBytes == 3);
    const std::uint32_t start = byte(0) << 16U | byte(1) << 8U | byte(2);
    constexpr std::uint32_t kSpread = 0x9E3779B1;  // 2^32 by the golden ratio
    return start * kSpread >> (32 - kLogOfBits);
  }

  std::bitset<std::size_t{1} << kLogOfBits> bits_;
};

template <typename Value>
class PhraseMap {
 public:
  // `phrase`: tokens joined by blanks, in any case; before `*` the last of them is a stem.
  void Add(std::string_view phrase, Value value) {
    const bool stem = phrase.ends_with('*');
    if (stem) phrase.remove_suffix(1);
    std::string folded = Fold(phrase);
    starts_.Add(folded, stem);
    const auto tokens = static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
    if (tokens > 1 || !stem) {
      std::size_t& longest = longest_[folded.substr(0, folded.find(' '))];
      longest = std::max(longest, tokens);
    }
    if (stem) shortest_stem_ = std::min(shortest_stem_, folded.size());
    (stem ? stems_ : wholes_)[std::move(folded)].push_back(std::move(value));
  }

  // `word`: a token that no stem covers but its own, or a stem of such tokens before `*`: `souvent`
  // is nothing of `souven*`.
  void AddUnstemmed(std::string_view word) {
    if (word.ends_with('*')) {
      stems_.try_emplace(Fold(word.substr(0, word.size() - 1)));
    } else {
      unstemmed_.insert(Fold(word));
    }
  }

  // Calls `visit(length, value)` for all values of all phrases that the folded tokens begin with:
  // more tokens before fewer, whole ones before stems, long stems before short ones, and else in
  // the order they were added.
  template <typename Visit>
  void VisitAt(std::span<const std::string_view> tokens, const Visit& visit) const {
    if (tokens.empty() || !starts_.MayBegin(tokens.front())) return;
    const auto head = longest_.find(tokens.front());
    if (head != longest_.end()) {
      for (std::size_t length = std::min(head->second, tokens.size()); length > 1; --length) {
        const std::string phrase = Join(tokens.first(length));
        VisitWhole(phrase, length, visit);
        VisitStems(phrase, tokens[length - 1], length, visit);
      }
      VisitWhole(tokens.front(), 1, visit);
    }
    VisitStems(tokens.front(), tokens.front(), 1, visit);
  }

  [[nodiscard]] bool empty() const { return wholes_.empty() && stems_.empty(); }

 private:
  static std::string Join(std::span<const std::string_view> tokens) {
    std::string joined(tokens.front());
    for (const std::string_view token : tokens.subspan(1)) (joined += ' ') += token;
    return joined;
  }

  template <typename Visit>
  void VisitWhole(std::string_view phrase, std::size_t length, const Visit& visit) const {
    const auto found = wholes_.find(phrase);
    if (found == wholes_.end()) return;
    for (const Value& value : found->second) visit(length, value);
  }

  template <typename Visit>
  void VisitStems(std::string_view phrase, std::string_view last, std::size_t length,
                  const Visit& visit) const {
    const std::size_t before = phrase.size() - last.size();
    for (std::size_t end = phrase.size(); end > before && end >= shortest_stem_; --end) {
      const auto found = stems_.find(phrase.substr(0, end));
      if (found == stems_.end()) continue;
      if (found->second.empty() || unstemmed_.contains(last)) return;
      for (const Value& value : found->second) visit(length, value);
    }
  }

  StringMap<std::vector<Value>> wholes_;
  StringMap<std::vector<Value>> stems_;  // without a value: shorter ones do not cover its words
  StringSet unstemmed_;                  // whole words that no stem covers
  StringMap<std::size_t> longest_;       // first token → most tokens of a phrase that begins so
  PhraseStarts starts_;
  std::size_t shortest_stem_ = static_cast<std::size_t>(-1);  // bytes
};

}  // namespace calque::internal
