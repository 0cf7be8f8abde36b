// What an Engine keeps of models and languages, and what it tries again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/io/data_directory.h"
#include "calque/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

// Expects that `run` finds `file` damaged.
void ExpectDamaged(const std::string& file, const std::function<void()>& run) {
  const Error error = test::ErrorOf(run);
  EXPECT_EQ(error.code(), ErrorCode::kBadInput) << error.what();
  EXPECT_THAT(error.what(), testing::HasSubstr(file));
}

// Were the failure kept as "no model", a batch would align all pairs but the first without one.
TEST(ModelStore, SaysOfEachPairThatAModelIsBroken) {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "models");
  std::ofstream(folder / "models" / "en-fr.calque", std::ios::binary) << "cut short";
  const ModelStore store(folder.path(), "");
  for (int pair = 0; pair < 2; ++pair) {
    ExpectDamaged("en-fr.calque", [&] { (void)store.Get("en", "fr"); });
  }
  EXPECT_EQ(store.Get("en", "de"), nullptr);
}

TEST(LanguageStore, SharesRegionsAndForgetsWhatIsLongUnused) {
  const LanguageStore store(DefaultDataDirectory());
  EXPECT_EQ(store.Get("fr"), store.Get("fr-CA"));
  EXPECT_EQ(store.Get("fr"), store.Get("FRA_be"));
  EXPECT_NE(store.Get("sr"), store.Get("sr-latn-RS"));
  EXPECT_EQ(store.Get("../../etc"), store.Get("und"));
  const auto french = store.Get("fr");
  for (char a = 'a'; a <= 'h'; ++a) {
    for (char b = 'a'; b <= 'h'; ++b) {
      EXPECT_NE(store.Get(std::string("q") + a + b), nullptr);
      EXPECT_EQ(store.Get("fr-FR"), french);  // in use: stays
    }
  }
  EXPECT_EQ(store.size(), LanguageStore::kMost);
}

// What failed for want of memory or of a file must not fail for as long as the engine lives.
TEST(LanguageStore, TriesAgainWhatCouldNotBeLoaded) {
  const test::TemporaryFolder folder;
  for (const auto& entry : fs::directory_iterator(DefaultDataDirectory())) {
    const fs::path name = entry.path().filename();
    if (name != "languages") fs::create_symlink(fs::absolute(entry.path()), folder.path() / name);
  }
  fs::create_directory(folder / "languages");
  const fs::path file = folder / "languages" / "qaa.json";
  std::ofstream(file) << "{";
  const LanguageStore store(folder.path());
  ExpectDamaged("qaa.json", [&] { (void)store.Get("qaa"); });
  EXPECT_EQ(store.size(), 0U);
  std::ofstream(file) << "{}";
  EXPECT_NE(store.Get("qaa"), nullptr);
}

}  // namespace
}  // namespace calque::internal
