// A hash table of the places of entries that stand elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace calque::internal {

// Where the entries of a list stand by the hash of their keys, by open addressing: a look for what
// is not there, as most are, ends at the first slot and follows no pointer.
class HashSlots {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // The index of the entry of this hash that `is(index)` is true of; kNone where there is none.
  template <typename Is>
  [[nodiscard]] std::uint32_t Find(std::uint32_t hash, const Is& is) const {
    if (slots_.empty()) return kNone;
    for (std::size_t at = Place(hash);; at = Place(at + 1)) {
      const Slot& slot = slots_[at];
      if (slot.index == kNone || (slot.hash == hash && is(slot.index))) return slot.index;
    }
  }
  // Precondition: no entry has its key.
  void Add(std::uint32_t hash, std::uint32_t index) {
    if (2 * (count_ + 1) > slots_.size()) Grow();
    Put({hash, index});
    ++count_;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = kNone;
  };

  [[nodiscard]] std::size_t Place(std::size_t hash) const { return hash & (slots_.size() - 1); }
  void Put(Slot slot) {
    std::size_t at = Place(slot.hash);
    while (slots_[at].index != kNone) at = Place(at + 1);
    slots_[at] = slot;
  }
  void Grow() {
    constexpr std::size_t kFewest = 8;
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFewest : 2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.index != kNone) Put(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, half of them free
  std::size_t count_ = 0;
};

}  // namespace calque::internal
