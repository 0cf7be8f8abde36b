// A dataset folder of Hugging Face: `x.hf/train.jsonl`, a line a bead,
// `{"id":…,"translation":{"en":…,"fr":…},"score":…,"meta":{…}}`, and `x.hf/README.md`, the card. Of
// a divided corpus each part is a file, and whoever divides it writes the card.
#include <cstdint>

#include "align/export/card.h"
#include "align/export/one_pair.h"
#include "align/export/score_text.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/read/unit_json.h"

namespace calque::internal {
namespace {

constexpr std::string_view kParts[] = {"train", "dev", "test"};

class HuggingFaceExporter : public UnitExporter {
 public:
  explicit HuggingFaceExporter(ExportTarget& target)
      : target_(target),
        folder_(target.stem() + ".hf/"),
        data_(target.Open(FileOf(target.part().empty() ? kParts[0] : target.part()))) {}

  // A loader takes what lies in the folder, also parts of an earlier corpus. Parts are put in their
  // place one by one, this one first.
  void End() override {
    const bool is_first = target_.part().empty() || target_.part() == kParts[0];
    if (is_first) {
      for (const std::string_view part : kParts) (void)target_.Remove(FileOf(part));
      (void)target_.Remove(FileOf("validation"));  // as others call dev
    }
    if (target_.part().empty()) target_.Open(folder_ + "README.md") << card_.Text(target_.stem());
  }

 protected:
  void BeginBitext(const PairHead& head) override {
    card_.AddBitext(head);
    ++bitexts_;
  }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t number) override {
    card_.AddUnit(unit);
    std::string line;
    JsonWriter json(&line);
    json.BeginObject();
    json.Member("id", (head.id.empty() ? std::to_string(bitexts_) : head.id) + "." +
                          std::to_string(number));
    json.Key("translation");
    json.BeginObject();
    const auto [source, target] =
        NamesOfSides(LanguageOrUnd(head.source.language), LanguageOrUnd(head.target.language));
    const bool named = source != target;
    json.Member(named ? source : "source", unit.source.text);
    json.Member(named ? target : "target", unit.target.text);
    json.EndObject();
    json.Key("score");  // in all rows, as a dataset has columns
    if (IsScored(unit.score)) {
      json.Float(unit.score);
    } else {
      json.Null();
    }
    json.Key("meta");
    WriteUnitJson(head, unit, &json);
    json.EndObject();
    data_ << line << '\n';
  }

 private:
  [[nodiscard]] std::string FileOf(std::string_view part) const {
    return folder_ + std::string(part) + ".jsonl";
  }

  ExportTarget& target_;
  std::string folder_;
  std::ostream& data_;
  DatasetCard card_;
  std::uint64_t bitexts_ = 0;  // number those without an id
};

}  // namespace

std::unique_ptr<Exporter> MakeHuggingFaceExporter(ExportTarget& target) {
  return std::make_unique<HuggingFaceExporter>(target);
}

}  // namespace calque::internal
