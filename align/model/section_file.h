// The container of a model file: named sections behind a header that tells a damaged, truncated,
// foreign or future file from a sound one.
//
//   offset  bytes
//        0  8     magic 89 43 41 4C 51 55 45 0A (`\x89CALQUE\n`)
//        8  8     format version
//       16  8     size of the file
//       24  8     checksum of all that follows
//       32  8     number of sections n
//       40  40 n  sections: name (24, padded with NUL), offset (8), size (8)
//           …     the sections, each at a multiple of 8
//
// Numbers are little-endian.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace calque::internal {

inline constexpr std::uint64_t kSectionFileVersion = 1;

class SectionWriter {
 public:
  // Names have at most 24 bytes and differ from each other.
  void Add(std::string_view name, std::string_view bytes) { sections_.emplace(name, bytes); }
  template <typename Number>
  void AddArray(std::string_view name, std::span<const Number> numbers) {
    Add(name, {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
  }
  // The whole file.
  [[nodiscard]] std::string Bytes() const;

 private:
  std::map<std::string, std::string, std::less<>> sections_;
};

class SectionReader {
 public:
  // `bytes` must outlive the reader and start at a multiple of 8; `name` is for messages. Throws
  // Error{kBadInput} where they are not a sound file.
  SectionReader(std::string_view bytes, std::string name);

  // Throws Error{kBadInput} where there is no such section.
  [[nodiscard]] std::string_view Section(std::string_view name) const;
  [[nodiscard]] bool Has(std::string_view name) const { return sections_.contains(name); }
  // Throws Error{kBadInput} where the section is no whole number of `Number`s too.
  template <typename Number>
  [[nodiscard]] std::span<const Number> Array(std::string_view name) const {
    const std::string_view bytes = Section(name);
    if (bytes.size() % sizeof(Number) != 0) Refuse(name);
    return {reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number)};
  }
  // Throws Error{kBadInput}: the section does not hold what it should.
  [[noreturn]] void Refuse(std::string_view section) const;

 private:
  void ReadHeader(std::string_view bytes) const;

  std::string name_;
  std::map<std::string, std::string_view, std::less<>> sections_;
};

}  // namespace calque::internal
