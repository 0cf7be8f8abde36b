#include "align/export/report/template.h"

#include <initializer_list>

namespace calque::internal {

// Embedded by the build from the files of this folder.
std::string_view report_page_html();
std::string_view report_index_html();
std::string_view report_style_css();
std::string_view report_dom_js();
std::string_view report_look_js();
std::string_view report_data_js();
std::string_view report_review_js();
std::string_view report_correct_js();
std::string_view report_texts_js();
std::string_view report_links_js();
std::string_view report_findings_js();
std::string_view report_matrix_js();
std::string_view report_head_js();
std::string_view report_page_js();
std::string_view report_index_js();

namespace {

void Fill(std::string* page, std::string_view mark, std::string_view with) {
  page->replace(page->find(mark), mark.size(), with);
}

// The scripts share one scope, in this order, and leave nothing in the page's.
std::string Assemble(std::string_view page, std::initializer_list<std::string_view> scripts) {
  std::string script = "'use strict';(() => {\n";
  for (const std::string_view each : scripts) script += each;
  script += "})();";
  std::string out(page);
  Fill(&out, "@STYLE@", report_style_css());
  Fill(&out, "@SCRIPT@", script);
  return out;
}

}  // namespace

const std::string& ReportPageTemplate() {
  static const std::string page =
      Assemble(report_page_html(),
               {report_dom_js(), report_look_js(), report_data_js(), report_review_js(),
                report_correct_js(), report_texts_js(), report_links_js(), report_findings_js(),
                report_matrix_js(), report_head_js(), report_page_js()});
  return page;
}

const std::string& IndexPageTemplate() {
  static const std::string page =
      Assemble(report_index_html(), {report_dom_js(), report_look_js(), report_index_js()});
  return page;
}

std::string FillTemplate(const std::string& page, std::string_view data) {
  std::string out = page;
  Fill(&out, "@DATA@", data);
  return out;
}

}  // namespace calque::internal
