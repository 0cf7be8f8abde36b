#include "align/read/glossary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<GlossaryTerm> Read(std::string_view bytes) {
  return ReadGlossary(bytes, "terms", {"en", "fr-FR"});
}

TEST(Glossary, TsvJoinsRenderings) {
  const auto terms = Read(
      "EN\tFR\n# desk list\nheadline inflation\tinflation globale\tpreferred\n"
      "headline inflation\tinflation totale\nheadline inflation\tinflation de tête\tforbidden\n");
  ASSERT_EQ(terms.size(), 1U);
  EXPECT_EQ(terms[0].source, "headline inflation");
  EXPECT_THAT(terms[0].renderings, ElementsAre("inflation globale", "inflation totale"));
  EXPECT_THAT(terms[0].forbidden, ElementsAre("inflation de tête"));
}

TEST(Glossary, TsvHeadersAreNoTerms) {
  for (const char* header :
       {"source\ttarget", "Source\tTarget\tStatus", "en-GB\tfr", "English\tFrench\tStatus",
        "anglais\tfrançais", "Desk\tParis bureau\tStatus"}) {
    const auto terms = Read(std::string(header) + "\nyield\trendement\n");
    ASSERT_EQ(terms.size(), 1U) << header;
    EXPECT_EQ(terms[0].source, "yield");
  }
  for (const char* header : {"target\tsource", "fr\ten", "Français\tAnglais", "French\tEnglish"}) {
    const auto terms = Read(std::string(header) + "\nrendement\tyield\n");
    ASSERT_EQ(terms.size(), 1U) << header;
    EXPECT_EQ(terms[0].source, "yield");
    EXPECT_THAT(terms[0].renderings, ElementsAre("rendement"));
  }
  for (const char* term : {"English\tanglais", "French Open\tRoland-Garros", "source\torigine"}) {
    EXPECT_EQ(Read(term).size(), 1U) << term;
  }
}

TEST(Glossary, TsvErrorsNameThePlace) {
  const Error error = test::ErrorOf([] { (void)Read("futures\tcontrats à terme\noops\n"); });
  EXPECT_EQ(error.location().line, 2U);
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  EXPECT_THROW((void)Read("a\tb\tmaybe\n"), Error);
}

TEST(Glossary, TbxOfBothEditions) {
  const auto terms = Read(
      "\xEF\xBB\xBF<?xml version='1.0'?><martif><text><body><termEntry id='c1'>"
      "<langSet xml:lang='en'><tig><term>futures</term></tig></langSet>"
      "<langSet xml:lang='fr'><tig><term>contrats à terme</term></tig>"
      "<tig><term>futurs</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts"
      "</termNote></tig></langSet><langSet xml:lang='de'><tig><term>Terminkontrakt</term></tig>"
      "</langSet></termEntry></body></text></martif>");
  ASSERT_EQ(terms.size(), 1U);
  EXPECT_EQ(terms[0].source, "futures");
  EXPECT_THAT(terms[0].renderings, ElementsAre("contrats à terme"));
  EXPECT_THAT(terms[0].forbidden, ElementsAre("futurs"));
  const auto newer = Read(
      "<tbx><text><body><conceptEntry><langSec xml:lang='en-US'><termSec><term>yield</term>"
      "</termSec></langSec><langSec xml:lang='fr'><termSec><term>rendement</term></termSec>"
      "</langSec></conceptEntry></body></text></tbx>");
  ASSERT_EQ(newer.size(), 1U);
  EXPECT_THAT(newer[0].renderings, ElementsAre("rendement"));
  EXPECT_THAT(newer[0].forbidden, IsEmpty());
}

TEST(Glossary, TbxOfOtherLanguagesHoldsNothing) {
  EXPECT_THAT(
      Read("<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term>yield</term>"
           "</termSec></langSec><langSec xml:lang='es'><termSec><term>rendimiento</term>"
           "</termSec></langSec></conceptEntry></body></text></tbx>"),
      IsEmpty());
}

TEST(Glossary, OtherXmlIsRefused) { EXPECT_THROW((void)Read("<html><p>x</p></html>"), Error); }

}  // namespace
}  // namespace calque::internal
