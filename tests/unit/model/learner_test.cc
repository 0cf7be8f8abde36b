#include "align/model/learner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>

#include "align/io/json.h"
#include "align/model/prefix_class.h"
#include "align/model/spelling.h"
#include "calque/error.h"
#include "calque/model_learner.h"
#include "tests/support/bitexts.h"
#include "tests/support/temporary_folder.h"

namespace calque::internal {
namespace {

std::shared_ptr<const Tokenizer> PlainTokenizer() {
  return Tokenizer::FromJson(Json::object(), "und");
}

// Every noun of one language with every verb.
std::vector<std::pair<std::string, std::string>> Pairs() {
  const std::vector<std::pair<std::string, std::string>> nouns = {
      {"ships", "navires"},   {"doctors", "medecins"}, {"markets", "marches"},
      {"farmers", "paysans"}, {"banks", "banques"},    {"trains", "convois"}};
  const std::vector<std::pair<std::string, std::string>> verbs = {{"left", "partirent"},
                                                                  {"returned", "revinrent"},
                                                                  {"waited", "attendirent"},
                                                                  {"fell", "tomberent"}};
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& noun : nouns) {
    for (const auto& verb : verbs) {
      pairs.emplace_back("the " + noun.first + " " + verb.first + ".",
                         "les " + noun.second + " " + verb.second + ".");
    }
  }
  return pairs;
}

void AddPhrases(Learner* learner) {
  for (const auto& [english, french] : Pairs()) learner->Add(english, french);
}

Learner Phrases(LearnOptions options = {}) {
  options.source_language = "en";
  options.target_language = "fr";
  options.notice = "own writing";
  Learner learner(PlainTokenizer(), PlainTokenizer(), options);
  AddPhrases(&learner);
  return learner;
}

float Probability(const Lexicon& lexicon, std::string_view source, std::string_view target) {
  return lexicon.source().Probability(lexicon.source().Find(source), lexicon.target().Find(target));
}

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

class ModelLearnerTest : public testing::Test {
 protected:
  [[nodiscard]] ModelLearner Make(const std::string& source, const std::string& target) const {
    return {path_, {.source_language = source, .target_language = target, .notice = "own writing"}};
  }

