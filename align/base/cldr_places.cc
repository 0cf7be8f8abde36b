#include "align/base/cldr_places.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <memory>

#include "align/base/icu.h"

namespace calque::internal {
namespace {

// Regions that are no country: UN M.49 areas that news names, unions, and Kosovo.
constexpr const char* kAreas[] = {"002", "003", "005", "009", "011", "013", "014", "015", "017",
                                  "018", "019", "021", "029", "030", "034", "035", "039", "053",
                                  "054", "057", "061", "142", "143", "145", "150", "151", "154",
                                  "155", "202", "419", "EU",  "UN",  "XK"};

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

// The name in use, and the short one where there is another: `Estados Unidos`, `EE. UU.`.
void AddRegions(const icu::Locale& locale, std::vector<PlaceName>* places) {
  using Names = icu::LocaleDisplayNames;
  UDisplayContext short_length = UDISPCTX_LENGTH_SHORT;
  const std::unique_ptr<Names> names(Names::createInstance(locale));
  const std::unique_ptr<Names> short_names(Names::createInstance(locale, &short_length, 1));
  const auto name_of = [](const Names& given, const char* code) {
    icu::UnicodeString name;
    given.regionDisplayName(code, name);
    std::string form = ToUtf8(name);
    const std::size_t bracket = form.find(" (");  // no text writes `Myanmar (Burma)`
    if (bracket != std::string::npos) form.resize(bracket);
    return form;
  };
  const auto add = [&](const char* code) {
    std::string form = name_of(*names, code);
    if (form == code) return;  // CLDR has no name for it
    std::string short_form = name_of(*short_names, code);
    const bool is_another = short_form != form;
    places->push_back({code, std::move(form)});
    if (is_another) places->push_back({code, std::move(short_form)});
  };
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    add(*code);
  }
  for (const char* code : kAreas) add(code);
}

void AddCities(const icu::Locale& locale, std::vector<PlaceName>* places) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(locale, status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  CheckIcu(status, "read the names of time zones");
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    icu::UnicodeString name;
    names->getExemplarLocationName(*zone, name);
    std::string form = ToUtf8(name);
    if (!form.empty() && form.find_first_of("(,[") == std::string::npos) {
      places->push_back({ToUtf8(*zone), std::move(form)});
    }
  }
  CheckIcu(status, "read the names of time zones");
}

}  // namespace

std::vector<PlaceName> CldrPlaces(const std::string& language) {
  const icu::Locale locale(language.c_str());
  std::vector<PlaceName> places;
  AddRegions(locale, &places);
  AddCities(locale, &places);
  return places;
}

}  // namespace calque::internal
