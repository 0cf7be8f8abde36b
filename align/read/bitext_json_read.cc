// Reads bitexts of schema `calque/bitext/1`; CheckBitext() sees to it that indices, spans and their
// order are what the types promise.
#include "align/base/bitext_check.h"
#include "align/base/iso_date.h"
#include "align/io/json.h"
#include "align/read/bitext_json.h"
#include "align/read/json_parts.h"

namespace calque::internal {
namespace {

// A list that may be absent.
const Json& List(const Json& object, const char* key) {
  static const Json empty = Json::array();
  const auto found = object.find(key);
  return found == object.end() ? empty : *found;
}

ByteSpan ReadSpan(const Json& object, const char* key, const Location& location) {
  const auto found = object.find(key);
  return found == object.end() ? ByteSpan{} : ReadRange<ByteSpan>(*found, location);
}

// The enumerator of a name. `parse` is one of the …FromString functions.
template <typename Parse>
auto ReadName(const Json& object, const char* key, const Location& location, Parse parse) {
  const auto name = object.at(key).get<std::string>();
  const auto value = parse(name);
  if (!value) Refuse(location, std::string("unknown ") + key + " \"" + name + "\"");
  return *value;
}

std::optional<Dateline> ReadDateline(const Json& document, const Location& location) {
  const auto found = document.find("dateline");
  if (found == document.end()) return std::nullopt;
  return Dateline{ReadSpan(*found, "span", location), ReadSpan(*found, "place", location),
                  ReadSpan(*found, "agency", location), ReadSpan(*found, "date", location)};
}

void ReadStructure(const Json& json, const Location& location, Document* document) {
  const Json& tokens = List(json, "tokens");
  document->tokens.reserve(tokens.size());
  for (const Json& token : tokens) {
    document->tokens.push_back({ReadRange<ByteSpan>(token, location)});
  }
  for (const Json& sentence : List(json, "sentences")) {
    document->sentences.push_back({ReadRange<ByteSpan>(sentence.at("span"), location),
                                   sentence.contains("tokens")
                                       ? ReadRange<IndexRange<Token>>(sentence["tokens"], location)
                                       : IndexRange<Token>{},
                                   ReadFloat(sentence, "confidence", 1.0F, location)});
  }
  for (const Json& paragraph : List(json, "paragraphs")) {
    document->paragraphs.push_back(
        {ReadRange<ByteSpan>(paragraph.at("span"), location),
         ReadRange<IndexRange<Sentence>>(paragraph.at("sentences"), location),
         ReadName(paragraph, "kind", location, ParagraphKindFromString)});
  }
}

Diagnostic ReadDiagnostic(const Json& json) {
  return {json.at("code").get<std::string>(),
          json.at("message").get<std::string>(),
          {ReadString(json, "name"), json.value("line", std::uint64_t{0}),
           json.value("column", std::uint64_t{0})}};
}

Document ReadDocument(const Json& json, const Location& location) {
  Document document;
  document.id = json.at("id").get<std::string>();
  document.language = json.at("language").get<std::string>();
  document.text = json.at("text").get<std::string>();
  if (const std::string date = ReadString(json, "date"); !date.empty()) {
    document.date = ParseIsoDate(date);
    if (!document.date) Refuse(location, "a date that is none: \"" + date + "\"");
  }
  document.headline = ReadSpan(json, "headline", location);
  document.dateline = ReadDateline(json, location);
  ReadStructure(json, location, &document);
  document.credits = ReadCreditsJson(List(json, "credits"), location);
  if (const auto metadata = json.find("metadata"); metadata != json.end()) {
    for (const auto& [name, value] : metadata->items()) {
      document.metadata.emplace(name, value.get<std::string>());
    }
  }
  for (const Json& diagnostic : List(json, "diagnostics")) {
    document.diagnostics.push_back(ReadDiagnostic(diagnostic));
  }
  return document;
}

void ReadBeads(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& bead : List(json, "beads")) {
    bitext->beads.push_back({ReadRange<IndexRange<Sentence>>(bead.at("source"), location),
                             ReadRange<IndexRange<Sentence>>(bead.at("target"), location),
                             ReadFloat(bead, "score", 0.0F, location),
                             bead.value("crossing", false)});
  }
}

void ReadWords(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& link : List(json, "words")) {
    bitext->words.push_back({.source = ReadIndex(link.at(0), location),
                             .target = ReadIndex(link.at(1), location),
                             .probability = ReadFloat(link.at(2), location)});
  }
}

