#include "align/entities/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "align/entities/aliases.h"
#include "align/entities/listed_name.h"
#include "calque/error.h"
#include "tests/support/name_grammars.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A document of one sentence a line.
Document LinesOf(const std::string& text) {
  Document document;
  document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    document.sentences.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {}, 1.0F});
    begin = end + 1;
  }
  return document;
}

std::vector<std::string> NamesIn(const std::string& language, const std::string& text) {
  const Document document = LinesOf(text);
  std::vector<std::string> names;
  for (const Mention& mention : FindNames(document, test::NameGrammarOf(language), {}, nullptr)) {
    names.push_back(std::string(mention.span.In(text)) + "/" +
                    std::string(ToString(mention.kind)).substr(0, 3));
  }
  return names;
}

TEST(Names, LeaveTitlesDeterminersAndPossessivesOutside) {
  EXPECT_THAT(NamesIn("en", "The plan of President Helena Sarmento's office."),
              ElementsAre("Helena Sarmento/per"));
  EXPECT_THAT(NamesIn("fr", "Selon l'Elysée, Mme Sarmento et M. Vilhena se verront."),
              ElementsAre("Elysée/pla", "Sarmento/per", "Vilhena/per"));
  EXPECT_THAT(NamesIn("en", "U.S. Secretary of State Warren Hughes left."),
              ElementsAre("U.S./pla", "Warren Hughes/per"));
  EXPECT_THAT(NamesIn("en", "It said US President Warren Hughes left."),
              ElementsAre("US/pla", "Warren Hughes/per"));
}

TEST(Names, AnAcronymOpensASentence) {
  EXPECT_THAT(NamesIn("en", "US forces carried out a strike."), ElementsAre("US/pla"));
  EXPECT_THAT(NamesIn("en", "US Forces Carry Out Another Strike"), ElementsAre("US/pla"));
  EXPECT_THAT(NamesIn("en", "They carried us out."), IsEmpty());
  EXPECT_THAT(NamesIn("en", "US VERSUS THEM ONCE MORE TODAY"), IsEmpty());
}

TEST(Names, FirstWordsOfSentencesAreNoNamesByTheirCapital) {
  EXPECT_THAT(NamesIn("fr", "Les habitants dorment."), IsEmpty());
  EXPECT_THAT(NamesIn("en", "It said the Government was late."), IsEmpty());
  EXPECT_THAT(NamesIn("en", "Shares rose.\nOutside China, they fell."), ElementsAre("China/pla"));
  EXPECT_THAT(NamesIn("en", "Kolbeck resigned.\nThe board thanked Kolbeck."),
              ElementsAre("Kolbeck/oth", "Kolbeck/oth"));
}

// Lists know a Harry of one word.
TEST(Names, WhomOneWordNamesMayHaveALongerName) {
  EXPECT_THAT(NamesIn("en", "It was said that Harry Brandt and Harry agreed."),
              ElementsAre("Harry Brandt/per", "Harry/per"));
}

// French news puts its speakers behind the place where they spoke.
TEST(Names, APersonBehindAPlaceIsAnother) {
  EXPECT_THAT(NamesIn("fr", "Le plan est prêt, a dit à Berlin Friedrich Vogel."),
              ElementsAre("Berlin/pla", "Friedrich Vogel/per"));
  EXPECT_THAT(NamesIn("fr", "Le plan est prêt, a dit à Vienne Antonio von der Brock."),
              ElementsAre("Vienne/pla", "Antonio von der Brock/per"));
  EXPECT_THAT(NamesIn("fr", "Le plan est prêt, a dit à Pékin Xi Jinping."),
              ElementsAre("Pékin/pla", "Xi Jinping/per"));
  EXPECT_THAT(NamesIn("fr", "Ils étaient à Londres Fashion Week."),
              ElementsAre("Londres Fashion Week/pla"));
  EXPECT_THAT(NamesIn("fr", "Ils ont joué à Paris Saint-Germain."),
              ElementsAre("Paris Saint-Germain/org"));
}

