// Credits of single lines in their place, in the languages whose gold is small.
#include <gtest/gtest.h>

#include "align/structure/credit_lines.h"
#include "tests/support/dispatches.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using testing::TestWithParam;

struct Case {
  const char* language;
  LinePlace place;
  const char* line;
  std::vector<std::string> credits;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.language << ": " << c.line; }

std::vector<std::string> Read(const Case& c) {
  Document document;
  document.text = c.line;
  const ByteSpan all = {0, static_cast<std::uint32_t>(document.text.size())};
  auto credits = CreditsOfLine(document.text, all, c.place, *test::ShippedGrammar(c.language));
  if (!credits) return {"no credit line"};
  document.credits = std::move(*credits);
  return test::DescribedCredits(document);
}

class CreditsTest : public TestWithParam<Case> {};

TEST_P(CreditsTest, AreRead) { EXPECT_EQ(Read(GetParam()), GetParam().credits); }

INSTANTIATE_TEST_SUITE_P(
    German, CreditsTest,
    testing::Values(
        Case{
            "de", LinePlace::kHead, "Von Jörg Aschenbach, dpa", {"reporter Jörg Aschenbach (dpa)"}},
        Case{"de",
             LinePlace::kHead,
             "Von Jörg Aschenbach und Ute von der Heide",
             {"reporter Jörg Aschenbach", "reporter Ute von der Heide"}},
        Case{"de",
             LinePlace::kTail,
             "Autor: Jörg Aschenbach (Kiel), +49 431 555 010",
             {"reporter Jörg Aschenbach @ Kiel"}},
        Case{"de",
             LinePlace::kTail,
             "Autor/in: Jörg Aschenbach (Kiel)",
             {"reporter Jörg Aschenbach @ Kiel"}},
        Case{"de",
             LinePlace::kTail,
             "Redaktion: Ute Sommerfeld (Berlin)",
             {"editor Ute Sommerfeld @ Berlin"}},
        Case{"de", LinePlace::kTail, "(mit Material von dpa)", {"agency dpa"}},
        Case{"de",
             LinePlace::kTail,
             "(mit Informationen von dpa und AFP)",
             {"agency dpa", "agency AFP"}},
        Case{"de",
             LinePlace::kTail,
             "Das Gespräch führte Ute Sommerfeld.",
             {"interviewer Ute Sommerfeld"}},
        Case{
            "de", LinePlace::kTail, "(Übersetzung: Ute Sommerfeld)", {"translator Ute Sommerfeld"}},
        Case{"de",
             LinePlace::kTail,
             "Foto: Jörg Aschenbach/dpa",
             {"photographer Jörg Aschenbach (dpa)"}},
        Case{"de", LinePlace::kTail, "jas/dpa", {"initials jas", "agency dpa"}},
        Case{"de", LinePlace::kBody, "Von Montag an gilt die neue Regel.", {"no credit line"}},
        Case{"de", LinePlace::kTail, "Mit Ute Sommerfeld sprach niemand.", {"no credit line"}}));

INSTANTIATE_TEST_SUITE_P(
    Romance, CreditsTest,
    testing::Values(
        Case{"es", LinePlace::kHead, "Por Lucía Barragán", {"reporter Lucía Barragán"}},
        Case{"es",
             LinePlace::kTail,
             "(Reporte de Lucía Barragán en Quito; editado por Iván Ferrero; traducido por Nuria "
             "Salas)",
             {"reporter Lucía Barragán @ Quito", "editor Iván Ferrero", "translator Nuria Salas"}},
        Case{"es", LinePlace::kTail, "(Con información de AFP)", {"agency AFP"}},
        Case{
            "es", LinePlace::kTail, "Por ahora no hay fecha para la votación.", {"no credit line"}},
        Case{"es",
             LinePlace::kTail,
             "(Reporte de Lucía Barragán. Editado en español por Iván Ferrero)",
             {"reporter Lucía Barragán", "editor Iván Ferrero"}},
        Case{"fr",
             LinePlace::kTail,
             "(Reportage Claire Duval, rédigé en français par Paul Vasseur, édité par Marc Aubin)",
             {"reporter Claire Duval", "translator Paul Vasseur", "editor Marc Aubin"}},
        Case{"fr",
             LinePlace::kTail,
             "(Traduction en français par Paul Vasseur)",
             {"translator Paul Vasseur"}},
        Case{"it",
             LinePlace::kTail,
             "(Tradotto da Luca Ferri, in redazione a Roma Anna Sala)",
             {"translator Luca Ferri", "editor Anna Sala"}},
        Case{"pt",
             LinePlace::kTail,
             "(Reportagem de Rui Paixão; Tradução Redação São Paulo)",
             {"reporter Rui Paixão", "desk Redação São Paulo @ São Paulo"}},
        Case{"it", LinePlace::kHead, "(di Matilde Rizzo)", {"reporter Matilde Rizzo"}},
        Case{"it", LinePlace::kHead, "dell'inviato Matteo Corsi", {"reporter Matteo Corsi"}},
        Case{"it",
             LinePlace::kTail,
             "(Matilde Rizzo, editing Luca Ferri)",
             {"writer Matilde Rizzo", "editor Luca Ferri"}},
        Case{"pt",
             LinePlace::kTail,
             "(Reportagem de Rui Paixão em Lisboa; Edição de Marta dos Anjos)",
             {"reporter Rui Paixão @ Lisboa", "editor Marta dos Anjos"}},
        Case{"pt",
             LinePlace::kTail,
             "Edição extra será publicada na sexta-feira.",
             {"no credit line"}},
        Case{"pt",
             LinePlace::kHead,
             "Por Rui Paixão e Marta dos Anjos",
             {"reporter Rui Paixão", "reporter Marta dos Anjos"}}));

