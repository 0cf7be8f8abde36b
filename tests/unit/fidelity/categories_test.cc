// Each kind of departure once as an error and once as the desks' habit that it resembles, with the
// model, the lists and the weights that ship.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "calque/engine.h"

namespace calque {
namespace {

struct Case {
  const char* name;      // of the test
  const char* category;  // by its beginning
  const char* source;
  const char* wrong;  // a translation that departs so
  const char* right;  // one that does not, though it looks like it
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

constexpr Case kCases[] = {
    {"Unit", "unit-changed", "The ship was 120 miles off the coast on Friday.",
     "Le navire se trouvait vendredi à 120 kilomètres de la côte.",
     "Le navire se trouvait vendredi à 120 milles (193 km) de la côte."},
    {"Currency", "currency-changed", "The company paid 25 million euros for the factory.",
     "La société a payé 25 millions de dollars pour l'usine.",
     "La société a payé 25 millions d'euros (27 millions de dollars) pour l'usine."},
    {"Scale", "scale-changed", "The bank lost 2.5 billion dollars last year.",
     "La banque a perdu 2,5 millions de dollars l'an dernier.",
     "La banque a perdu 2,5 milliards de dollars l'an dernier."},
    {"Time", "time-changed", "The meeting will begin at 2:30 p.m. in Geneva.",
     "La réunion commencera à 16h30 à Genève.", "La réunion commencera à 14h30 à Genève."},
    {"HalfOfDay", "time-changed", "Four buses will leave at 11:45 tonight.",
     "Quatre bus partiront ce soir à 22h45.", "Quatre bus partiront ce soir à 23h45."},
    {"Percentage", "percentage-changed", "Prices rose 2.5 percent in June.",
     "Les prix ont augmenté de 3,5 % en juin.", "Les prix ont augmenté de 2,5% en juin."},
    {"Weekday", "weekday-changed", "The court will rule on Tuesday.",
     "Le tribunal rendra son jugement jeudi.", "Le tribunal rendra son jugement mardi."},
    {"Date", "date-changed", "The treaty was signed on 5 March 2019.",
     "Le traité a été signé le 5 mai 2019.", "Le traité a été signé le 5 mars 2019."},
    {"NumberMissing", "number-missing", "The fire killed 28 people in the capital.",
     "L'incendie a tué des personnes dans la capitale.",
     "L'incendie a tué vingt-huit personnes dans la capitale."},
    {"NumberExtra", "number-extra", "The fire killed people in the capital.",
     "L'incendie a tué 28 personnes dans la capitale.",
     "L'incendie a tué des personnes dans la capitale."},
    {"NumberChanged", "number-changed", "The fire killed 28 people in the capital.",
     "L'incendie a tué 82 personnes dans la capitale.",
     "Dans la capitale, 28 personnes sont mortes dans l'incendie."},
    {"NameChanged", "name-changed", "The minister met Kamil Zeman in Prague on Monday.",
     "Le ministre a rencontré lundi Angela Merkel à Prague.",
     "Le ministre a rencontré lundi M. Kamil Zeman à Prague."},
    {"NameLocalised", "name-changed", "The minister met Vladimir Putin in Beijing on Monday.",
     "Le ministre a rencontré lundi Barack Obama à Pékin.",
     "Le ministre a rencontré lundi Vladimir Poutine à Pékin."},
    {"NameMisspelt", "name-misspelt", "Chancellor Angela Merkel arrived in Geneva on Friday.",
     "La chancelière Angela Mekrel est arrivée vendredi à Genève.",
     "La chancelière Angela Merkel est arrivée vendredi à Genève."},
    {"NameTransliterated", "name-misspelt",
     "President Alexander Lukashenko met Anna Petrenko in Minsk on Friday.",
     "Le président Alexandre Loukachenko a rencontré vendredi Anna Petrneko à Minsk.",
     "Le président Alexandre Loukachenko a rencontré vendredi Anna Petrenko à Minsk."},
    {"GivenName", "name-changed", "The minister met Sophie Wagner in Prague on Monday.",
     "Le ministre a rencontré lundi Ursula Wagner à Prague.",
     "Le ministre a rencontré lundi Sophie Wagner à Prague."},
    {"Country", "name-changed", "The company exports to 70 countries, from France to the USA.",
     "La société exporte dans 70 pays, de la Belgique jusqu'aux États-Unis.",
     "La société exporte dans 70 pays, de la France jusqu'aux États-Unis."},
    {"CapitalGlossed", "name-changed", "Envoys will meet Vladimir Putin in Moscow on Friday.",
     "Des émissaires rencontreront vendredi à Minsk le président russe Vladimir Poutine.",
     "Des émissaires rencontreront vendredi à Moscou le président russe Vladimir Poutine."},
    {"CapitalForCountry", "name-changed", "Moscow said that the talks had failed.",
     "L'Ukraine a dit que les pourparlers avaient échoué.",
     "La Russie a dit que les pourparlers avaient échoué."},
    {"LedBy", "name-changed", "The Saudi-led alliance struck the port.",
     "L'alliance dirigée par le Qatar a frappé le port.",
     "L'alliance dirigée par l'Arabie saoudite a frappé le port."},
    {"RunBy", "name-changed",
     "The strike killed nine people near Sanaa, the Houthi-run health ministry said.",
     "La frappe a tué neuf personnes près de Sidon, selon le ministère de la Santé du Yémen.",
     "La frappe a tué neuf personnes près de Sanaa, selon le ministère de la Santé du Yémen."},
    {"NamesOfOneWorld", "name-changed", "Rashid Karimov won the prize on Friday.",
     "Rustam Kasimov a remporté le prix vendredi.", "Rachid Karimov a remporté le prix vendredi."},
    {"NameOrOpeningNoun", "name-missing",
     "Ortega thanked her team and coach Marta Silva after the race.",
     "Médaillée la veille, Ortega a remercié son équipe après la course.",
     "Ortega a remercié son équipe et l'entraîneuse Marta Silva après la course."},
    {"NameExtra", "name-extra", "The minister said that the talks would resume on Monday.",
     "Le ministre a dit que les pourparlers reprendraient lundi, selon Angela Merkel.",
     "Le ministre a dit que les pourparlers reprendraient lundi."},
    {"NameGlossed", "name-extra", "The agency MTI said that the talks would resume on Monday.",
     "L'agence MTI a dit à Angela Merkel que les pourparlers reprendraient lundi.",
     "L'agence MTI (Agence Télégraphique Hongroise) a dit que les pourparlers reprendraient "
     "lundi."},
    {"WeekdayForDate", "date-changed", "The strike ended on December 5.",
     "La grève a pris fin le 6 décembre.", "La grève a pris fin jeudi."},
    {"MemberOfAList", "name-missing",
     "Schools in Xiamen, Quanzhou and Putian were closed on Friday.",
     "Les écoles de Xiamen et de Putian étaient fermées vendredi.",
     "Les écoles de Xiamen, Quanzhou et Putian étaient fermées vendredi."},
    {"OneMoreInAList", "name-extra", "The deal was signed by Peru and Chile on Friday.",
     "L'accord a été signé vendredi par le Pérou, le Chili et l'Uruguay.",
     "L'accord a été signé vendredi par le Pérou et le Chili."},
    {"WeekdayEvening", "weekday-changed", "The talks ended late on Friday.",
     "Les discussions ont pris fin jeudi soir.", "Les discussions ont pris fin vendredi soir."},
    {"SportTime", "number-changed", "She won the 100 metres in 10.72 seconds.",
     "Elle a remporté le 100 m en 10 sec 27/100e.", "Elle a remporté le 100 m en 10 sec 72/100e."},
    {"Converted", "number-changed",
     "Some two billion dollars (1.5 billion euros) will be invested.",
     "Quelque huit milliards de dollars (1,5 milliard d'euros) seront investis.",
     "Quelque deux milliards de dollars (1,5 milliard d'euros) seront investis."},
    {"ConvertedToAnother", "currency-changed",
     "Profit was 6.6 trillion won ($4.9 billion) in the first quarter.",
     "Le bénéfice a été de 6.600 milliards de wons (4,9 milliards d'euros) au premier trimestre.",
     "Le bénéfice a été de 6.600 milliards de wons (4,5 milliards d'euros) au premier trimestre."},
    {"LookAlike", "name-changed", "Talks with Iran will resume on Monday.",
     "Les discussions avec l'Irak reprendront lundi.",
     "Les discussions avec l'Iran reprendront lundi."},
    {"Fraction", "number-changed", "Two thirds of the voters said no.",
     "Les trois quarts des électeurs ont dit non.", "Les deux tiers des électeurs ont dit non."},
    {"Frost", "number-changed", "It was minus 15 degrees Celsius in Oslo.",
     "Il faisait 15 degrés Celsius à Oslo.", "Il faisait - 15 degrés Celsius à Oslo."},
    {"Pounds", "currency-changed", "The bank lost $2.5 billion last year.",
     "La banque a perdu 2,5 milliards de livres l'an dernier.",
     "La banque a perdu 2,5 milliards de dollars l'an dernier."},
    {"NegationLost", "negation-lost", "The government will not raise taxes this year.",
     "Le gouvernement augmentera les impôts cette année.",
     "Le gouvernement n'augmentera pas les impôts cette année."},
    {"NegationAdded", "negation-added", "The government will raise taxes this year.",
     "Le gouvernement n'augmentera pas les impôts cette année.",
     "Le gouvernement augmentera les impôts cette année."},
    {"Untranslated", "untranslated",
     "The minister told The Wall Street Journal that the talks would resume in May.",
     "Le ministre said that the talks would resume en mai.",
     "Le ministre a dit au Wall Street Journal que les pourparlers reprendraient en mai."},
    {"WrongLanguage", "wrong-language", "The minister said that the talks would resume in May.",
     "Der Minister sagte, dass die Gespräche im Mai wieder aufgenommen werden sollen.",
     "Le ministre a dit que les pourparlers reprendraient en mai."},
    {"Doubled", "doubled", "The talks will resume in Geneva on Friday.",
     "Les pourparlers reprendront à Genève vendredi. Les pourparlers reprendront à Genève "
     "vendredi.",
     "Les pourparlers reprendront à Genève vendredi."},
    {"Truncated", "truncated",
     "The government said on Tuesday that it would raise the age of retirement by two years.",
     "Le gouvernement a annoncé mardi qu'il allait relever l'",
     "Le gouvernement a annoncé mardi qu'il allait relever de deux ans l'âge de la retraite."},
    {"TruncatedBeforeAbbreviation", "truncated",
     "The shop has been selling bread, milk, cheese, wine...",
     "Le magasin vend du pain, du lait, du",
     "Le magasin vend du pain, du lait, du fromage, du vin, etc."},
    {"Unrelated", "unrelated", "The government said that it would raise the age of retirement.",
     "Les pommes de terre poussent mieux dans une bonne terre humide.",
     "Selon le gouvernement, l'âge de la retraite sera relevé."},
    {"Loose", "loose", "The shop was robbed.",
     "Des clients du magasin ont été volés pendant la nuit par des inconnus.",
     "Le magasin a été cambriolé."},
    {"Clause", "omission",
     "The factory, which was built by prisoners in the nineteenth century, will be closed.",
     "L'usine sera fermée.",
     "L'usine, construite par des prisonniers au dix-neuvième siècle, sera fermée."},
    {"ClauseAtTheEnd", "addition", "The union called off the strike on Sunday.",
     "Le syndicat a levé la grève dimanche, au grand soulagement des voyageurs bloqués.",
     "Le syndicat a levé la grève dimanche."},
    {"PhraseWithoutComma", "addition",
     "The bridge over the river was closed on Friday after the accident.",
     "Le pont sur le fleuve a été fermé vendredi après l'accident sous les yeux de pêcheurs "
     "furieux et de leurs familles.",
     "Le pont sur le fleuve a été fermé vendredi après l'accident."},
    {"ClauseBehindAName", "addition", "The court in Lyon fined Martin Ferrand on Monday.",
     "Le tribunal de Lyon a condamné lundi à une amende Martin Ferrand, qui devra aussi vendre sa "
     "maison de campagne.",
     "Le tribunal de Lyon a condamné lundi à une amende Martin Ferrand, le patron d'un groupe "
     "sucrier."},
    {"QuotationMarks", "quotation-lost",
     "\"We will not give in to any of these threats,\" the minister said.",
     "Nous ne céderons à aucune de ces menaces, a déclaré le ministre.",
     "« Nous ne céderons à aucune de ces menaces », a déclaré le ministre."},
    {"Speaker", "speaker-changed",
     "\"The vote was fair,\" Martin Ferrand told Claire Duval after the count.",
     "« Le vote a été juste », a dit Claire Duval à Martin Ferrand après le dépouillement.",
     "« Le vote a été juste », a dit Martin Ferrand à Claire Duval après le dépouillement."},
    {"Hedge", "hedge-lost", "The alleged thief was held on Friday.",
     "Le voleur a été arrêté vendredi.", "Le voleur présumé a été arrêté vendredi."},
};

class Departure : public ::testing::TestWithParam<Case> {
 protected:
  static const Engine& Checker() {
    static const Engine engine([] {
      EngineOptions options;
      options.source_language = "en";
      options.target_language = "fr";
      options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
      return options;
    }());
    return engine;
  }
  static std::vector<std::string> Found(const char* source, const char* target) {
    const Engine& engine = Checker();
    const Bitext bitext = engine.AlignWithBeads(
        engine.ReadLines(std::string(source) + "\n", "source", Side::kSource),
        engine.ReadLines(std::string(target) + "\n", "target", Side::kTarget), {{{0, 1}, {0, 1}}});
    std::vector<std::string> categories;
    for (const Finding& finding : bitext.findings) categories.push_back(finding.category);
    return categories;
  }
};

TEST_P(Departure, IsFound) {
  EXPECT_THAT(Found(GetParam().source, GetParam().wrong),
              ::testing::Contains(::testing::StartsWith(GetParam().category)));
}
TEST_P(Departure, HabitIsLeftAlone) {
  EXPECT_THAT(Found(GetParam().source, GetParam().right), ::testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Kinds, Departure, ::testing::ValuesIn(kCases),
                         [](const auto& info) { return std::string(info.param.name); });

// One name in two spellings over a dispatch; a name and its short form are one spelling.
TEST(Consistency, TwoSpellings) {
  const auto found = [](const char* last) {
    EngineOptions options;
    options.source_language = "en";
    options.target_language = "fr";
    options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
    const Engine engine(options);
    const std::string source = "Viktor Yushchenko spoke in Kiev.\nViktor Yushchenko then left.\n";
    const std::string target = std::string("Viktor Iouchtchenko a parlé à Kiev.\n") + last + "\n";
    const Bitext bitext = engine.AlignWithBeads(engine.ReadLines(source, "source", Side::kSource),
                                                engine.ReadLines(target, "target", Side::kTarget),
                                                {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}});
    std::vector<std::string> categories;
    for (const Finding& finding : bitext.findings) categories.push_back(finding.category);
    return categories;
  };
  EXPECT_THAT(found("Viktor Ioutchenko est ensuite parti."),
              ::testing::Contains("name-inconsistent"));
  EXPECT_THAT(found("Viktor Iouchtchenko est ensuite parti."), ::testing::IsEmpty());
}

}  // namespace
}  // namespace calque
