// Reads bitexts of schema `calque/bitext/1`; every index and span is checked.
#include <limits>

#include "align/base/iso_date.h"
#include "align/base/utf8.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/read/bitext_json.h"
#include "align/read/json_parts.h"

namespace calque::internal {
namespace {

[[noreturn]] void Refuse(const Location& location, const std::string& message) {
  throw Error(ErrorCode::kBadInput, location, message);
}

std::uint32_t ReadUnsigned(const Json& value, const Location& location) {
  if (!value.is_number_unsigned()) {
    Refuse(location, std::string("an index is expected, not ") + value.type_name());
  }
  const auto number = value.get<std::uint64_t>();
  if (number > std::numeric_limits<std::uint32_t>::max()) {
    Refuse(location, "a number that is too large: " + std::to_string(number));
  }
  return static_cast<std::uint32_t>(number);
}

// A list that may be absent.
const Json& List(const Json& object, const char* key) {
  static const Json empty = Json::array();
  const auto found = object.find(key);
  return found == object.end() ? empty : *found;
}

template <typename Range>
std::string RangeText(const Range& range) {
  return "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + "]";
}

// `[begin,end]` with begin <= end <= limit.
template <typename Range>
Range ReadRange(const Json& pair, std::size_t limit, const Location& location) {
  if (!pair.is_array() || pair.size() != 2) {
    Refuse(location, std::string("[begin,end] is expected, not ") + pair.type_name());
  }
  const Range range{ReadUnsigned(pair[0], location), ReadUnsigned(pair[1], location)};
  if (range.begin > range.end || range.end > limit) {
    Refuse(location, "out of range: " + RangeText(range));
  }
  return range;
}

void CheckSpan(ByteSpan span, std::string_view text, const Location& location) {
  if (span.end > text.size()) Refuse(location, "out of range: " + RangeText(span));
  if (!IsCharacterBoundary(text, span.begin) || !IsCharacterBoundary(text, span.end)) {
    Refuse(location, "a span that cuts a character: " + RangeText(span));
  }
}

ByteSpan ReadSpan(const Json& pair, std::string_view text, const Location& location) {
  const auto span = ReadRange<ByteSpan>(pair, text.size(), location);
  CheckSpan(span, text, location);
  return span;
}

ByteSpan ReadSpan(const Json& object, const char* key, std::string_view text,
                  const Location& location) {
  const auto found = object.find(key);
  return found == object.end() ? ByteSpan{} : ReadSpan(*found, text, location);
}

// The enumerator of a name. `parse` is one of the …FromString functions.
template <typename Parse>
auto ReadName(const Json& object, const char* key, const Location& location, Parse parse) {
  const auto name = object.at(key).get<std::string>();
  const auto value = parse(name);
  if (!value) Refuse(location, std::string("unknown ") + key + " \"" + name + "\"");
  return *value;
}

std::optional<Dateline> ReadDateline(const Json& document, std::string_view text,
                                     const Location& location) {
  const auto found = document.find("dateline");
  if (found == document.end()) return std::nullopt;
  return Dateline{
      ReadSpan(*found, "span", text, location), ReadSpan(*found, "place", text, location),
      ReadSpan(*found, "agency", text, location), ReadSpan(*found, "date", text, location)};
}

void ReadStructure(const Json& json, const Location& location, Document* document) {
  const std::string_view text = document->text;
  const Json& tokens = List(json, "tokens");
  document->tokens.reserve(tokens.size());
  for (const Json& token : tokens) document->tokens.push_back({ReadSpan(token, text, location)});
  for (const Json& sentence : List(json, "sentences")) {
    document->sentences.push_back(
        {ReadSpan(sentence.at("span"), text, location),
         sentence.contains("tokens")
             ? ReadRange<IndexRange<Token>>(sentence["tokens"], document->tokens.size(), location)
             : IndexRange<Token>{},
         ReadFloat(sentence, "confidence", 1.0F, location)});
  }
  for (const Json& paragraph : List(json, "paragraphs")) {
    document->paragraphs.push_back(
        {ReadSpan(paragraph.at("span"), text, location),
         ReadRange<IndexRange<Sentence>>(paragraph.at("sentences"), document->sentences.size(),
                                         location),
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
  if (document.text.size() > kDefaultDocumentLimit) Refuse(location, "a text above 64 MiB");
  if (const std::string date = ReadString(json, "date"); !date.empty()) {
    document.date = ParseIsoDate(date);
    if (!document.date) Refuse(location, "a date that is none: \"" + date + "\"");
  }
  document.headline = ReadSpan(json, "headline", document.text, location);
  document.dateline = ReadDateline(json, document.text, location);
  ReadStructure(json, location, &document);
  document.credits = ReadCreditsJson(List(json, "credits"), location);
  for (const Credit& credit : document.credits) {
    CheckSpan(credit.span, document.text, location);
  }
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
    bitext->beads.push_back({ReadRange<IndexRange<Sentence>>(
                                 bead.at("source"), bitext->source.sentences.size(), location),
                             ReadRange<IndexRange<Sentence>>(
                                 bead.at("target"), bitext->target.sentences.size(), location),
                             ReadFloat(bead, "score", 0.0F, location),
                             bead.value("crossing", false)});
  }
}

std::uint32_t ReadIndex(const Json& value, std::size_t count, const Location& location) {
  const std::uint32_t index = ReadUnsigned(value, location);
  if (index >= count) Refuse(location, "an index out of range: " + std::to_string(index));
  return index;
}

void ReadWords(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& link : List(json, "words")) {
    bitext->words.push_back({ReadIndex(link.at(0), bitext->source.tokens.size(), location),
                             ReadIndex(link.at(1), bitext->target.tokens.size(), location),
                             ReadFloat(link.at(2), location)});
  }
}

std::vector<Mention> ReadMentions(const Json& list, const Document& document,
                                  const Location& location) {
  std::vector<Mention> mentions;
  for (const Json& mention : list) {
    mentions.push_back({ReadSpan(mention.at("span"), document.text, location),
                        ReadName(mention, "kind", location, MentionKindFromString),
                        ReadString(mention, "key"),
                        ReadFloat(mention, "probability", 1.0F, location)});
  }
  return mentions;
}

void ReadEntities(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& link : List(json, "entities")) {
    bitext->entities.push_back(
        {ReadIndex(link.at("source"), bitext->source_mentions.size(), location),
         ReadIndex(link.at("target"), bitext->target_mentions.size(), location),
         ReadFloat(link, "score", 0.0F, location),
         ReadName(link, "evidence", location, LinkEvidenceFromString)});
  }
}

void ReadFindings(const Json& json, const Location& location, Bitext* bitext) {
  for (const Json& finding : List(json, "findings")) {
    bitext->findings.push_back({finding.at("category").get<std::string>(),
                                ReadName(finding, "severity", location, SeverityFromString),
                                ReadFloat(finding, "probability", 0.0F, location),
                                ReadSpan(finding, "source", bitext->source.text, location),
                                ReadSpan(finding, "target", bitext->target.text, location),
                                ReadString(finding, "message")});
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
  bitext.source_mentions = ReadMentions(List(json, "source_mentions"), bitext.source, location);
  bitext.target_mentions = ReadMentions(List(json, "target_mentions"), bitext.target, location);
  ReadEntities(json, location, &bitext);
  ReadFindings(json, location, &bitext);
  return bitext;
}

}  // namespace

std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location) {
  std::vector<Credit> credits;
  for (const Json& credit : list) {
    const auto span = credit.find("span");
    credits.push_back(
        {ReadName(credit, "role", location, CreditRoleFromString),
         credit.at("name").get<std::string>(), ReadString(credit, "place"),
         ReadString(credit, "organisation"),
         span == credit.end()
             ? ByteSpan{}
             : ReadRange<ByteSpan>(*span, std::numeric_limits<std::uint32_t>::max(), location),
         ReadFloat(credit, "probability", 1.0F, location)});
  }
  return credits;
}

Bitext ReadBitextJson(std::string_view line, const Location& location) {
  const std::uint64_t first_column = location.line == 0 ? 0 : 1;  // a line is a whole one
  const Json json = ParseJson(line, {location.name, location.line, first_column});
  return ReadJson(location, [&] { return ReadBitext(json, location); });
}

}  // namespace calque::internal
