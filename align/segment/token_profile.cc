#include "align/segment/token_profile.h"

#include <algorithm>

namespace calque::internal {
namespace {

std::vector<std::string> Strings(const Json& section, const char* key) {
  const auto found = section.find(key);
  return found == section.end() ? std::vector<std::string>{}
                                : found->get<std::vector<std::string>>();
}

}  // namespace

TokenProfile TokenProfile::FromJson(const Json& language_file) {
  TokenProfile profile;
  const Json section = language_file.value("tokens", Json::object());
  profile.elisions = Strings(section, "elisions");
  std::sort(profile.elisions.begin(), profile.elisions.end());
  profile.enclitics = Strings(section, "enclitics");
  std::stable_sort(profile.enclitics.begin(), profile.enclitics.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  profile.whole = Strings(section, "whole");
  std::sort(profile.whole.begin(), profile.whole.end());
  profile.space_groups = section.value("space_groups", false);
  const Json segmentation = language_file.value("segmentation", Json::object());
  profile.abbreviations = AbbreviationTable(segmentation.value("abbreviations", Json::object()));
  return profile;
}

}  // namespace calque::internal
