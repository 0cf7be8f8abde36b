#include "align/entities/sorted_words.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::size_t kBytesPerMark = 512;

// The first eight bytes, zeros behind a shorter word: of two words that have different keys, the
// one of the lesser key comes first.
std::uint64_t KeyOf(std::string_view word) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < sizeof key; ++i) {
    key = key << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  }
  return key;
}

std::string_view WordOf(std::string_view line) { return line.substr(0, line.find('\t')); }

}  // namespace

SortedWords::SortedWords(std::string_view text) : text_(text) {
  for (std::size_t at = kBytesPerMark; at < text_.size(); at += kBytesPerMark) {
    const auto [start, stop] = LineAt(at);
    marks_.push_back({KeyOf(WordOf(text_.substr(start, stop - start))), start});
  }
}

SortedWords SortedWords::Open(const std::filesystem::path& path) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return {};
  const std::shared_ptr<const MappedFile> file = MappedFile::Open(path.string());
  SortedWords words(file->bytes());
  words.file_ = file;
  return words;
}

std::pair<std::size_t, std::size_t> SortedWords::LineAt(std::size_t at) const {
  const std::size_t before = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
  return {before == text_.npos ? 0 : before + 1, std::min(text_.find('\n', at), text_.size())};
}

std::string_view SortedWords::Find(std::string_view word) const {
  const std::uint64_t key = KeyOf(word);
  const auto is_before = [](const Mark& mark, std::uint64_t k) { return mark.key < k; };
  const auto is_behind = [](std::uint64_t k, const Mark& mark) { return k < mark.key; };
  const auto first = std::lower_bound(marks_.begin(), marks_.end(), key, is_before);
  const auto last = std::upper_bound(first, marks_.end(), key, is_behind);
  std::size_t begin = first == marks_.begin() ? 0 : std::prev(first)->start;
  std::size_t end = last == marks_.end() ? text_.size() : last->start;
  while (begin < end) {
    const auto [start, stop] = LineAt(begin + (end - begin) / 2);
    const std::string_view line = text_.substr(start, stop - start);
    const std::string_view found = WordOf(line);
    const int order = found.compare(word);
    if (order == 0) return line.substr(std::min(found.size() + 1, line.size()));
    if (order < 0) {
      begin = stop + 1;
    } else {
      end = start;
    }
  }
  return {};
}

}  // namespace calque::internal