TEST(Names, APersonBehindWhatTheyHeadIsAnother) {
  EXPECT_THAT(NamesIn("fr", "Le maire de Varsovie Marek Vilhena a voté."),
              ElementsAre("Varsovie/pla", "Marek Vilhena/per"));
  EXPECT_THAT(NamesIn("fr", "La présidente de la Banque mondiale Ana Kolbeck a voté."),
              ElementsAre("Banque mondiale/org", "Ana Kolbeck/per"));
  EXPECT_THAT(NamesIn("fr", "Le directeur exécutif de Renault Zdrinko Vogel a voté."),
              ElementsAre("Renault/org", "Zdrinko Vogel/per"));
  EXPECT_THAT(NamesIn("fr", "Le ministre de l'Intérieur Ana Kolbeck a voté."),
              ElementsAre("Ana Kolbeck/per"));
}

TEST(Names, ATownIsTheTownBeforeItsClub) {
  EXPECT_THAT(NamesIn("fr", "Le maire de Lyon est à Marseille."),
              ElementsAre("Lyon/pla", "Marseille/pla"));
  const ListedName lyon = FindListed(test::NameGrammarOf("fr").gazetteer, "Lyon");
  EXPECT_TRUE(lyon.keys.contains("organisation:olympique lyonnais"));
}

TEST(Names, AParticipleThatOpensASentenceIsNone) {
  EXPECT_THAT(NamesIn("fr", "Dénonçant un complot, Ana Kolbeck est partie."),
              ElementsAre("Ana Kolbeck/per"));
  EXPECT_THAT(NamesIn("en", "Decrying a plot, Ana Kolbeck left."), ElementsAre("Ana Kolbeck/per"));
}

TEST(Names, PartyTagsNameTheState) {
  EXPECT_THAT(NamesIn("en", "They met Mitchell Vilhena (R-Ky.) and Ann Kolbeck (D-CA) there."),
              ElementsAre("Mitchell Vilhena/per", "R-Ky./pla", "Ann Kolbeck/per", "D-CA/pla"));
}

TEST(Names, DemonymsNameTheirPlace) {
  const Document document = LinesOf("Le géant chinois investit.");
  const std::vector<Mention> mentions = FindNames(document, test::NameGrammarOf("fr"), {}, nullptr);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].key, "place:CN");
  EXPECT_EQ(mentions[0].kind, MentionKind::kPlace);
}

TEST(Names, RunsGoOverParticlesAndBehindHeads) {
  EXPECT_THAT(NamesIn("en", "He met Ursula van der Brock at the Bank of Lorania."),
              ElementsAre("Ursula van der Brock/per", "Bank of Lorania/org"));
  EXPECT_THAT(NamesIn("fr", "Un chercheur de l'université de Kyoto au palais de Belem."),
              ElementsAre("université de Kyoto/org", "palais de Belem/pla"));
}

TEST(Names, ShortFormsAndAcronymsShareTheKeyOfTheLongName) {
  const std::string text =
      "President Simon Hu spoke for Aliyun Web Services (AWS).\nHu left AWS behind.";
  const Document document = LinesOf(text);
  const std::vector<Mention> mentions = FindNames(document, test::NameGrammarOf("en"), {}, nullptr);
  ASSERT_EQ(mentions.size(), 5U);
  EXPECT_EQ(mentions[0].key, "person:simon hu");
  EXPECT_EQ(mentions[3].key, mentions[0].key);
  EXPECT_EQ(mentions[3].kind, MentionKind::kPerson);
  EXPECT_EQ(mentions[2].key, mentions[1].key);
  EXPECT_EQ(mentions[4].key, mentions[1].key);
}

TEST(Names, HeadlinesInCapitalsAreReadWithTheBody) {
  EXPECT_THAT(NamesIn("en",
                      "Ghana Wins Approval From Kolbeck Board Today\n"
                      "The board of Kolbeck met in Accra."),
              ElementsAre("Ghana/pla", "Kolbeck/oth", "Kolbeck/oth", "Accra/pla"));
}

TEST(Names, ValuesAreNotNames) {
  const std::string text = "It rained in March.";
  const Document document = LinesOf(text);
  const std::vector<Mention> values = {{{13, 18}, MentionKind::kDate, "date:--03", 1.0F}};
  EXPECT_THAT(FindNames(document, test::NameGrammarOf("en"), values, nullptr), IsEmpty());
}

