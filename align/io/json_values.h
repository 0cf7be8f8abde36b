// JSON values one at a time: those of a list, or one behind the other, in memory bounded by the
// longest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"
#include "calque/error.h"

namespace calque::internal {

class JsonValues {
 public:
  // `source` is UTF-8 and must outlive this.
  JsonValues(ByteSource& source, std::size_t limit) : source_(source), limit_(limit) {}

  // The text of the next value, for ParseJson(); valid until the next call. Nothing at the end.
  // Throws Error{kBadInput} where the file is no JSON between its values, ends inside one, or one
  // is nested deeper than kJsonDepthLimit or longer than `limit` bytes.
  [[nodiscard]] std::optional<std::string_view> Next();

  // Where the value last returned begins.
  [[nodiscard]] Location location() const { return {source_.name(), line_, 0}; }

 private:
  enum class Place { kOutside, kBeforeFirst, kBeforeValue, kBehindValue };

  [[noreturn]] void Fail(const std::string& what) const;
  [[nodiscard]] bool Fill();
  void CountLines(std::size_t end);
  [[nodiscard]] std::optional<char> Peek();
  [[nodiscard]] std::size_t EndOfValue();
  [[nodiscard]] std::size_t EndOfScalar();

  ByteSource& source_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t at_ = 0;      // of what was not yet returned
  std::uint64_t line_ = 1;  // at `counted_`
  std::size_t counted_ = 0;
  Place place_ = Place::kOutside;
};

}  // namespace calque::internal
