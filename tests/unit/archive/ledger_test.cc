#include "align/archive/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "align/io/json.h"
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
  bitext.source.dateline = bitext.target.dateline = std::nullopt;
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

// As every format without datelines has it.
TEST(Ledger, ListsTheAgencyOfADateline) {
  Bitext bitext = test::FerryBitext();
  for (Document* document : {&bitext.source, &bitext.target}) document->credits.clear();
  bitext.target.dateline.reset();
  Ledger ledger;
  ledger.Add(bitext);
  EXPECT_EQ(Tsv(ledger),
            "person\trole\tagency\tdocuments\twords\tnames\n"
            "Acme\tagency\tAcme\t1\t40\tAcme\n");
}

TEST(Ledger, CountsADocumentOnceHoweverItComes) {
  const Bitext a = Named("a", "Jo Roy", "Ann Li");
  const Bitext b = Named("b", "Jo Roy", "Ann Li");
  Ledger once;
  once.Add(a);
  once.Add(b);
  Ledger twice;
  for (const Bitext& bitext : {b, a, b}) twice.Add(bitext);
  EXPECT_EQ(Tsv(twice), Tsv(once));
}

TEST(Ledger, HasALineAnEntryWhateverTheNames) {
  Ledger ledger;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) ledger.Add(test::HostileBitext(seed));
  EXPECT_FALSE(ledger.Entries().empty());
  const std::string tsv = Tsv(ledger);
  const auto count = [&](char c) {
    return static_cast<std::size_t>(std::count(tsv.begin(), tsv.end(), c));
  };
  EXPECT_EQ(count('\n'), ledger.Entries().size() + 1);
  EXPECT_EQ(count('\t'), 5 * count('\n'));
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
