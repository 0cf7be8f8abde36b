#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "align/archive/document_candidates.h"
#include "align/archive/near_duplicates.h"
#include "align/archive/pair_decision.h"
#include "align/archive/side_reader.h"
#include "align/archive/story_counts.h"
#include "tests/support/temporary_folder.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

PairingSide Side(const std::vector<std::string>& ids) {
  PairingSide side;
  for (const std::string& id : ids) {
    side.documents.emplace_back();
    side.documents.back().id = id;
    side.documents.back().cluster = static_cast<std::uint32_t>(side.documents.size()) - 1;
  }
  return side;
}

PairWeights Weights() {
  PairWeights weights;
  weights.lead = 1.0;
  weights.rival = -4.0;
  return weights;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Pairs(const std::vector<DocumentPair>& pairs) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const DocumentPair& pair : pairs) out.emplace_back(pair.source, pair.target);
  return out;
}

TEST(DecidePairs, TakesEachDocumentOnceTheStrongestFirst) {
  const PairingSide source = Side({"a", "b"});
  const PairingSide target = Side({"x", "y"});
  std::vector<ScoredCandidate> candidates = {{0, 0, 5.0}, {0, 1, 4.0}, {1, 0, 3.0}, {1, 1, 2.0}};
  const auto pairs = DecidePairs(candidates, source, target, Weights(), 0.5);
  EXPECT_THAT(Pairs(pairs), ElementsAre(Pair(0, 0), Pair(1, 1)));
  std::reverse(candidates.begin(), candidates.end());
  EXPECT_THAT(Pairs(DecidePairs(candidates, source, target, Weights(), 0.5)),
              ElementsAre(Pair(0, 0), Pair(1, 1)));
}

TEST(DecidePairs, AbstainsBelowTheThreshold) {
  const PairingSide source = Side({"a"});
  const PairingSide target = Side({"x"});
  EXPECT_THAT(DecidePairs({{0, 0, -9.0}}, source, target, Weights(), 0.5), IsEmpty());
  EXPECT_THAT(DecidePairs({{0, 0, 3.0}}, source, target, Weights(), 0.5), SizeIs(1));
}

TEST(DecidePairs, ARivalOfAnotherStoryMakesUnsureOneOfTheSameDoesNot) {
  PairingSide source = Side({"first", "later"});
  const PairingSide target = Side({"x"});
  const std::vector<ScoredCandidate> candidates = {{0, 0, 0.2}, {1, 0, 0.1}};
  const float rivals = DecidePairs(candidates, source, target, Weights(), 0.0)[0].score;
  source.documents[1].cluster = 0;
  const float versions = DecidePairs(candidates, source, target, Weights(), 0.0)[0].score;
  EXPECT_GT(versions, rivals);
}

TEST(DecidePairs, OfEqualVersionsTheLaterIsPaired) {
  PairingSide source = Side({"a", "b"});
  source.documents[0].version = 2;
  source.documents[1].version = 1;
  source.documents[1].cluster = 0;
  const PairingSide target = Side({"x"});
  const auto pairs = DecidePairs({{1, 0, 3.0}, {0, 0, 3.0}}, source, target, Weights(), 0.5);
  EXPECT_THAT(Pairs(pairs), ElementsAre(Pair(0, 0)));
}

// Documents of features alone: `keys` of values.
class SketchedSide {
 public:
  explicit SketchedSide(SketchStore* store) : store_(store) {}
  void Add(const std::vector<std::uint32_t>& keys, std::int32_t day = kNoDay,
           const Signature& signature = {}) {
    DocumentSketch sketch;
    sketch.words = 100;
    sketch.signature = signature;
    for (const std::uint32_t key : keys) {
      sketch.features.push_back({key, 1, FeatureKind::kValue});
      side_.counts.Add(sketch.features.back());
    }
    side_.documents.emplace_back();
    side_.documents.back().day = day;
    side_.documents.back().sketch = store_->Append(sketch);
  }
  PairingSide& side() { return side_; }

 private:
  SketchStore* store_;
  PairingSide side_;
};

TEST(PairingSide, FewDocumentsDoNotMakeAllTheyHoldCommon) {
  SketchStore store(std::size_t{1} << 20);
  SketchedSide alone(&store);
  alone.Add({1});
  const Feature everywhere{1, 1, FeatureKind::kValue};
  const Feature once{2, 1, FeatureKind::kValue};
  EXPECT_GT(alone.side().Surprise(everywhere), 5.0F);
  SketchedSide several(&store);
  several.Add({1, 2});
  for (int i = 0; i < 9; ++i) several.Add({1});
  EXPECT_NEAR(several.side().Surprise(everywhere), 0.0F, 0.1F);
  EXPECT_GT(several.side().Surprise(once), 5.0F);
}

TEST(CountVersionsOnce, VersionsOfAStoryDoNotMakeWhatIsInItCommon) {
  SketchStore store(std::size_t{1} << 20);
  SketchedSide side(&store);
  for (const std::vector<std::uint32_t>& keys :
       {std::vector<std::uint32_t>{1, 2}, {1, 2, 3}, {4}}) {
    side.Add(keys);
  }
  for (std::uint32_t i = 0; i < 3; ++i) side.side().documents[i].cluster = i == 2 ? 2 : 0;
  const Feature of_story{1, 1, FeatureKind::kValue};
  const Feature of_update{3, 1, FeatureKind::kValue};
  EXPECT_LT(side.side().Surprise(of_story), 1.0F);
  CountVersionsOnce(store, &side.side());
  EXPECT_EQ(side.side().versions, 1U);
  EXPECT_GT(side.side().Surprise(of_story), 5.0F);
  EXPECT_GT(side.side().Surprise(of_update), 5.0F);
}

