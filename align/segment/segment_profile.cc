#include "align/segment/segment_profile.h"

namespace calque::internal {

SegmentProfile SegmentProfile::FromJson(const Json& section) {
  SegmentProfile profile;
  profile.abbreviations = AbbreviationTable(section.value("abbreviations", Json::object()));
  profile.starters = WordSet(section, "starters");
  profile.function_words = WordSet(section, "function_words");
  profile.roles = WordSet(section, "roles");
  profile.zones = WordSet(section, "zones");
  profile.lettered = WordSet(section, "lettered");
  profile.eras = WordSet(section, "eras");
  profile.exclaiming = WordSet(section, "exclaiming");
  profile.attributions = WordSet(section, "attributions");
  profile.pronouns = WordSet(section, "pronouns");
  profile.unmarked = WordSet(section, "unmarked");
  profile.enclosing = section.value("enclosing", std::vector<std::string>{});
  profile.quote_continuations = section.value("quote_continuations", std::vector<std::string>{});
  profile.ordinals = section.value("ordinals", false);
  return profile;
}

}  // namespace calque::internal