std::vector<Mention> ReadMentions(const Json& list, const Location& location) {
  std::vector<Mention> mentions;
  for (const Json& mention : list) {
    mentions.push_back({ReadRange<ByteSpan>(mention.at("span"), location),
                        ReadName(mention, "kind", location, MentionKindFromString),
                        ReadString(mention, "key"),
                        ReadFloat(mention, "probability", 1.0F, location)});
  }
  return mentions;
}

void ReadEntities(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& link : List(json, "entities")) {
    bitext->entities.push_back({ReadIndex(link.at("source"), location),
                                ReadIndex(link.at("target"), location),
                                ReadFloat(link, "score", 0.0F, location),
                                ReadName(link, "evidence", location, LinkEvidenceFromString)});
  }
}

void ReadFindings(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& finding : List(json, "findings")) {
    bitext->findings.push_back(
        {finding.at("category").get<std::string>(),
         ReadName(finding, "severity", location, SeverityFromString),
         ReadFloat(finding, "probability", 0.0F, location), ReadSpan(finding, "source", location),
         ReadSpan(finding, "target", location), ReadString(finding, "message")});
  }
}

Bitext ReadBitext(const Json& json, const Location& location) {
  const std::string schema = json.is_object() ? ReadString(json, "schema") : std::string();
  if (schema != kBitextSchema) {
    Refuse(location, schema.empty() ? "is no object of schema " + std::string(kBitextSchema)
                                    : "has schema \"" + schema + "\"; this program reads " +
                                          std::string(kBitextSchema));
  }
  Bitext bitext;
  bitext.id = ReadString(json, "id");
  bitext.score = ReadFloat(json, "score", 0.0F, location);
  bitext.source = ReadDocument(json.at("source"), location);
  bitext.target = ReadDocument(json.at("target"), location);
  ReadBeads(json, location, &bitext);
  ReadWords(json, location, &bitext);
  bitext.source_mentions = ReadMentions(List(json, "source_mentions"), location);
  bitext.target_mentions = ReadMentions(List(json, "target_mentions"), location);
  ReadEntities(json, location, &bitext);
  ReadFindings(json, location, &bitext);
  return bitext;
}

// Members of an object of the schema that this program does not know.
std::uint64_t CountUnknown(const Json& object, std::string_view known) {
  std::uint64_t unknown = 0;
  for (const auto& [name, value] : object.items()) {
    unknown += known.find(" " + name + " ") == std::string_view::npos ? 1 : 0;
  }
  return unknown;
}

std::uint64_t CountUnknownMembers(const Json& json) {
  constexpr std::string_view kDocument =
      " id language date text headline dateline credits paragraphs sentences tokens metadata "
      "diagnostics ";
  std::uint64_t unknown = CountUnknown(
      json,
      " schema id score source target beads words source_mentions target_mentions entities "
      "findings ");
  for (const char* side : {"source", "target"}) unknown += CountUnknown(json.at(side), kDocument);
  for (const Json& bead : List(json, "beads")) {
    unknown += CountUnknown(bead, " source target score crossing ");
  }
  return unknown;
}

}  // namespace

std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location) {
  std::vector<Credit> credits;
  for (const Json& credit : list) {
    credits.push_back({ReadName(credit, "role", location, CreditRoleFromString),
                       credit.at("name").get<std::string>(), ReadString(credit, "place"),
                       ReadString(credit, "organisation"), ReadSpan(credit, "span", location),
                       ReadFloat(credit, "probability", 1.0F, location)});
  }
  return credits;
}

Bitext ReadBitextJson(std::string_view line, const Location& location, std::uint64_t* unknown) {
  const std::uint64_t first_column = location.line == 0 ? 0 : 1;  // a line is a whole one
  const Json json = ParseJson(line, {location.name, location.line, first_column});
  Bitext bitext = ReadJson(location, [&] { return ReadBitext(json, location); });
  CheckBitext(bitext, location);
  if (unknown != nullptr) *unknown += CountUnknownMembers(json);
  return bitext;
}

}  // namespace calque::internal
