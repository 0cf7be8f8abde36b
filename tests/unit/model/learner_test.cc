#include "align/model/learner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>

#include "calque/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/model/phrases.h"

namespace calque::internal {
namespace {

TEST(Learner, LearnsWords) {
  Learner learner = Phrases();
  EXPECT_EQ(learner.size(), 24U);
  const Model model(learner.Finish({}));
  EXPECT_GT(Probability(model.lexicon(), "ships", "navires"), 0.8F);
  EXPECT_GT(Probability(model.lexicon(), "waited", "attendirent"), 0.8F);
  EXPECT_GT(model.lengths().ratio, 1.0);
}

TEST(Learner, UnknownWordsAreSeenThroughTheirClass) {
  Learner learner = Phrases();
  const Model model(learner.Finish({}));
  const LexiconSide& source = model.lexicon().source();
  EXPECT_EQ(source.Find("waiting"), kUnknownType);
  const TypeId wait = source.FindClass("waiting");
  ASSERT_NE(wait, kUnknownType);
  const TypeId attend = model.lexicon().target().FindClass("attendront");
  EXPECT_GT(source.Probability(wait, attend), 0.5F);
}

// A vocabulary too large is cut before hours of training are thrown away.
TEST(Learner, LeavesOutTheRarestWordsOfALargeVocabulary) {
  const std::size_t all = Model(Phrases().Finish({})).lexicon().source().size();
  LearnOptions options;
  options.lexicon.most_types = all - 1;
  const Model model(Phrases(options).Finish({}));
  EXPECT_LT(model.lexicon().source().size(), all);
  EXPECT_EQ(model.lexicon().source().Find("ships"), kUnknownType);  // all nouns are equally rare
  EXPECT_GT(Probability(model.lexicon(), "waited", "attendirent"), 0.8F);
}

TEST(Learner, ThreadsDoNotChangeABit) {
  const std::string all_cores = SerializeModel(Phrases().Finish({}));
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  EXPECT_EQ(SerializeModel(Phrases().Finish({})), all_cores);
}

TEST(Learner, ReportsProgressUpToTheEnd) {
  std::vector<double> shares;
  (void)Phrases().Finish([&](double share) { shares.push_back(share); });
  ASSERT_FALSE(shares.empty());
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_DOUBLE_EQ(shares.back(), 1.0);
}

// A training that is stopped after each of its steps in turn, and goes on.
TEST(Learner, GoesOnWhereItWasStopped) {
  const std::string whole = SerializeModel(Phrases().Finish({}));
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "model.partial";
  std::vector<std::uint32_t> found;
  const Checkpoint checkpoint(path, [&](std::uint32_t steps) { found.push_back(steps); });
  constexpr std::uint32_t kSteps = 10;
  for (std::uint32_t stop = 1; stop < kSteps; ++stop) {
    std::uint32_t reports = 0;
    const auto stop_there = [&](double) {
      if (reports++ == stop) throw std::runtime_error("stopped");
    };
    EXPECT_THROW((void)Phrases().Finish(stop_there, &checkpoint), std::runtime_error);
  }
  EXPECT_EQ(SerializeModel(Phrases().Finish({}, &checkpoint)), whole);
  EXPECT_THAT(found, testing::ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
  checkpoint.Remove();
  EXPECT_FALSE(std::filesystem::exists(path));
}

// Trains before a checkpoint that `before` left, which is of another training; the model is that
// of no checkpoint at all, and the user was told.
void ExpectBeginsAnew(Learner before, const std::function<Learner()>& now) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "model.partial";
  std::vector<std::uint32_t> found;
  const Checkpoint checkpoint(path, [&](std::uint32_t steps) { found.push_back(steps); });
  (void)before.Finish({}, &checkpoint);
  ASSERT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(SerializeModel(now().Finish({}, &checkpoint)), SerializeModel(now().Finish({})));
  EXPECT_THAT(found, testing::ElementsAre(0));
}

TEST(Learner, AnotherTextIsAnotherTraining) {
  ExpectBeginsAnew(Phrases(), [] {
    Learner more = Phrases();
    more.Add("one more", "un de plus");
    return more;
  });
}

TEST(Learner, OtherOptionsAreAnotherTraining) {
  LearnOptions fewer_steps;
  fewer_steps.trainer.hmm_iterations = 4;
  LearnOptions other_prior;
  other_prior.prior.spelling_strength = 2.0;
  LearnOptions fewer_candidates;
  fewer_candidates.trainer.candidates.per_type = 3;
  LearnOptions beam;
  beam.trainer.beam = 0.1F;
  for (const LearnOptions& options : {fewer_steps, other_prior, fewer_candidates, beam}) {
    ExpectBeginsAnew(Phrases(options), [] { return Phrases(); });
  }
}

// The one thing that a key can see of another build: what it makes of a small text.
TEST(Checkpoint, TellsBuildsApartThatCalculateDifferently) {
  ParallelText text;
  const std::string words[] = {"one", "two"};
  text.Add(words, words);
  const TranslationTables start = {{0.5F}, {0.5F}, {0.25F}, {0.25F}};
  const TrainingProbe probe;
  const std::string key = TrainingKey(text, start, {}, probe);
  EXPECT_EQ(TrainingKey(text, start, {}, probe), key);
  TrainingProbe other_tables = probe;
  other_tables.tables.forward = {0.25F};
  EXPECT_NE(TrainingKey(text, start, {}, other_tables), key);
  TrainingProbe other_jumps = probe;
  other_jumps.jumps.backward.null_probability = 0.3F;
  EXPECT_NE(TrainingKey(text, start, {}, other_jumps), key);
  TranslationTables other_start = start;
  other_start.forward = {0.75F};
  EXPECT_NE(TrainingKey(text, other_start, {}, probe), key);
}

TEST(Learner, RefusesAForeignCheckpoint) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "model.partial";
  std::ofstream(path) << "my notes\n";
  const Checkpoint checkpoint(path, nullptr);
  EXPECT_THROW((void)Phrases().Finish({}, &checkpoint), Error);
}

TEST(Learner, RefusesEmptyText) {
  Learner learner(PlainTokenizer(), PlainTokenizer(), {});
  learner.Add("only one side", "");
  EXPECT_THROW((void)learner.Finish({}), Error);
}

}  // namespace
}  // namespace calque::internal
