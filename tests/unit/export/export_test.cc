#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "align/base/sha256.h"
#include "align/export/exporter.h"
#include "align/io/number_text.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"

namespace calque::internal {
namespace {

using test::FerryBitext;

TEST(ExportFormats, AreSortedAndFoundByNameAndLongestSuffix) {
  std::string_view last;
  for (const ExportFormat& format : ExportFormats()) {
    EXPECT_LT(last, format.name);
    last = format.name;
    EXPECT_EQ(FindExportFormat(format.name), &format);
  }
  EXPECT_EQ(ExportFormatOfFile("out/x.tmx"), FindExportFormat("tmx"));
  EXPECT_EQ(ExportFormatOfFile("out/tmx"), nullptr);
  EXPECT_EQ(FindExportFormat("docx"), nullptr);
}

TEST(ExportFormats, AnEmptyCorpusIsAValidFile) {
  EXPECT_EQ(test::WriteCorpus("jsonl", {}).at("corpus.jsonl"), "");
  const std::string tmx = test::WriteCorpus("tmx", {}).at("corpus.tmx");
  EXPECT_NE(tmx.find("<body/>"), std::string::npos) << tmx;
  EXPECT_TRUE(test::ReadCorpus("tmx", {{"corpus.tmx", tmx}}).empty());
}

TEST(ExportFormats, AnEmptyCorpusHasItsFileOfEachLanguage) {
  for (const auto& [format, suffix] :
       {std::pair("conll", ".conll"), {"conllu", ".conllu"}, {"moses", ""}, {"pharaoh", ""}}) {
    const test::Corpus corpus = test::WriteCorpus(format, {});
    for (const std::string side : {"source", "target"}) {
      EXPECT_TRUE(corpus.contains("corpus." + side + suffix)) << format;
    }
  }
  EXPECT_TRUE(test::ReadCorpus("moses", test::WriteCorpus("moses", {})).empty());
}

// Lines without what stands before their first tab.
std::string WithoutFirstColumn(const std::string& lines) {
  std::string rest;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) rest += line.substr(line.find('\t')) + '\n';
  return rest;
}

// Beads of other origin come in any order: what is written of sentences, in theirs, is the same.
TEST(ExportFormats, WriteTheSameOfBeadsInAnyOrder) {
  std::mt19937 random(3);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Bitext bitext = seed == 0 ? FerryBitext() : test::HostileBitext(seed);
    Bitext other = bitext;
    std::shuffle(other.beads.begin(), other.beads.end(), random);
    for (const std::string format : {"beads", "ladder"}) {
      EXPECT_EQ(test::WriteCorpus(format, {other}), test::WriteCorpus(format, {bitext}))
          << format << ", seed " << seed;
    }
    const auto links = [](const Bitext& of, std::vector<std::string>* losses) {
      return WithoutFirstColumn(test::WriteCorpus("links", {of}, losses).at("corpus.links"));
    };
    std::vector<std::string> losses;
    std::vector<std::string> other_losses;
    EXPECT_EQ(links(other, &other_losses), links(bitext, &losses)) << "seed " << seed;
    EXPECT_EQ(other_losses, losses) << "seed " << seed;
  }
}

TEST(ExportFormats, LinksNameTheirBeadInAnyOrder) {
  Bitext bitext = FerryBitext();
  std::reverse(bitext.beads.begin(), bitext.beads.end());
  const std::string lines = test::WriteCorpus("links", {bitext}).at("corpus.links");
  std::istringstream stream(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line); ++count) {
    const std::size_t bead = std::stoul(line) - 1;
    ASSERT_LT(bead, bitext.beads.size());
    const std::size_t text = line.find('\t') + 1;
    const std::string name = line.substr(text, line.find('\t', text) - text);
    const ByteSpan span = bitext.source.SpanOf(bitext.beads[bead].source);
    EXPECT_NE(span.In(bitext.source.text).find(name), std::string_view::npos) << line;
  }
  EXPECT_EQ(count, bitext.entities.size());
}

TEST(ExportFormats, SayWhatTheyCouldNotHold) {
  std::vector<std::string> losses;
  (void)test::WriteCorpus("tmx", {FerryBitext()}, &losses);
  EXPECT_EQ(losses.front(), "null beads left out: 1");
  (void)test::WriteCorpus("jsonl", {FerryBitext()}, &losses);
  EXPECT_TRUE(losses.empty());
}

