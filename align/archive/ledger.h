// The attribution file of a corpus: who is credited for what.
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

struct LedgerEntry {
  std::string person;  // the spelling that most documents use
  CreditRole role = CreditRole::kReporter;
  std::string agency;              // the person's organisation, else the document's; may be empty
  std::uint64_t documents = 0;     // different ones
  std::uint64_t words = 0;         // in sentences of those documents that the corpus holds
  std::vector<std::string> names;  // every spelling met, sorted

  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

// Takes in bitexts one by one. A document that comes twice, in two bitexts, counts once; documents
// of one id and different texts are different ones. Memory: 16 bytes a credit, and the different
// names.
class Ledger {
 public:
  void Add(const Bitext& bitext);

  // Persons are joined over spellings (align/structure/person_key.h); desks, agencies and bare
  // initials only where the spelling is one. Sorted by person, role, agency: the same whatever the
  // order of adding.
  [[nodiscard]] std::vector<LedgerEntry> Entries() const;

  // A line an entry under a header: person, role, agency, documents, words, names by ` | `.
  void WriteTsv(std::ostream& out) const;
  // `{"schema":"calque/ledger/1","entries":[…]}`, an entry a line.
  void WriteJson(std::ostream& out) const;

 private:
  struct Key {
    std::string name;
    CreditRole role;
    std::string agency;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  // A document in which a name was credited.
  struct Part {
    std::uint64_t document = 0;  // hash of its id, language and text
    std::uint64_t words = 0;
    friend auto operator<=>(const Part&, const Part&) = default;
  };
  void AddSide(const Document& document, const std::vector<Credit>& credits,
               const std::string& agency);

  std::map<Key, std::vector<Part>> parts_;
};

}  // namespace calque::internal
