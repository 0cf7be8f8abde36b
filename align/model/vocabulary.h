// Words numbered in the order of their first occurrence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/model/lexicon.h"

namespace calque::internal {

class Vocabulary {
 public:
  // The number of `word`, given now if it is new.
  TypeId Intern(std::string_view word);
  [[nodiscard]] TypeId Find(std::string_view word) const;
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(word_begin_.size() - 1);
  }
  // Valid until the next Intern. Precondition: type < size().
  [[nodiscard]] std::string_view Word(TypeId type) const {
    const std::size_t begin = word_begin_[type];
    return std::string_view(characters_).substr(begin, word_begin_[type + 1] - begin);
  }

 private:
  [[nodiscard]] std::size_t SlotOf(std::string_view word) const;
  void Grow();

  std::string characters_;
  std::vector<std::size_t> word_begin_ = {0};
  std::vector<TypeId> slots_ = std::vector<TypeId>(64, kUnknownType);  // open addressing
};

}  // namespace calque::internal
