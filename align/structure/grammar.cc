#include "align/structure/grammar.h"

#include "align/base/utf8.h"
#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

std::vector<std::string> Strings(const Json& section, const char* key) {
  return section.contains(key) ? section.at(key).get<std::vector<std::string>>()
                               : std::vector<std::string>{};
}

WordSet Words(const Json& section, const char* key) {
  WordSet words;
  for (const std::string& word : Strings(section, key)) words.insert(Fold(word));
  return words;
}

LinePatterns Patterns(const Json& section, const char* key) {
  LinePatterns patterns;
  for (const std::string& pattern : Strings(section, key)) patterns.Add(pattern);
  return patterns;
}

CreditRole RoleNamed(const std::string& name, const std::string& language) {
  const auto role = CreditRoleFromString(name);
  if (role) return *role;
  throw Error(ErrorCode::kBadInput, {language + ".json"},
              "dispatch: no credit role is called `" + name + "`; see CreditRole in document.h");
}

void AddRoles(const Json& section, const char* key, PhraseKind kind, DispatchRules* rules) {
  if (!section.contains(key)) return;
  for (const auto& [name, phrases] : section.at(key).items()) {
    const CreditRole role = RoleNamed(name, rules->language);
    for (const Json& phrase : phrases) {
      rules->phrases.AddRole(phrase.get<std::string>(), kind, role);
    }
  }
}

struct PhraseList {
  const char* key;
  PhraseKind kind;
};
constexpr PhraseList kPhraseLists[] = {
    {"agencies", PhraseKind::kAgency},
    {"and", PhraseKind::kAnd},
    {"byline", PhraseKind::kByline},
    {"desk_after", PhraseKind::kDeskAfter},
    {"desk_before", PhraseKind::kDeskBefore},
    {"fillers", PhraseKind::kFiller},
    {"functions", PhraseKind::kFunction},
    {"in", PhraseKind::kIn},
    {"with", PhraseKind::kWith},
};

void AddPhrases(const Json& section, DispatchRules* rules) {
  for (const PhraseList& list : kPhraseLists) {
    for (const std::string& phrase : Strings(section, list.key)) {
      rules->phrases.Add(phrase, list.kind);
    }
  }
  const std::string possessive = section.value("possessive", std::string());
  if (possessive.empty()) return;
  for (const std::string& agency : Strings(section, "agencies")) {
    rules->phrases.Add(agency + possessive, PhraseKind::kAgency);
  }
}

void AddCalendar(const Json& section, DispatchRules* rules) {
  if (section.contains("months")) {
    int month = 0;
    for (const Json& names : section.at("months")) {
      ++month;
      for (const Json& name : names) rules->months.emplace(Fold(name.get<std::string>()), month);
    }
    if (month != 12) {
      throw Error(ErrorCode::kBadInput, {rules->language + ".json"},
                  "dispatch: months must be twelve lists of names");
    }
  }
  rules->weekdays = Words(section, "weekdays");
}

std::shared_ptr<const DispatchRules> Compile(const Json& section, const std::string& language) {
  auto rules = std::make_shared<DispatchRules>();
  rules->language = language;
  AddRoles(section, "before", PhraseKind::kRoleBefore, rules.get());
  AddRoles(section, "after", PhraseKind::kRoleAfter, rules.get());
  AddPhrases(section, rules.get());
  AddCalendar(section, rules.get());
  rules->also = Strings(section, "also");
  rules->bare_list = section.value("bare_list", false);
  rules->particles = Words(section, "particles");
  rules->suffixes = Words(section, "suffixes");
  rules->short_forms = Words(section, "short_forms");
  rules->not_names = Words(section, "not_names");
  rules->slugs = Words(section, "slugs");
  rules->open_words = Words(section, "open_words");
  rules->count_words = Words(section, "count_words");
  rules->contact_words = Words(section, "contact_words");
  rules->notes = Patterns(section, "notes");
  rules->edge_furniture = Patterns(section, "edge_furniture");
  rules->furniture = Patterns(section, "furniture");
  return rules;
}

Json SectionOf(const Json& file) {
  const auto found = file.find("dispatch");
  return found == file.end() ? Json::object() : *found;
}

}  // namespace

DispatchGrammar::DispatchGrammar(RuleSets rule_sets) : rule_sets_(std::move(rule_sets)) {
  constexpr PhraseKinds kCreditOpeners =
      KindBit(PhraseKind::kByline) | KindBit(PhraseKind::kRoleBefore);
  for (const auto& rules : rule_sets_) {
    rules->phrases.CollectFirstWords(kCreditOpeners, &hints_.credit_openers);
    for (const LinePatterns* patterns :
         {&rules->notes, &rules->edge_furniture, &rules->furniture}) {
      patterns->CollectEnds(&hints_.furniture_openers, &hints_.furniture_closers);
    }
    hints_.furniture_openers.insert(rules->contact_words.begin(), rules->contact_words.end());
  }
}

std::shared_ptr<const DispatchGrammar> DispatchGrammar::FromJson(const Json& section,
                                                                 const std::string& language) {
  auto rules = ReadJson({language + ".json"}, [&] {
    return Compile(section.is_null() ? Json::object() : section, language);
  });
  return std::make_shared<const DispatchGrammar>(RuleSets{std::move(rules)});
}

std::shared_ptr<const DispatchGrammar> DispatchGrammar::FromLanguageFile(
    const Json& file, const std::filesystem::path& data_directory, const std::string& language) {
  const auto own = FromJson(SectionOf(file), language);
  std::vector<std::shared_ptr<const DispatchGrammar>> others;
  for (const std::string& other : own->rules().also) {
    others.push_back(FromJson(SectionOf(LoadLanguageFile(data_directory, other)), other));
  }
  return WithFallbacks(*own, others);
}

std::shared_ptr<const DispatchGrammar> DispatchGrammar::WithFallbacks(
    const DispatchGrammar& own, const std::vector<std::shared_ptr<const DispatchGrammar>>& others) {
  RuleSets rule_sets = own.rule_sets();
  auto mixed = std::make_shared<DispatchRules>(own.rules());
  for (const auto& other : others) {
    rule_sets.push_back(other->rule_sets().front());
    mixed->phrases.AddAll(other->rules().phrases,
                          KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kRoleAfter) |
                              KindBit(PhraseKind::kAnd) | KindBit(PhraseKind::kIn));
  }
  if (!others.empty()) rule_sets.push_back(std::move(mixed));
  return std::make_shared<const DispatchGrammar>(std::move(rule_sets));
}

}  // namespace calque::internal
