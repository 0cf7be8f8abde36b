// Words for what a figure is counted by, `weekly`, `a barrel`, `to the dollar`: of one family each
// names another member, and a translation must keep it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"

namespace calque::internal {

// One meaning of a word. The names of families and members are the same in all languages; those of
// members are the units of value keys where there is one, `week`, `bbl`, `USD`.
struct RateMeaning {
  std::string_view family;
  std::string_view member;
  std::uint32_t words = 1;
  bool tells = false;  // says the rate, and does not only name the member: `a week` and `weeks`
};

class RateWords {
 public:
  // `phrase`: words joined by blanks, in any case.
  void Add(std::string_view family, std::string_view member, bool tells, std::string_view phrase);
  // The meanings of all phrases that the folded tokens begin with. They live as long as this.
  [[nodiscard]] std::vector<RateMeaning> MeaningsAt(std::span<const std::string_view> tokens) const;
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  struct Entry {
    std::string family;
    std::string member;
    bool tells;
  };

  StringMap<std::vector<Entry>> phrases_;
  StringMap<std::size_t> longest_;  // first token → most tokens of a phrase that begins so
};

}  // namespace calque::internal
