// Files of other tools, and flaws. What calque itself writes is in tests/property.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "align/read/bitext_reader.h"
#include "align/read/credit_text.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using test::Corpus;

std::string Text(const Bitext& bitext) {
  return bitext.source.language + ": " + bitext.source.text + " | " + bitext.target.language +
         ": " + bitext.target.text;
}

std::string ErrorOf(std::string_view format, const Corpus& corpus,
                    const BitextReadOptions& options = {}) {
  return test::ErrorOf([&] { (void)test::ReadCorpus(format, corpus, options); }).what();
}

std::vector<std::string> Messages(const BitextReader& reader) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : reader.Diagnostics()) messages.push_back(diagnostic.message);
  return messages;
}

constexpr std::string_view kForeignTmx = R"(<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header srclang="EN-US" segtype="sentence"/><body>
<tu><tuv lang="DE"><seg>Eins</seg></tuv><tuv lang="EN-US"><seg>One <bpt i="1">&lt;b></bpt><hi>bold</hi><ept i="1">&lt;/b></ept></seg></tuv><tuv lang="FR"><seg>Un</seg></tuv></tu>
<tu><tuv lang="EN-US"><seg>Only here</seg></tuv></tu>
<tu><note>x</note><prop type="client">y</prop><tuv lang="EN-US"><prop type="domain">z</prop><seg>Two
lines</seg></tuv><tuv lang="FR"><seg/></tuv></tu>
</body></tmx>)";

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

TEST(HuggingFaceReader, OneLanguageAskedForIsNotTakenForTheOtherSide) {
  const Corpus corpus = {{"corpus.hf", R"({"translation":{"en":"a","fr":"b"}})"}};
  const auto to_first = test::ReadCorpus("hf", corpus, {"", "en"});
  ASSERT_EQ(to_first.size(), 1U);
  EXPECT_EQ(Text(to_first[0]), "fr: b | en: a");
  EXPECT_EQ(Text(test::ReadCorpus("hf", corpus).at(0)), "en: a | fr: b");
  EXPECT_EQ(Text(test::ReadCorpus("hf", corpus, {"fr", ""}).at(0)), "fr: b | en: a");
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

TEST(TeiReader, RefusesMoreThanTwoTexts) {
  constexpr std::string_view kText = "<text><body><p><s xml:id=\"a\">A.</s></p></body></text>";
  std::string texts;
  for (int count = 1; count <= 5; ++count) {
    texts += kText;
    if (count == 2) continue;
    const Corpus corpus = {{"corpus.tei", "<teiCorpus><TEI>" + texts + "</TEI></teiCorpus>"}};
    EXPECT_EQ(ErrorOf("tei", corpus),
              "corpus.tei:1: a <TEI> with " + std::to_string(count) + " texts; a bitext has two");
  }
}

TEST(TsvReader, LeavesOutLinesWithOtherColumnsThanTheHeader) {
  const Corpus corpus = {
      {"corpus.tsv", "source\ttarget\tscore\nOne\tUn\t1\nT\two\tDeux\t1\nThree\tTroi"}};
  const auto reader = test::OpenCorpus("tsv", corpus);
  const auto read = reader->Next();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->source.text, "One");
  EXPECT_FALSE(reader->Next());
  ASSERT_EQ(reader->Diagnostics().size(), 1U);
  EXPECT_EQ(reader->Diagnostics()[0].code, "columns-differ");
  EXPECT_EQ(reader->Diagnostics()[0].location.ToString(), "corpus.tsv:3");
}

TEST(TsvReader, LeavesOutLinesWhoseNamedScoreIsNoNumber) {
  const Corpus corpus = {
      {"corpus.tsv", "source\ttarget\tscore\nOne\tUn\tgood\nTwo\tDeux\t\nThree\tTrois\t0.5\n"}};
  const auto reader = test::OpenCorpus("tsv", corpus);
  const auto read = reader->Next();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->source.text, "Two\nThree");
  EXPECT_FALSE(reader->Next());
  ASSERT_EQ(reader->Diagnostics().size(), 1U);
  EXPECT_EQ(reader->Diagnostics()[0].code, "score-unreadable");
  EXPECT_EQ(reader->Diagnostics()[0].location.ToString(), "corpus.tsv:2");
}

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

