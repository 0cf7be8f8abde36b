#include "align/archive/ledger.h"

#include <gtest/gtest.h>

#include <sstream>

#include "align/io/json.h"
#include "calque/error.h"
#include "tests/support/bitexts.h"

namespace calque::internal {
namespace {

std::string Tsv(const Ledger& ledger) {
  std::ostringstream out;
  ledger.WriteTsv(out);
  return out.str();
}

Bitext Named(const std::string& id, const std::string& reporter, const std::string& translator) {
  Bitext bitext = test::FerryBitext();
  bitext.id = id;
  bitext.source.id = id + ".en";
  bitext.target.id = id + ".fr";
  bitext.source.credits = {{CreditRole::kReporter, reporter, {}, {}, {}, 1.0F}};
  bitext.target.credits = {{CreditRole::kTranslator, translator, {}, "Acme Paris", {}, 1.0F}};
  return bitext;
}

TEST(Ledger, SaysWhoIsCreditedForWhat) {
  Ledger ledger;
  ledger.Add(test::FerryBitext());
  EXPECT_EQ(Tsv(ledger),
            "person\trole\tagency\tdocuments\twords\tnames\n"
            "Acme\tagency\tAcme\t1\t40\tAcme\n"
            "Luc Rémi\teditor\tAcme\t1\t36\tLuc Rémi\n"
            "Mara Quillen\treporter\tAcme\t2\t76\tMara Quillen\n"
            "Tom Ashby\teditor\tAcme\t1\t40\tTom Ashby\n"
            "Élise Noë\ttranslator\tservice français\t1\t36\tÉlise Noë\n");
}

TEST(Ledger, JoinsSpellingsOfOnePersonAndKeepsTwoPersonsApart) {
  Ledger ledger;
  ledger.Add(Named("a", "Élise Marchetti-Vasseur", "Ann Li"));
  ledger.Add(Named("b", "ELISE MARCHETTI VASSEUR", "Ann Li"));
  ledger.Add(Named("c", "Élise Marchetti-Vasseur", "Ann Lee"));
  const std::vector<LedgerEntry> entries = ledger.Entries();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].person, "Ann Lee");
  EXPECT_EQ(entries[1].person, "Ann Li");
  EXPECT_EQ(entries[1].documents, 2U);
  EXPECT_EQ(entries[2].person, "Élise Marchetti-Vasseur");
  EXPECT_EQ(entries[2].documents, 3U);
  EXPECT_EQ(entries[2].names.size(), 2U);
}

TEST(Ledger, CountsADocumentOnceHoweverItComes) {
  Ledger one;
  one.Add(Named("a", "Jo Roy", "Ann Li"));
  Ledger two;
  two.Add(Named("a", "Jo Roy", "Ann Li"));
  two.Add(Named("b", "Jo Roy", "Ann Li"));
  Ledger both;
  both.Merge(two);
  both.Merge(one);
  EXPECT_EQ(Tsv(both), Tsv(two));
  Ledger other_way = one;
  other_way.Merge(two);
  EXPECT_EQ(Tsv(other_way), Tsv(both));
}

TEST(Ledger, IsSavedAndLoadedWhateverTheNames) {
  Ledger ledger;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) ledger.Add(test::HostileBitext(seed));
  std::stringstream saved;
  ledger.Save(saved);
  const Ledger loaded = Ledger::Load(saved, "saved");
  EXPECT_EQ(loaded.Entries(), ledger.Entries());
  EXPECT_FALSE(ledger.Entries().empty());
  const std::string tsv = Tsv(ledger);
  std::size_t tabs = 0;
  std::size_t lines = 0;
  for (const char c : tsv) {
    tabs += c == '\t' ? 1 : 0;
    lines += c == '\n' ? 1 : 0;
  }
  EXPECT_EQ(tabs, 5 * lines);
  EXPECT_EQ(lines, ledger.Entries().size() + 1);
}

TEST(Ledger, RefusesWhatItDidNotSave) {
  for (const char* text : {"", "person\trole\n", "calque/ledger-parts/1\nx\ty\n",
                           "calque/ledger-parts/1\nAnn\treporter\t\t1\tmany\n"}) {
    std::istringstream in(text);
    EXPECT_THROW((void)Ledger::Load(in, "saved"), Error) << text;
  }
}

TEST(Ledger, IsJsonToo) {
  Ledger ledger;
  ledger.Add(test::FerryBitext());
  std::ostringstream out;
  ledger.WriteJson(out);
  const Json json = ParseJson(out.str(), {});
  EXPECT_EQ(json["schema"], "calque/ledger/1");
  ASSERT_EQ(json["entries"].size(), 5U);
  EXPECT_EQ(json["entries"][4]["person"], "Élise Noë");
  EXPECT_EQ(json["entries"][4]["words"], 36);
  std::ostringstream empty;
  Ledger().WriteJson(empty);
  EXPECT_TRUE(ParseJson(empty.str(), {})["entries"].empty());
}

}  // namespace
}  // namespace calque::internal
