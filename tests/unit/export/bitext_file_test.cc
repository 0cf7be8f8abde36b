// The public reader and writer of bitexts.
#include "calque/bitext_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <locale>
#include <map>

#include "align/export/exporter.h"
#include "align/io/suffix.h"
#include "align/read/bitext_reader.h"
#include "calque/error.h"
#include "tests/support/bitexts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque {
namespace {

using test::FerryBitext;
using testing::HasSubstr;
namespace fs = std::filesystem;

class BitextFileTest : public testing::Test {
 protected:
  [[nodiscard]] std::string Path(const std::string& name) const {
    return (folder_ / name).string();
  }

  // File name → bytes.
  [[nodiscard]] std::map<std::string, std::string> Files() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      files[entry.path().lexically_relative(folder_.path()).string()] =
          std::string(std::istreambuf_iterator<char>(in), {});
    }
    return files;
  }

  test::TemporaryFolder folder_;
};

TEST_F(BitextFileTest, GivesBackWhatWasWritten) {
  const std::string path = Path("corpus.jsonl.gz");
  BitextFileWriter writer(path);
  writer.Write(FerryBitext());
  writer.Write(FerryBitext());
  EXPECT_FALSE(fs::exists(path));
  EXPECT_THAT(writer.Commit(), testing::IsEmpty());
  BitextFileReader reader(path);
  EXPECT_EQ(reader.Next(), FerryBitext());
  BitextFileReader moved = std::move(reader);
  EXPECT_EQ(moved.Next(), FerryBitext());
  EXPECT_FALSE(moved.Next().has_value());
  EXPECT_THAT(moved.Diagnostics(), testing::IsEmpty());
}

TEST_F(BitextFileTest, TakesAFormatByName) {
  BitextFileWriter writer(Path("corpus"), "tmx");
  writer.Write(FerryBitext());
  EXPECT_THAT(writer.Commit(), testing::Contains("null beads left out: 1"));
  BitextFileReader reader(Path("corpus"), {.format = "tmx", .source_language = "fr"});
  EXPECT_EQ(reader.Next()->source.language, "fr");
}

TEST_F(BitextFileTest, LeavesNothingWithoutCommit) {
  {
    BitextFileWriter writer(Path("corpus.tmx"));
    writer.Write(FerryBitext());
  }
  EXPECT_THAT(Files(), testing::IsEmpty());
}

TEST_F(BitextFileTest, RefusesWhatItDoesNotKnow) {
  const auto code = [](const auto& run) { return static_cast<int>(test::ErrorOf(run).code()); };
  EXPECT_EQ(code([&] { BitextFileWriter writer(Path("x.docx")); }), 2);
  EXPECT_EQ(code([&] { BitextFileWriter writer(Path("x"), "docx"); }), 2);
  EXPECT_EQ(code([&] { BitextFileWriter writer(Path("none/x.tmx")); }), 73);
  EXPECT_EQ(code([&] { BitextFileReader reader(Path("x.tmx")); }), 66);
  EXPECT_EQ(code([&] { BitextFileReader reader(Path("x.tmx"), {.format = "docx"}); }), 2);
}

