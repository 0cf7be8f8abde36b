// A dataset card in Hugging Face's form: YAML that machines read, then counts, languages, credits
// and rights for people.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/unit.h"

namespace calque::internal {

class DatasetCard {
 public:
  void AddBitext(const PairHead& head);
  // `part`: `train`, `dev`, `test`, of a corpus that is divided; else empty.
  void AddUnit(const Unit& unit, std::string_view part = {});

  // How the corpus was chosen: the options, and the counts that add up (SelectionCounts::Lines()).
  void SetSelection(std::vector<std::string> options, std::vector<std::string> counts);

  // Names listed are those of persons, most documents first; beyond kNamesShown only counted.
  [[nodiscard]] std::string Text(std::string_view name) const;

  static constexpr std::size_t kNamesShown = 100;

 private:
  void AddSide(const DocumentHead& head);
  [[nodiscard]] std::string FrontMatter(std::string_view name) const;
  [[nodiscard]] std::string Contents() const;
  [[nodiscard]] std::string SelectionText() const;
  [[nodiscard]] std::string Rights() const;
  [[nodiscard]] std::string Credits() const;

  std::uint64_t bitexts_ = 0;
  std::uint64_t units_ = 0;
  std::uint64_t source_bytes_ = 0;
  std::uint64_t target_bytes_ = 0;
  std::uint64_t source_words_ = 0;
  std::uint64_t target_words_ = 0;
  std::set<std::string> languages_;
  std::map<std::string, std::uint64_t> parts_;                         // → beads
  std::map<std::string, std::uint64_t> rights_;                        // → documents
  std::map<std::string, std::map<std::string, std::uint64_t>> names_;  // role → name → documents
  std::string first_date_;
  std::string last_date_;
  std::vector<std::string> options_;
  std::vector<std::string> counts_;
};

}  // namespace calque::internal
