// Writes bitexts of schema `calque/bitext/1`.
#include "align/read/bitext_json.h"

namespace calque::internal {
namespace {

// A span or a range of indices: `[begin,end]`.
template <typename Range>
void WriteRange(const Range& range, JsonWriter* json) {
  json->BeginArray();
  json->Unsigned(range.begin);
  json->Unsigned(range.end);
  json->EndArray();
}

template <typename Range>
void WriteRange(std::string_view key, const Range& range, JsonWriter* json) {
  json->Key(key);
  WriteRange(range, json);
}

// A list of objects.
template <typename List, typename WriteMembers>
void WriteList(std::string_view key, const List& list, JsonWriter* json, WriteMembers write) {
  json->Key(key);
  json->BeginArray();
  for (const auto& item : list) {
    json->BeginObject();
    write(item);
    json->EndObject();
  }
  json->EndArray();
}

void WriteDateline(const Dateline& dateline, JsonWriter* json) {
  json->Key("dateline");
  json->BeginObject();
  WriteRange("span", dateline.span, json);
  WriteRange("place", dateline.place, json);
  WriteRange("agency", dateline.agency, json);
  WriteRange("date", dateline.date, json);
  json->EndObject();
}

void WriteStructure(const Document& document, JsonWriter* json) {
  WriteList("paragraphs", document.paragraphs, json, [&](const Paragraph& paragraph) {
    WriteRange("span", paragraph.span, json);
    json->Member("kind", ToString(paragraph.kind));
    WriteRange("sentences", paragraph.sentences, json);
  });
  WriteList("sentences", document.sentences, json, [&](const Sentence& sentence) {
    WriteRange("span", sentence.span, json);
    WriteRange("tokens", sentence.tokens, json);
    json->Key("confidence");
    json->Float(sentence.confidence);
  });
  json->Key("tokens");
  json->BeginArray();
  for (const Token& token : document.tokens) WriteRange(token.span, json);
  json->EndArray();
}

void WriteDiagnostic(const Diagnostic& diagnostic, JsonWriter* json) {
  json->Member("code", diagnostic.code);
  json->Member("message", diagnostic.message);
  if (!diagnostic.location.name.empty()) json->Member("name", diagnostic.location.name);
  if (diagnostic.location.line > 0) {
    json->Key("line");
    json->Unsigned(diagnostic.location.line);
  }
  if (diagnostic.location.column > 0) {
    json->Key("column");
    json->Unsigned(diagnostic.location.column);
  }
}

void WriteDocument(std::string_view key, const Document& document, JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Member("id", document.id);
  json->Member("language", document.language);
  if (document.date) json->Member("date", document.date->ToString());
  json->Member("text", document.text);
  WriteRange("headline", document.headline, json);
  if (document.dateline) WriteDateline(*document.dateline, json);
  json->Key("credits");
  json->BeginArray();
  for (const Credit& credit : document.credits) WriteCreditJson(credit, json);
  json->EndArray();
  WriteStructure(document, json);
  json->Key("metadata");
  json->BeginObject();
  for (const auto& [name, value] : document.metadata) json->Member(name, value);
  json->EndObject();
  WriteList("diagnostics", document.diagnostics, json,
            [&](const Diagnostic& diagnostic) { WriteDiagnostic(diagnostic, json); });
  json->EndObject();
}

void WriteMentions(std::string_view key, const std::vector<Mention>& mentions,
                   const Document& document, JsonWriter* json) {
  WriteList(key, mentions, json, [&](const Mention& mention) {
    WriteRange("span", mention.span, json);
    json->Member("text", mention.span.In(document.text));
    json->Member("kind", ToString(mention.kind));
    json->Member("key", mention.key);
    json->Key("probability");
    json->Float(mention.probability);
  });
}

void WriteBeads(const Bitext& bitext, JsonWriter* json) {
  WriteList("beads", bitext.beads, json, [&](const Bead& bead) {
    WriteRange("source", bead.source, json);
    WriteRange("target", bead.target, json);
    json->Key("score");
    json->Float(bead.score);
    if (!bead.crossing) return;
    json->Key("crossing");
    json->Bool(true);
  });
}

void WriteWords(const Bitext& bitext, JsonWriter* json) {
  json->Key("words");
  json->BeginArray();
  for (const WordLink& link : bitext.words) {
    json->BeginArray();
    json->Unsigned(link.source);
    json->Unsigned(link.target);
    json->Float(link.probability);
    json->EndArray();
  }
  json->EndArray();
}

void WriteEntities(const Bitext& bitext, JsonWriter* json) {
  WriteList("entities", bitext.entities, json, [&](const EntityLink& link) {
    json->Key("source");
    json->Unsigned(link.source);
    json->Key("target");
    json->Unsigned(link.target);
    json->Key("score");
    json->Float(link.score);
    json->Member("evidence", ToString(link.evidence));
  });
}

void WriteFindings(const Bitext& bitext, JsonWriter* json) {
  WriteList("findings", bitext.findings, json, [&](const Finding& finding) {
    json->Member("category", finding.category);
    json->Member("severity", ToString(finding.severity));
    json->Key("probability");
    json->Float(finding.probability);
    WriteRange("source", finding.source, json);
    WriteRange("target", finding.target, json);
    json->Member("message", finding.message);
  });
}

}  // namespace

void WriteCreditJson(const Credit& credit, JsonWriter* json) {
  json->BeginObject();
  json->Member("role", ToString(credit.role));
  json->Member("name", credit.name);
  if (!credit.place.empty()) json->Member("place", credit.place);
  if (!credit.organisation.empty()) json->Member("organisation", credit.organisation);
  if (credit.span != ByteSpan{}) WriteRange("span", credit.span, json);
  if (credit.probability != 1.0F) {
    json->Key("probability");
    json->Float(credit.probability);
  }
  json->EndObject();
}

std::string WriteBitextJson(const Bitext& bitext) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Member("schema", kBitextSchema);
  json.Member("id", bitext.id);
  json.Key("score");
  json.Float(bitext.score);
  WriteDocument("source", bitext.source, &json);
  WriteDocument("target", bitext.target, &json);
  WriteBeads(bitext, &json);
  WriteWords(bitext, &json);
  WriteMentions("source_mentions", bitext.source_mentions, bitext.source, &json);
  WriteMentions("target_mentions", bitext.target_mentions, bitext.target, &json);
  WriteEntities(bitext, &json);
  WriteFindings(bitext, &json);
  json.EndObject();
  return out;
}

}  // namespace calque::internal
