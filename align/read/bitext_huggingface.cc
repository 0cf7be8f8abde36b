// JSON Lines of Hugging Face's translation datasets: `{"translation":{"en":…,"fr":…}}` and, where
// calque wrote them, `score` and `meta` (unit_json.h). Of a folder `x.hf` the parts are read one
// after the other: `train.jsonl`, `dev.jsonl`, which others call `validation.jsonl`, `test.jsonl`.
#include <vector>

#include "align/io/line_reader.h"
#include "align/io/suffix.h"
#include "align/read/bitext_readers.h"
#include "align/read/json_parts.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

struct Translation {
  std::string source_language;
  std::string target_language;
  std::string source;
  std::string target;
};

class HuggingFaceReader : public UnitReader {
 public:
  // `files` are read one after the other.
  HuggingFaceReader(std::string path, std::vector<std::unique_ptr<ByteSource>> files,
                    BitextReadOptions options)
      : UnitReader(std::move(path)), files_(std::move(files)), options_(std::move(options)) {
    lines_.emplace(*files_[0]);
  }

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    while (const auto line = NextLine()) {
      if (line->empty()) continue;
      const Location location = lines_->location();
      const Json json = ParseJson(*line, location);
      HeadedUnit unit = ReadJson(location, [&] { return UnitOf(json, location); });
      unit.line = files_.size() == 1 ? location.line : 0;
      if (!unit.unit.IsNull()) return unit;
      LeaveOut("unit-incomplete", "lines without text in both languages left out", location);
    }
    return std::nullopt;
  }

 private:
  std::optional<std::string_view> NextLine() {
    for (;;) {
      if (const auto line = lines_->Next()) return line;
      if (file_ + 1 == files_.size()) return std::nullopt;
      lines_.emplace(*files_[++file_]);
    }
  }

  HeadedUnit UnitOf(const Json& json, const Location& location) const {
    const Json& translation = json.at("translation");
    const auto meta = json.find("meta");
    const bool ours = meta != json.end() && meta->contains("source");
    const Translation texts =
        Choose(translation, ours ? ReadString(meta->at("source"), "language") : "");
    if (ours) {
      return ReadUnitJson(*meta, {texts.source_language, texts.source},
                          {texts.target_language, texts.target}, location);
    }
    HeadedUnit read;
    read.head.source.language = texts.source_language;
    read.head.target.language = texts.target_language;
    read.unit = {SideFromText(texts.source), SideFromText(texts.target),
                 ReadFloat(json, "score", 0.0F, location), false};
    return read;
  }

  // The languages asked for, else the first two, `original` before others as the source; no text
  // where they are not there.
  Translation Choose(const Json& translation, const std::string& original) const {
    std::vector<std::string> languages;
    for (const auto& [language, text] : translation.items()) languages.push_back(language);
    const std::optional<ChosenSides> sides = ChooseSides(languages, options_, original);
    if (!sides) return {};
    const std::string& source = languages[sides->source];
    const std::string& target = languages[sides->target];
    return {source, target, translation.at(source).get<std::string>(),
            translation.at(target).get<std::string>()};
  }

  std::vector<std::unique_ptr<ByteSource>> files_;
  std::size_t file_ = 0;
  BitextReadOptions options_;
  std::optional<LineReader> lines_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenHuggingFace(BitextInput input, const BitextReadOptions& options) {
  std::vector<std::unique_ptr<ByteSource>> files;
  if (input.main) {
    files.push_back(std::move(input.main));
  } else {
    for (const char* part : {"train", "dev", "validation", "test"}) {
      auto file = input.open_sibling(std::string(FileNameOf(input.path)) + "/" + part + ".jsonl");
      if (file) files.push_back(std::move(file));
    }
  }
  if (files.empty()) {
    throw Error(ErrorCode::kMissingInput, {input.path},
                "has no train.jsonl in it (nor dev, validation or test)");
  }
  return std::make_unique<HuggingFaceReader>(input.path, std::move(files), options);
}

}  // namespace calque::internal
