#include "align/export/card.h"

#include <algorithm>
#include <vector>

#include "align/base/utf8.h"
#include "align/io/json_writer.h"
#include "align/io/text_stream.h"
#include "align/structure/person_key.h"

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

bool NamesPersons(std::string_view role) {
  return role != ToString(CreditRole::kDesk) && role != ToString(CreditRole::kAgency) &&
         role != ToString(CreditRole::kInitials);
}

// The spellings of one person taken together, under the one most used.
std::map<std::string, std::uint64_t> Joined(const std::map<std::string, std::uint64_t>& names) {
  std::vector<std::string> spellings;
  for (const auto& [name, documents] : names) spellings.push_back(name);
  const std::vector<std::uint32_t> same = JoinPersons(spellings, InitialsJoin::kIfUnique);
  std::map<std::uint32_t, std::string> shown;
  std::map<std::uint32_t, std::uint64_t> sums;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    std::string& best = shown[same[i]];
    if (best.empty() || names.at(spellings[i]) > names.at(best)) best = spellings[i];
    sums[same[i]] += names.at(spellings[i]);
  }
  std::map<std::string, std::uint64_t> joined;
  for (const auto& [person, name] : shown) joined[name] = sums[person];
  return joined;
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

void DatasetCard::AddUnit(const Unit& unit, std::string_view part) {
  ++units_;
  if (!part.empty()) ++parts_[std::string(part)];
  source_bytes_ += unit.source.text.size();
  target_bytes_ += unit.target.text.size();
  source_words_ += WordCount(unit.source.text);
  target_words_ += WordCount(unit.target.text);
}

void DatasetCard::SetSelection(std::vector<std::string> options, std::vector<std::string> counts) {
  options_ = std::move(options);
  counts_ = std::move(counts);
}

std::string DatasetCard::FrontMatter(std::string_view name) const {
  TextStream out;
  out << "---\npretty_name: " << Quoted(name) << "\nlanguage:\n";
  for (const std::string& language : languages_) out << "- " << Quoted(language) << '\n';
  // What the documents say of rights is no licence of the hub's list.
  out << "license: " << (rights_.empty() ? "unknown" : "other")
      << "\nannotations_creators:\n- machine-generated\n"
      << "multilinguality:\n- translation\n"
      << "task_categories:\n- translation\n"
      << "size_categories:\n- " << SizeCategory(units_) << '\n';
  if (!parts_.empty()) out << "configs:\n- config_name: default\n  data_files:\n";
  for (const char* part : {"train", "dev", "test"}) {
    if (!parts_.contains(part)) continue;
    const bool dev = std::string_view(part) == "dev";
    out << "  - split: " << (dev ? "validation" : part) << "\n    path: " << part << ".jsonl\n";
  }
  out << "---\n\n";
  return out.str();
}

std::string DatasetCard::Contents() const {
  TextStream out;
  out << "Sentence pairs aligned by calque: " << units_ << " beads of " << bitexts_
      << " pairs of documents; source text of " << source_words_ << " words and " << source_bytes_
      << " bytes, target text of " << target_words_ << " words and " << target_bytes_
      << " bytes.\n";
  for (const auto& [part, units] : parts_) out << "\n- " << part << ": " << units << " beads";
  if (!parts_.empty()) out << "\n\nNo document has beads in two of them.\n";
  if (!first_date_.empty())
    out << "\nDocuments are dated " << first_date_ << " to " << last_date_ << ".\n";
  out << "\n`score` is the calibrated probability that a bead is exactly right; `meta` names the\n"
      << "documents and those who wrote, translated and edited them.\n";
  return out.str();
}

std::string DatasetCard::SelectionText() const {
  if (counts_.empty()) return {};
  TextStream out;
  out << "\n## Selection\n\n";
  for (const std::string& line : counts_) out << "- " << line << '\n';
  if (!options_.empty()) out << "\nOptions of `calque convert`:\n\n";
  for (const std::string& option : options_) out << "    " << option << '\n';
  return out.str();
}

std::string DatasetCard::Rights() const {
  TextStream out;
  out << "\n## Rights\n\n";
  if (rights_.empty()) out << "The documents say nothing of rights.\n";
  for (const auto& [rights, documents] : rights_) {
    out << "- " << rights << " (" << documents << " documents)\n";
  }
  return out.str();
}

std::string DatasetCard::Credits() const {
  TextStream out;
  out << "\n## Credits\n\nDocuments in brackets.\n\n";
  if (names_.empty()) out << "The documents name nobody.\n";
  for (const auto& [role, documents_of] : names_) {
    out << "- " << role << ": ";
    WriteNames(NamesPersons(role) ? Joined(documents_of) : documents_of, &out);
  }
  return out.str();
}

std::string DatasetCard::Text(std::string_view name) const {
  return FrontMatter(name) + "# " + OneLine(name) + "\n\n" + Contents() + SelectionText() +
         Rights() + Credits();
}

}  // namespace calque::internal
