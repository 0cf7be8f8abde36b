// The report: one self-contained page for a bitext; for several, an index beside a folder of pages.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/export/exporter.h"
#include "align/export/report/index_page.h"
#include "align/export/report/report_data.h"
#include "align/export/report/template.h"
#include "align/export/writers.h"

namespace calque::internal {
namespace {

class HtmlExporter final : public Exporter {
 public:
  // What cannot be written shows at once, not behind the last bitext.
  explicit HtmlExporter(ExportTarget& target) : target_(target) { (void)target.Main(); }

  void Write(const Bitext& bitext) override {
    std::string page = FillTemplate(ReportPageTemplate(), ReportData(bitext));
    if (index_.empty()) {
      first_page_ = std::move(page);
      index_.push_back(SummaryOf(bitext));
      return;
    }
    // Only now is it known that there are several.
    if (index_.size() == 1) WritePage(0, std::exchange(first_page_, {}));
    index_.push_back(SummaryOf(bitext));
    WritePage(index_.size() - 1, page);
  }

  void End() override {
    if (index_.size() == 1) {
      target_.Main() << first_page_;
    } else {
      target_.Main() << FillTemplate(IndexPageTemplate(), IndexData(target_.stem(), index_));
    }
    // Pages that an earlier run left behind ours.
    std::size_t page = index_.size() == 1 ? 0 : index_.size();
    while (target_.Remove(PageName(target_.stem(), page))) ++page;
  }

 private:
  void WritePage(std::size_t number, std::string_view page) {
    const std::string name = PageName(target_.stem(), number);
    target_.Open(name) << page;
    target_.Close(name);
  }

  ExportTarget& target_;
  std::string first_page_;
  std::vector<BitextSummary> index_;
};

}  // namespace

std::unique_ptr<Exporter> MakeHtmlExporter(ExportTarget& target) {
  return std::make_unique<HtmlExporter>(target);
}

}  // namespace calque::internal
