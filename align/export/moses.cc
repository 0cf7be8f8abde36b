// Moses: `x.en` and `x.fr` of as many lines each, as the trainers of Moses (Koehn et al. 2007) and
// its successors read them; line by line beside them `x.ids` (source document, target document,
// source sentences, target sentences, as OpusTools writes) and `x.meta.jsonl` (unit_json.h).
#include <algorithm>

#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/read/unit_json.h"

namespace calque::internal {
namespace {

bool MayNameAFile(std::string_view language) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !language.empty() && std::all_of(language.begin(), language.end(), plain);
}

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
      : target_(target),
        ids_(target.Open(target.stem() + ".ids")),
        meta_(target.Open(target.stem() + ".meta.jsonl")) {}

 protected:
  void BeginBitext(const PairHead& head) override {
    if (source_text_ == nullptr) OpenTexts(head);
    if (head.source.language == source_language_ && head.target.language == target_language_) {
      return;
    }
    throw Error(ErrorCode::kBadInput, {head.id},
                "is " + head.source.language + "-" + head.target.language + ", but the corpus is " +
                    source_language_ + "-" + target_language_ +
                    ": a Moses corpus holds one pair of languages");
  }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t /*number*/) override {
    *source_text_ << unit.source.text << '\n';
    *target_text_ << unit.target.text << '\n';
    ids_ << head.source.id << '\t' << head.target.id << '\t' << SentenceIds(unit.source) << '\t'
         << SentenceIds(unit.target) << '\n';
    std::string line;
    JsonWriter json(&line);
    WriteUnitJson(head, unit, &json);
    meta_ << line << '\n';
  }

 private:
  void OpenTexts(const PairHead& head) {
    source_language_ = head.source.language;
    target_language_ = head.target.language;
    const bool named = MayNameAFile(source_language_) && MayNameAFile(target_language_) &&
                       source_language_ != target_language_;
    source_text_ = &target_.Open(target_.stem() + "." + (named ? source_language_ : "source"));
    target_text_ = &target_.Open(target_.stem() + "." + (named ? target_language_ : "target"));
  }

  ExportTarget& target_;
  std::ostream& ids_;
  std::ostream& meta_;
  std::ostream* source_text_ = nullptr;
  std::ostream* target_text_ = nullptr;
  std::string source_language_;
  std::string target_language_;
};

}  // namespace

std::unique_ptr<Exporter> MakeMosesExporter(ExportTarget& target) {
  return std::make_unique<MosesExporter>(target);
}

}  // namespace calque::internal
