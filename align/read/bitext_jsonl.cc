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
      if (!line->empty()) return ReadBitextJson(*line, lines_.location());
    }
    return std::nullopt;
  }

 private:
  BitextInput input_;
  LineReader lines_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenJsonl(BitextInput input, const BitextReadOptions& /*options*/) {
  return std::make_unique<JsonlReader>(std::move(input));
}

}  // namespace calque::internal
