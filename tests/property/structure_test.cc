// Structure over random dispatches: nothing lost, spans sound, wrapping makes no difference.
#include "align/structure/structure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "align/base/utf8.h"
#include "align/io/file.h"
#include "align/read/dispatch_builder.h"
#include "tests/support/dispatches.h"
#include "tests/support/structure_invariants.h"

namespace calque::test {
namespace {

// Pieces that meet in dispatches, and some that should not.
const std::vector<std::string> kPieces = {"(Reporting by ",
                                          "Mara Quillen",
                                          " in Oslo",
                                          "; Editing by ",
                                          ")",
                                          "(",
                                          "((",
                                          "Par ",
                                          "By ",
                                          " pour le service français",
                                          ", édité par ",
                                          " et ",
                                          " and ",
                                          "PARIS, 3 mars (AFP) - ",
                                          "(Acme)",
                                          " -- ",
                                          "* ",
                                          "1. ",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          "\f",
                                          "\t",
                                          "  ",
                                          "\u00A0",
                                          "\u202F",
                                          "\u2028",
                                          ".",
                                          ",",
                                          "« Oui », a-t-il dit.",
                                          "The port reopened on Monday.",
                                          "le port a rouvert",
                                          "M.",
                                          "Mme",
                                          "d'",
                                          "J.-P. ",
                                          "REUTERS/",
                                          "© 2026 AFP",
                                          "mtr/hab",
                                          "burs-",
                                          "reuters.com  |  | 373 mots",
                                          "$1 = 0.92",
                                          "ann@poe.example",
                                          "+33 1 55 50",
                                          "李明",
                                          "محمد",
                                          "E\u0301",
                                          "\u0301",
                                          "\U0001F600",
                                          "-",
                                          "—",
                                          "/",
                                          "avec AFP",
                                          "(Adds ",
                                          "UPDATE 2-",
                                          "Jan 5, 2026",
                                          "a",
                                          "Ü",
                                          "|",
                                          "<BABA.N>",
                                          "...",
                                          "'",
                                          "’"};

std::string Assemble(const std::vector<std::uint8_t>& choice) {
  std::string text;
  for (const std::uint8_t index : choice) text += kPieces[index % kPieces.size()];
  return text;
}

RC_GTEST_PROP(StructureProperty, LosesNothing, (const std::vector<std::uint8_t>& choice)) {
  const std::string text = Assemble(choice);
  for (const char* language : {"en", "fr", "xx"}) {
    const Document document = Analyse(text, language);
    RC_ASSERT(document.text == text);
    RC_ASSERT(BrokenInvariant(document) == "");
  }
}

RC_GTEST_PROP(StructureProperty, HonoursRandomBlocks,
              (const std::vector<std::uint8_t>& choice, std::uint8_t cut, std::uint8_t kind)) {
  internal::RawDocument raw;
  raw.text = Assemble(choice);
  const auto size = static_cast<std::uint32_t>(raw.text.size());
  std::uint32_t middle = size == 0 ? 0 : cut % size;
  while (middle < size && (static_cast<unsigned char>(raw.text[middle]) & 0xC0) == 0x80) ++middle;
  raw.blocks.push_back({{middle, size}, static_cast<ParagraphKind>(kind % 9)});
  RC_ASSERT(BrokenInvariant(internal::AnalyseStructure(std::move(raw), *ShippedGrammar("fr"))) ==
            "");
}

// Lines of at most `width` code points, broken at plain spaces.
std::string Wrap(std::string_view paragraph, std::size_t width) {
  std::string wrapped;
  std::size_t column = 0;
  while (!paragraph.empty()) {
    const std::size_t end = std::min(paragraph.find(' '), paragraph.size());
    const std::string_view word = paragraph.substr(0, end);
    const std::size_t length = internal::CodePointCount(word);
    if (column > 0 && column + 1 + length > width) {
      wrapped += '\n';
      column = 0;
    } else if (column > 0) {
      wrapped += ' ';
      ++column;
    }
    wrapped += word;
    column += length;
    paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
  }
  return wrapped;
}

std::vector<std::string> Unwrapped(const Document& document) {
  std::vector<std::string> lines = Described(document);
  for (std::string& line : lines) std::replace(line.begin(), line.end(), '/', ' ');
  return lines;
}

TEST(StructureProperty, WrappingASampleChangesNoParagraph) {
  namespace fs = std::filesystem;
  for (const auto& entry : fs::directory_iterator(CALQUE_SOURCE_DIRECTORY "/corpora/samples")) {
    if (!entry.is_directory()) continue;
    for (const std::string language : {"en", "fr"}) {
      const std::string plain = internal::ReadFile(entry.path() / (language + ".txt"));
      const Document document = Analyse(plain, language);
      std::string flat;
      for (const Paragraph& paragraph : document.paragraphs) {
        std::string line(paragraph.span.In(plain));
        std::replace(line.begin(), line.end(), '\n', ' ');
        flat += line + "\n\n";
      }
      const auto expected = Unwrapped(Analyse(flat, language));
      for (std::size_t width = 48; width <= 84; width += 3) {
        std::string wrapped;
        for (std::size_t at = 0; at < flat.size(); at = flat.find("\n\n", at) + 2) {
          wrapped +=
              Wrap(std::string_view(flat).substr(at, flat.find("\n\n", at) - at), width) + "\n\n";
        }
        EXPECT_EQ(Unwrapped(Analyse(wrapped, language)), expected)
            << entry.path() << " " << language << " at " << width;
      }
    }
  }
}

// Processor seconds for the structure of a document whose format credits so many persons, every
// second of them in a line of the text as well.
double SecondsForPersons(int count) {
  internal::DispatchBuilder builder("a.xml", {});
  builder.AddParagraph("The bridge was opened on Monday.");
  for (int i = 0; i < count; ++i) {
    const std::string name =
        "Jan Number" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i / 26);
    builder.AddPerson(name, CreditRole::kEditor);
    if (i % 2 == 0) builder.AddCreditLine("(Editing by " + name + ")");
  }
  const auto grammar = ShippedGrammar("en");
  const std::clock_t start = std::clock();
  const Document document = internal::AnalyseStructure(builder.Build(), *grammar);
  EXPECT_EQ(document.credits.size(), static_cast<std::size_t>(count));
  EXPECT_EQ(BrokenInvariant(document), "");
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Four times as many may take ten times the time, which a busy machine needs and a search through
// all for each does not keep.
TEST(StructureProperty, ManyPersonsTakeLinearTime) {
  const double small = SecondsForPersons(1000);
  EXPECT_LT(SecondsForPersons(4000), 10 * small + 0.05);
}

}  // namespace
}  // namespace calque::test
