// XLIFF of other tools, and flaws.
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

TEST(XliffReader, RefusesVersionsOfTheFuture) {
  EXPECT_EQ(ErrorOf("xliff", {{"corpus.xliff", "<xliff version=\"3.0\"/>"}}),
            "corpus.xliff:1: is XLIFF 3.0; 1.x and 2.x are read");
  EXPECT_NO_THROW(
      (void)test::ReadCorpus("xliff", {{"corpus.xliff", "<xliff version=\"2.2\"/>"}}, {}));
}

constexpr std::string_view kXliffOfStates = R"(<xliff version="1.2">
<file source-language="en" target-language="fr"><header><note>Of the file.</note></header><body>
<trans-unit id="u1" approved="yes"><source>A.</source><target state="final">B.</target><note from="reviewer">x</note></trans-unit>
<trans-unit id="u2"><source>C.</source><target state="needs-translation">C.</target></trans-unit>
<trans-unit id="u3" translate="no"><source>D.</source><target>D.</target></trans-unit>
<group translate="no"><trans-unit id="u4"><source>E.</source><target>E.</target></trans-unit></group>
<trans-unit id="u55"><source>F.</source><target>G.</target></trans-unit></body></file></xliff>)";

TEST(XliffReader, KeepsApprovalsAndLeavesOutWhatIsNotTranslated) {
  const Corpus corpus = {{"corpus.xliff", std::string(kXliffOfStates)}};
  const auto reader = test::OpenCorpus("xliff", corpus);
  const std::optional<Bitext> read = reader->Next();
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(Text(*read), "en: A.\nF. | fr: B.\nG.");
  EXPECT_EQ(read->target.metadata.at("approved"), "no");
  EXPECT_FALSE(reader->Next().has_value());
  EXPECT_EQ(
      Messages(*reader),
      (std::vector<std::string>{
          "files with approvals of some units only, which are left out: 1", "notes left out: 2",
          "units that are not to be translated left out: 2", "ids of units left out: 1",
          "units still to be translated or reviewed left out: 1"}));
}