TEST_F(BitextFileTest, RefusesABitextThatIsMalformed) {
  BitextFileWriter writer(Path("x.jsonl"));
  const auto said = [&](const auto& damage) {
    Bitext bitext = FerryBitext();
    damage(&bitext);
    const Error error = test::ErrorOf([&] { writer.Write(bitext); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput);
    return std::string(error.what());
  };
  EXPECT_THAT(said([](Bitext* b) { b->words[0].target = 1000; }), HasSubstr("names token 1000 of"));
  EXPECT_THAT(said([](Bitext* b) { b->entities[0].source = 1000; }),
              HasSubstr("names mention 1000 of"));
  EXPECT_THAT(said([](Bitext* b) { b->source_mentions[0].span.end = 9000; }),
              HasSubstr("a mention has the span"));
  EXPECT_THAT(said([](Bitext* b) { b->findings[0].target.end = 9000; }),
              HasSubstr("a finding has the span"));
  EXPECT_THAT(said([](Bitext* b) { b->beads.push_back(b->beads[0]); }), HasSubstr("in two beads"));
  EXPECT_THAT(said([](Bitext* b) { b->target.text[0] = '\x80'; }), HasSubstr("no UTF-8"));
}

// The master form could not be read back.
TEST_F(BitextFileTest, RefusesStringsAndScoresThatNoJsonHolds) {
  constexpr float kInfinite = std::numeric_limits<float>::infinity();
  const std::vector<std::pair<const char*, std::function<void(Bitext*)>>> damages = {
      {"the id of its bitext is no UTF-8 at byte 1", [](Bitext* b) { b->id = "d\xE9p"; }},
      {"its language is no UTF-8", [](Bitext* b) { b->target.language = "\xE9"; }},
      {"its slug is no UTF-8", [](Bitext* b) { b->source.metadata["slug"] = "\xE9"; }},
      {"a key of its metadata is no UTF-8", [](Bitext* b) { b->source.metadata["\xE9"] = ""; }},
      {"the name of a credit is no UTF-8", [](Bitext* b) { b->source.credits[0].name = "\xE9"; }},
      {"the key of a mention is no UTF-8", [](Bitext* b) { b->target_mentions[0].key = "\xE9"; }},
      {"the message of a finding is no UTF-8", [](Bitext* b) { b->findings[0].message = "\xE9"; }},
      {"the file of a diagnostic is no UTF-8",
       [](Bitext* b) {
         b->source.diagnostics = {{"a", "b", {"d\xE9p.txt", 1, 1}}};
       }},
      {"its bitext has a score that is no number", [](Bitext* b) { b->score = kInfinite; }},
      {"bead 0 has a score that is no number", [](Bitext* b) { b->beads[0].score = kInfinite; }},
      {"a word link has the probability inf, not one in [0, 1]",
       [](Bitext* b) { b->words[0].probability = kInfinite; }},
      {"sentence 1 has the probability -4.0",
       [](Bitext* b) { b->target.sentences[1].confidence = -4.0F; }},
      {"a finding has the probability nan",
       [](Bitext* b) { b->findings[0].probability = std::numeric_limits<float>::quiet_NaN(); }},
      {"a finding has the probability 9.0", [](Bitext* b) { b->findings[0].probability = 9.0F; }},
      {"a credit has the probability 5.0",
       [](Bitext* b) { b->source.credits[0].probability = 5.0F; }},
      {"a mention has the probability 1.1",
       [](Bitext* b) { b->source_mentions[0].probability = 1.1F; }},
      {"an entity link has the probability -1.0", [](Bitext* b) { b->entities[0].score = -1.0F; }}};
  BitextFileWriter writer(Path("x.jsonl"));
  for (const auto& [said, damage] : damages) {
    Bitext bitext = FerryBitext();
    damage(&bitext);
    EXPECT_THAT(test::ErrorOf([&] { writer.Write(bitext); }).what(), HasSubstr(said));
  }
  // Other programs score by measures of their own.
  Bitext scored = FerryBitext();
  scored.score = scored.beads[0].score = 17.0F;
  writer.Write(scored);
}

TEST_F(BitextFileTest, SaysThatALanguageIsNotKnown) {
  std::ofstream(Path("pairs.tsv")) << "It rained.\tIl a plu.\n";
  BitextFileReader reader(Path("pairs.tsv"));
  EXPECT_EQ(reader.Next()->target.language, "und");
  BitextFileReader told(Path("pairs.tsv"), {.source_language = "en"});
  EXPECT_EQ(told.Next()->source.language, "en");
}

// What is not known, one writer calls by the format and the other by its version.
TEST_F(BitextFileTest, KnowsAFormatByEachOfItsNames) {
  for (const char* name : {"xliff", "xliff12", "xliff21", "xlf", "json"}) {
    BitextFileWriter writer(Path(name), name);
    writer.Write(FerryBitext());
    (void)writer.Commit();
    EXPECT_TRUE(BitextFileReader(Path(name), {.format = name}).Next().has_value()) << name;
  }
}

TEST_F(BitextFileTest, EndsWithCommit) {
  BitextFileWriter writer(Path("x.tmx"));
  writer.Write(FerryBitext());
  (void)writer.Commit();
  const auto before = Files();
  for (const std::function<void()>& more : std::initializer_list<std::function<void()>>{
           [&] { writer.Write(FerryBitext()); }, [&] { (void)writer.Commit(); }}) {
    const Error error = test::ErrorOf(more);
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_THAT(error.what(),
                HasSubstr("x.tmx: is complete; nothing can be written behind Commit()"));
  }
  EXPECT_EQ(Files(), before);
}

TEST_F(BitextFileTest, CountsSentencesThatAreInNoBead) {
  Bitext bitext = FerryBitext();
  const Bead dropped = bitext.beads[0];
  bitext.beads.erase(bitext.beads.begin());
  for (const char* name : {"x.tmx", "x.tsv", "x.jsonl"}) {
    BitextFileWriter writer(Path(name));
    writer.Write(bitext);
    const std::string loss = "sentences in no bead left out: " +
                             std::to_string(dropped.source.size() + dropped.target.size());
    const bool whole = std::string(name) == "x.jsonl";
    EXPECT_THAT(writer.Commit(), testing::Contains(loss).Times(whole ? 0 : 1)) << name;
  }
}

// Most of these are lines with tabs, as TSV is.
TEST_F(BitextFileTest, RefusesToReadWhatIsOnlyWritten) {
  std::size_t refused = 0;
  for (const internal::ExportFormat& format : internal::ExportFormats()) {
    const std::string_view suffix = format.suffixes.substr(0, format.suffixes.find(' '));
    const std::string path = Path("corpus" + std::string(suffix));
    if (internal::FindBySuffix(internal::BitextFormats(), path) != nullptr) continue;
    BitextFileWriter writer(path);
    writer.Write(FerryBitext());
    (void)writer.Commit();
    const Error error = test::ErrorOf([&] { const BitextFileReader reader(path); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput) << path;
    EXPECT_THAT(error.what(), HasSubstr("is of a format that is only written")) << path;
    ++refused;
  }
  EXPECT_GE(refused, 9U);
}

// A point after every digit, a comma before decimals.
class Pointed : public std::numpunct<char> {
 protected:
  std::string do_grouping() const override { return "\1"; }
  char do_thousands_sep() const override { return '.'; }
  char do_decimal_point() const override { return ','; }
};

TEST_F(BitextFileTest, WritesTheSameInEveryLocale) {
  const auto write = [&] {
    for (const internal::ExportFormat& format : internal::ExportFormats()) {
      fs::create_directory(folder_ / std::string(format.name));
      const std::string name(format.name);
      const std::string_view suffix = format.suffixes.substr(0, format.suffixes.find(' '));
      BitextFileWriter writer(Path(name + "/corpus" + std::string(suffix)), name);
      for (int i = 0; i < 12; ++i) {
        Bitext bitext = FerryBitext();
        bitext.id += std::to_string(i);
        writer.Write(bitext);
      }
      (void)writer.Commit();
    }
    return Files();
  };
  const auto expected = write();
  for (const auto& entry : fs::directory_iterator(folder_.path())) fs::remove_all(entry.path());
  const std::locale before = std::locale::global(std::locale(std::locale(), new Pointed));
  const auto found = write();
  std::locale::global(before);
  EXPECT_GT(expected.size(), internal::ExportFormats().size());
  ASSERT_EQ(found.size(), expected.size());
  for (const auto& [name, bytes] : expected) EXPECT_EQ(found.at(name), bytes) << name;
}

}  // namespace
}  // namespace calque
