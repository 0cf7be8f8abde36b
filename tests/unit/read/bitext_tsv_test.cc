// Tables of other tools, and flaws.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "align/read/bitext_reader.h"
#include "align/read/credit_text.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/unit/read/bitext_questions.h"

namespace calque::internal {
namespace {

using test::Corpus;

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

}  // namespace
}  // namespace calque::internal
