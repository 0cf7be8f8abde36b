// How well word links agree with gold links: alignment error rate, precision, recall (Och & Ney
// 2003).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace calque::internal {

// The links of one sentence pair, sorted, each once. `possible` holds the sure ones too.
struct GoldLinks {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sure;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> possible;
};

// Reads lines of links separated by blanks, one sentence pair a line, positions from 0, source
// first: `i-j` sure, `i?j` or `ipj` possible; what follows a second colon-separated field
// (`i-j:0.97`) is ignored. `name` is for messages. Throws Error{kBadInput} with line and column for
// anything else.
[[nodiscard]] std::vector<GoldLinks> ParseLinkLines(std::string_view text, const std::string& name);

// Sums over sentence pairs. With A the links of the test, S ⊆ P the sure and possible ones of gold:
// precision |A∩P|/|A|, recall |A∩S|/|S|, AER 1 − (|A∩S| + |A∩P|) / (|A| + |S|).
class WordScore {
 public:
  // The test's possible links count as links.
  void Add(const GoldLinks& gold, const GoldLinks& test);

  [[nodiscard]] double Precision() const;
  [[nodiscard]] double Recall() const;
  [[nodiscard]] double ErrorRate() const;
  [[nodiscard]] std::uint64_t links() const { return links_; }
  [[nodiscard]] std::uint64_t sure() const { return sure_; }

 private:
  std::uint64_t links_ = 0;  // |A|
  std::uint64_t sure_ = 0;   // |S|
  std::uint64_t in_sure_ = 0;
  std::uint64_t in_possible_ = 0;
};

}  // namespace calque::internal