TEST(XliffReader, ApprovesNothingThatWasNot) {
  const auto read = test::ReadCorpus("xliff", {{"corpus.xliff", std::string(kXliffOfStates)}});
  EXPECT_EQ(test::WriteCorpus("xliff12", read).begin()->second.find("approved="),
            std::string::npos);
  EXPECT_EQ(test::WriteCorpus("xliff21", read).begin()->second.find("final"), std::string::npos);
  const auto approved = test::ReadCorpus("xliff", {{"corpus.xliff", R"(<xliff version="1.2"><file
source-language="en" target-language="fr"><body><trans-unit id="1" approved="yes"><source>A.</source>
<target>B.</target></trans-unit></body></file></xliff>)"}});
  EXPECT_NE(test::WriteCorpus("xliff12", approved).begin()->second.find("approved=\"yes\""),
            std::string::npos);
  EXPECT_NE(test::WriteCorpus("xliff21", approved).begin()->second.find("state=\"final\""),
            std::string::npos);
}

TEST(XliffReader, KnowsStatesOfSegments) {
  const auto read = test::ReadCorpus("xliff", {{"corpus.xliff", R"(<xliff version="2.0" srcLang="en"
trgLang="fr"><file id="f"><unit id="1"><segment state="final"><source>A.</source><target>B.</target></segment>
<segment state="initial"><source>C.</source><target>C.</target></segment>
<segment state="reviewed"><source>D.</source><target>E.</target></segment></unit></file></xliff>)"}});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]), "en: A.\nD. | fr: B.\nE.");
  EXPECT_EQ(read[0].target.metadata.at("approved"), "no");
}

TEST(XliffReader, TakesCreditsOfOtherToolsAndCountsTheRest) {
  const Corpus corpus = {{"corpus.xliff", R"(<xliff version="2.1"
xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" srcLang="en" trgLang="fr"><file id="f"><mda:metadata>
<mda:metaGroup category="credits"><mda:meta type="reporter">Jane Example</mda:meta>
<mda:meta type="editor">Luc Exemple</mda:meta></mda:metaGroup>
<mda:metaGroup category="client"><mda:meta type="name">Acme</mda:meta></mda:metaGroup></mda:metadata>
<notes><note category="credit">Luc Exemple</note></notes>
<unit id="1"><segment><source>A.</source><target>B.</target></segment></unit></file></xliff>)"}};
  const auto reader = test::OpenCorpus("xliff", corpus);
  const std::optional<Bitext> read = reader->Next();
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(FormatCredits(read->source.credits), "reporter: Jane Example");
  EXPECT_EQ(FormatCredits(read->target.credits), "editor: Luc Exemple");
  EXPECT_FALSE(reader->Next().has_value());
  EXPECT_EQ(Messages(*reader),
            (std::vector<std::string>{"notes left out: 1",
                                      "properties that other tools wrote left out: 1"}));
  const auto header = test::ReadCorpus("xliff", {{"corpus.xliff", R"(<xliff version="1.2"><file
source-language="en" target-language="fr"><header><note from="reporter">Jane Example</note></header><body>
<trans-unit id="1"><source>A.</source><target>B.</target></trans-unit></body></file></xliff>)"}});
  EXPECT_EQ(FormatCredits(header.at(0).source.credits), "reporter: Jane Example");
}

// A paragraph of a translation tool, its sentences marked; the second one is not translated alike.
constexpr std::string_view kSegmentedXliff = R"(<xliff version="1.2">
<file source-language="en" target-language="fr"><body><trans-unit id="1">
<source>A <g id="2">bold</g> word. Second one.</source>
<seg-source><mrk mtype="seg" mid="1">A <g id="2">bold</g> <mrk mtype="term">word</mrk>.</mrk> <mrk
mtype="seg" mid="2">Second one.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Un mot <g id="2">gras</g>.</mrk> <mrk mtype="seg"
mid="2">Le deuxième.</mrk></target></trans-unit>
<trans-unit id="2"><source><mrk mtype="seg" mid="3">One.</mrk> <mrk mtype="seg" mid="4">Two.</mrk></source>
<target><mrk mtype="seg" mid="3">Un, deux.</mrk></target></trans-unit></body></file></xliff>)";

TEST(XliffReader, CountsACodeOnceThatSegSourceRepeats) {
  const test::Corpus corpus = {{"corpus.xliff", R"(<xliff version="1.2">
<file source-language="en" target-language="fr"><body><trans-unit id="1"><source>A<x id="1"/> b.</source>
<seg-source><mrk mtype="seg" mid="1">A<x id="1"/> b.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">A b.</mrk></target></trans-unit></body></file></xliff>)"}};
  const auto reader = test::OpenCorpus("xliff", corpus);
  while (reader->Next()) {
  }
  ASSERT_EQ(reader->Diagnostics().size(), 1U);
  EXPECT_EQ(reader->Diagnostics().front().message, "inline codes left out: 1");
}

TEST(XliffReader, CreditsWhoTookAPhase) {
  const auto read = test::ReadCorpus("xliff", {{"corpus.xliff", R"(<xliff version="1.2">
<file source-language="en" target-language="fr"><header><phase-group>
<phase phase-name="1" process-name="Translation" contact-name="Anne Roy"/>
<phase phase-name="2" process-name="Review" contact-name="Bo Marsh"/>
<phase phase-name="3" process-name="Export" contact-name="Tool"/></phase-group></header><body>
<trans-unit id="1"><source>A.</source><target>B.</target></trans-unit></body></file></xliff>)"}});
  ASSERT_EQ(read.size(), 1U);
  const std::vector<Credit>& credits = read[0].target.credits;
  ASSERT_EQ(credits.size(), 2U);
  EXPECT_EQ(credits[0].role, CreditRole::kTranslator);
  EXPECT_EQ(credits[0].name, "Anne Roy");
  EXPECT_EQ(credits[1].role, CreditRole::kEditor);
}

TEST(XliffReader, TakesALanguageThatTheFileDoesNotName) {
  const Corpus corpus = {{"corpus.xliff", R"(<xliff version="2.1" srcLang="en"><file id="f">
<unit id="1"><segment><source>A.</source><target>B.</target></segment></unit></file></xliff>)"}};
  EXPECT_EQ(Text(test::ReadCorpus("xliff", corpus, {"de", "fr"}).at(0)), "en: A. | fr: B.");
}

TEST(XliffReader, SplitsUnitsAtMarkedSegments) {
  const auto read = test::ReadCorpus("xliff", {{"corpus.xliff", std::string(kSegmentedXliff)}});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]),
            "en: A bold word.\nSecond one.\nOne. Two. | fr: Un mot gras.\nLe deuxième.\nUn, deux.");
}

}  // namespace
}  // namespace calque::internal