TEST(Tmx, NamesThoseWhoMadeEachSide) {
  const std::string tmx = test::WriteCorpus("tmx", {FerryBitext()}).at("corpus.tmx");
  for (
      const char* expected :
      {R"(<prop type="x-target-credit-translator">Élise Noë</prop>)",
       R"(<tuv xml:lang="fr" creationdate="20260106T000000Z" creationid="Élise Noë" changeid="Luc Rémi">)",
       R"(<tuv xml:lang="en" creationdate="20260105T000000Z" creationid="Mara Quillen" changeid="Tom Ashby">)",
       R"(<tu tuid="ferry.2" changeid="Luc Rémi">)", R"(<prop type="type">2:1</prop>)",
       R"(<prop type="x-credit-place">Northport</prop>)"}) {
    EXPECT_NE(tmx.find(expected), std::string::npos) << expected << "\n" << tmx;
  }
}

TEST(Tmx, TheHeaderSpeaksOfDocumentsOnlyWhereThereIsOnePair) {
  Bitext other = FerryBitext();
  other.id = "other";
  const std::string tmx = test::WriteCorpus("tmx", {FerryBitext(), other}).at("corpus.tmx");
  EXPECT_EQ(tmx.find("x-target-credit-"), std::string::npos);
}

TEST(Beads, HaveIndicesFromZeroAndAnEmptySideForANullBead) {
  EXPECT_EQ(test::WriteCorpus("beads", {FerryBitext()}).at("corpus.beads"),
            "0:0\t0.97\n1,2:1\t0.91\n3:2\t0.95\n4:\t0.88\n");
}

TEST(Links, CountBeadsFromOne) {
  EXPECT_EQ(test::WriteCorpus("links", {FerryBitext()}).at("corpus.links"),
            "2\tAda Brandt\tAda Brandt\tperson\t0.99\n"
            "2\t$2.5 billion\t2,5\u00A0milliards de dollars\tmoney\t0.96\n");
}

TEST(Ladder, HasARungWhereEachBeadBeginsAndOneBehindTheLast) {
  EXPECT_EQ(test::WriteCorpus("ladder", {FerryBitext()}).at("corpus.ladder"),
            "0\t0\t0.97\n1\t1\t0.91\n3\t2\t0.95\n4\t3\t0.88\n5\t3\t0\n");
}

TEST(Ladder, TakesCrossingBeadsAsOneStep) {
  Bitext bitext = FerryBitext();
  bitext.beads = {{{0, 1}, {0, 1}, 0.9F, false},
                  {{1, 3}, {2, 3}, 0.8F, true},
                  {{3, 4}, {1, 2}, 0.7F, true},
                  {{4, 5}, {3, 3}, 0.6F, false}};
  std::vector<std::string> losses;
  EXPECT_EQ(test::WriteCorpus("ladder", {bitext}, &losses).at("corpus.ladder"),
            "0\t0\t0.9\n1\t1\t0.8\n4\t3\t0.6\n5\t3\t0\n");
  EXPECT_EQ(losses.front(), "beads that cross made one with their neighbours: 1");
}

TEST(Exporters, SayThatMetadataAndDiagnosticsAreLost) {
  const Bitext bitext = FerryBitext();
  for (const char* format : {"tei", "xces", "tmx"}) {
    std::vector<std::string> losses;
    (void)test::WriteCorpus(format, {bitext}, &losses);
    EXPECT_THAT(losses, testing::Contains("diagnostics left out: 1")) << format;
    EXPECT_THAT(losses, testing::Contains(testing::StartsWith("metadata fields left out: ")))
        << format;
  }
}

TEST(Exporters, SayThatCreditLinesAreLost) {
  for (const char* format : {"moses", "tsv", "xces", "xliff21"}) {
    std::vector<std::string> losses;
    (void)test::WriteCorpus(format, {FerryBitext()}, &losses);
    EXPECT_THAT(losses, testing::Contains("bylines, credit lines, notes and furniture left out: 2"))
        << format;
  }
}

