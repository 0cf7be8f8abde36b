#include "align/entities/name_gaps.h"

#include <charconv>
#include <string>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::string_view kNumber = "#number";
constexpr std::string_view kOther = "#other";
constexpr std::size_t kClassBits = 6;  // of the path of a class, as in tools/names/name-gaps
constexpr char kZero = 'd';            // the letter of log odds of 0
constexpr std::string_view kCurly = "\u2019";

// As the list writes words.
std::string Tidy(std::string_view word) {
  std::string text = Lower(word);
  if (text.ends_with(kCurly)) text.replace(text.size() - kCurly.size(), kCurly.size(), "'");
  return text;
}

}  // namespace

NameGaps NameGaps::Open(const std::filesystem::path& path, const SortedWords& classes) {
  NameGaps gaps;
  gaps.kinds_ = SortedWords::Open(path);
  gaps.classes_ = classes;
  return gaps;
}

NameGaps::Kind NameGaps::KindOf(std::string_view word) const {
  if (word.empty()) return {};
  if (IsAsciiDigit(word.front())) return Find(kNumber);
  const std::string text = Tidy(word);
  const Kind common = Find(text);
  if (!common.row.empty()) return common;
  const std::string_view path = classes_.Find(text);
  if (path.empty()) return Find(kOther);
  return Find("#" + std::string(path.substr(0, kClassBits)));
}

float NameGaps::LogOdds(const Kind& left, const Kind& right) {
  if (right.row.empty() || right.column >= left.row.size()) return 0.0F;
  return static_cast<float>(left.row[right.column] - kZero);
}

NameGaps::Kind NameGaps::Find(std::string_view kind) const {
  const std::string_view value = kinds_.Find(kind);
  Kind found;
  const auto [end, failure] =
      std::from_chars(value.data(), value.data() + value.size(), found.column);
  if (failure != std::errc()) return {};
  found.row = value.substr(static_cast<std::size_t>(end - value.data()));
  if (!found.row.empty()) found.row.remove_prefix(1);  // the blank between the two
  return found;
}

}  // namespace calque::internal
