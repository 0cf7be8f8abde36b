#include "align/structure/dateline.h"

#include <gtest/gtest.h>

#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

// `span | place | agency | date | ISO date`, or `none`.
std::string Read(const std::string& text, const std::string& language) {
  const ByteSpan all = {0, static_cast<std::uint32_t>(text.size())};
  const auto reading = ReadDateline(text, all, *test::ShippedGrammar(language));
  if (!reading) return "none";
  const auto in = [&](ByteSpan span) { return std::string(span.In(text)); };
  const Dateline& dateline = reading->dateline;
  return in(dateline.span) + " | " + in(dateline.place) + " | " + in(dateline.agency) + " | " +
         in(dateline.date) + " | " + (reading->date ? reading->date->ToString() : "");
}

struct Case {
  const char* language;
  const char* text;
  const char* reading;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class DatelineTest : public testing::TestWithParam<Case> {};

TEST_P(DatelineTest, IsRead) {
  EXPECT_EQ(Read(GetParam().text, GetParam().language), GetParam().reading);
}

INSTANTIATE_TEST_SUITE_P(
    English, DatelineTest,
    testing::Values(
        Case{"en", "BEIJING (Reuters) - Steel exports rose.",
             "BEIJING (Reuters) - | BEIJING | Reuters |  | "},
        Case{"en", "NORTHPORT, Jan 5 (Acme) - Northport Lines",
             "NORTHPORT, Jan 5 (Acme) - | NORTHPORT | Acme | Jan 5 | "},
        Case{"en", "OSLO, Jan. 5, 2026 (Acme) -- Northport Lines",
             "OSLO, Jan. 5, 2026 (Acme) -- | OSLO | Acme | Jan. 5, 2026 | 2026-01-05"},
        Case{"en", "LONDON, 5 January 2026 (Reuters) — Shares",
             "LONDON, 5 January 2026 (Reuters) — | LONDON | Reuters | 5 January 2026 | 2026-01-05"},
        Case{
            "en", "GALVESTON, Texas 2026-01-06 10:15:00 UTC - The",
            "GALVESTON, Texas 2026-01-06 10:15:00 UTC - | GALVESTON |  | 2026-01-06 10:15:00 UTC | "
            "2026-01-06"},
        Case{"en", "MEXICO CITY 1996-06-31 - Markets",
             "MEXICO CITY 1996-06-31 - | MEXICO CITY |  | 1996-06-31 | 1996-06-31"},
        Case{"en", "MEXICO CITY 1996-08-20 - Markets",
             "MEXICO CITY 1996-08-20 - | MEXICO CITY |  | 1996-08-20 | 1996-08-20"},
        Case{"en", "MOSCOW, Monday (Reuters) - The",
             "MOSCOW, Monday (Reuters) - | MOSCOW | Reuters | Monday | "},
        Case{"en", "MOSCOW, Monday (Reuters) The talks",
             "MOSCOW, Monday (Reuters) | MOSCOW | Reuters | Monday | "},
        Case{"en", "NORTHPORT, Jan 5 (Acme) _ Northport",
             "NORTHPORT, Jan 5 (Acme) _ | NORTHPORT | Acme | Jan 5 | "},
        Case{"en", "ST. PAUL, Minn. - Gov. Karen Oduya", "ST. PAUL, Minn. - | ST. PAUL |  |  | "},
        Case{"en", "LINCOLN, Neb., May 4 (AP) -- A storm",
             "LINCOLN, Neb., May 4 (AP) -- | LINCOLN | AP | May 4 | "},
        Case{"en", "LINCOLN, Neb. (AP) — A storm", "LINCOLN, Neb. (AP) — | LINCOLN | AP |  | "},
        Case{"en", "DARMSTADT, Germany (Reuters) - A",
             "DARMSTADT, Germany (Reuters) - | DARMSTADT | Reuters |  | "},
        Case{"en", "LINCOLN, Neb. / OSLO (AP) — A storm",
             "LINCOLN, Neb. / OSLO (AP) — | LINCOLN | AP |  | "},
        Case{"en", "BERGEN, Norway and LINCOLN, Neb., May 4 (Acme) - A storm",
             "BERGEN, Norway and LINCOLN, Neb., May 4 (Acme) - | BERGEN | Acme | May 4 | "},
        Case{"en", "BERGEN, Norway / TROMSO / OSLO (AP) - A storm",
             "BERGEN, Norway / TROMSO / OSLO (AP) - | BERGEN | AP |  | "},
        Case{"en", "LINCOLN, Neb. /PRNewswire/ -- A storm",
             "LINCOLN, Neb. /PRNewswire/ -- | LINCOLN | PRNewswire |  | "},
        Case{"en", "OPEC, Russia and NORWAY - what now?", "none"},
        Case{"en", "FRANKFURT/LONDON (Reuters) - Shares",
             "FRANKFURT/LONDON (Reuters) - | FRANKFURT | Reuters |  | "},
        Case{"en", "PARIS and BERLIN (Reuters) - Shares",
             "PARIS and BERLIN (Reuters) - | PARIS | Reuters |  | "},
        Case{"en", "KYIV, Ukraine, March 3 (AFP) - Shells",
             "KYIV, Ukraine, March 3 (AFP) - | KYIV | AFP | March 3 | "},
        Case{"en", "Nov 12 (Reuters) - European shares eased.",
             "Nov 12 (Reuters) - |  | Reuters | Nov 12 | "},
        Case{"en", "Nov 12 (Lindqvist) - no agency is that.", "none"},
        Case{"en", "Oslo (AFP) - Sept. 29, 2025",
             "Oslo (AFP) - Sept. 29, 2025 | Oslo | AFP | "
             "Sept. 29, 2025 | 2025-09-29"},
        Case{"en", "Oslo (AFP) - March 29 is a holiday.", "Oslo (AFP) - | Oslo | AFP |  | "},
        Case{"fr", "12 novembre (Reuters) - Les Bourses",
             "12 novembre (Reuters) - |  | Reuters | 12 novembre | "},
        Case{"en", "WASHINGTON - The Senate voted on Monday.",
             "WASHINGTON - | WASHINGTON |  |  | "},
        Case{"en", "WASHINGTON — The Senate voted.", "WASHINGTON — | WASHINGTON |  |  | "},
        Case{"en", "Geneva (AFP) - The talks", "Geneva (AFP) - | Geneva | AFP |  | "},
        Case{"en", "ABOARD THE SEA FALCON (Reuters) - A",
             "ABOARD THE SEA FALCON (Reuters) - | ABOARD THE SEA FALCON | Reuters |  | "},
        Case{"en", "OSLO, May 3 /PRNewswire/ -- Acme Corp.",
             "OSLO, May 3 /PRNewswire/ -- | OSLO | PRNewswire | May 3 | "},
        Case{"en", "NORTHPORT, Jan 5 (Acme)",
             "NORTHPORT, Jan 5 (Acme) | NORTHPORT | Acme | Jan 5 | "}));

INSTANTIATE_TEST_SUITE_P(
    OtherLanguages, DatelineTest,
    testing::Values(
        Case{"fr", "PEKIN (Reuters) - Le chinois", "PEKIN (Reuters) - | PEKIN | Reuters |  | "},
        Case{"fr", "PARIS, 3 mars (AFP) - Le port",
             "PARIS, 3 mars (AFP) - | PARIS | AFP | 3 mars | "},
        Case{"fr", "LE CAIRE, 12 fév (AFP) - Les",
             "LE CAIRE, 12 fév (AFP) - | LE CAIRE | AFP | 12 fév | "},
        Case{"fr", "RIO DE JANEIRO, 1er janvier 2026 (AFP) – Le",
             "RIO DE JANEIRO, 1er janvier 2026 (AFP) – | RIO DE JANEIRO | AFP | 1er janvier 2026 | "
             "2026-01-01"},
        Case{"fr", "OSLO, 12 juil. 2011 [Reuters] – Le port",
             "OSLO, 12 juil. 2011 [Reuters] – | OSLO | Reuters | 12 juil. 2011 | 2011-07-12"},
        Case{"fr", "DAMAS (Syrie), 5 jan (AFP) - Des",
             "DAMAS (Syrie), 5 jan (AFP) - | DAMAS | AFP | 5 jan | "},
        Case{"fr", "L'AQUILA, lundi (Reuters) - Un",
             "L'AQUILA, lundi (Reuters) - | L'AQUILA | Reuters | lundi | "},
        Case{"fr", "NORTHPORT, Jan 5 (Acme) - Un",
             "NORTHPORT, Jan 5 (Acme) - | NORTHPORT | Acme | Jan 5 | "},
        Case{"de", "Kiel (dpa) - Der Hafen", "Kiel (dpa) - | Kiel | dpa |  | "},
        Case{"de", "Kiel (dpa/lno) - Der Hafen", "Kiel (dpa/lno) - | Kiel | dpa/lno |  | "},
        Case{"it", "(ANSA) - CITTÀ DI CASTELLO, 05 GEN - Il",
             "(ANSA) - CITTÀ DI CASTELLO, 05 GEN - | CITTÀ DI CASTELLO | ANSA | 05 GEN | "},
        Case{"es", "Quito, 5 ene (EFE).- El puerto",
             "Quito, 5 ene (EFE).- | Quito | EFE | 5 ene | "},
        Case{"es", "Quito,  5 ene.  (EFE).- El puerto",
             "Quito,  5 ene.  (EFE).- | Quito | EFE | 5 ene. | "},
        Case{"pt", "Lisboa, 05 jan 2026 (Lusa) - O porto",
             "Lisboa, 05 jan 2026 (Lusa) - | Lisboa | Lusa | 05 jan 2026 | 2026-01-05"}));

INSTANTIATE_TEST_SUITE_P(
    Traps, DatelineTest,
    testing::Values(Case{"en", "Acme Corp. (ACM) - the ferry firm - fell.", "none"},
                    Case{"en", "Dana Okoro (Labour) - a former minister - resigned.", "none"},
                    Case{"en", "UPDATE - Acme profit beats forecasts", "none"},
                    Case{"en", "EU - UK talks resume", "none"},
                    Case{"en", "The union (Reuters) said it would strike.", "none"},
                    Case{"en", "OPEC+ agreed - after two days - to cut output.", "none"},
                    Case{"en", "NATO, Russia hold talks", "none"},
                    Case{"en", "MONDAY - The day begins early.", "none"},
                    Case{"en", "Shares in Oslo (Norway) fell - for the third day.", "none"},
                    Case{"en", "", "none"}, Case{"en", "(", "none"},
                    Case{"fr", "FOCUS - Amazon et Alibaba se disputent le marché", "none"},
                    Case{"fr", "M. Dupont (PS) - élu en 2012 - a démissionné.", "none"},
                    Case{"fr", "SNCF - Les trains circulent.", "SNCF - | SNCF |  |  | "}));

}  // namespace
}  // namespace calque::internal
