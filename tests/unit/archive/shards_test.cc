#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "align/archive/manifest.h"
#include "align/archive/shard_merge.h"
#include "align/archive/shard_runner.h"
#include "align/archive/workers.h"
#include "calque/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using ::testing::HasSubstr;

std::vector<ManifestPair> SomePairs() {
  std::vector<ManifestPair> pairs;
  for (int i = 0; i < 40; ++i) {
    ManifestPair pair;
    pair.source = {"day/" + std::to_string(i) + ".txt", "day/" + std::to_string(i) + ".txt", {}};
    pair.target = {"id \"é\" " + std::to_string(i), "all.xml", 7U};
    pair.score = 0.75F;
    pairs.push_back(pair);
  }
  return pairs;
}

std::string Written(std::vector<ManifestPair> pairs, std::uint32_t shards) {
  ManifestHeader header;
  header.shards = shards;
  header.source = {"en", "en", 50, 40, 7, {{"empty", 3}}};
  std::ostringstream out;
  WriteManifest(header, std::move(pairs), out);
  return out.str();
}

class ManifestFile : public ::testing::Test {
 protected:
  void Put(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  [[nodiscard]] std::vector<std::string> Ids(std::optional<std::uint32_t> shard) const {
    std::vector<std::string> ids;
    ReadManifest(path_, shard, [&](const ManifestPair& pair) { ids.push_back(pair.id); });
    return ids;
  }
  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "manifest.jsonl";
};

TEST_F(ManifestFile, IsTheSameForAnyOrder) {
  auto pairs = SomePairs();
  const std::string straight = Written(pairs, 3);
  std::reverse(pairs.begin(), pairs.end());
  EXPECT_EQ(Written(pairs, 3), straight);
}

TEST_F(ManifestFile, ReadsWhatItWrites) {
  Put(Written(SomePairs(), 3));
  std::size_t count = 0;
  const ManifestHeader header = ReadManifest(path_, std::nullopt, [&](const ManifestPair& pair) {
    ++count;
    EXPECT_EQ(pair.source.ordinal, std::nullopt);
    EXPECT_EQ(pair.source.file, pair.source.id);
    EXPECT_EQ(pair.target.ordinal, 7U);
    EXPECT_EQ(pair.target.file, "all.xml");
    EXPECT_EQ(pair.id, pair.source.id + "~" + pair.target.id);
    EXPECT_EQ(pair.shard, ShardOf(pair.id, 3));
    EXPECT_EQ(pair.score, 0.75F);
  });
  EXPECT_EQ(count, 40U);
  EXPECT_EQ(header.source.read, 50U);
  EXPECT_EQ(header.source.skipped.at("empty"), 3U);
}

TEST_F(ManifestFile, KnowsTheListsOfNames) {
  const std::filesystem::path list = folder_ / "names.tsv";
  std::ofstream(list) << "key\tkind\ten\tfr\nplace:x\tplace\tEx\tIx\n";
  ManifestHeader header;
  const std::string before = OptionsDigest(header);
  header.names = {list.string()};
  header.names_digest = NamesDigest(header.names);
  std::ostringstream out;
  WriteManifest(header, SomePairs(), out);
  Put(out.str());
  const ManifestHeader read = ReadManifestHeader(path_);
  EXPECT_EQ(read.names, header.names);
  EXPECT_EQ(read.names_digest, NamesDigest(read.names));
  EXPECT_NE(read.options_digest, before);  // shards without them are done anew
  std::ofstream(list, std::ios::app) << "place:y\tplace\tWhy\tYpse\n";
  EXPECT_NE(read.names_digest, NamesDigest(read.names));
  std::ofstream(list) << "nonsense\n";
  EXPECT_THROW((void)NamesDigest(read.names), Error);
  EXPECT_EQ(NamesDigest({}), "");
}

TEST_F(ManifestFile, ShardsMakeUpTheWhole) {
  Put(Written(SomePairs(), 3));
  std::multiset<std::string> together;
  for (std::uint32_t shard = 0; shard < 3; ++shard) {
    for (const std::string& id : Ids(shard)) together.insert(id);
  }
  const auto all = Ids(std::nullopt);
  EXPECT_EQ(together, std::multiset<std::string>(all.begin(), all.end()));
  EXPECT_EQ(all.size(), 40U);
}

TEST_F(ManifestFile, CutOffIsRefused) {
  const std::string whole = Written(SomePairs(), 2);
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{20}, whole.size() / 2, whole.size() - 1}) {
    Put(whole.substr(0, size));
    if (size + 1 == whole.size()) {
      EXPECT_EQ(Ids(std::nullopt).size(), 40U);  // but for the last line end all is there
    } else {
      EXPECT_THROW((void)Ids(1), Error) << size;
    }
  }
}

