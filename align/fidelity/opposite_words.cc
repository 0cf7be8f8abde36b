#include "align/fidelity/opposite_words.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/fidelity/grammar.h"

namespace calque::internal {
namespace {

std::string_view BehindFirstLetter(std::string_view text) {
  std::size_t length = std::min<std::size_t>(1, text.size());
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
    ++length;
  }
  return text.substr(length);
}

// What must be in the text as it is written; empty where any spelling will do.
std::string AccentedOf(std::string_view word) {
  const std::string written = FoldCase(word);
  const std::string_view rest = BehindFirstLetter(written);
  return Fold(rest) == rest ? std::string() : std::string(rest);
}

}  // namespace

void OppositeWords::Add(std::string_view key, std::string_view pole, std::string_view word,
                        bool opposite) {
  constexpr std::string_view kOfShare = " %";
  const bool of_share = word.ends_with(kOfShare);
  if (of_share) word.remove_suffix(kOfShare.size());
  const bool stem = word.ends_with('*');
  if (stem) word.remove_suffix(1);
  std::string folded = Fold(word);
  const Entry entry{std::string(key), std::string(pole), opposite, of_share, AccentedOf(word)};
  if (!stem) {
    const std::size_t blank = folded.find(' ');
    if (blank != std::string::npos) phrase_heads_.insert(folded.substr(0, blank));
    words_[std::move(folded)].push_back(entry);
    return;
  }
  shortest_stem_ = std::min(shortest_stem_, folded.size());
  stems_[std::move(folded)].push_back(entry);
}

std::vector<PoledMeaning> OppositeWords::MeaningsAt(std::span<const std::string_view> folded,
                                                    std::span<const std::string> written) const {
  std::vector<PoledMeaning> meanings;
  const auto take = [&](const StringMap<std::vector<Entry>>& table, std::string_view word,
                        std::string_view text, std::uint32_t count) {
    const auto found = table.find(word);
    if (found == table.end()) return;
    for (const Entry& entry : found->second) {
      if (!BehindFirstLetter(text).starts_with(entry.accented)) continue;
      // `attorney` is a lawyer or a prosecutor; `more than` is not `more`.
      const bool known = std::ranges::any_of(meanings, [&](const PoledMeaning& meaning) {
        const bool other = !entry.opposite && meaning.words == count && meaning.pole != entry.pole;
        return meaning.key == entry.key && !other;
      });
      if (known) continue;
      meanings.push_back({entry.key, entry.pole, entry.opposite, count, entry.of_share});
    }
  };
  if (folded.empty()) return meanings;
  if (folded.size() > 1 && phrase_heads_.contains(folded[0])) {
    const auto joined = [](std::string_view a, std::string_view b) {
      return std::string(a) + ' ' + std::string(b);
    };
    take(words_, joined(folded[0], folded[1]), joined(written[0], written[1]), 2);
  }
  take(words_, folded[0], written[0], 1);
  for (std::size_t length = folded[0].size(); length >= shortest_stem_ && length > 0; --length) {
    take(stems_, folded[0].substr(0, length), written[0], 1);
  }
  return meanings;
}

}  // namespace calque::internal