TEST(Names, AValueMayBeginAListedName) {
  const Document document = LinesOf("Le 2 mai, la Seconde Guerre mondiale finit.");
  const std::vector<Mention> values = {{{3, 8}, MentionKind::kDate, "date:--05-02", 1.0F},
                                       {{13, 20}, MentionKind::kOrdinal, "ordinal:2", 1.0F}};
  const std::vector<Mention> mentions =
      FindNames(document, test::NameGrammarOf("fr"), values, nullptr);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].key, "other:world war two");
  EXPECT_EQ(mentions[0].span.In(document.text), "Seconde Guerre mondiale");
}

TEST(Names, AWholeValueIsNoListedName) {
  const Document document = LinesOf("It was on September 11 in Boston.");
  const std::vector<Mention> values = {{{10, 22}, MentionKind::kDate, "date:--09-11", 1.0F}};
  EXPECT_EQ(FindNames(document, test::NameGrammarOf("en"), values, nullptr).size(), 1U);
}

std::vector<std::string> KeysIn(const std::string& language, const std::string& text) {
  std::vector<std::string> keys;
  const Document document = LinesOf(text);
  for (Mention& mention : FindNames(document, test::NameGrammarOf(language), {}, nullptr)) {
    keys.push_back(std::move(mention.key));
  }
  return keys;
}

TEST(Names, ASharedAcronymIsOfTheNameThatTheTextSpellsOut) {
  EXPECT_THAT(
      KeysIn("en", "The RSF told the Rapid Support Forces."),
      ElementsAre("organisation:rapid support forces", "organisation:rapid support forces"));
  EXPECT_THAT(KeysIn("en", "The RSF said so."),
              ElementsAre("organisation:reporters without borders"));
  EXPECT_THAT(
      KeysIn("fr", "Selon l'AP, l'Autorité palestinienne attend."),
      ElementsAre("organisation:palestinian authority", "organisation:palestinian authority"));
}

TEST(Names, TheAgencyOfADatelineIsTheAgency) {
  Document document = LinesOf("PARIS (AP) - L'Autorité palestinienne attend.");
  document.dateline = Dateline{};
  document.dateline->span = {0, 13};
  document.dateline->place = {0, 5};
  document.dateline->agency = {7, 9};
  const std::vector<Mention> mentions = FindNames(document, test::NameGrammarOf("fr"), {}, nullptr);
  ASSERT_EQ(mentions.size(), 3U);
  EXPECT_EQ(mentions[1].key, "organisation:associated press");
  EXPECT_EQ(mentions[2].key, "organisation:palestinian authority");
}

TEST(Acronyms, AreInitialsOfTheLongForm) {
  EXPECT_TRUE(IsAcronymOf("AWS", "Amazon Web Services"));
  EXPECT_TRUE(IsAcronymOf("FMI", "Fonds monétaire international"));
  EXPECT_TRUE(IsAcronymOf("U.N.", "United Nations"));
  EXPECT_FALSE(IsAcronymOf("AWS", "Amazon"));
  EXPECT_FALSE(IsAcronymOf("the", "Tall Hotel East"));
  EXPECT_FALSE(IsAcronymOf("AWX", "Amazon Web Services"));
}

TEST(NameGrammar, KnowsTheShortNamesOfCountries) {
  const std::pair<const char*, const char*> names[] = {
      {"es", "EE.UU."}, {"de", "USA"}, {"pt", "EUA"}};
  for (const auto& [language, name] : names) {
    const NameGrammar grammar =
        LoadNameGrammar(Json::object(), CALQUE_SOURCE_DIRECTORY "/corpora", language);
    EXPECT_TRUE(FindListed(grammar.gazetteer, name).keys.contains("place:US")) << name;
  }
}

TEST(NameGrammar, RefusesALineThatNamesNoSeat) {
  const test::TemporaryFolder data;
  std::filesystem::create_directory(data / "names");
  for (const char* line : {"RU", "RU ", "Russia Moscow", "ru Moscow", "RU\tMoscow"}) {
    std::ofstream(data / "names/seats.txt") << "FR Paris\n" << line << "\n";
    const Error error =
        test::ErrorOf([&] { (void)LoadNameGrammar(Json::object(), data.path(), "en"); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput) << line;
    EXPECT_THAT(error.what(), HasSubstr("seats.txt:2: ")) << line;
  }
}

}  // namespace
}  // namespace calque::internal
