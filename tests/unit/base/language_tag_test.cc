#include "align/base/language_tag.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

TEST(LanguageTag, TheLanguageAloneNamesFilesOfData) {
  for (const char* tag : {"fr", "FR", "fr-CA", "fr_FR", "fra", "fre", "Fr-latn-CA", "FRE-CA"}) {
    EXPECT_EQ(PrimaryLanguage(tag), "fr") << tag;
  }
  EXPECT_EQ(PrimaryLanguage(""), "");
  for (const char* tag : {"f", "../etc", "12", "français", "-fr"}) {
    EXPECT_EQ(PrimaryLanguage(tag), "und") << tag;
  }
}

TEST(LanguageTag, TwoCodesOfOneLanguageAreTheSame) {
  EXPECT_EQ(PrimaryLanguage("iw"), "he");
  EXPECT_EQ(PrimaryLanguage("heb"), "he");
  EXPECT_EQ(PrimaryLanguage("in-ID"), "id");
  EXPECT_EQ(PrimaryLanguage("nb-NO"), "no");
  EXPECT_EQ(PrimaryLanguage("nob"), "no");
  EXPECT_EQ(PrimaryLanguage("nn"), "nn");
  for (const auto& [bibliographic, code] :
       std::initializer_list<std::pair<const char*, const char*>>{
           {"ger", "de"}, {"dut", "nl"}, {"chi", "zh"}, {"cze", "cs"}, {"gre", "el"}}) {
    EXPECT_EQ(PrimaryLanguage(bibliographic), code);
  }
}

TEST(LanguageTag, KeepsTheScript) {
  EXPECT_EQ(WithoutRegion("SR-latn-RS"), "sr-Latn");
  EXPECT_EQ(WithoutRegion("fr_CA"), "fr");
  EXPECT_EQ(WithoutRegion("nb-NO"), "nb");
  EXPECT_EQ(WithoutRegion("sr-Lat1"), "sr");
}

TEST(LanguageTag, IsToldFromTheNameOfALanguage) {
  for (const char* tag : {"fr", "fra", "fr-CA", "SR-latn-RS", "und", "de-1996"}) {
    EXPECT_TRUE(IsLanguageTag(tag)) << tag;
  }
  for (const char* tag : {"", "french", "f", "fr-", "fr CA", "fr-toolongasubtag"}) {
    EXPECT_FALSE(IsLanguageTag(tag)) << tag;
  }
}

TEST(LanguageTag, NarrowerFormsAreOfTheLanguage) {
  EXPECT_TRUE(IsLanguage("FR-ca", "fr"));
  EXPECT_TRUE(IsLanguage("fr", "fr"));
  EXPECT_TRUE(IsLanguage("anything", ""));
  EXPECT_FALSE(IsLanguage("frr", "fr"));
  EXPECT_FALSE(IsLanguage("fr", "fr-CA"));
}

}  // namespace
}  // namespace calque::internal