TEST(XcesReader, WithoutAFolderALanguageIsNotKnown) {
  const std::string document = "<document><s id=\"1\">A.</s></document>";
  const Corpus corpus = {
      {"corpus.xces",
       "<cesAlign><linkGrp fromDoc=\"doc1.xml\" toDoc=\"fr/doc2.xml\"><link xtargets=\"1;1\"/>"
       "</linkGrp></cesAlign>"},
      {"doc1.xml", document},
      {"fr/doc2.xml", document}};
  const auto read = test::ReadCorpus("xces", corpus);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]), "und: A. | fr: A.");
}

TEST(XcesReader, TakesHeadsOfItsOwnDocumentsOnly) {
  const Bitext ferry = test::FerryBitext();
  Corpus corpus = test::WriteCorpus("xces", {ferry});
  const std::string heads = "corpus.xces.meta.jsonl";
  const std::string line = corpus.at(heads);
  EXPECT_EQ(test::ReadCorpus("xces", corpus).at(0).source.credits.size(),
            ferry.source.credits.size());
  corpus[heads] = "";
  EXPECT_NE(ErrorOf("xces", corpus).find(heads + ": ends before the links do"), std::string::npos);
  corpus[heads] = line + line;
  EXPECT_NE(ErrorOf("xces", corpus).find(heads + ":2: goes on behind"), std::string::npos);
  corpus[heads] = line;
  corpus[heads].replace(line.find(ferry.source.id), ferry.source.id.size(), "another");
  EXPECT_NE(ErrorOf("xces", corpus).find(heads + ":1: is of the document \"another\""),
            std::string::npos);
}

TEST(XcesReader, RefusesWhatIsLinkedTwice) {
  const std::string link = "<link xtargets=\"1;1\"/>\n";
  const std::string open = "<linkGrp fromDoc=\"en/x.xml\" toDoc=\"fr/x.xml\">\n";
  const std::string document = "<text><s id=\"1\">A.</s><s id=\"2\">B.</s></text>";
  Corpus corpus = {{"corpus.xces", "<cesAlign>\n" + open + link + link + "</linkGrp></cesAlign>"},
                   {"en/x.xml", document},
                   {"fr/x.xml", document}};
  EXPECT_NE(ErrorOf("xces", corpus).find("corpus.xces:4: "), std::string::npos);
  EXPECT_NE(ErrorOf("xces", corpus).find("sentence 0 is in two beads"), std::string::npos);
  corpus["corpus.xces"] =
      "<cesAlign>" + open + link + "</linkGrp>\n" + open + "</linkGrp></cesAlign>";
  EXPECT_NE(ErrorOf("xces", corpus).find("corpus.xces:4: a second <linkGrp>"), std::string::npos);
}

TEST(TeiReader, RefusesASentenceOfTwoLinks) {
  const std::string text = "<text><body><p><s xml:id=\"";
  const Corpus corpus = {{"corpus.tei", "<TEI>" + text + "a\">A.</s></p></body></text>" + text +
                                            "b\">B.</s></p></body></text><linkGrp>\n"
                                            "<link target=\"#a #b\"/>\n<link target=\"#a\"/>\n"
                                            "</linkGrp></TEI>"}};
  EXPECT_NE(ErrorOf("tei", corpus).find("corpus.tei:3: "), std::string::npos);
  EXPECT_NE(ErrorOf("tei", corpus).find("sentence 0 is in two beads"), std::string::npos);
}

TEST(XcesReader, KeepsTextBetweenWords) {
  const auto read = test::ReadCorpus(
      "xces",
      {{"corpus.xces",
        R"(<cesAlign><linkGrp fromDoc="en/x.xml" toDoc="fr/x.xml"><link xtargets="1;1"/></linkGrp></cesAlign>)"},
       {"en/x.xml", "<text><s id=\"1\">Bye <w>now</w>.</s></text>"},
       {"fr/x.xml", "<text><s id=\"1\">\n <w>Adieu</w><w>.</w>\n</s></text>"}});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]), "en: Bye now. | fr: Adieu .");
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

