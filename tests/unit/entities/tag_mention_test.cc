#include "align/entities/tag_mention.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

#include "tests/support/name_grammars.h"

namespace calque::internal {
namespace {

// One sentence of these words.
Document SentenceOf(const std::vector<std::string>& words) {
  Document document;
  for (const std::string& word : words) {
    if (!document.text.empty()) document.text += ' ';
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += word;
    document.tokens.push_back({{begin, static_cast<std::uint32_t>(document.text.size())}});
  }
  document.sentences.push_back({{0, static_cast<std::uint32_t>(document.text.size())},
                                {0, static_cast<std::uint32_t>(words.size())},
                                1.0F});
  return document;
}

// The name that is left of a person tagged from the word `begin` to the last.
std::string NameOf(const std::string& language, const std::vector<std::string>& words,
                   std::uint32_t begin) {
  const Document document = SentenceOf(words);
  const TagSpan span{begin, static_cast<std::uint32_t>(words.size()), "PER"};
  const std::optional<Mention> mention =
      MentionOfTag(document, test::NameGrammarOf(language), document.sentences.front(), span, 0.9F);
  return mention ? std::string(mention->span.In(document.text)) : std::string();
}

TEST(TagMention, LosesTheEndOfATitle) {
  EXPECT_EQ(NameOf("fr", {"le", "ministre", "de", "l'", "Intérieur", "Ana", "Vilhena"}, 4),
            "Ana Vilhena");
}

// A line of initials is one name to the tagger, and each of them might end a title.
TEST(TagMention, HostileLengthTakesLinearTime) {
  const auto seconds = [](std::size_t count) {
    std::vector<std::string> words{"by"};
    words.resize(count, "A.");
    const std::clock_t start = std::clock();
    (void)NameOf("en", words, 1);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  (void)test::NameGrammarOf("en");
  EXPECT_LT(seconds(16'000), 10 * seconds(4'000) + 0.05);
}

}  // namespace
}  // namespace calque::internal
