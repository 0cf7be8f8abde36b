#include "align/fidelity/word_meanings.h"

#include <algorithm>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

std::string_view BehindFirstLetter(std::string_view text) {
  std::size_t length = std::min<std::size_t>(1, text.size());
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
    ++length;
  }
  return text.substr(length);
}

// `jugé` is not `juge`.
bool HasAccent(std::string_view text) {
  constexpr char kLatin1 = '\xC3';  // leads the accented letters that Fold() leaves bare
  return text.find(kLatin1) != std::string_view::npos;
}

// What must be in the text as it is written; empty where any spelling will do.
std::string AccentedOf(std::string_view phrase) {
  const std::string written = FoldCase(phrase);
  const std::string_view rest = BehindFirstLetter(written);
  return Fold(rest) == rest ? std::string() : std::string(rest);
}

std::string Join(std::span<const std::string> words) {
  std::string joined;
  for (const std::string& word : words) (joined += joined.empty() ? "" : " ") += word;
  return joined;
}

}  // namespace

void WordMeanings::Add(const WordMeaning& meaning, std::string_view phrase) {
  const std::string_view written = phrase.substr(0, phrase.find('*'));
  table_.Add(phrase, {std::string(meaning.family), std::string(meaning.member), meaning.bond,
                      meaning.use, AccentedOf(written), phrase.ends_with('*')});
}

std::vector<WordMeaning> WordMeanings::MeaningsAt(std::span<const std::string_view> folded,
                                                  std::span<const std::string> written) const {
  std::vector<WordMeaning> meanings;
  table_.VisitAt(folded, [&](std::size_t length, const Entry& entry) {
    const std::string text = Join(written.first(length));
    const std::string_view behind = BehindFirstLetter(text);
    if (!behind.starts_with(entry.accented)) return;
    if (!entry.stem && entry.accented.empty() && HasAccent(behind)) return;
    meanings.push_back(
        {entry.family, entry.member, entry.bond, entry.use, static_cast<std::uint32_t>(length)});
  });
  return meanings;
}

std::vector<WordMeaning> Foremost(const std::vector<WordMeaning>& meanings) {
  std::vector<WordMeaning> foremost;
  for (const WordMeaning& meaning : meanings) {
    const bool known = std::ranges::any_of(foremost, [&](const WordMeaning& other) {
      const bool two_of_a_kind = meaning.bond == Bond::kOneOfMany && other.words == meaning.words &&
                                 other.member != meaning.member;
      return other.family == meaning.family && !two_of_a_kind;
    });
    if (!known) foremost.push_back(meaning);
  }
  return foremost;
}

}  // namespace calque::internal