TEST(Deferred, SaysWhereBeadsStandAndNotWhatTheySay) {
  const Bitext ferry = FerryBitext();
  std::vector<std::string> losses;
  const std::string written = test::WriteCorpus("deferred", {ferry}, &losses).at("corpus.deferred");
  EXPECT_EQ(written.find("Corvane"), std::string::npos);
  EXPECT_EQ(losses.front(), "null beads left out: 1");
  std::vector<std::string> fields;
  std::istringstream second(
      written.substr(written.find("\nferry", written.find("\nferry") + 1) + 1));
  std::string line;
  std::getline(second, line);
  std::istringstream columns(line);
  for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
  ASSERT_GE(fields.size(), 21U);
  EXPECT_EQ(fields[3], "2-1");
  EXPECT_EQ(fields[4], "ferry.en.txt");
  EXPECT_EQ(fields[5], Sha256Of(ferry.source.text));
  const ByteSpan span{ParseUnsigned(fields[6]).value(), ParseUnsigned(fields[7]).value()};
  EXPECT_EQ(span, ferry.source.SpanOf({1, 3}));
  EXPECT_EQ(fields[8], Sha256Of(span.In(ferry.source.text)));
  EXPECT_EQ(fields[20],
            "reporter: Mara Quillen; translator: Élise Noë [service français]; editor: Luc Rémi");
}

TEST(Pharaoh, KeepsATokenOneWhateverBlankIsInIt) {
  Bitext bitext;
  bitext.source.language = "en";
  bitext.target.language = "fr";
  for (Document* document : {&bitext.source, &bitext.target}) {
    document->text = document == &bitext.source ? "1 600 tons" : "1\u00A0600 t\u202Fx";
    const auto end = static_cast<std::uint32_t>(document->text.size());
    const auto blank = static_cast<std::uint32_t>(document->text.find(' ', 4));
    document->tokens = {{{0, blank}}, {{blank + 1, end}}};
    document->sentences = {{{0, end}, {0, 2}, 1.0F}};
    document->paragraphs = {{{0, end}, {0, 1}, ParagraphKind::kBody}};
  }
  bitext.beads = {{{0, 1}, {0, 1}, 1.0F, false}};
  bitext.words = {{0, 0, 1.0F}, {1, 1, 1.0F}};
  std::vector<std::string> losses;
  const test::Corpus corpus = test::WriteCorpus("pharaoh", {bitext}, &losses);
  EXPECT_EQ(corpus.at("corpus.pharaoh"), "0-0 1-1\n");
  EXPECT_EQ(corpus.at("corpus.en"), "1_600 tons\n");
  EXPECT_EQ(corpus.at("corpus.fr"), "1_600 t_x\n");
  EXPECT_EQ(losses, std::vector<std::string>{"tokens with a blank written with _: 3"});
}

TEST(Moses, RefusesASecondPairOfLanguages) {
  Bitext other = FerryBitext();
  other.target.language = "de";
  EXPECT_THROW((void)test::WriteCorpus("moses", {FerryBitext(), other}), Error);
}

// `en_US` and `fr_FR`, as many tools write them, are no parts of names of files; one that is empty
// is as undetermined as `und`.
TEST(ExportFormats, KeepSidesApartWhoseLanguagesAreNoNames) {
  for (const auto& [source, target] : {std::pair("en_US", "fr_FR"), std::pair("", "und")}) {
    Bitext bitext = FerryBitext();
    bitext.source.language = source;
    bitext.target.language = target;
    const test::Corpus xces = test::WriteCorpus("xces", {bitext});
    EXPECT_TRUE(xces.contains("und-source/corpus.1.xml"));
    EXPECT_TRUE(xces.contains("und-target/corpus.1.xml"));
    const test::Corpus brat = test::WriteCorpus("brat", {bitext});
    EXPECT_TRUE(brat.contains("corpus.1.source.und.txt"));
    EXPECT_TRUE(brat.contains("corpus.1.target.und.txt"));
  }
  Bitext bitext = FerryBitext();
  bitext.source.language.clear();
  bitext.target.language = "und";
  const std::string lines = test::WriteCorpus("hf", {bitext}).at("corpus.hf/train.jsonl");
  EXPECT_NE(lines.find(R"("translation":{"source":)"), std::string::npos) << lines;
}

}  // namespace
}  // namespace calque::internal
