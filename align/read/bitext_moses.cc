// Moses: two text files of as many lines each. `x.meta.jsonl` beside them (unit_json.h) says where
// each line is from; `x.ids` says it in part, where a corpus of another tool has it.
#include "align/io/line_reader.h"
#include "align/io/suffix.h"
#include "align/read/bitext_readers.h"
#include "align/read/unit_json.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

// A sibling file by lines; nothing where it is absent.
class Lines {
 public:
  explicit Lines(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
    if (source_) reader_.emplace(*source_);
  }
  [[nodiscard]] bool present() const { return reader_.has_value(); }
  [[nodiscard]] std::optional<std::string_view> Next() {
    return reader_ ? reader_->Next() : std::nullopt;
  }
  [[nodiscard]] Location location() const { return reader_->location(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::optional<LineReader> reader_;
};

// `x` of `x.moses`, and of `x.en` where `en` is the source language.
std::string StemOf(const std::string& path, const std::string& source_language) {
  const std::string name(FileNameOf(path));
  for (const std::string& suffix : {std::string(".moses"), "." + source_language}) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
      return name.substr(0, name.size() - suffix.size());
    }
  }
  return name;
}

std::string_view TakeField(std::string_view* rest) {
  const std::string_view field = rest->substr(0, rest->find('\t'));
  rest->remove_prefix(std::min(rest->size(), field.size() + 1));
  return field;
}

class MosesReader : public UnitReader {
 public:
  MosesReader(const BitextInput& input, BitextReadOptions options)
      : UnitReader(input.path),
        options_(std::move(options)),
        stem_(StemOf(input.path, options_.source_language)),
        meta_(input.open_sibling(stem_ + ".meta.jsonl")),
        ids_(input.open_sibling(stem_ + ".ids")) {
    FindLanguages(input);
    source_.emplace(OpenText(input, options_.source_language, "source"));
    target_.emplace(OpenText(input, options_.target_language, "target"));
  }

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    for (;;) {
      const auto source = source_->Next();
      const auto target = target_->Next();
      if (!source && !target) {
        CheckAtEnd(&meta_);
        CheckAtEnd(&ids_);
        return std::nullopt;
      }
      if (!source || !target) {
        throw Error(ErrorCode::kBadInput, (source ? source_ : target_)->location(),
                    "the file of the other language has fewer lines; both must have as many");
      }
      HeadedUnit unit = UnitOfLines(*source, *target);
      if (!unit.unit.IsNull()) return unit;
      LeaveOut("unit-incomplete", "lines that are empty on one side left out", source_->location());
    }
  }

 private:
  // Languages that were not given are those of the first line of the metadata.
  void FindLanguages(const BitextInput& input) {
    if (!options_.source_language.empty() && !options_.target_language.empty()) return;
    Lines first(input.open_sibling(stem_ + ".meta.jsonl"));
    if (const auto line = first.Next()) {
      const PairHead head = ReadUnitJson(*line, {}, {}, first.location()).head;
      if (options_.source_language.empty()) options_.source_language = head.source.language;
      if (options_.target_language.empty()) options_.target_language = head.target.language;
    }
  }

  Lines OpenText(const BitextInput& input, const std::string& language,
                 const std::string& side) const {
    if (!language.empty()) {
      if (auto source = input.open_sibling(stem_ + "." + language)) return Lines(std::move(source));
    }
    if (auto source = input.open_sibling(stem_ + "." + side)) return Lines(std::move(source));
    if (language.empty() && !meta_.present()) {
      throw Error(ErrorCode::kUsage, {input.path},
                  "does not say its languages; give --source-language and --target-language");
    }
    if (language.empty()) return Lines(nullptr);
    throw Error(ErrorCode::kMissingInput, {input.path},
                "needs the file " + stem_ + "." + language + " beside it");
  }

  // The line of a file beside the texts that belongs to theirs; nothing where there is no such
  // file.
  [[nodiscard]] static std::optional<std::string_view> NextBeside(Lines* lines) {
    const auto line = lines->Next();
    if (!line && lines->present()) {
      throw Error(ErrorCode::kBadInput, lines->location(),
                  "ends before the texts do; it must have a line for each of theirs");
    }
    return line;
  }
  static void CheckAtEnd(Lines* lines) {
    if (!lines->Next()) return;
    throw Error(ErrorCode::kBadInput, lines->location(),
                "goes on behind the end of the texts; it must have a line for each of theirs");
  }

  HeadedUnit UnitOfLines(std::string_view source, std::string_view target) {
    const auto meta = NextBeside(&meta_);
    const auto ids = NextBeside(&ids_);
    if (meta) {
      return ReadUnitJson(*meta, {options_.source_language, source},
                          {options_.target_language, target}, meta_.location());
    }
    HeadedUnit read;
    read.head.source.language = options_.source_language;
    read.head.target.language = options_.target_language;
    if (ids) {
      std::string_view rest = *ids;
      read.head.source.id = TakeField(&rest);
      read.head.target.id = TakeField(&rest);
    }
    read.unit = {SideFromText(source), SideFromText(target), 0.0F, false};
    return read;
  }

  BitextReadOptions options_;
  std::string stem_;
  Lines meta_;
  Lines ids_;
  std::optional<Lines> source_;
  std::optional<Lines> target_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenMoses(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<MosesReader>(input, options);
}

}  // namespace calque::internal
