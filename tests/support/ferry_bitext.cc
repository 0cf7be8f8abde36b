#include <string>
#include <string_view>

#include "tests/support/bitexts.h"

namespace calque::test {
namespace {

ByteSpan Find(const Document& document, std::string_view what) {
  const auto at = static_cast<std::uint32_t>(document.text.find(what));
  return {at, at + static_cast<std::uint32_t>(what.size())};
}

// Sentences of one paragraph are separated by a blank; tokens are runs of other characters.
void AddParagraph(Document* document, ParagraphKind kind,
                  std::initializer_list<std::string_view> sentences) {
  if (!document->text.empty()) document->text += "\n\n";
  Paragraph paragraph;
  paragraph.kind = kind;
  paragraph.span.begin = static_cast<std::uint32_t>(document->text.size());
  paragraph.sentences.begin = static_cast<std::uint32_t>(document->sentences.size());
  bool first = true;
  for (const std::string_view sentence : sentences) {
    if (!first) document->text += ' ';
    first = false;
    const auto begin = static_cast<std::uint32_t>(document->text.size());
    document->text += sentence;
    const auto end = static_cast<std::uint32_t>(document->text.size());
    if (!IsAlignable(kind)) continue;
    const auto first_token = static_cast<std::uint32_t>(document->tokens.size());
    for (std::uint32_t at = begin; at < end;) {
      const auto blank = static_cast<std::uint32_t>(
          std::min<std::size_t>(document->text.find_first_of(" \n", at), end));
      document->tokens.push_back({{at, blank}});
      at = blank + 1;
    }
    document->sentences.push_back(
        {{begin, end}, {first_token, static_cast<std::uint32_t>(document->tokens.size())}, 0.99F});
  }
  paragraph.span.end = static_cast<std::uint32_t>(document->text.size());
  paragraph.sentences.end = static_cast<std::uint32_t>(document->sentences.size());
  document->paragraphs.push_back(paragraph);
}

void AddCredit(Document* document, CreditRole role, std::string name, std::string place = {},
               std::string organisation = {}) {
  const ByteSpan span = Find(*document, name);
  document->credits.push_back(
      {role, std::move(name), std::move(place), std::move(organisation), span, 0.98F});
}

Document Source() {
  Document document;
  document.id = "ferry.en.txt";
  document.language = "en";
  document.date = Date{2026, 1, 5};
  AddParagraph(&document, ParagraphKind::kHeadline, {"Ferry line adds two ships & a quay"});
  AddParagraph(&document, ParagraphKind::kBody,
               {"NORTHPORT, Jan 5 (Acme) - The Corvane line will add two ships, its head Ada "
                "Brandt\nsaid on Monday.",
                "They cost $2.5 billion."});
  AddParagraph(&document, ParagraphKind::kBody,
               {"\"We need them <now>,\" she said.", "The quay opens in May."});
  AddParagraph(&document, ParagraphKind::kCredit,
               {"(Reporting by Mara Quillen in Northport; Editing by Tom Ashby)"});
  document.headline = document.paragraphs[0].span;
  document.dateline =
      Dateline{Find(document, "NORTHPORT, Jan 5 (Acme) -"), Find(document, "NORTHPORT"),
               Find(document, "Acme"), Find(document, "Jan 5")};
  AddCredit(&document, CreditRole::kAgency, "Acme");
  AddCredit(&document, CreditRole::kReporter, "Mara Quillen", "Northport");
  AddCredit(&document, CreditRole::kEditor, "Tom Ashby");
  document.metadata = {{"rights", "© 2026 Acme; invented, free to use"}, {"version", "2"}};
  return document;
}

Document Target() {
  Document document;
  document.id = "ferry.fr.txt";
  document.language = "fr";
  document.date = Date{2026, 1, 6};
  AddParagraph(&document, ParagraphKind::kHeadline, {"Deux navires et un quai pour les ferries"});
  AddParagraph(&document, ParagraphKind::kBody,
               {"NORTHPORT, 5 janvier (Acme) - La compagnie Corvane va ajouter deux navires, qui "
                "coûteront 2,5\u00A0milliards de dollars, a annoncé lundi Ada Brandt."});
  AddParagraph(&document, ParagraphKind::kBody, {"«\u00A0Il nous les faut\u00A0», a-t-elle dit."});
  AddParagraph(&document, ParagraphKind::kCredit,
               {"(Mara Quillen; Élise Noë pour le service français, édité par Luc Rémi)"});
  document.headline = document.paragraphs[0].span;
  AddCredit(&document, CreditRole::kReporter, "Mara Quillen");
  AddCredit(&document, CreditRole::kTranslator, "Élise Noë", "", "service français");
  AddCredit(&document, CreditRole::kEditor, "Luc Rémi");
  document.diagnostics = {{"charset-guessed", "read as windows-1252", {"ferry.fr.txt", 1, 0}}};
  return document;
}

}  // namespace

Bitext FerryBitext() {
  Bitext bitext;
  bitext.id = "ferry";
  bitext.source = Source();
  bitext.target = Target();
  bitext.score = 0.995F;
  bitext.beads = {{{0, 1}, {0, 1}, 0.97F, false},
                  {{1, 3}, {1, 2}, 0.91F, false},
                  {{3, 4}, {2, 3}, 0.95F, false},
                  {{4, 5}, {3, 3}, 0.88F, false}};
  bitext.words = {{0, 4, 0.61F}, {3, 0, 0.99F}, {4, 1, 0.97F}};
  bitext.source_mentions = {
      {Find(bitext.source, "Ada Brandt"), MentionKind::kPerson, "person:ada brandt", 0.99F},
      {Find(bitext.source, "$2.5 billion"), MentionKind::kMoney, "money:2500000000:USD", 1.0F}};
  bitext.target_mentions = {
      {Find(bitext.target, "2,5\u00A0milliards de dollars"), MentionKind::kMoney,
       "money:2500000000:USD", 1.0F},
      {Find(bitext.target, "Ada Brandt"), MentionKind::kPerson, "person:ada brandt", 0.98F}};
  bitext.entities = {{0, 1, 0.99F, LinkEvidence::kIdentical}, {1, 0, 0.96F, LinkEvidence::kValue}};
  bitext.findings = {{"omission",
                      Severity::kMajor,
                      0.9F,
                      bitext.source.sentences[4].span,
                      {},
                      "The quay's opening in May is not in the translation."}};
  return bitext;
}

}  // namespace calque::test
