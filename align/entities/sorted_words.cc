#include "align/entities/sorted_words.h"

#include <algorithm>

namespace calque::internal {

SortedWords SortedWords::Open(const std::filesystem::path& path) {
  SortedWords words;
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return words;
  words.file_ = MappedFile::Open(path.string());
  words.text_ = words.file_->bytes();
  return words;
}

std::string_view SortedWords::Find(std::string_view word) const {
  std::size_t begin = 0;
  std::size_t end = text_.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const std::size_t before = middle == 0 ? text_.npos : text_.rfind('\n', middle - 1);
    const std::size_t start = std::max(begin, before == text_.npos ? 0 : before + 1);
    const std::size_t stop = std::min(text_.find('\n', middle), end);
    const std::string_view line = text_.substr(start, stop - start);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const int order = line.substr(0, tab).compare(word);
    if (order == 0) return line.substr(std::min(tab + 1, line.size()));
    if (order < 0) {
      begin = stop + 1;
    } else {
      end = start;
    }
  }
  return {};
}

}  // namespace calque::internal
