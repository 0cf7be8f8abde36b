#include "align/archive/ledger.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/io/json_writer.h"
#include "align/read/unit.h"
#include "align/structure/person_key.h"

namespace calque::internal {
namespace {

// A name of a person, which may be spelt in several ways.
bool NamesAPerson(CreditRole role) {
  return role != CreditRole::kDesk && role != CreditRole::kAgency && role != CreditRole::kInitials;
}

std::uint64_t WordsOf(const Document& document) {
  std::uint64_t words = 0;
  for (const Sentence& sentence : document.sentences) words += WordCount(document.TextOf(sentence));
  return words;
}

}  // namespace

void Ledger::Add(const Bitext& bitext) {
  // A translation that does not name its agency is of that of its source, and the other way round.
  const std::string source = AgencyOf(bitext.source);
  const std::string target = AgencyOf(bitext.target);
  const PairHead head = HeadOf(bitext);
  AddSide(bitext.source, head.source.credits, source.empty() ? target : source);
  AddSide(bitext.target, head.target.credits, target.empty() ? source : target);
}

void Ledger::AddSide(const Document& document, const std::vector<Credit>& credits,
                     const std::string& agency) {
  if (credits.empty()) return;
  const Part part{Mix(Hash(document.text, Hash(document.language, Hash(document.id)))),
                  WordsOf(document)};
  std::set<Key> seen;  // a name that stands in the byline and in the tail counts once
  for (const Credit& credit : credits) {
    Key key{credit.name, credit.role, credit.organisation.empty() ? agency : credit.organisation};
    if (credit.role == CreditRole::kAgency) key.agency = key.name;
    if (!key.name.empty() && seen.insert(key).second) parts_[key].push_back(part);
  }
}

std::vector<LedgerEntry> Ledger::Entries() const {
  std::vector<std::string> names;  // of persons, each once, in the order of the map
  for (const auto& [key, parts] : parts_) {
    if (NamesAPerson(key.role) && (names.empty() || names.back() != key.name)) {
      names.push_back(key.name);
    }
  }
  const std::vector<std::uint32_t> joined = JoinPersons(names, InitialsJoin::kIfUnique);
  const auto person_of = [&](const Key& key) -> std::string {
    if (!NamesAPerson(key.role)) return key.name;
    const auto at = std::lower_bound(names.begin(), names.end(), key.name) - names.begin();
    return names[joined[static_cast<std::size_t>(at)]];
  };

  struct Group {
    std::vector<Part> parts;
    std::set<std::string> names;
  };
  std::map<Key, Group> groups;
  std::map<std::string, std::map<std::string, std::size_t>> spellings;  // person → spelling → uses
  for (const auto& [key, parts] : parts_) {
    const std::string person = person_of(key);
    Group& group = groups[{person, key.role, key.agency}];
    group.parts.insert(group.parts.end(), parts.begin(), parts.end());
    group.names.insert(key.name);
    spellings[person][key.name] += parts.size();
  }

  std::vector<LedgerEntry> entries;
  for (auto& [key, group] : groups) {
    LedgerEntry entry;
    const auto& uses = spellings[key.name];
    // Of spellings used as often, the longest: it has the accents and the first name in full.
    entry.person =
        std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) {
          return std::pair(a.second, a.first.size()) < std::pair(b.second, b.first.size());
        })->first;
    entry.role = key.role;
    entry.agency = key.agency;
    std::sort(group.parts.begin(), group.parts.end());
    group.parts.erase(std::unique(group.parts.begin(), group.parts.end()), group.parts.end());
    entry.documents = group.parts.size();
    for (const Part& part : group.parts) entry.words += part.words;
    entry.names.assign(group.names.begin(), group.names.end());
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [](const LedgerEntry& a, const LedgerEntry& b) {
    return std::tie(a.person, a.role, a.agency) < std::tie(b.person, b.role, b.agency);
  });
  return entries;
}

void Ledger::WriteTsv(std::ostream& out) const {
  out << "person\trole\tagency\tdocuments\twords\tnames\n";
  for (const LedgerEntry& entry : Entries()) {
    out << entry.person << '\t' << ToString(entry.role) << '\t' << entry.agency << '\t'
        << std::to_string(entry.documents) << '\t' << std::to_string(entry.words) << '\t';
    for (const std::string& name : entry.names) {
      out << (name == entry.names.front() ? "" : " | ") << name;
    }
    out << '\n';
  }
}

void Ledger::WriteJson(std::ostream& out) const {
  out << R"({"schema":"calque/ledger/1","entries":[)";
  bool first = true;
  for (const LedgerEntry& entry : Entries()) {
    std::string line;
    JsonWriter json(&line);
    json.BeginObject();
    json.Member("person", entry.person);
    json.Member("role", ToString(entry.role));
    json.Member("agency", entry.agency);
    json.Key("documents");
    json.Unsigned(entry.documents);
    json.Key("words");
    json.Unsigned(entry.words);
    json.Key("names");
    json.BeginArray();
    for (const std::string& name : entry.names) json.String(name);
    json.EndArray();
    json.EndObject();
    out << (first ? "\n" : ",\n") << line;
    first = false;
  }
  out << "\n]}\n";
}

}  // namespace calque::internal
