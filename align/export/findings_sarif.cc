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

// Columns only in documents: a span of a line of pairs counts from its field.
void WriteLocation(const std::string& name, ByteSpan span, const LineTable& lines,
                   CheckedPair::Places places, JsonWriter& json) {
  json.BeginObject();
  json.Key("physicalLocation");
  json.BeginObject();
  json.Key("artifactLocation");
  json.BeginObject();
  json.Member("uri", UriOf(name));
  json.EndObject();
  json.Key("region");
  json.BeginObject();
  const auto member = [&](std::string_view key, std::uint32_t value) {
    json.Key(key);
    json.Unsigned(value);
  };
  member("startLine", lines.LineAt(span.begin));
  if (places == CheckedPair::Places::kDocuments) {
    member("startColumn", lines.ColumnAt(span.begin));
    member("endLine", lines.LineAt(span.end));
    member("endColumn", lines.ColumnAt(span.end));
  }
  json.EndObject();
  json.EndObject();
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
    json.Key("locations");
    json.BeginArray();
    if (finding.target.empty()) {
      WriteLocation(pair.source_name, finding.source, places.source(), pair.places, json);
    } else {
      WriteLocation(pair.target_name, finding.target, places.target(), pair.places, json);
    }
    json.EndArray();
    if (!finding.target.empty() && !finding.source.empty()) {
      json.Key("relatedLocations");
      json.BeginArray();
      WriteLocation(pair.source_name, finding.source, places.source(), pair.places, json);
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
