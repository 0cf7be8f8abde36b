#include "align/model/vocabulary.h"

namespace calque::internal {

std::size_t Vocabulary::SlotOf(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = TypeHash(word) & mask;
  while (slots_[slot] != kUnknownType && Word(slots_[slot]) != word) slot = (slot + 1) & mask;
  return slot;
}

TypeId Vocabulary::Find(std::string_view word) const { return slots_[SlotOf(word)]; }

TypeId Vocabulary::Intern(std::string_view word) {
  std::size_t slot = SlotOf(word);
  if (slots_[slot] != kUnknownType) return slots_[slot];
  if ((size() + 1) * std::size_t{2} > slots_.size()) {
    Grow();
    slot = SlotOf(word);
  }
  const TypeId type = size();
  slots_[slot] = type;
  characters_ += word;
  word_begin_.push_back(characters_.size());
  return type;
}

void Vocabulary::Grow() {
  slots_.assign(slots_.size() * 2, kUnknownType);
  for (TypeId type = 0; type < size(); ++type) slots_[SlotOf(Word(type))] = type;
}

}  // namespace calque::internal
