// Files of other tools, and flaws. What calque itself writes is in tests/property.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"
#include "tests/unit/read/bitext_questions.h"

namespace calque::internal {
namespace {

using test::Corpus;

TEST(HuggingFaceReader, OneLanguageAskedForIsNotTakenForTheOtherSide) {
  const Corpus corpus = {{"corpus.hf", R"({"translation":{"en":"a","fr":"b"}})"}};
  const auto to_first = test::ReadCorpus("hf", corpus, {"", "en"});
  ASSERT_EQ(to_first.size(), 1U);
  EXPECT_EQ(Text(to_first[0]), "fr: b | en: a");
  EXPECT_EQ(Text(test::ReadCorpus("hf", corpus).at(0)), "en: a | fr: b");
  EXPECT_EQ(Text(test::ReadCorpus("hf", corpus, {"fr", ""}).at(0)), "fr: b | en: a");
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
