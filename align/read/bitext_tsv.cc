// Tab-separated values: columns of calque and of Bitextor (tsv_columns.h), found by the names in
// the first line. Without such a line: `source<TAB>target` and perhaps a score, or for Bitextor its
// first five columns; where the first line begins with a number or an address, as files of mined
// pairs and of crawls do, the first two columns of text.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "align/base/iso_date.h"
#include "align/base/language_tag.h"
#include "align/base/split.h"
#include "align/base/utf8.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "align/read/bitext_readers.h"
#include "align/read/credit_text.h"
#include "align/read/tsv_columns.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

class TsvReader : public UnitReader {
 public:
  // The first `count` columns of `header` are those of a file that does not name its columns.
  TsvReader(BitextInput input, BitextReadOptions options, const TsvHeader& header,
            std::size_t count)
      : UnitReader(input.path),
        input_(std::move(input)),
        options_(std::move(options)),
        lines_(*input_.main) {
    Take(header, count);
  }

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    while (const auto line = lines_.Next()) {
      const std::vector<std::string_view> fields = Split(*line, '\t');
      if (std::exchange(at_first_line_, false)) {
        if (TakeHeader(fields)) continue;
        TellColumns(fields);
      }
      // A tab in a text, or a file that breaks off: who knows what is in which column.
      if (named_ > 0 && fields.size() != named_) {
        LeaveOut("columns-differ", "lines of more or fewer columns than the first left out",
                 lines_.location());
        continue;
      }
      if (named_ > 0 && !HasReadableScores(fields)) {
        LeaveOut("score-unreadable", "lines whose score is not a number left out",
                 lines_.location());
        continue;
      }
      HeadedUnit unit = UnitOfLine(fields);
      if (!unit.unit.IsNull()) return unit;
      LeaveOut("unit-incomplete", "lines without text in both columns left out", lines_.location());
    }
    return std::nullopt;
  }

 private:
  using Columns = std::array<std::size_t, kTsvColumnCount>;  // where each one is in a line

  static std::size_t& At(Columns* columns, TsvColumn column) {
    return (*columns)[static_cast<std::size_t>(column)];
  }

  // What the first `count` columns of `header` are is what lines without a header have.
  void Take(const TsvHeader& header, std::size_t count) {
    column_.fill(kAbsent);
    for (std::size_t i = 0; i < count; ++i) At(&column_, header[i].first) = i;
  }

  // Looks for texts behind what the line begins with, where that is no text.
  void TellColumns(const std::vector<std::string_view>& fields) {
    const std::size_t source_before = At(&column_, TsvColumn::kSource);
    if (fields.size() < 3 || source_before != 0 || IsText(fields[0])) return;
    std::vector<std::size_t> texts;
    for (std::size_t i = 1; i < fields.size() && texts.size() < 2; ++i) {
      if (IsText(fields[i])) texts.push_back(i);
    }
    if (texts.size() < 2) return;
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
    Remark({"columns-guessed",
            "names no columns; columns " + std::to_string(texts[0] + 1) + " and " +
                std::to_string(texts[1] + 1) + " taken for source and target",
            lines_.location()});
  }

  static bool IsAddress(std::string_view field) {
    return field.substr(0, field.find(' ')).find("://") != std::string_view::npos;
  }
  static bool IsText(std::string_view field) {
    return !field.empty() && !ParseFloat(field) && !IsAddress(field);
  }

  // Whether the line names columns.
  bool TakeHeader(const std::vector<std::string_view>& fields) {
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
  void FindLanguages(const std::vector<std::string_view>& fields, Columns* found) {
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
    const std::optional<ChosenSides> sides = ChooseSides(languages, options_);
    if (!sides) return;
    At(found, TsvColumn::kSource) = columns[sides->source];
    At(found, TsvColumn::kTarget) = columns[sides->target];
    options_.source_language = languages[sides->source];
    options_.target_language = languages[sides->target];
  }

  static bool IsName(std::string_view field) {
    constexpr std::size_t kLongest = 32;  // bytes
    return !field.empty() && field.size() <= kLongest && !ParseFloat(field) &&
           field.find_first_of(" .,;:!?") == field.npos;
  }

  void TellUnknown(const std::vector<std::string_view>& fields) {
    std::size_t unknown = 0;
    std::string first;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (std::find(column_.begin(), column_.end(), i) != column_.end()) continue;
      if (unknown++ == 0) first = fields[i];
    }
    if (unknown == 0) return;
    Remark({"columns-unknown",
            "columns of other names left out, `" + first + "` first: " + std::to_string(unknown),
            lines_.location()});
  }

  // Empty where the line has no such column.
  std::string_view FieldOf(const std::vector<std::string_view>& fields, TsvColumn column) const {
    const std::size_t at = column_[static_cast<std::size_t>(column)];
    return at < fields.size() ? fields[at] : std::string_view();
  }

  // Whether each score is a number or left open. Where the file does not name its columns, the
  // third may be anything.
  bool HasReadableScores(const std::vector<std::string_view>& fields) const {
    constexpr TsvColumn kScores[] = {TsvColumn::kScore, TsvColumn::kBitextScore};
    return std::all_of(std::begin(kScores), std::end(kScores), [&](TsvColumn column) {
      const std::string_view score = FieldOf(fields, column);
      return score.empty() || ParseFloat(score);
    });
  }

  HeadedUnit UnitOfLine(const std::vector<std::string_view>& fields) const {
    const auto field = [&](TsvColumn column) { return FieldOf(fields, column); };
    const auto text = [&](TsvColumn column) { return std::string(field(column)); };
    const auto number = [&](TsvColumn column) { return ParseFloat(field(column)).value_or(0.0F); };
    HeadedUnit read;
    read.head = {text(TsvColumn::kBitext),
                 number(TsvColumn::kBitextScore),
                 {text(TsvColumn::kSourceDocument), text(TsvColumn::kSourceLanguage),
                  ParseIsoDate(field(TsvColumn::kSourceDate)),
                  ParseCredits(field(TsvColumn::kSourceCredits)), text(TsvColumn::kSourceRights)},
                 {text(TsvColumn::kTargetDocument), text(TsvColumn::kTargetLanguage),
                  ParseIsoDate(field(TsvColumn::kTargetDate)),
                  ParseCredits(field(TsvColumn::kTargetCredits)), text(TsvColumn::kTargetRights)}};
    if (read.head.source.language.empty()) read.head.source.language = options_.source_language;
    if (read.head.target.language.empty()) read.head.target.language = options_.target_language;
    read.unit = {SideFromText(field(TsvColumn::kSource), field(TsvColumn::kSourceSentences)),
                 SideFromText(field(TsvColumn::kTarget), field(TsvColumn::kTargetSentences)),
                 number(TsvColumn::kScore), field(TsvColumn::kShape).ends_with(kTsvCrossing)};
    return read;
  }

  BitextInput input_;
  BitextReadOptions options_;
  LineReader lines_;
  Columns column_;
  std::size_t named_ = 0;  // columns that the first line names
  bool at_first_line_ = true;
};

}  // namespace

std::unique_ptr<BitextReader> OpenTsv(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<TsvReader>(std::move(input), options, kTsvHeader, 3);
}

std::unique_ptr<BitextReader> OpenBitextor(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<TsvReader>(std::move(input), options, kBitextorHeader, 5);
}

}  // namespace calque::internal
