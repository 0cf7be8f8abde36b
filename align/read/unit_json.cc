#include "align/read/unit_json.h"

#include <utility>

#include "align/base/iso_date.h"
#include "align/base/language_tag.h"
#include "align/io/json.h"
#include "align/read/bitext_json.h"
#include "align/read/json_parts.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

// Leaves the object open.
void BeginSide(std::string_view key, const DocumentHead& head, JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Member("document", head.id);
  json->Member("language", head.language);
  if (head.date) json->Member("date", head.date->ToString());
  json->Key("credits");
  json->BeginArray();
  for (const Credit& credit : head.credits) WriteCreditJson(credit, json);
  json->EndArray();
  if (!head.rights.empty()) json->Member("rights", head.rights);
}

void WriteSide(std::string_view key, const DocumentHead& head, const UnitSide& side,
               JsonWriter* json) {
  BeginSide(key, head, json);
  if (side.sentences.size() > 1) json->Member("sentences", SentencesText(side));
  json->EndObject();
}

DocumentHead ReadHead(const Json& side, const Location& location) {
  DocumentHead head{ReadString(side, "document"),
                    ReadString(side, "language"),
                    ParseIsoDate(ReadString(side, "date")),
                    {},
                    ReadString(side, "rights")};
  if (const auto credits = side.find("credits"); credits != side.end()) {
    head.credits = ReadCreditsJson(*credits, location);
    for (Credit& credit : head.credits) credit.span = {};  // of the document, not of its units
  }
  return head;
}

// Nothing where no score is known.
void WriteScore(std::string_view key, float score, JsonWriter* json) {
  if (score == 0.0F) return;
  json->Key(key);
  json->Float(score);
}

PairHead ReadPairHead(const Json& json, const Location& location) {
  return {ReadString(json, "bitext"), ReadFloat(json, "bitext_score", 0.0F, location),
          ReadHead(json.at("source"), location), ReadHead(json.at("target"), location)};
}

}  // namespace

void WritePairHeadJson(const PairHead& head, JsonWriter* json) {
  json->BeginObject();
  json->Member("bitext", head.id);
  WriteScore("bitext_score", head.score, json);
  BeginSide("source", head.source, json);
  json->EndObject();
  BeginSide("target", head.target, json);
  json->EndObject();
  json->EndObject();
}

PairHead ReadPairHeadJson(std::string_view object, const Location& location) {
  const Json json = ParseJson(object, location);
  return ReadJson(location, [&] { return ReadPairHead(json, location); });
}

void WriteUnitJson(const PairHead& head, const Unit& unit, JsonWriter* json) {
  json->BeginObject();
  json->Member("bitext", head.id);
  WriteScore("bitext_score", head.score, json);
  json->Member("bead", ShapeText(unit));
  WriteScore("score", unit.score, json);
  if (unit.crossing) {
    json->Key("crossing");
    json->Bool(true);
  }
  WriteSide("source", head.source, unit.source, json);
  WriteSide("target", head.target, unit.target, json);
  json->EndObject();
}

HeadedUnit ReadUnitJson(const Json& object, const TextIn& source, const TextIn& target,
                        const Location& location) {
  HeadedUnit read;
  read.head = ReadPairHead(object, location);
  const bool turned = !IsLanguage(read.head.source.language, source.language) &&
                      IsLanguage(read.head.target.language, source.language);
  const auto side = [&](const char* name, const TextIn& text) {
    return SideFromText(text.text, ReadString(object.at(name), "sentences"));
  };
  read.unit = {side("source", turned ? target : source), side("target", turned ? source : target),
               ReadFloat(object, "score", 0.0F, location), object.value("crossing", false)};
  if (turned) {
    std::swap(read.head.source, read.head.target);
    std::swap(read.unit.source, read.unit.target);
  }
  return read;
}

HeadedUnit ReadUnitJson(std::string_view object, const TextIn& source, const TextIn& target,
                        const Location& location) {
  const Json json = ParseJson(object, location);
  return ReadJson(location, [&] { return ReadUnitJson(json, source, target, location); });
}

}  // namespace calque::internal
