#include "align/segment/word_set.h"

#include <algorithm>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/segment/char_class.h"

namespace calque::internal {
std::string PlainLower(std::string_view word) {
  std::string out;
  const std::string lower = Lower(word);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = DecodeAt(lower, at);
    if (IsApostrophe(c.value)) {
      out += '\'';
    } else if (IsHyphen(c.value)) {
      out += '-';
    } else {
      out.append(lower, at, c.end - at);
    }
    at = c.end;
  }
  return out;
}

WordSet::WordSet(const Json& section, const char* key) {
  const auto list = section.find(key);
  if (list == section.end()) return;
  for (const Json& entry : *list) {
    const auto& word = entry.get_ref<const std::string&>();
    longest_ = std::max(longest_, word.size());
    for (const std::string& form : {word, Upper(word)}) {
      if (!form.empty()) first_bytes_.set(static_cast<unsigned char>(form.front()));
    }
    words_.insert(word);
  }
}

bool WordSet::Contains(std::string_view word) const {
  if (word.empty() || word.size() > longest_) return false;
  if (!first_bytes_.test(static_cast<unsigned char>(word.front()))) return false;
  return words_.contains(word) || words_.contains(PlainLower(word));
}

}  // namespace calque::internal