INSTANTIATE_TEST_SUITE_P(
    ForeignTails, CreditsTest,
    testing::Values(Case{"fr",
                         LinePlace::kTail,
                         "(Reporting by Oren Maddox in Cairo; Editing by Tilda Farrow)",
                         {"reporter Oren Maddox @ Cairo", "editor Tilda Farrow"}},
                    Case{"en",
                         LinePlace::kTail,
                         "(Aude Vernier; Mireille Roche pour le service français)",
                         {"reporter Aude Vernier", "translator Mireille Roche (service français)"}},
                    Case{"de",
                         LinePlace::kTail,
                         "(Reporting by Oren Maddox; Editing by Tilda Farrow)",
                         {"reporter Oren Maddox", "editor Tilda Farrow"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherScripts, CreditsTest,
    testing::Values(Case{"en",
                         LinePlace::kTail,
                         "(Reporting by Иван Громов; Editing by 李明)",
                         {"reporter Иван Громов", "editor 李明"}},
                    Case{"en",
                         LinePlace::kTail,
                         "(Reporting by E\u0301lise Marchand; Editing by Bo Ekström)",
                         {"reporter E\u0301lise Marchand", "editor Bo Ekström"}}));

TEST(CreditsTest, SpansLieOnTheNames) {
  const std::string text =
      "(Aude  Vernier et Paul\nCastellan; Mireille Roche pour le service français)";
  const ByteSpan all = {0, static_cast<std::uint32_t>(text.size())};
  const auto credits = CreditsOfLine(text, all, LinePlace::kTail, *test::ShippedGrammar("fr"));
  ASSERT_TRUE(credits.has_value());
  ASSERT_EQ(credits->size(), 3U);
  EXPECT_EQ((*credits)[0].span.In(text), "Aude  Vernier");
  EXPECT_EQ((*credits)[0].name, "Aude Vernier");
  EXPECT_EQ((*credits)[1].span.In(text), "Paul\nCastellan");
  EXPECT_EQ((*credits)[1].name, "Paul Castellan");
  EXPECT_LT((*credits)[0].probability, (*credits)[2].probability);
}

TEST(CreditsTest, AnEmptyGrammarReadsNothing) {
  const auto grammar = DispatchGrammar::FromJson(Json::object(), "xx");
  const std::string text = "(Reporting by Oren Maddox)";
  const ByteSpan all = {0, static_cast<std::uint32_t>(text.size())};
  EXPECT_FALSE(CreditsOfLine(text, all, LinePlace::kTail, *grammar).has_value());
}

TEST(DispatchGrammarTest, RefusesMalformedSections) {
  const auto refuses = [](const char* json) {
    const Error error =
        test::ErrorOf([&] { (void)DispatchGrammar::FromJson(ParseJson(json, {"xx.json"}), "xx"); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput);
    return std::string(error.what());
  };
  EXPECT_NE(refuses(R"({"before": {"autor": ["von"]}})").find("autor"), std::string::npos);
  EXPECT_NE(refuses(R"({"months": [["jan"]]})").find("twelve"), std::string::npos);
  EXPECT_NE(refuses(R"({"byline": "by"})").find("xx.json"), std::string::npos);
}

}  // namespace
}  // namespace calque::internal
