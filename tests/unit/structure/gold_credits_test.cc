// Credits of single lines against corpora/gold/credits.LANGUAGE.jsonl: each line is put where it
// says it stands in a small dispatch, and the credits read there are compared with the gold.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "align/io/file.h"
#include "align/io/json.h"
#include "align/structure/structure.h"
#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

using test::DescribedCredits;
using test::ShippedGrammar;

struct Frame {
  const char* headline;
  const char* lead;
  const char* last;
};
const std::map<std::string, Frame> kFrames = {
    {"en",
     {"Ferry firm to cut 1,200 jobs",
      "NORTHPORT, Jan 5 (Acme) - Northport Lines will cut 1,200 jobs, it said on Monday.",
      "The union declined to comment, and the European Commission said it was looking into it."}},
    {"fr",
     {"La compagnie va supprimer 1.200 emplois",
      "NORTHPORT, 5 janvier (Acme) - Northport Lines va supprimer 1.200 emplois, dit-elle lundi.",
      "Le syndicat n'a pas souhaité réagir et la Commission européenne examine le dossier."}}};

std::string Dispatch(const Frame& frame, const std::string& where, const std::string& line) {
  std::string text = std::string(frame.headline) + "\n\n";
  if (where == "head") text += line + "\n\n";
  text += std::string(frame.lead) + "\n\n";
  if (where == "body") text += line + "\n\n";
  text += std::string(frame.last) + "\n";
  if (where == "tail") text += "\n" + line + "\n";
  return text;
}

std::vector<std::string> GoldOf(const Json& credits) {
  std::vector<std::string> lines;
  for (const Json& credit : credits) {
    std::string line =
        credit.at("role").get<std::string>() + " " + credit.at("name").get<std::string>();
    if (credit.contains("place")) line += " @ " + credit.at("place").get<std::string>();
    if (credit.contains("organisation")) {
      line += " (" + credit.at("organisation").get<std::string>() + ")";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

struct Counts {
  int gold = 0;
  int found = 0;
  int right = 0;

  [[nodiscard]] double F1() const {
    return gold + found == 0 ? 1.0 : 2.0 * right / static_cast<double>(gold + found);
  }
};

std::string RoleOf(const std::string& described) {
  return described.substr(0, described.find(' '));
}

void Count(std::vector<std::string> gold, const std::vector<std::string>& found,
           std::map<std::string, Counts>* by_role) {
  for (const std::string& credit : gold) ++(*by_role)[RoleOf(credit)].gold;
  for (const std::string& credit : found) {
    ++(*by_role)[RoleOf(credit)].found;
    const auto match = std::find(gold.begin(), gold.end(), credit);
    if (match == gold.end()) continue;
    ++(*by_role)[RoleOf(credit)].right;
    gold.erase(match);
  }
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += "\n      " + line;
  return all.empty() ? "\n      (none)" : all;
}

// Reads all lines of a language, reports what differs and adds to the counts.
void Measure(const std::string& language, std::map<std::string, Counts>* by_role, int* lines,
             int* without_author) {
  const std::string path =
      std::string(CALQUE_SOURCE_DIRECTORY "/corpora/gold/credits.") + language + ".jsonl";
  const auto grammar = ShippedGrammar(language);
  std::istringstream file(ReadFile(path));
  for (std::string row; std::getline(file, row);) {
    const Json gold = ParseJson(row, {path});
    RawDocument raw;
    raw.text = Dispatch(kFrames.at(language), gold.at("where"), gold.at("text"));
    const std::vector<std::string> found =
        DescribedCredits(AnalyseStructure(std::move(raw), *grammar));
    const std::vector<std::string> expected = GoldOf(gold.at("credits"));
    Count(expected, found, by_role);
    ++*lines;
    const bool author =
        std::any_of(expected.begin(), expected.end(), [](const std::string& credit) {
          return IsTextAuthor(*CreditRoleFromString(RoleOf(credit)));
        });
    if (!author) ++*without_author;
    if (found != expected) {
      std::cout << "  " << gold.at("id") << " " << gold.at("text") << "\n    gold"
                << Joined(expected) << "\n    read" << Joined(found) << "\n";
    }
  }
}

TEST(GoldCreditsTest, AreReadWithRoleNameAndPlace) {
  std::map<std::string, Counts> by_role;
  int lines = 0;
  int without_author = 0;
  for (const char* language : {"en", "fr"}) Measure(language, &by_role, &lines, &without_author);
  EXPECT_GE(lines, 250);
  EXPECT_GE(without_author, 120);
  Counts all;
  Counts organisations_and_pictures;
  for (const auto& [role, counts] : by_role) {
    std::cout << "  " << role << ": gold " << counts.gold << ", read " << counts.found << ", right "
              << counts.right << "\n";
    all.gold += counts.gold;
    all.found += counts.found;
    all.right += counts.right;
    EXPECT_GE(counts.F1(), 0.97) << role;
  }
  std::cout << "  micro F1 " << all.F1() << " on " << lines << " lines, " << without_author
            << " of them without an author\n";
  EXPECT_GE(all.F1(), 0.99);
}

}  // namespace
}  // namespace calque::internal
