#include "align/read/press_words.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

// A language that no reader was written for.
PressWords Samples() {
  PressWords words;
  words.Add(ParseJson(R"({
    "press": {"languages": ["Esperanto"], "byline": ["de"], "pages": ["paĝo"]},
    "dispatch": {"months": [["januaro", "jan"], ["februaro"]], "count_words": ["vortoj"]}})",
                      {"eo.json"}),
            "eo");
  words.Add(ParseJson(R"({"press": {"languages": ["русский"]},
                          "dispatch": {"months": [["января"]]}})",
                      {"ru.json"}),
            "ru");
  return words;
}

TEST(PressWords, FindsDatesByTheMonthsOfEveryLanguage) {
  const PressWords words = Samples();
  EXPECT_EQ(words.DateIn("lundo, 5 januaro 2026"), "2026-01-05");
  EXPECT_EQ(words.DateIn("Februaro 28th, 2026"), "2026-02-28");
  EXPECT_EQ(words.DateIn("la 5a de januaro de 2026"), "2026-01-05");
  EXPECT_EQ(words.DateIn("5 января 2026"), "2026-01-05");
  EXPECT_EQ(words.DateIn("5 januarulo 2026"), "");
  EXPECT_EQ(words.DateIn("Jan 2026"), "");
}

TEST(PressWords, KnowsLengthsPagesAndBylines) {
  const PressWords words = Samples();
  EXPECT_TRUE(words.IsWordCount("1 204 vortoj"));
  EXPECT_FALSE(words.IsWordCount("1 204 words"));
  EXPECT_FALSE(words.IsWordCount("vortoj"));
  EXPECT_TRUE(words.HoldsWordCount("Ekonomio 1234 vortoj, paĝo 12"));
  EXPECT_TRUE(words.EndsWithPage("Ekonomio, paĝo 12"));
  EXPECT_TRUE(words.EndsWithPage("Paĝo 3"));
  EXPECT_FALSE(words.EndsWithPage("Frontpaĝo 3"));
  EXPECT_TRUE(words.OpensByline("De Anna Lee"));
  EXPECT_FALSE(words.OpensByline("Deviation of the needle"));
}

TEST(PressWords, NamesLanguages) {
  const PressWords words = Samples();
  EXPECT_EQ(words.LanguageByName("ESPERANTO; EO"), "eo");
  EXPECT_EQ(words.LanguageByName("Русский"), "ru");
  EXPECT_EQ(words.LanguageByName("Klingon"), "");
  EXPECT_EQ(PressWords::Of({})->LanguageByName("français"), "fr");
}

}  // namespace
}  // namespace calque::internal
