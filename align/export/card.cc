#include "align/export/card.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "align/io/json_writer.h"

namespace calque::internal {
namespace {

// A JSON string is a YAML string.
std::string Quoted(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out;
}

// The dataset hub's classes of size.
std::string_view SizeCategory(std::uint64_t units) {
  if (units < 1'000) return "n<1K";
  if (units < 10'000) return "1K<n<10K";
  if (units < 100'000) return "10K<n<100K";
  if (units < 1'000'000) return "100K<n<1M";
  if (units < 10'000'000) return "1M<n<10M";
  if (units < 100'000'000) return "10M<n<100M";
  return "n>100M";
}

void WriteNames(const std::map<std::string, std::uint64_t>& documents_of, std::ostream* out) {
  std::vector<std::pair<std::string, std::uint64_t>> names(documents_of.begin(),
                                                           documents_of.end());
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  const std::size_t shown = std::min(names.size(), DatasetCard::kNamesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    *out << (i == 0 ? "" : ", ") << names[i].first << " (" << names[i].second << ")";
  }
  if (names.size() > shown) *out << " and " << names.size() - shown << " more";
  *out << '\n';
}

}  // namespace

void DatasetCard::AddSide(const DocumentHead& head) {
  languages_.insert(head.language.empty() ? "und" : head.language);
  if (!head.rights.empty()) ++rights_[head.rights];
  std::set<std::pair<CreditRole, std::string>> seen;
  for (const Credit& credit : head.credits) {
    if (!seen.emplace(credit.role, credit.name).second) continue;
    ++names_[std::string(ToString(credit.role))][credit.name];
  }
  if (!head.date) return;
  const std::string date = head.date->ToString();
  if (first_date_.empty() || date < first_date_) first_date_ = date;
  last_date_ = std::max(last_date_, date);
}

void DatasetCard::AddBitext(const PairHead& head) {
  ++bitexts_;
  AddSide(head.source);
  AddSide(head.target);
}

void DatasetCard::AddUnit(const Unit& unit) {
  ++units_;
  source_bytes_ += unit.source.text.size();
  target_bytes_ += unit.target.text.size();
}

std::string DatasetCard::Text(std::string_view name) const {
  std::ostringstream out;
  out << "---\n"
      << "pretty_name: " << Quoted(name) << "\nlanguage:\n";
  for (const std::string& language : languages_) out << "- " << Quoted(language) << '\n';
  out << "multilinguality:\n- translation\n"
      << "task_categories:\n- translation\n"
      << "size_categories:\n- " << SizeCategory(units_) << "\n---\n\n"
      << "# " << name << "\n\n"
      << "Sentence pairs aligned by calque: " << units_ << " beads of " << bitexts_
      << " pairs of documents, " << source_bytes_ << " bytes of source text and " << target_bytes_
      << " of target text.\n";
  if (!first_date_.empty())
    out << "Documents are dated " << first_date_ << " to " << last_date_ << ".\n";
  out << "\n`score` is the calibrated probability that a bead is exactly right; `meta` names the\n"
      << "documents and those who wrote, translated and edited them.\n\n## Rights\n\n";
  if (rights_.empty()) out << "The documents say nothing of rights.\n";
  for (const auto& [rights, documents] : rights_) {
    out << "- " << rights << " (" << documents << " documents)\n";
  }
  out << "\n## Credits\n\nDocuments in brackets.\n\n";
  if (names_.empty()) out << "The documents name nobody.\n";
  for (const auto& [role, documents_of] : names_) {
    out << "- " << role << ": ";
    WriteNames(documents_of, &out);
  }
  return out.str();
}

}  // namespace calque::internal
