// The master form: align/read/bitext_json.h, a line a bitext.
#include "align/export/writers.h"
#include "align/read/bitext_json.h"

namespace calque::internal {
namespace {

class JsonlExporter : public Exporter {
 public:
  explicit JsonlExporter(ExportTarget& target) : out_(target.Main()) {}

  void Write(const Bitext& bitext) override { out_ << WriteBitextJson(bitext) << '\n'; }
  bool WriteLine(std::string_view line) override {
    out_ << line << '\n';
    return true;
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Exporter> MakeJsonlExporter(ExportTarget& target) {
  return std::make_unique<JsonlExporter>(target);
}

}  // namespace calque::internal
