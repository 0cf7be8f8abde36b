// How a sentence begins and ends: marks that a translator tends to keep, whatever the language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace calque::internal {

// What stands first: a dash or a quotation mark opens a turn of speech.
enum class Opening : std::uint8_t {
  kNothing,
  kDash,
  kQuote,
  kBracket,
  kLower,
  kLetter,
  kDigit,
  kOther
};
inline constexpr std::size_t kOpenings = 8;

// What stands last, closing quotation marks and brackets aside, and whether there are any of those.
struct Closing {
  enum class Mark : std::uint8_t {
    kNothing,
    kStop,
    kExclamation,
    kQuestion,
    kColon,
    kSemicolon,
    kEllipsis,
    kComma,
    kDash,
    kLetter,
    kDigit,
    kOther
  };
  static constexpr std::size_t kMarks = 12;

  Mark mark = Mark::kNothing;
  bool quoted = false;

  [[nodiscard]] std::size_t Index() const {
    return static_cast<std::size_t>(mark) + (quoted ? kMarks : 0);
  }
};
inline constexpr std::size_t kClosings = 2 * Closing::kMarks;

// `text` has no white space at either end.
[[nodiscard]] Opening OpeningOf(std::string_view text);
[[nodiscard]] Closing ClosingOf(std::string_view text);

}  // namespace calque::internal
