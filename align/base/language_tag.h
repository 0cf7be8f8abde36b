// BCP 47 language tags, as files and users write them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace calque::internal {

// The language alone, as data files are named: `fr` for `fr-CA`, `fr_FR`, `fra`, `fre`; `he` for
// the old `iw`, `no` for Bokmål (`nb`). `und` for what is not a tag; empty for an empty one.
[[nodiscard]] std::string PrimaryLanguage(std::string_view tag);

// Whether it names no language: an empty one, or `und`.
[[nodiscard]] bool IsUnknownLanguage(std::string_view tag);

// Language and script, as far as the tag says: `sr-Latn` of `SR-latn-RS`, `fr` of `fr_CA`.
[[nodiscard]] std::string WithoutRegion(std::string_view tag);

// Whether it has the form of a tag with a code of two or three letters: no `english`.
[[nodiscard]] bool IsLanguageTag(std::string_view tag);

// Whether `word` is what `language` is called in one of the languages `in`, case and accents apart:
// `French`, `français` for `fr-CA`.
[[nodiscard]] bool IsNameOfLanguage(std::string_view word, const std::string& language,
                                    std::initializer_list<std::string_view> in);

// The tag of the language that a word stands for: a tag itself, of a known code of two letters, or
// a name as above, in English or in the language; empty where it is neither.
[[nodiscard]] std::string LanguageNamed(std::string_view word);

// Whether `tag` is `wanted` or a narrower form of it, case apart: `fr-CA` is `fr`; `frr` is not.
// Every tag is the empty one.
[[nodiscard]] bool IsLanguage(std::string_view tag, std::string_view wanted);

}  // namespace calque::internal
