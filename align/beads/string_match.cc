#include "align/beads/string_match.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kCognatePrefix = 4;    // letters that two cognates share at least
constexpr float kLeastLikeness = 0.6F;       // shared letters of the longer word
constexpr std::size_t kLargestBucket = 256;  // a commoner prefix says nothing
constexpr float kShortWordWeights[] = {0.0F, 0.1F, 0.1F, 0.4F};  // by letters; longer words: 1

struct Key {
  std::string text;
  TypeId type;
};

struct Shape {
  std::u32string letters;
  std::string digits;  // all decimal digits, whatever stands between them
  bool has_letter = false;
};

Shape ShapeOf(std::string_view word) {
  Shape shape;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    at = c.end;
    shape.letters.push_back(c.value);
    shape.has_letter |= IsLetter(c.value);
    if (const int digit = DigitValue(c.value); digit >= 0) {
      shape.digits.push_back(static_cast<char>('0' + digit));
    }
  }
  return shape;
}

std::vector<Shape> ShapesOf(const Vocabulary& vocabulary) {
  std::vector<Shape> shapes;
  shapes.reserve(vocabulary.size());
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    shapes.push_back(ShapeOf(vocabulary.Word(type)));
  }
  return shapes;
}

float EqualStringWeight(const Shape& shape) {
  if (!shape.has_letter || shape.letters.size() >= std::size(kShortWordWeights)) return 1.0F;
  return kShortWordWeights[shape.letters.size()];
}

// Shared letters at both ends, as a share of the longer word; none where the words are no cognates.
std::optional<float> Likeness(const std::u32string& a, const std::u32string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  if (head < kCognatePrefix) return std::nullopt;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const float likeness = static_cast<float>(head + tail) / static_cast<float>(longer);
  if (likeness < kLeastLikeness) return std::nullopt;
  return likeness;
}

// Types by a key of their shape, sorted; types without a key are left out.
template <typename KeyOf>
std::vector<Key> IndexBy(const std::vector<Shape>& shapes, const KeyOf& key_of) {
  std::vector<Key> index;
  for (TypeId type = 0; type < shapes.size(); ++type) {
    if (std::optional<std::string> key = key_of(shapes[type])) {
      index.push_back({std::move(*key), type});
    }
  }
  std::sort(index.begin(), index.end(), [](const Key& a, const Key& b) {
    return a.text != b.text ? a.text < b.text : a.type < b.type;
  });
  return index;
}

// Calls `visit(source type, target type)` for all pairs with one key.
template <typename Visit>
void ForEachPair(const std::vector<Key>& source, const std::vector<Key>& target,
                 const Visit& visit) {
  std::size_t s = 0;
  std::size_t t = 0;
  const auto run_end = [](const std::vector<Key>& keys, std::size_t at) {
    std::size_t end = at;
    while (end < keys.size() && keys[end].text == keys[at].text) ++end;
    return end;
  };
  while (s < source.size() && t < target.size()) {
    const std::size_t s_end = run_end(source, s);
    const std::size_t t_end = run_end(target, t);
    const int order = source[s].text.compare(target[t].text);
    if (order == 0 && std::max(s_end - s, t_end - t) <= kLargestBucket) {
      for (std::size_t i = s; i < s_end; ++i) {
        for (std::size_t j = t; j < t_end; ++j) visit(source[i].type, target[j].type);
      }
    }
    if (order <= 0) s = s_end;
    if (order >= 0) t = t_end;
  }
}

std::optional<std::string> NumberKey(const Shape& shape) {
  if (shape.digits.empty() || shape.has_letter) return std::nullopt;
  return shape.digits;
}

std::optional<std::string> PrefixKey(const Shape& shape) {
  if (shape.letters.size() < kCognatePrefix || !shape.has_letter) return std::nullopt;
  std::string key;
  for (std::size_t i = 0; i < kCognatePrefix; ++i) AppendUtf8(shape.letters[i], &key);
  return key;
}

}  // namespace

std::vector<StringMatch> MatchStrings(const Vocabulary& source, const Vocabulary& target) {
  const std::vector<Shape> source_shapes = ShapesOf(source);
  const std::vector<Shape> target_shapes = ShapesOf(target);
  std::vector<StringMatch> matches;
  for (TypeId type = 0; type < source.size(); ++type) {
    const TypeId equal = target.Find(source.Word(type));
    const float weight = EqualStringWeight(source_shapes[type]);
    if (equal != kUnknownType && weight > 0.0F) matches.push_back({type, equal, weight});
  }
  ForEachPair(IndexBy(source_shapes, NumberKey), IndexBy(target_shapes, NumberKey),
              [&](TypeId s, TypeId t) {
                if (source.Word(s) != target.Word(t)) matches.push_back({s, t, 1.0F});
              });
  ForEachPair(IndexBy(source_shapes, PrefixKey), IndexBy(target_shapes, PrefixKey),
              [&](TypeId s, TypeId t) {
                const auto likeness = Likeness(source_shapes[s].letters, target_shapes[t].letters);
                if (likeness && source.Word(s) != target.Word(t)) {
                  matches.push_back({s, t, *likeness * *likeness});
                }
              });
  std::sort(matches.begin(), matches.end(), [](const StringMatch& a, const StringMatch& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  return matches;
}

}  // namespace calque::internal
