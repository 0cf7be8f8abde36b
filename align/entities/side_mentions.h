// The mentions of one side of a bead, while it is decided what becomes of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

class SideMentions {
 public:
  // The mentions inside `span`; `at` moves on along the side, which is in text order.
  SideMentions(ByteSpan span, std::vector<Mention>* mentions, std::uint32_t* at);

  [[nodiscard]] std::size_t size() const { return settled_.size(); }
  [[nodiscard]] Mention& operator[](std::size_t m) { return (*mentions_)[begin_ + m]; }
  // Whether nothing is left to decide about a mention.
  [[nodiscard]] bool IsSettled(std::size_t m) const { return settled_[m]; }
  void Settle(std::size_t m) { settled_[m] = true; }

  // Mentions that overlap a span; nothing where one of them is settled or was added.
  [[nodiscard]] std::optional<std::vector<std::size_t>> RivalsOf(ByteSpan span) const;

  void Add(Mention mention) { added_.push_back(std::move(mention)); }
  [[nodiscard]] const std::vector<Mention>& added() const { return added_; }

 private:
  std::vector<Mention>* mentions_;
  std::uint32_t begin_;
  std::vector<bool> settled_;
  std::vector<Mention> added_;
};

}  // namespace calque::internal
