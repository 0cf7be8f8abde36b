// SARIF 2.1.0 (OASIS 2020): one run, a rule a category, a result a finding. A result is located in
// the target, with the source as related location; by the source where the target has no place.
#include <string>

#include "align/base/ascii.h"
#include "align/export/findings_writers.h"
#include "align/fidelity/categories.h"
#include "align/io/json_writer.h"

namespace calque::internal {
namespace {

std::string_view LevelOf(Severity severity) {
  switch (severity) {
    case Severity::kMinor:
      return "note";
    case Severity::kMajor:
      return "warning";
    case Severity::kCritical:
      return "error";
  }
  return "none";
}

void WriteText(std::string_view key, std::string_view text, JsonWriter& json) {
  json.Key(key);
  json.BeginObject();
  json.Member("text", text);
  json.EndObject();
}

// A message in which brackets are no links and braces no placeholders (sections 3.11.5, 3.11.6).
std::string PlainMessage(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') plain += '\\';
    if (c == '{' || c == '}') plain += c;
    plain += c;
  }
  return plain;
}

void WriteRule(const Category& category, JsonWriter& json) {
  json.BeginObject();
  json.Member("id", category.name);
  WriteText("shortDescription", category.summary, json);
  json.Key("defaultConfiguration");
  json.BeginObject();
  json.Member("level", LevelOf(category.severity));
  json.EndObject();
  json.Key("properties");
  json.BeginObject();
  json.Member("mqm", category.mqm);
  json.EndObject();
  json.EndObject();
}

// A file name as a URI reference: bytes other than letters, digits and -._~/ are escaped.
std::string UriOf(std::string_view name) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "-._~/!";
  std::string uri;
  for (const char c : name) {
    if (IsAsciiAlphanumeric(c) || kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4];
    uri += kHex[byte & 15];
  }
  return uri;
}

// One side of a pair and a place in it.
struct SidePlace {
  const std::string& name;
  const std::string& file;  // of bitexts, that the side is in; empty for a file of its own
  std::uint64_t line;       // of that file; 0 where that is not known
  const Document& document;
  const LineTable& lines;
  bool is_plain;
  ByteSpan span;
};

// Columns only in documents: a span of a line of pairs counts from its field.
void WriteRegion(const SidePlace& place, CheckedPair::Places places, JsonWriter& json) {
  const auto member = [&](std::string_view key, std::uint32_t value) {
    json.Key(key);
    json.Unsigned(value);
  };
  json.Key("region");
  json.BeginObject();
  member("startLine", place.lines.LineAt(place.span.begin));
  if (places == CheckedPair::Places::kDocuments) {
    member("startColumn", place.lines.ColumnAt(place.span.begin));
    member("endLine", place.lines.LineAt(place.span.end));
    member("endColumn", place.lines.ColumnAt(place.span.end));
  }
  json.EndObject();
}

// Of a text that is not that of its file the file has no region: the paragraph is a logical
// location (section 3.33).
void WriteLocation(const SidePlace& place, CheckedPair::Places places, JsonWriter& json) {
  json.BeginObject();
  json.Key("physicalLocation");
  json.BeginObject();
  json.Key("artifactLocation");
  json.BeginObject();
  json.Member("uri", UriOf(place.file.empty() ? place.name : place.file));
  json.EndObject();
  if (place.is_plain) WriteRegion(place, places, json);
  if (place.line > 0) {
    json.Key("region");
    json.BeginObject();
    json.Key("startLine");
    json.Unsigned(place.line);
    json.EndObject();
  }
  json.EndObject();
  if (!place.is_plain) {
    const std::uint32_t paragraph = ParagraphAt(place.span.begin, place.document);
    json.Key("logicalLocations");
    json.BeginArray();
    json.BeginObject();
    json.Member("name", (place.file.empty() ? "" : place.name + ", ") + "paragraph " +
                            std::to_string(paragraph));
    json.Member("kind", "paragraph");
    json.EndObject();
    json.EndArray();
  }
  json.EndObject();
}

class SarifWriter : public FindingsWriter {
 public:
  explicit SarifWriter(std::ostream& out) : out_(out) {}

  void Begin() override {
    std::string head;
    JsonWriter json(&head);
    json.BeginObject();
    json.Member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.Member("version", "2.1.0");
    json.Key("runs");
    json.BeginArray();
    json.BeginObject();
    json.Key("tool");
    json.BeginObject();
    json.Key("driver");
    json.BeginObject();
    json.Member("name", "calque");
    json.Member("version", CALQUE_VERSION);
    json.Key("rules");
    json.BeginArray();
    for (const Category& category : FidelityCategories()) WriteRule(category, json);
    json.EndArray();
    json.EndObject();
    json.EndObject();
    json.Member("columnKind", "unicodeCodePoints");
    json.Key("results");
    // The results follow one by one; End() closes what is open here.
    out_ << head << "[";
  }

  void Write(const CheckedPair& pair) override {
    const FindingPlaces places(pair);
    for (const Finding& finding : pair.bitext.findings) {
      std::string result;
      JsonWriter json(&result);
      WriteResult(pair, places, finding, json);
      out_ << (first_ ? "\n" : ",\n") << result;
      first_ = false;
    }
  }

  void End() override { out_ << "\n]}]}\n"; }

 private:
  static void WriteResult(const CheckedPair& pair, const FindingPlaces& places,
                          const Finding& finding, JsonWriter& json) {
    json.BeginObject();
    json.Member("ruleId", finding.category);
    json.Member("level", LevelOf(finding.severity));
    json.Key("rank");
    json.Float(100.0F * finding.probability);
    WriteText("message", PlainMessage(finding.message), json);
    const std::uint64_t line = FileLineOf(pair, finding);
    const SidePlace source{pair.source_name,   pair.file,       line,
                           pair.bitext.source, places.source(), pair.source_is_plain,
                           finding.source};
    const SidePlace target{pair.target_name,   pair.file,       line,
                           pair.bitext.target, places.target(), pair.target_is_plain,
                           finding.target};
    json.Key("locations");
    json.BeginArray();
    WriteLocation(finding.target.empty() ? source : target, pair.places, json);
    json.EndArray();
    if (!finding.target.empty() && !finding.source.empty()) {
      json.Key("relatedLocations");
      json.BeginArray();
      WriteLocation(source, pair.places, json);
      json.EndArray();
    }
    json.EndObject();
  }

  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsSarifWriter(std::ostream& out) {
  return std::make_unique<SarifWriter>(out);
}

}  // namespace calque::internal