TEST(TsvReader, WithoutAHeaderTakesSourceTargetAndScore) {
  const auto read =
      test::ReadCorpus("tsv", {{"corpus.tsv", "One.\tUn.\t0.5\r\nTwo.\tDeux.\nx\n"}}, {"en", "fr"});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]), "en: One.\nTwo. | fr: Un.\nDeux.");
  EXPECT_EQ(read[0].beads[0].score, 0.5F);
}

TEST(TsvReader, FindsTextsBehindScoresNumbersAndAddresses) {
  const auto read = [](const std::string& text) {
    const Corpus corpus = {{"corpus.tsv", text}};
    const auto reader = test::OpenCorpus("tsv", corpus);
    std::string told;
    while (const auto bitext = reader->Next()) {
      told += bitext->source.id + "|" + bitext->source.text + "|" + bitext->target.text + "|" +
              std::to_string(bitext->beads.front().score).substr(0, 4) + "\n";
    }
    for (const Diagnostic& diagnostic : reader->Diagnostics()) told += diagnostic.code + "\n";
    return told;
  };
  // Mined pairs, numbered pairs, Tatoeba's links, Bitextor's columns.
  EXPECT_EQ(read("1.25\tOne\tUn\n"), "|One|Un|1.25\ncolumns-guessed\n");
  EXPECT_EQ(read("1\tOne\tUn\n2\tTwo\n"), "|One|Un|0.00\ncolumns-guessed\ncolumns-differ\n");
  EXPECT_EQ(read("12\tOne\t77\tUn\n"), "|One|Un|0.00\ncolumns-guessed\n");
  EXPECT_EQ(read("http://a/en\thttp://a/fr\tOne\tUn\t0.75\n"),
            "http://a/en|One|Un|0.75\ncolumns-guessed\n");
  // Texts may be numbers and addresses too.
  EXPECT_EQ(read("12\t12\n"), "|12|12|0.00\n");
  EXPECT_EQ(read("12\t12\t0.5\n"), "|12|12|0.50\n");
  EXPECT_EQ(read("http://a\thttp://a\t0.5\n"), "|http://a|http://a|0.50\n");
}

TEST(JsonlReader, CountsMembersThatItDoesNotKnow) {
  const Corpus corpus = {
      {"corpus.jsonl",
       R"({"schema":"calque/bitext/1","extra":1,"source":{"id":"a","language":"en","text":"","mynote":"x"},)"
       R"("target":{"id":"b","language":"fr","text":""},"beads":[]})"}};
  const auto reader = test::OpenCorpus("jsonl", corpus);
  EXPECT_TRUE(reader->Next().has_value());
  EXPECT_EQ(Messages(*reader), (std::vector<std::string>{"members of other names left out: 2"}));
  const Corpus own = test::WriteCorpus("jsonl", {test::FerryBitext()});
  const auto whole = test::OpenCorpus("jsonl", own);
  EXPECT_TRUE(whole->Next().has_value());
  EXPECT_TRUE(whole->Diagnostics().empty());
}

TEST(TsvReader, LooksBelowAHeaderOfUnknownNames) {
  const Corpus corpus = {{"corpus.tsv",
                          "url1\turl2\ttext1\ttext2\nhttp://a\thttp://b\tHello.\tBonjour.\n"
                          "http://c\thttp://d\tBye.\tAu revoir.\n"}};
  const auto reader = test::OpenCorpus("tsv", corpus);
  std::string texts;
  while (const auto read = reader->Next()) texts += Text(*read) + "\n";
  EXPECT_EQ(texts, ": Hello. | : Bonjour.\n: Bye. | : Au revoir.\n");
  EXPECT_EQ(Messages(*reader),
            (std::vector<std::string>{
                "names columns that are not known; columns 3 and 4 taken for source and target"}));
  // A line of short texts above lines of texts is one of them.
  EXPECT_EQ(Text(test::ReadCorpus("tsv", {{"corpus.tsv", "Yes\tOui\tx\nNo\tNon\ty\n"}}).at(0)),
            ": Yes\nNo | : Oui\nNon");
}

