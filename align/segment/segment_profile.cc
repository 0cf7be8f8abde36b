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
  profile.exclaiming = WordSet(section, "exclaiming");
  profile.attributions = WordSet(section, "attributions");
  profile.pronouns = WordSet(section, "pronouns");
  profile.unmarked = WordSet(section, "unmarked");
  profile.ordinal_heads = WordSet(section, "ordinal_heads");
  profile.ordinals = section.value("ordinals", false);
  profile.unspaced = section.value("unspaced", false);
  return profile;
}

}  // namespace calque::internal
