#include "align/export/report/template.h"

namespace calque::internal {

// Embedded by the build from the files of this folder.
std::string_view report_page_html();
std::string_view report_index_html();
std::string_view report_style_css();
std::string_view report_script_js();
std::string_view report_index_js();

namespace {

void Fill(std::string* page, std::string_view mark, std::string_view with) {
  page->replace(page->find(mark), mark.size(), with);
}

std::string Assemble(std::string_view page, std::string_view script) {
  std::string out(page);
  Fill(&out, "@STYLE@", report_style_css());
  Fill(&out, "@SCRIPT@", script);
  return out;
}

}  // namespace

const std::string& ReportPageTemplate() {
  static const std::string page = Assemble(report_page_html(), report_script_js());
  return page;
}

const std::string& IndexPageTemplate() {
  static const std::string page = Assemble(report_index_html(), report_index_js());
  return page;
}

std::string FillTemplate(const std::string& page, std::string_view data) {
  std::string out = page;
  Fill(&out, "@DATA@", data);
  return out;
}

}  // namespace calque::internal
