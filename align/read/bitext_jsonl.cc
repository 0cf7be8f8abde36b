// The master form: align/read/bitext_json.h, a line a bitext.
#include "align/io/line_reader.h"
#include "align/read/bitext_json.h"
#include "align/read/bitext_readers.h"

namespace calque::internal {
namespace {

class JsonlReader : public BitextReader {
 public:
  explicit JsonlReader(BitextInput input) : input_(std::move(input)), lines_(*input_.main) {}

  std::optional<Bitext> Next() override {
    while (const auto line = lines_.Next()) {
      if (line->empty()) continue;
      const std::uint64_t before = unknown_;
      Bitext bitext = ReadBitextJson(*line, lines_.location(), &unknown_);
      if (before == 0 && unknown_ > 0) first_unknown_ = lines_.location();
      beads_ = bitext.beads.size();
      return bitext;
    }
    return std::nullopt;
  }
  std::vector<Diagnostic> Diagnostics() const override {
    if (unknown_ == 0) return {};
    return {{"members-unknown", "members of other names left out: " + std::to_string(unknown_),
             first_unknown_}};
  }
  std::vector<std::uint64_t> BeadLines() const override {
    return std::vector<std::uint64_t>(beads_, lines_.location().line);
  }

 private:
  BitextInput input_;
  LineReader lines_;
  std::size_t beads_ = 0;      // of the last bitext
  std::uint64_t unknown_ = 0;  // members
  Location first_unknown_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenJsonl(BitextInput input, const BitextReadOptions& /*options*/) {
  return std::make_unique<JsonlReader>(std::move(input));
}

}  // namespace calque::internal