  test::TemporaryFolder folder_;
  std::string path_ = (folder_ / "en-fr.calque").string();
};

TEST_F(ModelLearnerTest, WritesAModelOfPairsAndBeads) {
  ModelLearner learner = Make("en", "fr");
  for (const auto& [english, french] : Pairs()) learner.Add(english, french);
  EXPECT_EQ(learner.size(), 24U);
  const Bitext bitext = test::FerryBitext();
  learner.Add(bitext);
  const auto nulls = std::count_if(bitext.beads.begin(), bitext.beads.end(),
                                   [](const Bead& bead) { return bead.IsNull(); });
  ASSERT_GT(nulls, 0);
  EXPECT_EQ(learner.size(), 24U + bitext.beads.size() - static_cast<std::size_t>(nulls));
  EXPECT_FALSE(std::filesystem::exists(path_));
  double last = 0.0;
  learner.Train([&](double share) { last = share; });
  EXPECT_EQ(last, 1.0);
  const auto model = Model::Load(path_);
  EXPECT_EQ(model->source_language(), "en");
  EXPECT_EQ(model->notice(), "own writing");
  EXPECT_GT(Probability(model->lexicon(), "ships", "navires"), 0.8F);
}

TEST_F(ModelLearnerTest, LeavesNothingBehindWhereItIsStopped) {
  ModelLearner learner = Make("en", "fr");
  EXPECT_THROW(learner.Train(), Error);  // no pairs
  for (const auto& [english, french] : Pairs()) learner.Add(english, french);
  EXPECT_THROW(learner.Train([](double) { throw std::runtime_error("stopped"); }),
               std::runtime_error);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ModelLearnerTest, RefusesLanguagesAndPlacesAtOnce) {
  const auto code = [](const auto& make) {
    try {
      make();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kInternal;
  };
  EXPECT_EQ(code([&] { (void)Make("english", "fr"); }), ErrorCode::kUsage);
  EXPECT_EQ(code([&] { (void)Make("", "fr"); }), ErrorCode::kUsage);
  EXPECT_EQ(code([&] { (void)Make("fr", "fr"); }), ErrorCode::kUsage);
  path_ = (folder_ / "no/such/folder/x.calque").string();
  EXPECT_EQ(code([&] { (void)Make("en", "fr"); }), ErrorCode::kCannotWrite);
}

TEST(Learner, RefusesEmptyText) {
  Learner learner(PlainTokenizer(), PlainTokenizer(), {});
  learner.Add("only one side", "");
  EXPECT_THROW((void)learner.Finish({}), Error);
}

TEST(Model, ReadsWhatWasWritten) {
  const ModelContents contents = [] {
    ModelContents c = Phrases().Finish({});
    c.weights = {{"beads.prior", -1.5F}, {"words.bias", 0.25F}};
    return c;
  }();
  const std::string bytes = SerializeModel(contents);
  const auto model = Model::FromBytes(bytes, "x.calque");
  EXPECT_EQ(model->source_language(), "en");
  EXPECT_EQ(model->target_language(), "fr");
  EXPECT_EQ(model->notice(), "own writing");
  EXPECT_EQ(model->Weight("beads.prior", 0.0F), -1.5F);
  EXPECT_EQ(model->Weight("beads.other", 3.0F), 3.0F);
  EXPECT_EQ(model->jumps(), contents.jumps);
  EXPECT_EQ(SerializeModel(model->contents()), bytes);
}

TEST(Model, MirroredTwiceIsTheSame) {
  const auto model = Model::FromBytes(SerializeModel(Phrases().Finish({})), "x.calque");
  const auto mirrored = model->Mirrored();
  EXPECT_EQ(mirrored->source_language(), "fr");
  EXPECT_EQ(mirrored->lexicon().source().size(), model->lexicon().target().size());
  EXPECT_NEAR(mirrored->lengths().ratio * model->lengths().ratio, 1.0, 1e-9);
  const auto back = mirrored->Mirrored();
  EXPECT_EQ(back->jumps(), model->jumps());
  EXPECT_NEAR(back->lengths().variance, model->lengths().variance, 1e-9);
}

TEST(Model, RefusesIndicesThatLeadAstray) {
  // A sound container whose rows name a type that is not there.
  ModelContents contents = Phrases().Finish({});
  const Lexicon& lexicon = *contents.lexicon;
  LexiconSide::Arrays arrays = lexicon.source().arrays();
  const std::vector<Translation> wild(arrays.translations.size(), Translation(kMaxTypes - 1, 1.0F));
  arrays.translations = wild;
  contents.lexicon =
      std::make_shared<Lexicon>(LexiconSide(arrays), lexicon.target(), contents.lexicon);
  EXPECT_THROW((void)Model::FromBytes(SerializeModel(contents), "x.calque"), Error);
}

TEST(PrefixClass, HoldsForLongWordsOnly) {
  EXPECT_EQ(PrefixClass("augmenter"), "augm ");
  EXPECT_EQ(PrefixClass("жители"), "жите ");
  EXPECT_EQ(PrefixClass("abcd"), "");
  EXPECT_EQ(PrefixClass("12,345"), "");
  EXPECT_EQ(PrefixClass(""), "");
}

TEST(Spelling, CognatesAreAlike) {
  EXPECT_EQ(SpellingMatcher("2026").Similarity("2026"), 1.0);
  EXPECT_EQ(SpellingMatcher("no").Similarity("on"), 0.0);
  EXPECT_GT(SpellingMatcher("government").Similarity("gouvernement"), 0.5);
  EXPECT_EQ(SpellingMatcher("market").Similarity("marche"),
            SpellingMatcher("marche").Similarity("market"));
  EXPECT_EQ(SpellingMatcher("ships").Similarity("navires"), 0.0);
  EXPECT_NEAR(SpellingMatcher("poutine").Similarity("putin"), 25.0 / 49.0, 1e-9);
}

}  // namespace
}  // namespace calque::internal
