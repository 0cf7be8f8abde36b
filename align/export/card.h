// A dataset card in Hugging Face's form: YAML that machines read, then counts, languages, credits
// and rights for people.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "align/read/unit.h"

namespace calque::internal {

class DatasetCard {
 public:
  void AddBitext(const PairHead& head);
  void AddUnit(const Unit& unit);

  // Names listed are those of persons, most documents first; beyond kNamesShown only counted.
  [[nodiscard]] std::string Text(std::string_view name) const;

  static constexpr std::size_t kNamesShown = 100;

 private:
  void AddSide(const DocumentHead& head);

  std::uint64_t bitexts_ = 0;
  std::uint64_t units_ = 0;
  std::uint64_t source_bytes_ = 0;
  std::uint64_t target_bytes_ = 0;
  std::set<std::string> languages_;
  std::map<std::string, std::uint64_t> rights_;                        // → documents
  std::map<std::string, std::map<std::string, std::uint64_t>> names_;  // role → name → documents
  std::string first_date_;
  std::string last_date_;
};

}  // namespace calque::internal
