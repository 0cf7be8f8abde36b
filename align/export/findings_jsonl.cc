// One JSON object a finding. `file` and `file_line` are of the file of bitexts, where it is of one.
// `id` is of the bitext, or, where its format has none, what the text form calls the source. `line`
// is of the document's text, as the spans are; of plain text it is the line of the file. `source`
// and `target` are [begin, end) in bytes, of the document or, where the pair is lines of one file,
// of the field of its line; absent where they are empty.
#include <string>

#include "align/export/findings_writers.h"
#include "align/io/json_writer.h"

namespace calque::internal {
namespace {

class JsonlWriter : public FindingsWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : out_(out) {}

  void Write(const CheckedPair& pair) override {
    const FindingPlaces places(pair);
    for (const Finding& finding : pair.bitext.findings) {
      std::string line;
      JsonWriter json(&line);
      json.BeginObject();
      if (pair.places == CheckedPair::Places::kDocuments) json.Member("id", IdOf(pair));
      if (!pair.file.empty()) json.Member("file", pair.file);
      if (const std::uint64_t at = FileLineOf(pair, finding); at > 0) {
        json.Key("file_line");
        json.Unsigned(at);
      }
      json.Key("line");
      json.Unsigned(places.LineOf(finding));
      json.Member("category", finding.category);
      json.Member("severity", ToString(finding.severity));
      json.Key("probability");
      json.Float(finding.probability);
      json.Member("message", finding.message);
      WriteSpan("source", places.Shown(finding.source, places.source()), json);
      WriteSpan("target", places.Shown(finding.target, places.target()), json);
      WriteText("source_text", finding.source.In(pair.bitext.source.text), json);
      WriteText("target_text", finding.target.In(pair.bitext.target.text), json);
      json.EndObject();
      out_ << line << '\n';
    }
  }

 private:
  static const std::string& IdOf(const CheckedPair& pair) {
    return pair.bitext.id.empty() ? pair.source_name : pair.bitext.id;
  }
  static void WriteSpan(std::string_view key, ByteSpan span, JsonWriter& json) {
    if (span.empty()) return;
    json.Key(key);
    json.BeginArray();
    json.Unsigned(span.begin);
    json.Unsigned(span.end);
    json.EndArray();
  }
  static void WriteText(std::string_view key, std::string_view text, JsonWriter& json) {
    if (!text.empty()) json.Member(key, text);
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsJsonlWriter(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace calque::internal
