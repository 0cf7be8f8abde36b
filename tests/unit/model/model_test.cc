#include "align/model/model.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "calque/error.h"
#include "tests/unit/model/phrases.h"

namespace calque::internal {
namespace {

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

}  // namespace
}  // namespace calque::internal