TEST(TsvReader, SaysWhatItDoesNotTake) {
  const Corpus corpus = {
      {"corpus.tsv", "The price is\t5 euros.\tLe prix.\nA.\tB.\t0.5\nC.\tD.\t0.5\tE.\n"}};
  const auto reader = test::OpenCorpus("tsv", corpus);
  while (reader->Next()) {
  }
  EXPECT_EQ(Messages(*reader),
            (std::vector<std::string>{"lines with text behind the columns of source, target and "
                                      "score, which is left out: 2"}));
  const Corpus other = {
      {"corpus.tsv", "source\ttarget\tsource_credits\nA.\tB.\tby: Jane; reporter: Bob\n"}};
  const auto credits = test::OpenCorpus("tsv", other);
  EXPECT_EQ(FormatCredits(credits->Next()->source.credits), "reporter: Bob");
  EXPECT_FALSE(credits->Next().has_value());
  EXPECT_EQ(Messages(*credits),
            (std::vector<std::string>{"credits without a known role in front left out: 1"}));
}

TEST(TsvReader, KnowsTheLinesOfItsBeads) {
  const Corpus corpus = {{"corpus.tsv", "A.\tB.\n\nC.\tD.\n"}};
  const auto reader = test::OpenCorpus("tsv", corpus);
  ASSERT_TRUE(reader->Next().has_value());
  EXPECT_EQ(reader->BeadLines(), (std::vector<std::uint64_t>{1, 3}));
}

TEST(TsvReader, FindsColumnsByTheirNames) {
  const auto read = test::ReadCorpus(
      "tsv", {{"corpus.tsv", "target\tmine\tsource\tsource_credits\nUn.\t?\tOne.\teditor: A\n"}});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(Text(read[0]), ": One. | : Un.");
  EXPECT_EQ(read[0].source.credits[0].name, "A");
}

// A place in the whole document, which is not what its units add up to.
TEST(HuggingFaceReader, LeavesOutWhereACreditStood) {
  const std::string line =
      R"({"translation":{"en":"a","fr":"b"},"meta":{"source":{"document":"d","credits":)"
      R"([{"role":"editor","name":"N","span":[70,80]}]},"target":{}}})";
  const auto read = test::ReadCorpus("hf", {{"corpus.hf", line}});
  ASSERT_EQ(read.size(), 1U);
  ASSERT_EQ(read[0].source.credits.size(), 1U);
  EXPECT_EQ(read[0].source.credits[0].span, ByteSpan{});
  const auto jsonl = test::WriteCorpus("jsonl", read);
  EXPECT_EQ(test::ReadCorpus("jsonl", jsonl), read);
}

TEST(HuggingFaceReader, RefusesScoresThatNoFloatHolds) {
  for (const char* rest : {R"("score":1e300)", R"("score":"high")",
                           R"("meta":{"source":{},"target":{},"score":1e300})",
                           R"("meta":{"source":{},"target":{},"bitext_score":-1e300})"}) {
    const std::string line = R"({"translation":{"en":"a","fr":"b"},)" + std::string(rest) + "}\n";
    const std::string said = ErrorOf("hf", {{"corpus.hf", line}});
    EXPECT_EQ(said.find("corpus.hf:1: a score "), 0U) << said;
  }
}

TEST(MosesReader, NeedsBothLanguagesOfOneLength) {
  EXPECT_NE(ErrorOf("moses", {{"corpus.en", "a\n"}}).find("--source-language"), std::string::npos);
  EXPECT_NE(ErrorOf("moses", {{"corpus.en", "a\n"}}, {"en", "fr"}).find("corpus.fr"),
            std::string::npos);
  EXPECT_NE(ErrorOf("moses", {{"corpus.en", "a\nb\n"}, {"corpus.fr", "a\n"}}, {"en", "fr"})
                .find("corpus.en:2"),
            std::string::npos);
}

