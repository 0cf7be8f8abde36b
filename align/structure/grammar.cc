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

// The phrases that `written` stands for: `translated from {language} by` is one for each word of
// the set of that name.
std::vector<std::string> Expanded(const Json& section, const std::string& written) {
  const std::size_t open = written.find('{');
  const std::size_t close = written.find('}', open);
  if (close == std::string::npos) return {written};
  const std::string set = written.substr(open + 1, close - open - 1);
  std::vector<std::string> phrases;
  for (const Json& word : section.at("sets").at(set)) {
    phrases.push_back(written.substr(0, open) + word.get<std::string>() +
                      written.substr(close + 1));
  }
  return phrases;
}

// What is left of `edited by`, `photos de` without its last word may be joined to another role.
void AddAct(std::string_view phrase, CreditRole role, DispatchRules* rules) {
  const std::size_t blank = phrase.find_last_of(' ');
  if (blank == std::string_view::npos) return;
  const std::string last = Fold(phrase.substr(blank + 1));
  if (!rules->agent_words.contains(last) && !rules->particles.contains(last)) return;
  rules->phrases.AddRole(phrase.substr(0, blank), PhraseKind::kAct, role);
}

void AddRoles(const Json& section, const char* key, PhraseKind kind, DispatchRules* rules) {
  if (!section.contains(key)) return;
  for (const auto& [name, list] : section.at(key).items()) {
    const CreditRole role = RoleNamed(name, rules->language);
    for (const Json& written : list) {
      for (const std::string& phrase : Expanded(section, written.get<std::string>())) {
        rules->phrases.AddRole(phrase, kind, role);
        if (kind == PhraseKind::kRoleBefore) AddAct(phrase, role, rules);
      }
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
    {"desk", PhraseKind::kDesk},
    {"desk_after", PhraseKind::kDeskAfter},
    {"desk_before", PhraseKind::kDeskBefore},
    {"desks_after", PhraseKind::kDesksAfter},
    {"fillers", PhraseKind::kFiller},
    {"functions", PhraseKind::kFunction},
    {"functions_of", PhraseKind::kFunctionOf},
    {"in", PhraseKind::kIn},
    {"places", PhraseKind::kPlaceName},
    {"team_after", PhraseKind::kTeamAfter},
    {"team_before", PhraseKind::kTeamBefore},
    {"with", PhraseKind::kWith},
};

void AddPhrases(const Json& section, DispatchRules* rules) {
  for (const PhraseList& list : kPhraseLists) {
    for (const std::string& written : Strings(section, list.key)) {
      for (const std::string& phrase : Expanded(section, written)) {
        rules->phrases.Add(phrase, list.kind);
      }
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
  rules->particles = Words(section, "particles");
  rules->agent_words = Words(section, "agent_words");
  AddRoles(section, "before", PhraseKind::kRoleBefore, rules.get());
  AddRoles(section, "after", PhraseKind::kRoleAfter, rules.get());
  AddRoles(section, "duties", PhraseKind::kDuty, rules.get());
  AddRoles(section, "function_roles", PhraseKind::kFunction, rules.get());
  AddPhrases(section, rules.get());
  AddCalendar(section, rules.get());
  rules->also = Strings(section, "also");
  rules->bare_list = section.value("bare_list", false);
  rules->suffixes = Words(section, "suffixes");
  rules->short_forms = Words(section, "short_forms");
  rules->not_alone = Words(section, "not_alone");
  rules->not_names = Words(section, "not_names");
  rules->slugs = Words(section, "slugs");
  rules->open_words = Words(section, "open_words");
  rules->count_words = Words(section, "count_words");
  rules->stamp_openers = Words(section, "stamp_openers");
  rules->stamp_words = Words(section, "stamp_words");
  rules->contact_words = Words(section, "contact_words");
  rules->agency_words = Words(section, "agency_words");
  rules->titles = Words(section, "titles");
  rules->articles = Words(section, "articles");
  rules->desk_subjects = Words(section, "desk_subjects");
  rules->place_openers = Words(section, "place_openers");
  rules->place_closers = Words(section, "place_closers");
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
    for (const CreditRole role :
         {CreditRole::kPhotographer, CreditRole::kVideo, CreditRole::kGraphics}) {
      rules->phrases.CollectFirstWords(role, &hints_.picture_openers);
    }
    for (const LinePatterns* patterns :
         {&rules->notes, &rules->edge_furniture, &rules->furniture}) {
      patterns->CollectEnds(&hints_.furniture_openers, &hints_.furniture_closers);
    }
    for (const WordSet* openers : {&rules->contact_words, &rules->stamp_openers}) {
      for (const std::string& word : *openers) hints_.furniture_openers.insert(word);
    }
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
                              KindBit(PhraseKind::kDuty) | KindBit(PhraseKind::kAnd) |
                              KindBit(PhraseKind::kIn));
  }
  if (!others.empty()) rule_sets.push_back(std::move(mixed));
  return std::make_shared<const DispatchGrammar>(std::move(rule_sets));
}

}  // namespace calque::internal
