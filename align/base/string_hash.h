// Tables by string that are looked up by any text, no string made of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/hash_slots.h"

namespace calque::internal {

// What sets and maps share. Entries stand in the order in which they were added and are never taken
// out. Adding one may move the others: it ends all references, views and iterators.
template <typename Entry>
class StringTable {
 public:
  using iterator = typename std::vector<Entry>::iterator;
  using const_iterator = typename std::vector<Entry>::const_iterator;

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  [[nodiscard]] const_iterator find(std::string_view key) const {
    const std::uint32_t index = IndexOf(key, HashOf(key));
    return index == HashSlots::kNone ? end() : begin() + index;
  }
  [[nodiscard]] bool contains(std::string_view key) const {
    return !empty() && IndexOf(key, HashOf(key)) != HashSlots::kNone;
  }

 protected:
  // The entry of `key` and whether it is new: then it is `make()`.
  template <typename Make>
  std::pair<iterator, bool> Take(std::string_view key, const Make& make) {
    const std::uint32_t hash = HashOf(key);
    const std::uint32_t known = IndexOf(key, hash);
    if (known != HashSlots::kNone) return {entries_.begin() + known, false};
    slots_.Add(hash, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back(make());
    return {std::prev(entries_.end()), true};
  }

 private:
  static std::string_view KeyOf(const std::string& entry) { return entry; }
  template <typename Value>
  static std::string_view KeyOf(const std::pair<std::string, Value>& entry) {
    return entry.first;
  }
  static std::uint32_t HashOf(std::string_view key) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
  }
  [[nodiscard]] std::uint32_t IndexOf(std::string_view key, std::uint32_t hash) const {
    return slots_.Find(hash, [&](std::uint32_t index) { return KeyOf(entries_[index]) == key; });
  }

  HashSlots slots_;
  std::vector<Entry> entries_;
};

class StringSet : public StringTable<std::string> {
 public:
  std::pair<iterator, bool> insert(std::string key) {
    const std::string_view view = key;
    return Take(view, [&] { return std::move(key); });
  }
};

template <typename Value>
class StringMap : public StringTable<std::pair<std::string, Value>> {
 public:
  using typename StringTable<std::pair<std::string, Value>>::iterator;

  // A new entry has the value made of `arguments`, a known one keeps its own.
  template <typename... Arguments>
  std::pair<iterator, bool> try_emplace(std::string key, Arguments&&... arguments) {
    const std::string_view view = key;
    return this->Take(view, [&] {
      return std::pair<std::string, Value>(std::move(key),
                                           Value(std::forward<Arguments>(arguments)...));
    });
  }
  Value& operator[](std::string key) { return try_emplace(std::move(key)).first->second; }
};

}  // namespace calque::internal
