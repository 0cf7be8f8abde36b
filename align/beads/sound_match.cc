#include "align/beads/sound_match.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kPrefix = 4;          // letters that two names share at least
constexpr float kLeastLikeness = 0.6F;      // shared letters of the longer name
constexpr std::size_t kLargestBucket = 64;  // a commoner prefix says nothing

// The Latin letters of a word, one for each sound: `c`, `k` and `q` are one, so are `ph` and `f`,
// `y` and `i`; a double letter is single.
std::string SoundOf(std::string_view latin) {
  std::string sound;
  const std::string folded = Fold(latin);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    char letter = folded[at];
    if (letter < 'a' || letter > 'z') continue;
    const char next = at + 1 < folded.size() ? folded[at + 1] : '\0';
    if (letter == 'c' || letter == 'q') letter = 'k';
    if (letter == 'y' || letter == 'j') letter = 'i';
    if (letter == 'w') letter = 'v';
    if (letter == 'p' && next == 'h') letter = 'f';
    const bool silent = letter == 'h' && at > 0 && (folded[at - 1] == 'p' || folded[at - 1] == 't');
    if (!silent && (sound.empty() || sound.back() != letter)) sound += letter;
  }
  return sound;
}

// The words of one side as they sound.
struct Sounds {
  std::vector<std::string> of;  // by type
  std::vector<bool> foreign;    // by type: not written in Latin letters
  bool any_foreign = false;

  explicit Sounds(const Vocabulary& vocabulary)
      : of(vocabulary.size()), foreign(vocabulary.size(), false) {
    // All at once: setting up a transliterator takes longer than many words.
    std::string words;
    for (TypeId type = 0; type < vocabulary.size(); ++type) {
      words += vocabulary.Word(type);
      words += '\n';
    }
    const std::string all = ToLatin(words);
    std::string_view rest = all;
    for (TypeId type = 0; type < vocabulary.size(); ++type) {
      const std::string_view latin = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), latin.size() + 1));
      foreign[type] = latin != vocabulary.Word(type);
      any_foreign = any_foreign || foreign[type];
      of[type] = SoundOf(latin);
    }
  }
};

using Key = std::pair<std::string_view, TypeId>;

std::vector<Key> IndexOf(const Sounds& sounds, std::size_t length) {
  std::vector<Key> index;
  for (TypeId type = 0; type < sounds.of.size(); ++type) {
    const std::string_view sound = sounds.of[type];
    if (sound.size() >= kPrefix) index.emplace_back(sound.substr(0, length), type);
  }
  std::sort(index.begin(), index.end());
  return index;
}

std::pair<std::vector<Key>::const_iterator, std::vector<Key>::const_iterator> Range(
    const std::vector<Key>& index, std::string_view key) {
  return std::equal_range(index.begin(), index.end(), Key{key, 0},
                          [](const Key& a, const Key& b) { return a.first < b.first; });
}

// Shared letters at both ends, as a share of the longer sound.
float Likeness(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return static_cast<float>(head + tail) / static_cast<float>(std::max(a.size(), b.size()));
}

void MatchWords(const Sounds& source, const Sounds& target, std::vector<StringMatch>* matches) {
  const std::vector<Key> index = IndexOf(target, kPrefix);
  for (TypeId type = 0; type < source.of.size(); ++type) {
    const std::string_view sound = source.of[type];
    if (sound.size() < kPrefix) continue;
    const auto [begin, end] = Range(index, sound.substr(0, kPrefix));
    if (static_cast<std::size_t>(end - begin) > kLargestBucket) continue;
    for (auto at = begin; at != end; ++at) {
      const TypeId other = at->second;
      const float likeness = Likeness(sound, target.of[other]);
      if (likeness < kLeastLikeness || (!source.foreign[type] && !target.foreign[other])) continue;
      matches->push_back({type, other, likeness * likeness});
    }
  }
}

// Calls `visit(word, other type)` for both of two neighbouring words that together sound like one
// word of the other side. Only where the script writes no spaces: elsewhere a word is a word.
template <typename Visit>
void ForEachJoined(const SideWords& side, const Sounds& sounds, const Sounds& other,
                   const Visit& visit) {
  if (!sounds.any_foreign) return;
  std::vector<bool> joins(sounds.of.size());
  for (TypeId type = 0; type < joins.size(); ++type) {
    joins[type] = IsWrittenWithoutSpaces(DecodeAt(side.vocabulary.Word(type), 0).value);
  }
  const std::vector<Key> index = IndexOf(other, std::string::npos);
  for (std::uint32_t i = 0; i < side.sentence_count(); ++i) {
    const auto words = side.Sentence(i);
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (!joins[words[at - 1]] || !joins[words[at]]) continue;
      const std::string joined = SoundOf(sounds.of[words[at - 1]] + sounds.of[words[at]]);
      const auto [begin, end] = Range(index, joined);
      for (auto match = begin; match != end; ++match) {
        visit(words[at - 1], match->second);
        visit(words[at], match->second);
      }
    }
  }
}

}  // namespace

std::vector<StringMatch> MatchSounds(const SideWords& source, const SideWords& target) {
  const Sounds source_sounds(source.vocabulary);
  const Sounds target_sounds(target.vocabulary);
  std::vector<StringMatch> matches;
  if (!source_sounds.any_foreign && !target_sounds.any_foreign) return matches;
  MatchWords(source_sounds, target_sounds, &matches);
  ForEachJoined(source, source_sounds, target_sounds, [&](TypeId word, TypeId other) {
    matches.push_back({word, other, 1.0F});
  });
  ForEachJoined(target, target_sounds, source_sounds, [&](TypeId word, TypeId other) {
    matches.push_back({other, word, 1.0F});
  });
  std::sort(matches.begin(), matches.end(), [](const StringMatch& a, const StringMatch& b) {
    return a.source != b.source   ? a.source < b.source
           : a.target != b.target ? a.target < b.target
                                  : a.weight > b.weight;
  });
  const auto same_pair = [](const StringMatch& a, const StringMatch& b) {
    return a.source == b.source && a.target == b.target;
  };
  matches.erase(std::unique(matches.begin(), matches.end(), same_pair), matches.end());
  return matches;
}

}  // namespace calque::internal