TEST_F(ManifestFile, TheListingKnowsNoShards) {
  Put(Written(SomePairs(), 2));
  const std::string two = ReadManifestHeader(path_).listing_digest;
  Put(Written(SomePairs(), 5));
  EXPECT_EQ(ReadManifestHeader(path_).listing_digest, two);
  auto fewer = SomePairs();
  fewer.pop_back();
  Put(Written(fewer, 2));
  EXPECT_NE(ReadManifestHeader(path_).listing_digest, two);
}

TEST(WriteManifest, RefusesAPairNamedTwice) {
  auto pairs = SomePairs();
  pairs.push_back(pairs.front());
  const Error error = test::ErrorOf([&] { (void)Written(pairs, 1); });
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  EXPECT_THAT(error.what(), HasSubstr("planned twice"));
}

class ShardRecords : public ::testing::Test {
 protected:
  void Put(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string Read(const std::string& path) const {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }
  test::TemporaryFolder folder_;
  ShardFiles files_{folder_.path().string(), 0};
};

TEST_F(ShardRecords, ThatCannotBeReadAreOfNoDoneShard) {
  Put("0.jsonl.zst", "");
  EXPECT_FALSE(files_.ReadRecord());
  files_.WriteRecord({});
  ASSERT_TRUE(files_.ReadRecord());
  const std::string whole = Read(files_.RecordPath());
  for (const std::string& damaged :
       {std::string(), std::string("{"), whole.substr(0, whole.size() / 2),
        std::string(whole.size(), '\0'), std::string("{}"), std::string("3"),
        std::string("{\"schema\":\"calque/shard/1\"}")}) {
    Put("0.done.json", damaged);
    EXPECT_FALSE(files_.ReadRecord()) << damaged;
  }
  EXPECT_EQ(MissingShards({}, folder_.path().string()), std::vector<std::uint32_t>{0});
  Put("0.done.json", "{\"schema\":\"calque/shard/2\"}");
  EXPECT_EQ(test::ErrorOf([&] { (void)files_.ReadRecord(); }).code(), ErrorCode::kBadInput);
}

TEST_F(ShardRecords, OfPartsThatCannotBeReadAreLeftOut) {
  for (std::size_t begin = 0; begin < 3; ++begin) {
    std::ofstream(files_.PartPath(begin, begin + 1)) << "x";
    ShardPart part;
    part.begin = begin;
    part.end = begin + 1;
    files_.WritePart({}, part);
  }
  EXPECT_EQ(files_.FindParts({}).size(), 3U);
  Put("0.at-1-2.part.json", "");
  EXPECT_EQ(files_.FindParts({}).size(), 1U);
  Put("0.at-0-1.part.json", "{\"schema\":");
  EXPECT_TRUE(files_.FindParts({}).empty());
}

TEST(ArrayText, IsWhatSbatchTakes) {
  EXPECT_EQ(ArrayText({}), "");
  EXPECT_EQ(ArrayText({5}), "5");
  EXPECT_EQ(ArrayText({3, 7, 8, 9}), "3,7-9");
  EXPECT_EQ(ArrayText({0, 1, 2, 4, 6, 7}), "0-2,4,6-7");
}

TEST(Workers, RunKeepsTheOrderAndBoundsWhatIsInFlight) {
  for (const std::size_t jobs : {1, 2, 7}) {
    Workers workers(jobs);
    int next = 0;
    int live = 0;
    int most = 0;
    std::mutex mutex;
    std::vector<int> done;
    workers.Run<int>(
        3,
        [&]() -> int* {
          if (next == 200) return nullptr;
          const std::lock_guard lock(mutex);
          most = std::max(most, ++live);
          return new int(next++);
        },
        [](int* item) { *item *= 2; },
        [&](int* item) {
          done.push_back(*item);
          delete item;
          const std::lock_guard lock(mutex);
          --live;
        });
    ASSERT_EQ(done.size(), 200U);
    for (int i = 0; i < 200; ++i) EXPECT_EQ(done[static_cast<std::size_t>(i)], 2 * i);
    EXPECT_LE(most, 3);
  }
}

}  // namespace
}  // namespace calque::internal
