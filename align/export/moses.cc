// Moses: `x.en` and `x.fr` of as many lines each, as the trainers of Moses (Koehn et al. 2007) and
// its successors read them; line by line beside them `x.ids` (source document, target document,
// source sentences, target sentences, as OpusTools writes) and `x.meta.jsonl` (unit_json.h).
#include "align/export/text_pair.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/read/unit_json.h"

namespace calque::internal {
namespace {

// `s4 s5`: sentences of the document, from 1.
std::string SentenceIds(const UnitSide& side) {
  std::string ids;
  for (std::size_t i = 1; i <= side.sentences.size(); ++i) {
    ids += (ids.empty() ? "s" : " s") + std::to_string(side.first_sentence + i);
  }
  return ids;
}

class MosesExporter : public UnitExporter {
 public:
  explicit MosesExporter(ExportTarget& target)
      : texts_(target, ""),
        ids_(target.Open(target.stem() + ".ids")),
        meta_(target.Open(target.stem() + ".meta.jsonl")) {}

  void End() override { texts_.End(); }

 protected:
  void BeginBitext(const PairHead& head) override {
    texts_.Check(head.id, head.source.language, head.target.language);
  }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t /*number*/) override {
    texts_.source() << unit.source.text << '\n';
    texts_.target() << unit.target.text << '\n';
    ids_ << head.source.id << '\t' << head.target.id << '\t' << SentenceIds(unit.source) << '\t'
         << SentenceIds(unit.target) << '\n';
    std::string line;
    JsonWriter json(&line);
    WriteUnitJson(head, unit, &json);
    meta_ << line << '\n';
  }

 private:
  TextPair texts_;
  std::ostream& ids_;
  std::ostream& meta_;
};

}  // namespace

std::unique_ptr<Exporter> MakeMosesExporter(ExportTarget& target) {
  return std::make_unique<MosesExporter>(target);
}

}  // namespace calque::internal
