// The report page of what was checked (html.cc).
#include "align/export/findings_writers.h"
#include "align/export/writers.h"

namespace calque::internal {
namespace {

class HtmlWriter : public FindingsWriter {
 public:
  explicit HtmlWriter(ExportTarget& target) : exporter_(MakeHtmlExporter(target)) {}

  void Write(const CheckedPair& pair) override { exporter_->Write(pair.bitext); }
  void End() override { exporter_->End(); }

 private:
  std::unique_ptr<Exporter> exporter_;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsHtmlWriter(ExportTarget& target) {
  return std::make_unique<HtmlWriter>(target);
}

}  // namespace calque::internal
