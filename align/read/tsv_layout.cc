#include "align/read/tsv_layout.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "align/base/language_tag.h"
#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

bool IsAddress(std::string_view field) {
  return field.substr(0, field.find(' ')).find("://") != std::string_view::npos;
}
bool IsText(std::string_view field) {
  return !field.empty() && !ParseFloat(field) && !IsAddress(field);
}
bool IsName(std::string_view field) {
  constexpr std::size_t kLongest = 32;  // bytes
  return !field.empty() && field.size() <= kLongest && !ParseFloat(field) &&
         field.find_first_of(" .,;:!?") == std::string_view::npos;
}

}  // namespace

TsvLayout::TsvLayout(const TsvHeader& header, std::size_t count, BitextReadOptions languages)
    : languages_(std::move(languages)) {
  Take(header, count);
  known_ = count;
}

// What the first `count` columns of `header` are is what lines without a header have.
void TsvLayout::Take(const TsvHeader& header, std::size_t count) {
  column_.fill(kAbsent);
  for (std::size_t i = 0; i < count; ++i) At(&column_, header[i].first) = i;
}

bool TsvLayout::MayBeUnknownHeader(const Fields& fields) {
  return fields.size() > 2 && std::all_of(fields.begin(), fields.end(), IsName);
}

bool TsvLayout::TakeFirstLine(const Fields& first, const Fields& second) {
  if (TakeNames(first)) return true;
  if (MayBeUnknownHeader(first) && second.size() == first.size() &&
      TellColumns(second, "names columns that are not known")) {
    return true;
  }
  (void)TellColumns(first, "names no columns");
  return false;
}

// Looks for texts behind what the line begins with, where that is no text.
bool TsvLayout::TellColumns(const Fields& fields, std::string_view why) {
  const std::size_t source_before = At(&column_, TsvColumn::kSource);
  if (fields.size() < 3 || source_before != 0 || IsText(fields[0])) return false;
  std::vector<std::size_t> texts;
  for (std::size_t i = 1; i < fields.size() && texts.size() < 2; ++i) {
    if (IsText(fields[i])) texts.push_back(i);
  }
  if (texts.size() < 2) return false;
  const std::size_t behind = texts[1] + 1;
  if (texts[0] == 2 && texts[1] == 3 && IsAddress(fields[0]) && IsAddress(fields[1])) {
    Take(kBitextorHeader, behind);
  } else {
    column_.fill(kAbsent);
    At(&column_, TsvColumn::kSource) = texts[0];
    At(&column_, TsvColumn::kTarget) = texts[1];
  }
  // A number without a point counts lines.
  for (const std::size_t at : {std::size_t{0}, behind}) {
    if (at >= fields.size() || !ParseFloat(fields[at])) continue;
    if (fields[at].find('.') != std::string_view::npos) At(&column_, TsvColumn::kScore) = at;
  }
  named_ = fields.size();
  remarks_.push_back({"columns-guessed",
                      std::string(why) + "; columns " + std::to_string(texts[0] + 1) + " and " +
                          std::to_string(texts[1] + 1) + " taken for source and target",
                      {}});
  return true;
}

bool TsvLayout::TakeNames(const Fields& fields) {
  Columns found;
  found.fill(kAbsent);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (const TsvHeader* header : {&kTsvHeader, &kBitextorHeader}) {
      for (const auto& [column, name] : *header) {
        if (fields[i] == name) At(&found, column) = i;
      }
    }
  }
  const auto texts_found = [&] {
    return At(&found, TsvColumn::kSource) != kAbsent && At(&found, TsvColumn::kTarget) != kAbsent;
  };
  if (!texts_found()) FindLanguages(fields, &found);
  if (!texts_found()) return false;
  column_ = found;
  named_ = fields.size();
  TellUnknown(fields);
  return true;
}

// `en`, `fr`; `English`, `French`; `src`, `tgt`: other people's names of the two texts, in a line
// of nothing but names.
void TsvLayout::FindLanguages(const Fields& fields, Columns* found) {
  constexpr std::size_t kMost = 64;  // columns
  if (fields.size() > kMost || !std::all_of(fields.begin(), fields.end(), IsName)) return;
  std::vector<std::string> languages;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string name = Lower(fields[i]);
    if (name == "source" || name == "src") At(found, TsvColumn::kSource) = i;
    if (name == "target" || name == "tgt" || name == "trg") At(found, TsvColumn::kTarget) = i;
    std::string language = LanguageNamed(fields[i]);
    if (language.empty()) continue;
    languages.push_back(std::move(language));
    columns.push_back(i);
  }
  const auto id = std::find(languages.begin(), languages.end(), "id");
  if (languages.size() > 2 && id != languages.end()) {  // identifiers, not Indonesian
    columns.erase(columns.begin() + (id - languages.begin()));
    languages.erase(id);
  }
  if (languages.size() != 2) return;
  const std::optional<ChosenSides> sides = ChooseSides(languages, languages_);
  if (!sides) return;
  At(found, TsvColumn::kSource) = columns[sides->source];
  At(found, TsvColumn::kTarget) = columns[sides->target];
  languages_.source_language = languages[sides->source];
  languages_.target_language = languages[sides->target];
}

void TsvLayout::TellUnknown(const Fields& fields) {
  std::size_t unknown = 0;
  std::string first;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (std::find(column_.begin(), column_.end(), i) != column_.end()) continue;
    if (unknown++ == 0) first = fields[i];
  }
  if (unknown == 0) return;
  remarks_.push_back(
      {"columns-unknown",
       "columns of other names left out, `" + first + "` first: " + std::to_string(unknown),
       {}});
}

std::string_view TsvLayout::FieldOf(const Fields& fields, TsvColumn column) const {
  const std::size_t at = column_[static_cast<std::size_t>(column)];
  return at < fields.size() ? fields[at] : std::string_view();
}

bool TsvLayout::HasReadableScores(const Fields& fields) const {
  constexpr TsvColumn kScores[] = {TsvColumn::kScore, TsvColumn::kBitextScore};
  return std::all_of(std::begin(kScores), std::end(kScores), [&](TsvColumn column) {
    const std::string_view score = FieldOf(fields, column);
    return score.empty() || ParseFloat(score);
  });
}

bool TsvLayout::HasFurther(const Fields& fields) const {
  return named_ == 0 && (fields.size() > known_ || !HasReadableScores(fields));
}

}  // namespace calque::internal
