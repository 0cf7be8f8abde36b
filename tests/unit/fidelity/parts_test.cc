#include <gtest/gtest.h>

#include "align/fidelity/categories.h"
#include "align/fidelity/form.h"
#include "align/fidelity/grammar.h"
#include "align/fidelity/message.h"
#include "align/fidelity/value_facts.h"
#include "align/fidelity/value_habits.h"
#include "align/fidelity/weights.h"
#include "align/io/json.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

TEST(Form, EqualCloseAndForeign) {
  EXPECT_EQ(FormSimilarity("paris", "paris"), 1.0F);
  EXPECT_GT(FormSimilarity("timochenko", "tymoshenko"), 0.6F);
  EXPECT_GT(FormSimilarity("president", "presidente"), 0.85F);
  EXPECT_LT(FormSimilarity("germany", "allemagne"), 0.6F);
  EXPECT_EQ(FormSimilarity("a", "at"), 0.0F);
  EXPECT_EQ(FormSimilarity("kiev", "kyiv"), FormSimilarity("kyiv", "kiev"));
}

Mention MentionOf(std::string_view text, std::string key) {
  Mention mention;
  mention.span = {0, static_cast<std::uint32_t>(text.size())};
  mention.key = std::move(key);
  return mention;
}

TEST(ValueFacts, TheSameDigitsOfAnotherScale) {
  constexpr std::string_view kSource = "$450 billion";
  constexpr std::string_view kTarget = "450 millions de dollars";
  const Mention source = MentionOf(kSource, "money:450000000000:USD");
  const Mention target = MentionOf(kTarget, "money:450000000:USD");
  EXPECT_TRUE(IsScaleStep(FactsOf(source, kSource), FactsOf(target, kTarget)));
  EXPECT_FALSE(IsScaleStep(FactsOf(source, kSource), FactsOf(source, kSource)));
}

TEST(ValueFacts, OpenCompounds) {
  const auto opens = [](std::string_view text, std::uint32_t end) {
    return OpensCompound(text, {0, end});
  };
  EXPECT_TRUE(opens("five-under-par", 4));
  EXPECT_TRUE(opens("cinq-étoiles", 4));
  EXPECT_FALSE(opens("five-", 4));
  EXPECT_FALSE(opens("five-6", 4));
  EXPECT_FALSE(opens("five under", 4));
}

TEST(ValueHabits, SaysLessWithoutItsDay) {
  const auto less = [](std::string key, std::string partner) {
    return SaysLess(MentionOf("", std::move(key)), MentionOf("", std::move(partner)));
  };
  EXPECT_TRUE(less("date:2025-11-02", "date:2025-11"));
  EXPECT_TRUE(less("date:2025-11-02", "date:2025"));
  EXPECT_TRUE(less("date:2025-11", "date:--11"));
  EXPECT_TRUE(less("number:~3000000000", "number:~1000000000s"));
  EXPECT_FALSE(less("date:2025-11-02", "date:--11-02"));
  EXPECT_FALSE(less("date:--11-02", "date:2025-11-02"));
  EXPECT_FALSE(less("date:--11", "date:2025-11"));
}

TEST(ValueFacts, CopiedFigures) {
  const auto copied = [](std::string_view a, std::string_view b) {
    const Mention source = MentionOf(a, "");
    const Mention target = MentionOf(b, "");
    return IsCopied(FactsOf(source, a), FactsOf(target, b));
  };
  EXPECT_TRUE(copied("28.500 million", "28.500 millions"));
  EXPECT_FALSE(copied("28,500", "28.500"));
  EXPECT_FALSE(copied("2.5 billion", "2.5 billions"));
  EXPECT_FALSE(copied("500", "500"));
  EXPECT_FALSE(copied("some", "some"));
}

TEST(Message, LongTextLosesItsMiddle) {
  EXPECT_EQ(Quoted(" two\n words "), "“two words”");
  const std::string shown =
      Quoted(std::string(60, 'a') + std::string(60, 'b') + std::string(30, 'c'));
  EXPECT_EQ(shown, "“" + std::string(60, 'a') + " … " + std::string(30, 'c') + "”");
}

TEST(Message, WordsAreNotCut) {
  EXPECT_EQ(
      Quoted("These floods come two years after a drought that had destroyed a whole third of "
             "the wheat harvest of the country."),
      "“These floods come two years after a drought that had … wheat harvest of the country.”");
}

TEST(Message, OneQuotationHasOnePairOfMarks) {
  EXPECT_EQ(Quoted("\"We lost.\""), "“We lost.”");
  EXPECT_EQ(Quoted("« Perdu »"), "“Perdu”");
  EXPECT_EQ(Quoted("\"We\" and \"they\""), "“\"We\" and \"they\"”");
  EXPECT_EQ(Quoted("\"We lost"), "“\"We lost”");
  EXPECT_EQ(Quoted("\""), "“\"”");
}

TEST(Categories, FoundByName) {
  ASSERT_NE(FindCategory("negation-lost"), nullptr);
  EXPECT_EQ(FindCategory("negation-lost")->severity, Severity::kCritical);
  EXPECT_EQ(FindCategory("negation"), nullptr);
}

TEST(Phrases, LongestWins) {
  PhraseSet phrases;
  phrases.Add("no");
  phrases.Add("No one");
  const std::vector<std::string_view> tokens{"no", "one", "came"};
  EXPECT_EQ(phrases.LengthAt(tokens), 2U);
  EXPECT_EQ(phrases.LengthAt(std::span(tokens).subspan(1)), 0U);
}

TEST(Grammar, RefusesUnknownKeys) {
  EXPECT_THROW((void)FidelityGrammar::FromJson(Json{{"negation", Json::array()}}, "xx"), Error);
  EXPECT_THROW((void)FidelityGrammar::FromJson(Json{{"negations", 3}}, "xx"), Error);
}

// Every model with a bias of 1.5 and no other weight.
Json PlainWeights() {
  Json file = Json::object();
  for (const EvidenceModel* model : AllEvidenceModels()) {
    Json& weights = file[std::string(model->name)];
    weights["bias"] = 1.5;
    for (const std::string_view feature : model->features) weights[std::string(feature)] = 0;
  }
  return file;
}

TEST(Weights, RefusesWhatDoesNotFit) {
  const Json none = Json::object();
  EXPECT_THROW((void)FidelityWeights::FromJson(none, none, "w"), Error);
  Json file = PlainWeights();
  const EvidenceModel& model = *AllEvidenceModels().front();
  const std::vector<float> features(model.features.size(), 1.0F);
  EXPECT_EQ(FidelityWeights::FromJson(file, none, "w")->LogOdds(model, features), 1.5F);
  file[std::string(model.name)]["no such feature"] = 1;
  EXPECT_THROW((void)FidelityWeights::FromJson(file, none, "w"), Error);
}

TEST(Weights, AddsThoseOfWordsThatHaveOne) {
  const EvidenceModel& model = *AllEvidenceModels().front();
  const std::vector<float> features(model.features.size(), 0.0F);
  const Json words{{std::string(model.name), {{"en near", {{"wait", -2}, {"know", -1}}}}}};
  const auto weights = FidelityWeights::FromJson(PlainWeights(), words, "w");
  const std::vector<std::string> known{"en near know", "en near wait", "en there wait"};
  EXPECT_EQ(weights->LogOdds(model, features, known), -1.5F);
  EXPECT_EQ(weights->LogOdds(model, features), 1.5F);
  EXPECT_THROW(
      (void)FidelityWeights::FromJson(PlainWeights(), {{"no such model", Json::object()}}, "w"),
      Error);
}

}  // namespace
}  // namespace calque::internal
