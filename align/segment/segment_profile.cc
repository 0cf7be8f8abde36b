#include "align/segment/segment_profile.h"

namespace calque::internal {

SegmentProfile SegmentProfile::FromJson(const Json& section) {
  SegmentProfile profile;
  profile.abbreviations = AbbreviationTable(section.value("abbreviations", Json::object()));
  for (const Json& word : section.value("starters", Json::array())) {
    profile.starters.insert(word.get<std::string>());
  }
  return profile;
}

}  // namespace calque::internal
