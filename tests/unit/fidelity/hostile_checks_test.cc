// That no text makes the checks slow: four times of anything takes about four times as long.
#include <gtest/gtest.h>

#include <functional>

#include "align/entities/values.h"
#include "align/io/data_directory.h"
#include "align/io/json.h"
#include "tests/support/linear.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using MakeHostile = std::function<Bitext(std::size_t count)>;

std::string Repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

void ExpectLinear(std::size_t count, const FidelityContext& context, const MakeHostile& make) {
  test::ExpectLinear(count, [&](std::size_t size) {
    return [&context, bitext = make(size)] { (void)FindDepartures(bitext, context, {}); };
  });
}

Bitext WithValues(const SentencePairs& pairs) {
  Bitext bitext = MakeBitext(pairs);
  const auto values = [](const Document& document) {
    static const std::filesystem::path kData = CALQUE_SOURCE_DIRECTORY "/corpora";
    const Json file = LoadLanguageFile(kData, document.language);
    return FindValues(document, ValueGrammar::FromJson(file.at("values"), document.language));
  };
  bitext.source_mentions = values(bitext.source);
  bitext.target_mentions = values(bitext.target);
  return bitext;
}

// A bead of one side renders nothing, and what stands next to it may be what it lacks.
TEST(HostileChecks, ValuesOfNullBeadsSideBySide) {
  ExpectLinear(1500, ShippedContext(), [](std::size_t count) {
    return WithValues({{"The " + Repeated("on Monday, ", count) + "end.", ""},
                       {"", "Le " + Repeated("mardi, ", count) + "fin."}});
  });
}

// The text that a headline leaves its figures to may have thousands of them.
TEST(HostileChecks, ValuesOfAHeadline) {
  ExpectLinear(1500, ShippedContext(), [](std::size_t count) {
    Bitext bitext = WithValues({{"The " + Repeated("on Monday, ", count) + "end.", ""},
                                {"It rains.", "Il pleut."},
                                {"It rains.", "Il pleut."},
                                {"It rains.", "Il pleut."},
                                {"", "Le " + Repeated("mardi, ", count) + "fin."}});
    bitext.source.headline = bitext.source.sentences.front().span;
    return bitext;
  });
}

// Mentions of a person, one wherever `name` stands.
std::vector<Mention> PersonsIn(const Document& document, const std::string& name) {
  std::vector<Mention> mentions;
  for (std::size_t at = document.text.find(name); at != std::string::npos;
       at = document.text.find(name, at + name.size())) {
    const auto begin = static_cast<std::uint32_t>(at);
    mentions.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())},
                        MentionKind::kPerson,
                        "person:" + name,
                        0.9F});
  }
  return mentions;
}

TEST(HostileChecks, SpeakersOfOneSentence) {
  ExpectLinear(1000, ShippedContext(), [](std::size_t count) {
    Bitext bitext = MakeBitext({{"“Go” " + Repeated("Mr. John Smith said, ", count),
                                 "« Partez » " + Repeated("M. Paul Dupont a dit, ", count)}});
    bitext.source_mentions = PersonsIn(bitext.source, "John Smith");
    bitext.target_mentions = PersonsIn(bitext.target, "Paul Dupont");
    return bitext;
  });
}

// `Weekly` in a bead may have become each `daily` there.
TEST(HostileChecks, RatesOfOneBead) {
  ExpectLinear(6000, ShippedContext(), [](std::size_t count) {
    return WithValues({{"The " + Repeated("weekly report and ", count) + "end.",
                        "Le " + Repeated("rapport quotidien et ", count) + "fin."}});
  });
}

}  // namespace
}  // namespace calque::internal
