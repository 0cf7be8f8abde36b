// Findings that a list says are none.
#include "align/fidelity/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Suppressions, ByCategoryDocumentAndText) {
  Bitext bitext = MakeBitext({{"The alleged thief was held.", "Le voleur a été arrêté."}});
  bitext.id = "d1";
  bitext.findings = FindDepartures(bitext, ShippedContext(), {});
  ASSERT_EQ(bitext.findings.size(), 1U);
  auto none = Suppressions::Parse("hedge-lost\td2\t*\tother document\n", "s.tsv");
  EXPECT_EQ(none.Apply(&bitext), 0U);
  EXPECT_THAT(none.Unused(), ElementsAre(HasSubstr("s.tsv:1")));
  auto one = Suppressions::Parse("# ours\nhedge-lost\td1\talleged\theld by court order\n", "s.tsv");
  EXPECT_EQ(one.Apply(&bitext), 1U);
  EXPECT_THAT(bitext.findings, IsEmpty());
  EXPECT_THAT(one.Unused(), IsEmpty());
}

TEST(Suppressions, NameASideAndTextOverLines) {
  for (const std::string document : {"pair", "en.txt", "fr.txt"}) {
    Bitext bitext;
    bitext.id = "pair";
    bitext.source.id = "en.txt";
    bitext.target.id = "fr.txt";
    bitext.source.text = "Shares\nfell.";
    bitext.findings = {{"omission", Severity::kMajor, .9F, {0, 12}, {}, ""}};
    auto lines = Suppressions::Parse("omission\t" + document + "\tShares fell\tcut\n", "s.tsv");
    EXPECT_EQ(lines.Apply(&bitext), 1U) << document;
  }
}

TEST(Suppressions, NeedAReason) {
  EXPECT_THROW((void)Suppressions::Parse("hedge-lost\t*\t\twhy\n", "s.tsv"), Error);
  EXPECT_THROW((void)Suppressions::Parse("hedge-lost\t\t*\twhy\n", "s.tsv"), Error);
  EXPECT_THROW((void)Suppressions::Parse("hedge-lost\t*\t*\t\n", "s.tsv"), Error);
  EXPECT_THROW((void)Suppressions::Parse("hedge-lost\t*\t*\n", "s.tsv"), Error);
  EXPECT_THROW((void)Suppressions::Parse("no-such\t*\t*\twhy\n", "s.tsv"), Error);
}

}  // namespace
}  // namespace calque::internal
