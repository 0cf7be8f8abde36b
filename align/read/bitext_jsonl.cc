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
      Bitext bitext = ReadBitextJson(*line, lines_.location());
      beads_ = bitext.beads.size();
      return bitext;
    }
    return std::nullopt;
  }
  std::vector<std::uint64_t> BeadLines() const override {
    return std::vector<std::uint64_t>(beads_, lines_.location().line);
  }

 private:
  BitextInput input_;
  LineReader lines_;
  std::size_t beads_ = 0;  // of the last bitext
};

}  // namespace

std::unique_ptr<BitextReader> OpenJsonl(BitextInput input, const BitextReadOptions& /*options*/) {
  return std::make_unique<JsonlReader>(std::move(input));
}

}  // namespace calque::internal
