#include "align/io/language_id.h"

#include <gtest/gtest.h>

#include <string>

namespace calque::internal {
namespace {

const std::string kEnglish =
    "The mayor of Lyon said on Monday that prices had risen by 2.5 percent in a year. The city "
    "will "
    "build a new bridge over the river next spring, and the work will last for two years, she told "
    "reporters after a meeting of the council that went on until late in the evening.";

TEST(LanguageId, DoubtsALanguageOnClearEvidenceOnly) {
  EXPECT_EQ(LanguageInsteadOf("fr", kEnglish), "en");
  EXPECT_EQ(LanguageInsteadOf("de-AT", kEnglish), "en");
  EXPECT_EQ(LanguageInsteadOf("en", kEnglish), "");
  EXPECT_EQ(LanguageInsteadOf("en_GB", kEnglish), "");
  EXPECT_EQ(LanguageInsteadOf("und", kEnglish), "");
  EXPECT_EQ(LanguageInsteadOf("", kEnglish), "");
  EXPECT_EQ(LanguageInsteadOf("fr", kEnglish.substr(0, 100)), "");
  EXPECT_EQ(LanguageInsteadOf("hsb", kEnglish), "");  // not known to the detector
}

TEST(LanguageId, DoesNotTellLanguagesApartThatAreAlike) {
  const std::string danish =
      "Borgmesteren sagde mandag, at priserne var steget med 2,5 procent på et år. Byen vil bygge "
      "en ny bro over floden til foråret, og arbejdet vil vare i to år, sagde hun til journalister "
      "efter et møde i byrådet, som trak ud til sent om aftenen.";
  EXPECT_EQ(LanguageInsteadOf("nb", danish), "");
  EXPECT_EQ(LanguageInsteadOf("fr", danish), "da");
}

}  // namespace
}  // namespace calque::internal
