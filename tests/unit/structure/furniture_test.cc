#include "align/structure/furniture.h"

#include <gtest/gtest.h>

#include "align/structure/initials.h"
#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

struct Case {
  const char* language;
  const char* line;
  FurnitureKind kind;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.line; }

constexpr FurnitureKind kNone = FurnitureKind::kNone;
constexpr FurnitureKind kNote = FurnitureKind::kNote;
constexpr FurnitureKind kFurniture = FurnitureKind::kFurniture;
constexpr FurnitureKind kEdge = FurnitureKind::kEdge;

ByteSpan All(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

class FurnitureTest : public testing::TestWithParam<Case> {};

TEST_P(FurnitureTest, IsTold) {
  const Case& c = GetParam();
  EXPECT_EQ(FurnitureOfLine(c.line, All(c.line), *test::ShippedGrammar(c.language)), c.kind);
}

INSTANTIATE_TEST_SUITE_P(
    Catalogue, FurnitureTest,
    testing::Values(
        Case{"fr", "reuters.com  |   |  373  mots", kFurniture}, Case{"fr", "373 mots", kFurniture},
        Case{"en", "($1 = 0.92 euro)", kFurniture},
        Case{"fr", "(1 dollar = 0,92 euro; 1 livre = 1,17 euro)", kFurniture},
        Case{"en", "((ann.poe@example.com; +47 555 0100; Reuters Messaging: ann.poe@example.net))",
             kFurniture},
        Case{"en", "ann.poe@example.com", kFurniture},
        Case{"en", "https://example.com/a", kFurniture},
        Case{"fr", "Tél. : +33 1 55 50 10 20", kFurniture}, Case{"en", "© 2026 Acme", kFurniture},
        Case{"en", "(c) Acme Limited 2026", kFurniture},
        Case{"en", "Copyright 2026 Acme. All rights reserved.", kFurniture},
        Case{"it", "RIPRODUZIONE RISERVATA © Copyright ANSA", kFurniture},
        Case{"en", "Our Standards: The Acme Trust Principles.", kFurniture},
        Case{"en", "<ACM.N> <DUNM.PA>", kFurniture}, Case{"en", "###", kFurniture},
        Case{"en", "-- Mexico City newsroom +525 728 9530", kFurniture},
        Case{"en", "Copyright Acme News", kFurniture},
        Case{"en", "Published: Jan. 6, 2026 at 9:00 a.m. GMT", kFurniture},
        Case{"fr", "Publié le 6 janvier 2026 à 9h00", kFurniture},
        Case{"fr", "Mis à jour le mardi 6 janvier 2026 à 9 h 00", kFurniture},
        Case{"fr", "(©AFP / 03 mars 2026 10h12)", kFurniture},
        Case{"fr", "(©AFP / 3 mars) Le port est fermé.", kNone},
        Case{"en", "(END) Dow Jones Newswires", kEdge},
        Case{"fr", "(END) Dow Jones Newswires", kEdge},
        Case{"en", "Write to Ann Poe at ann.poe@example.com", kEdge},
        Case{"en", "Write to your member of parliament.", kNone},
        Case{"fr", "Écrire à Anne Roy : anne.roy@example.com", kEdge},
        Case{"en", "-30-", kFurniture}, Case{"en", "(Adds union reaction in paragraph 3)", kNote},
        Case{"en", "Eds: Adds quotes.", kNote}, Case{"fr", "(Actualisé avec réactions)", kNote},
        Case{"fr", "(Corrige le nom au 2e paragraphe)", kNote},
        Case{"es", "(Actualiza con cierre de mercados)", kNote}, Case{"en", "MORE", kEdge},
        Case{"fr", "(suite)", kEdge}, Case{"en", "Follow Ann Poe on Twitter", kEdge},
        Case{"fr", "Lire aussi : le port rouvre", kEdge},
        Case{"fr", "(Adds union reaction)", kNote}));

INSTANTIATE_TEST_SUITE_P(
    Prose, FurnitureTest,
    testing::Values(Case{"en", "Follow the instructions below.", kNone},
                    Case{"fr", "Publié le 6 janvier, le rapport compte 300 pages.", kNone},
                    Case{"en", "Copyright law will change on 6 January.", kNone},
                    Case{"en", "More than 300 people marched.", kNone},
                    Case{"en", "300 words were cut.", kNone},
                    Case{"en", "(The bank cut its rates.)", kNone},
                    Case{"en", "Write to ann.poe@example.com for details of the offer.", kNone},
                    Case{"en", "1984 was a good year.", kNone},
                    Case{"en", "E = mc2 is his formula.", kNone},
                    Case{"en", "Copyright law is a mess.", kNone},
                    Case{"en", "The end of the story is known.", kNone},
                    Case{"fr", "La suite est connue.", kNone},
                    Case{"fr", "Voir www.example.fr/a.b?c=d. pour le détail.", kNone},
                    Case{"en", "a | b", kNone}, Case{"en", "", kNone}));

std::vector<std::string> Initials(const std::string& line) {
  Document document;
  document.text = line;
  document.credits = CreditsOfInitials(line, All(line), *test::ShippedGrammar("fr"));
  return test::DescribedCredits(document);
}

TEST(InitialsTest, AreReadFromClosingLines) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(Initials("burs-mtr/cgl/nfr"),
            (Lines{"desk burs", "initials mtr", "initials cgl", "initials nfr"}));
  EXPECT_EQ(Initials("mtr/hab"), (Lines{"initials mtr", "initials hab"}));
  EXPECT_EQ(Initials("ani-bur/rl"), (Lines{"initials ani", "desk bur", "initials rl"}));
  EXPECT_EQ(Initials("EFE ab/cd"), (Lines{"agency EFE", "initials ab", "initials cd"}));
  EXPECT_EQ(Initials("dpa abc/def"), (Lines{"agency dpa", "initials abc", "initials def"}));
  for (const char* no : {"et/ou", "km/h", "mtr", "mtr-hab", "Roy/Leduc", "mtr/", "/mtr", "mtr//hab",
                         "un mot/deux", "mtr/hab et plus"}) {
    EXPECT_EQ(Initials(no), Lines{}) << no;
  }
}

}  // namespace
}  // namespace calque::internal
