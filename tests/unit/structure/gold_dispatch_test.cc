// Datelines, credits and furniture of whole dispatches against their gold: the shipped samples and,
// where it is there, the seed pair.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "align/base/utf8.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/read/plain_text.h"
#include "align/structure/structure.h"
#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

using test::DescribedCredits;
using test::ShippedGrammar;

namespace fs = std::filesystem;

// White space of any kind and length as one blank.
std::string Plain(std::string_view text) {
  std::string plain;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsSpace(c.value)) {
      gap = !plain.empty();
    } else {
      if (gap) plain += ' ';
      gap = false;
      AppendUtf8(c.value, &plain);
    }
    at = c.end;
  }
  return plain;
}

std::vector<std::string> GoldCredits(const Json& gold) {
  std::vector<std::string> lines;
  for (const Json& credit : gold) {
    std::string line =
        credit.at("role").get<std::string>() + " " + credit.at("name").get<std::string>();
    if (credit.contains("place")) line += " @ " + credit.at("place").get<std::string>();
    if (credit.contains("desk")) line += " (" + credit.at("desk").get<std::string>() + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> Furniture(const Document& document) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == ParagraphKind::kFurniture || paragraph.kind == ParagraphKind::kNote) {
      lines.push_back(Plain(paragraph.span.In(document.text)));
    }
  }
  return lines;
}

std::vector<std::string> GoldFurniture(const Json& gold, const std::string& side) {
  std::vector<std::string> lines;
  if (!gold.contains("furniture") || !gold.at("furniture").contains(side)) return lines;
  for (const Json& line : gold.at("furniture").at(side))
    lines.push_back(Plain(line.get<std::string>()));
  return lines;
}

void ExpectGold(const fs::path& file, const Json& gold, const std::string& side) {
  SCOPED_TRACE(file.string());
  const Document document =
      AnalyseStructure(ReadPlainText(ReadFile(file), file.string()), *ShippedGrammar(side));
  EXPECT_EQ(DescribedCredits(document), GoldCredits(gold.at("credits").at(side)));
  EXPECT_EQ(Furniture(document), GoldFurniture(gold, side));
  const Json& dateline = gold.at("dateline").at(side);
  ASSERT_TRUE(document.dateline.has_value());
  EXPECT_EQ(document.dateline->place.In(document.text), dateline.at("place").get<std::string>());
  EXPECT_EQ(document.dateline->agency.In(document.text), dateline.value("agency", ""));
  EXPECT_EQ(document.dateline->date.In(document.text), dateline.value("date", ""));
  for (const Credit& credit : document.credits) {
    EXPECT_EQ(Plain(credit.span.In(document.text)), credit.name);
  }
}

TEST(GoldDispatchTest, SamplesAreExact) {
  int pairs = 0;
  for (const auto& entry : fs::directory_iterator(CALQUE_SOURCE_DIRECTORY "/corpora/samples")) {
    if (!entry.is_directory()) continue;
    const fs::path gold_file = entry.path() / "gold.json";
    const Json gold = ParseJson(ReadFile(gold_file), {gold_file.string()});
    for (const std::string side : {"en", "fr"})
      ExpectGold(entry.path() / (side + ".txt"), gold, side);
    ++pairs;
  }
  EXPECT_GE(pairs, 6);
}

TEST(GoldDispatchTest, SeedPairIsExact) {
  const fs::path seed = CALQUE_SOURCE_DIRECTORY "/../shared/data/seed";
  if (!fs::exists(seed)) GTEST_SKIP() << "shared data absent: " << seed;
  const Json gold = ParseJson(ReadFile(seed / "gold.json"), {"gold.json"});
  for (const std::string side : {"en", "fr"}) {
    ExpectGold(seed / ("dispatch-" + side + ".txt"), gold, side);
  }
}

}  // namespace
}  // namespace calque::internal
