// TMX of other tools, and flaws.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"
#include "align/read/credit_text.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/unit/read/bitext_questions.h"

namespace calque::internal {
namespace {

using test::Corpus;

TEST(TmxReader, TakesTwoLanguagesOfMany) {
  const Corpus corpus = {{"corpus.tmx", std::string(kForeignTmx)}};
  const auto first = test::ReadCorpus("tmx", corpus);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(Text(first[0]), "EN-US: One bold | DE: Eins");
  const auto asked = test::ReadCorpus("tmx", corpus, {"en", "fr"});
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(Text(asked[0]), "EN-US: One bold | FR: Un");
}

TEST(TmxReader, OneLanguageAskedForIsNotTakenForTheOtherSide) {
  const Corpus corpus = {{"corpus.tmx", std::string(kForeignTmx)}};
  const auto to_original = test::ReadCorpus("tmx", corpus, {"", "en"});
  ASSERT_EQ(to_original.size(), 1U);
  EXPECT_EQ(Text(to_original[0]), "DE: Eins | EN-US: One bold");
  const auto to_other = test::ReadCorpus("tmx", corpus, {"", "de"});
  ASSERT_EQ(to_other.size(), 1U);
  EXPECT_EQ(Text(to_other[0]), "EN-US: One bold | DE: Eins");
  EXPECT_TRUE(test::ReadCorpus("tmx", corpus, {"", "nl"}).empty());
}

TEST(TmxReader, SaysWhatItLeftOut) {
  const Corpus corpus = {{"corpus.tmx", std::string(kForeignTmx)}};
  const auto reader = test::OpenCorpus("tmx", corpus, {"en", "fr"});
  while (reader->Next()) {
  }
  std::vector<std::string> said;
  for (const Diagnostic& diagnostic : reader->Diagnostics()) {
    said.push_back(diagnostic.location.ToString() + ": " + diagnostic.message);
  }
  EXPECT_EQ(said, (std::vector<std::string>{
                      "corpus.tmx:4: inline codes left out: 2", "corpus.tmx:6: notes left out: 1",
                      "corpus.tmx:6: properties that other tools wrote left out: 2",
                      "corpus.tmx:5: units without text in both languages left out: 2",
                      "corpus.tmx:4: variants of a unit besides the two that are paired left out: "
                      "1"}));
}

// What OmegaT writes: people and days a unit, no documents.
constexpr std::string_view kUnitsOfPeople = R"(<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="abc-77" creationid="marie" changeid="paul"><tuv xml:lang="en" creationid="joe"><seg>One.</seg></tuv>
<tuv xml:lang="fr" creationid="marie" creationdate="20260101T100000Z"><seg>Un.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two.</seg></tuv>
<tuv xml:lang="fr" creationid="anne" creationdate="20260102T100000Z"><seg>Deux.</seg></tuv></tu></body></tmx>)";

TEST(TmxReader, CreditsWhoMadeUnitsAndPartsNoBitextByThem) {
  const Corpus corpus = {{"corpus.tmx", std::string(kUnitsOfPeople)}};
  const auto reader = test::OpenCorpus("tmx", corpus);
  const std::optional<Bitext> read = reader->Next();
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->beads.size(), 2U);
  EXPECT_FALSE(reader->Next().has_value());
  EXPECT_FALSE(read->target.date.has_value());
  EXPECT_EQ(FormatCredits(read->target.credits),
            "translator: marie; editor: paul; translator: anne");
  EXPECT_EQ(Messages(*reader),
            (std::vector<std::string>{"dates of units left out: 2", "ids of units left out: 1",
                                      "names of who made the source of a unit left out: 1"}));
}

TEST(TmxReader, RefusesWhatIsNotTmx) {
  EXPECT_NE(ErrorOf("tmx", {{"corpus.tmx", "<xliff/>"}}).find("is not TMX"), std::string::npos);
  EXPECT_NE(ErrorOf("tmx", {{"corpus.tmx", "<tmx><body><tu>"}}).find("cut off"), std::string::npos);
}

}  // namespace
}  // namespace calque::internal
