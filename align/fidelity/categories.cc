#include "align/fidelity/categories.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::string_view kMistranslation = "accuracy/mistranslation";
constexpr std::string_view kOmission = "accuracy/omission";
constexpr std::string_view kAddition = "accuracy/addition";
constexpr std::string_view kUntranslated = "accuracy/untranslated";
constexpr std::string_view kInconsistent = "terminology/inconsistent use of terminology";
constexpr std::string_view kWrongTerm = "terminology/wrong term";
constexpr std::string_view kPunctuation = "linguistic conventions/punctuation";
constexpr std::string_view kSpelling = "linguistic conventions/spelling";
constexpr Severity kMinor = Severity::kMinor;
constexpr Severity kMajor = Severity::kMajor;
constexpr Severity kCritical = Severity::kCritical;

constexpr Category kCategories[] = {
    {"addition", kMajor, kAddition, "The translation says something that the source does not."},
    {"credit-missing", kMajor, kOmission, "A person who wrote the source is not credited."},
    {"currency-changed", kCritical, kMistranslation, "An amount is in another currency."},
    {"date-changed", kCritical, kMistranslation, "A date differs."},
    {"date-extra", kMajor, kAddition, "A date, day or time has no counterpart in the source."},
    {"date-missing", kMajor, kOmission, "A date, day or time of the source is lost."},
    {"doubled", kMajor, kAddition, "A sentence stands twice."},
    {"hedge-added", kMajor, kMistranslation,
     "The translation casts doubt where the source does not."},
    {"hedge-lost", kMajor, kMistranslation,
     "What the source reports as alleged is stated as a fact."},
    {"length", kMajor, kOmission, "The translation is far too short or too long."},
    {"loose", kMinor, kMistranslation,
     "The sentence renders the one beside it freely, or only in part."},
    {"modality-changed", kMajor, kMistranslation,
     "What may, will or must happen is stated otherwise, or as done."},
    {"name-changed", kCritical, kMistranslation, "A name differs."},
    {"name-extra", kMajor, kAddition, "A name has no counterpart in the source."},
    {"name-inconsistent", kMinor, kInconsistent, "One name is written in two ways."},
    {"name-missing", kMajor, kOmission, "A name of the source is lost."},
    {"name-misspelt", kMinor, kSpelling, "A name is spelt otherwise."},
    {"negation-added", kCritical, kMistranslation,
     "The translation denies what the source affirms."},
    {"negation-lost", kCritical, kMistranslation,
     "The translation affirms what the source denies."},
    {"number-changed", kCritical, kMistranslation, "A figure differs."},
    {"number-extra", kMajor, kAddition, "A figure has no counterpart in the source."},
    {"number-missing", kMajor, kOmission, "A figure of the source is lost."},
    {"omission", kMajor, kOmission, "Something that the source says is lost."},
    {"opposite", kCritical, kMistranslation, "A word has become its opposite."},
    {"percentage-changed", kCritical, kMistranslation, "A percentage differs."},
    {"quantifier-changed", kMajor, kMistranslation,
     "How many or how much is meant differs: some for all, twice for half."},
    {"quotation-added", kMinor, kMistranslation,
     "Words stand in quotation marks that the source does not quote."},
    {"quotation-lost", kMinor, kPunctuation, "A quotation has lost its quotation marks."},
    {"scale-changed", kCritical, kMistranslation,
     "A figure is a thousand or a million times too large or small."},
    {"speaker-changed", kCritical, kMistranslation,
     "What somebody says is given to another speaker."},
    {"term", kMinor, kWrongTerm, "A term is not rendered as the glossary says."},
    {"time-changed", kCritical, kMistranslation, "A time of day differs."},
    {"truncated", kMajor, kOmission, "A sentence breaks off."},
    {"unit-changed", kCritical, kMistranslation, "A measure is in another unit."},
    {"unrelated", kMajor, kMistranslation, "The sentence does not translate the one beside it."},
    {"untranslated", kMajor, kUntranslated, "Text is left in the language of the source."},
    {"weekday-changed", kCritical, kMistranslation, "A day of the week differs."},
    {"word-changed", kMajor, kMistranslation, "A word has become another of its kind."},
    {"wrong-language", kMajor, kUntranslated, "Text is in neither language of the pair."},
};

constexpr bool ByName(const Category& a, const Category& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kCategories), std::end(kCategories), ByName));

}  // namespace

std::span<const Category> FidelityCategories() { return kCategories; }

const Category* FindCategory(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kCategories), std::end(kCategories), name,
      [](const Category& category, std::string_view wanted) { return category.name < wanted; });
  return found != std::end(kCategories) && found->name == name ? found : nullptr;
}

}  // namespace calque::internal
