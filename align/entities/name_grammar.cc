#include "align/entities/name_grammar.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "align/base/ascii.h"
#include "align/base/cldr_places.h"
#include "align/base/hash.h"
#include "align/base/language_tag.h"
#include "align/base/split.h"
#include "align/entities/name_list.h"
#include "align/io/file.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

void AddList(const fs::path& path, const std::string& language, Gazetteer* gazetteer) {
  ReadNameList(path, language, [&](const NameRow& row) {
    for (const std::string_view form : Split(row.forms, '|')) {
      if (form.empty()) continue;
      if (row.is_demonym) {
        gazetteer->AddDemonym(form, row.key, row.kind);
      } else {
        gazetteer->Add(form, row.key, row.kind);
      }
    }
  });
}

void AddLists(const fs::path& folder, const std::string& language, Gazetteer* gazetteer) {
  std::error_code failure;
  std::vector<fs::path> lists;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    if (entry.path().extension() == ".tsv") lists.push_back(entry.path());
  }
  std::sort(lists.begin(), lists.end());
  for (const fs::path& list : lists) AddList(list, language, gazetteer);
}

// Words a line that newswire writes without a capital: `names/common-words.LANGUAGE.txt`.
void AddCommonWords(const fs::path& path, std::unordered_set<std::uint64_t>* words) {
  std::error_code failure;
  if (!fs::exists(path, failure)) return;
  const std::string text = ReadFile(path);
  const std::vector<std::string_view> lines = Split(text, '\n');
  words->reserve(lines.size());
  for (const std::string_view line : lines) {
    if (!line.empty()) words->insert(Hash(line));
  }
}

// Lines `RU Moscow|Moscou`: `names/seats.txt`, `names/markets.txt`.
void AddSeats(const fs::path& path, StringMap<std::string>* seats) {
  constexpr std::size_t kCode = 2;
  std::error_code failure;
  if (!fs::exists(path, failure)) return;
  const std::string text = ReadFile(path);
  std::uint64_t number = 0;
  for (const std::string_view line : Split(text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const std::string_view code = line.substr(0, kCode);
    if (line.size() < kCode + 2 || line[kCode] != ' ' ||
        !std::all_of(code.begin(), code.end(), IsAsciiUpper)) {
      throw Error(ErrorCode::kBadInput, {path.string(), number},
                  "is no country and names of its city: `RU Moscow|Moscou`");
    }
    for (const std::string_view name : Split(line.substr(kCode + 1), '|')) {
      seats->try_emplace(PhraseKey(name), "place:" + std::string(code));
    }
  }
}

StringSet Words(const Json& section, const char* name) {
  StringSet words;
  if (!section.contains(name)) return words;
  for (const Json& word : section.at(name)) words.insert(PhraseKey(word.get<std::string>()));
  return words;
}

StringMap<MentionKind> Heads(const Json& section, const char* name) {
  StringMap<MentionKind> heads;
  if (!section.contains(name)) return heads;
  for (const auto& [kind, words] : section.at(name).items()) {
    const std::optional<MentionKind> value = MentionKindFromString(kind);
    if (!value) throw Error(ErrorCode::kBadInput, "names: `" + kind + "` is no kind of mention");
    for (const Json& word : words) heads.try_emplace(PhraseKey(word.get<std::string>()), *value);
  }
  return heads;
}

SpellingRules Rules(const Json& section, const char* name) {
  SpellingRules rules;
  if (!section.contains(name)) return rules;
  for (const Json& rule : section.at(name)) {
    rules.emplace_back(rule.at(0).get<std::string>(), rule.at(1).get<std::string>());
  }
  return rules;
}

// Spellings of one given name, by its first.
StringMap<std::string> Variants(const Json& section, const char* name) {
  StringMap<std::string> variants;
  if (!section.contains(name)) return variants;
  for (const Json& spellings : section.at(name)) {
    const std::string first = PhraseKey(spellings.at(0).get<std::string>());
    for (const Json& spelling : spellings) {
      variants.try_emplace(PhraseKey(spelling.get<std::string>()), first);
    }
  }
  return variants;
}

void ReadSection(const Json& section, NameGrammar* grammar) {
  grammar->titles = Words(section, "titles");
  grammar->particles = Words(section, "particles");
  grammar->joiners = Words(section, "joiners");
  grammar->determiners = Words(section, "determiners");
  grammar->elisions = Words(section, "elisions");
  grammar->possessives = Words(section, "possessives");
  grammar->prefixes = Words(section, "prefixes");
  grammar->suffixes = Words(section, "suffixes");
  grammar->openers = Words(section, "openers");
  grammar->locatives = Words(section, "locatives");
  grammar->legal_forms = Words(section, "legal forms");
  grammar->heads = Heads(section, "heads");
  grammar->lower_heads = Heads(section, "lower-case heads");
  grammar->spelling = Rules(section, "spelling");
  grammar->variants = Variants(section, "given-name variants");
  grammar->transliterations = Rules(section, "transliterations");
  std::ranges::copy_if(grammar->spelling, std::back_inserter(grammar->transliterations),
                       [](const auto& rule) { return rule.first.size() > 1; });
  for (const std::string& title : grammar->titles) {
    const auto parts = static_cast<std::size_t>(std::count(title.begin(), title.end(), ' ')) + 1;
    grammar->longest_title = std::max(grammar->longest_title, parts);
  }
}

}  // namespace

NameGrammar LoadNameGrammar(const Json& section, const fs::path& data_directory,
                            const std::string& language, const std::vector<std::string>& lists) {
  NameGrammar grammar;
  ReadJson({"languages/" + language + ".json"}, [&] {
    ReadSection(section, &grammar);
    return 0;
  });
  const std::string primary = PrimaryLanguage(language);
  for (const std::string& list : lists) AddList(list, primary, &grammar.gazetteer);
  AddLists(data_directory / "names", primary, &grammar.gazetteer);
  for (const PlaceName& place : CldrPlaces(language)) {
    grammar.gazetteer.Add(place.name, "place:" + place.id, MentionKind::kPlace);
  }
  grammar.gazetteer.Freeze();
  AddSeats(data_directory / "names" / "seats.txt", &grammar.seats);
  AddSeats(data_directory / "names" / "markets.txt", &grammar.markets);
  AddCommonWords(data_directory / "names" / ("common-words." + primary + ".txt"),
                 &grammar.common_words);
  grammar.name_words = SortedWords::Open(data_directory / "names" / "name-words.txt");
  grammar.word_classes =
      SortedWords::Open(data_directory / "names" / ("word-classes." + primary + ".txt"));
  grammar.gaps = NameGaps::Open(data_directory / "names" / ("name-gaps." + primary + ".txt"),
                                grammar.word_classes);
  return grammar;
}

}  // namespace calque::internal