TEST(MosesReader, NeedsALineOfEachFileBesideTheTexts) {
  const Corpus texts = {{"corpus.en", "a\nb\n"}, {"corpus.fr", "c\nd\n"}};
  for (const char* ids : {"e1\tf1\n", "e1\tf1\ne1\tf1\ne1\tf1\n"}) {
    Corpus corpus = texts;
    corpus["corpus.ids"] = ids;
    EXPECT_NE(ErrorOf("moses", corpus, {"en", "fr"}).find("corpus.ids"), std::string::npos) << ids;
  }
  Corpus corpus = texts;
  corpus["corpus.meta.jsonl"] = R"({"source":{},"target":{}})";
  EXPECT_NE(ErrorOf("moses", corpus, {"en", "fr"}).find("corpus.meta.jsonl"), std::string::npos);
}

TEST(MosesReader, TakesDocumentsFromIds) {
  const auto read = test::ReadCorpus("moses",
                                     {{"corpus.en", "a\nb\n"},
                                      {"corpus.fr", "c\nd\n"},
                                      {"corpus.ids", "e1\tf1\ts1\ts1\ne2\tf2\ts1\ts1\n"}},
                                     {"en", "fr"});
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[1].source.id, "e2");
  EXPECT_EQ(Text(read[1]), "en: b | fr: d");
}

class OpenBitextFileTest : public testing::Test {
 protected:
  std::string Put(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name) << bytes;
    return (folder_ / name).string();
  }

  test::TemporaryFolder folder_;
};

TEST_F(OpenBitextFileTest, KnowsAFormatByItsSuffixOrItsContent) {
  const auto text = [](const std::string& path) {
    return Text(*OpenBitextFile(path, "", {"en", "fr"})->Next());
  };
  EXPECT_EQ(text(Put("a.tmx", kForeignTmx)), "EN-US: One bold | FR: Un");
  EXPECT_EQ(text(Put("no-suffix", kForeignTmx)), "EN-US: One bold | FR: Un");
  EXPECT_EQ(text(Put("b", "One.\tUn.\n")), "en: One. | fr: Un.");
  Put("c.en", "One.\n");
  Put("c.fr", "Un.\n");
  EXPECT_EQ(text((folder_ / "c.moses").string()), "en: One. | fr: Un.");
}

TEST_F(OpenBitextFileTest, ReadsTablesInUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("One.\tUn.\n")) (wide += c) += '\0';
  EXPECT_EQ(Text(*OpenBitextFile(Put("wide.tsv", wide), "", {"en", "fr"})->Next()),
            "en: One. | fr: Un.");
}

TEST_F(OpenBitextFileTest, ReadsEveryPartOfADataset) {
  std::filesystem::create_directory(folder_ / "d.hf");
  Put("d.hf/train.jsonl", R"({"translation":{"en":"a","fr":"b"}})");
  Put("d.hf/validation.jsonl", R"({"translation":{"en":"c","fr":"d"}})");
  EXPECT_EQ(Text(*OpenBitextFile((folder_ / "d.hf/").string(), "", {})->Next()),
            "en: a\nc | fr: b\nd");
}

TEST_F(OpenBitextFileTest, SaysWhatItCannotOpen) {
  const auto code = [](const std::string& path, std::string_view format) {
    return test::ErrorOf([&] { (void)OpenBitextFile(path, format, {}); }).code();
  };
  EXPECT_EQ(code(Put("d", "nothing that is known"), ""), ErrorCode::kBadInput);
  EXPECT_EQ(code(Put("d", "x"), "docx"), ErrorCode::kUsage);
  EXPECT_EQ(code("/no/such/file.tmx", ""), ErrorCode::kMissingInput);
  EXPECT_EQ(code(folder_.path().string(), "tmx"), ErrorCode::kBadInput);
}

}  // namespace
}  // namespace calque::internal