std::vector<std::vector<std::uint32_t>> Found(SketchedSide& source, SketchedSide& target,
                                              const SketchStore& store,
                                              const RetrievalOptions& options) {
  Workers workers(2);
  std::vector<std::vector<std::uint32_t>> out;
  for (const auto& list :
       FindCandidates(source.side(), target.side(), store, nullptr, options, &workers)) {
    out.emplace_back();
    for (const DocumentCandidate& candidate : list) out.back().push_back(candidate.target);
  }
  return out;
}

TEST(FindCandidates, TheSameInAnyMemory) {
  SketchStore small(0);  // in a temporary file
  SketchStore large(std::size_t{1} << 20);
  std::vector<std::vector<std::vector<std::uint32_t>>> found;
  for (SketchStore* store : {&small, &large}) {
    SketchedSide source(store);
    SketchedSide target(store);
    for (std::uint32_t i = 0; i < 50; ++i) {
      source.Add({i, i / 2 + 1000, i / 5 + 2000, 7777});
      target.Add({49 - i, (49 - i) / 2 + 1000, 7777});
    }
    RetrievalOptions options;
    options.count = 3;
    for (const std::size_t budget : {std::size_t{1}, std::size_t{1} << 20}) {
      options.budget = budget;
      found.push_back(Found(source, target, *store, options));
    }
  }
  for (std::uint32_t i = 0; i < 50; ++i) EXPECT_EQ(found[0][i][0], 49 - i);
  EXPECT_EQ(found[0], found[1]);
  EXPECT_EQ(found[0], found[2]);
  EXPECT_EQ(found[0], found[3]);
}

TEST(FindCandidates, DatesNarrowTheSearch) {
  SketchStore store(std::size_t{1} << 20);
  SketchedSide source(&store);
  source.Add({1, 2}, 100);
  source.Add({1, 2});
  SketchedSide target(&store);
  target.Add({1, 2, 3}, 80);
  target.Add({1, 2, 4}, 114);
  target.Add({1, 2, 5}, 115);
  target.Add({1, 2, 6});
  for (int i = 0; i < 20; ++i) target.Add({99});
  const auto found = Found(source, target, store, {});
  EXPECT_THAT(found[0], ::testing::UnorderedElementsAre(1, 3));
  EXPECT_THAT(found[1], ::testing::UnorderedElementsAre(0, 1, 2, 3));
}

TEST(FindVersions, JoinsTextsOfWhichMostIsTheSame) {
  Signature one{};
  for (std::uint32_t i = 0; i < one.size(); ++i) one[i] = i + 1;
  Signature later = one;
  for (std::uint32_t i = 0; i < 8; ++i) later[i * 4] += 1000;  // a quarter of it is new
  later[0] = one[0];
  Signature other = one;
  for (std::uint32_t& bin : other) bin += 5000;
  SketchStore store(std::size_t{1} << 20);
  SketchedSide side(&store);
  for (const Signature& signature : {one, other, later}) side.Add({}, kNoDay, signature);
  FindVersions(store, &side.side());
  EXPECT_EQ(side.side().documents[0].cluster, 0U);
  EXPECT_EQ(side.side().documents[1].cluster, 1U);
  EXPECT_EQ(side.side().documents[2].cluster, 0U);
}

// An id says that texts are one document only where a format numbers its versions.
TEST(PlacesOf, HasTheLastVersionOfADocument) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "a");
  std::filesystem::create_directory(folder / "b");
  const auto item = [&](const char* file, const std::string& id, const std::string& version) {
    std::ofstream(folder / file) << "<nitf><head><docdata><doc-id id-string=\"" + id +
                                        "\"/><du-key key=\"s\" version=\"" + version +
                                        "\"/></docdata></head><body><body.content><p>Text.</p>"
                                        "</body.content></body></nitf>";
  };
  item("a/1.xml", "story", "9");
  item("a/2.xml", "story", "10");
  item("b/3.xml", "story", "2");
  item("a/4.xml", "other", "");
  item("b/4.xml", "other", "");
  std::vector<std::string> places;
  for (const DocumentPlace& place : PlacesOf(ListArchive(folder.path().string()))) {
    places.push_back(place.id + "=" + place.file);
  }
  EXPECT_THAT(places, ElementsAre("other=a/4.xml", "other#2=b/4.xml", "story=a/2.xml"));
}

TEST(ListArchive, AFileThatCannotBeOpenedIsNoReasonToStop) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "b.txt")
      << "The harbour of Northport was closed on Monday because of ice.";
  std::filesystem::create_symlink("nowhere.txt", folder / "a.txt");
  ASSERT_EQ(::mkfifo((folder / "pipe.txt").c_str(), 0600), 0);  // would be waited for for ever
  const std::vector<ArchiveFile> files = ListArchive(folder.path().string());
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].name, "a.txt");
  EXPECT_EQ(files[1].name, "b.txt");
  EXPECT_EQ(LanguageOfFiles(files).language, "en");
  std::vector<std::string> failures;
  for (const ArchiveFile& file : files) {
    ReadArchiveFile(
        file, [](const RawDocument&, std::uint32_t) {},
        [&](const Error& error) { failures.emplace_back(error.what()); });
  }
  ASSERT_THAT(failures, SizeIs(1));
  EXPECT_THAT(failures[0], ::testing::HasSubstr("a.txt: cannot be opened"));
}

}  // namespace
}  // namespace calque::internal
