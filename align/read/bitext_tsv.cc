// Tab-separated values: columns of calque and of Bitextor (tsv_columns.h), as tsv_layout.h finds
// them.
#include <optional>
#include <utility>
#include <vector>

#include "align/base/iso_date.h"
#include "align/base/split.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "align/read/bitext_readers.h"
#include "align/read/credit_text.h"
#include "align/read/tsv_columns.h"
#include "align/read/tsv_layout.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

class TsvReader : public UnitReader {
 public:
  TsvReader(BitextInput input, BitextReadOptions options, const TsvHeader& header,
            std::size_t count)
      : UnitReader(input.path),
        input_(std::move(input)),
        layout_(header, count, std::move(options)),
        lines_(*input_.main) {}

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    while (const std::optional<Line> line = NextLine()) {
      if (std::optional<HeadedUnit> unit = Read(Split(line->text, '\t'), line->location))
        return unit;
    }
    return std::nullopt;
  }

 private:
  struct Line {
    std::string_view text;
    Location location;
  };

  // The next line that is of texts.
  std::optional<Line> NextLine() {
    if (held_) {
      held_text_ = *std::exchange(held_, std::nullopt);
      return Line{held_text_, lines_.location()};
    }
    const std::optional<std::string_view> line = lines_.Next();
    if (!line) return std::nullopt;
    if (!std::exchange(at_first_line_, false)) return Line{*line, lines_.location()};
    return FirstLine(*line);
  }

  std::optional<Line> FirstLine(std::string_view text) {
    first_ = text;
    const Location location = lines_.location();
    const std::vector<std::string_view> first = Split(first_, '\t');
    std::vector<std::string_view> second;
    if (TsvLayout::MayBeUnknownHeader(first)) {
      if (const auto next = lines_.Next()) {
        held_ = std::string(*next);
        second = Split(*held_, '\t');
      }
    }
    const bool is_header = layout_.TakeFirstLine(first, second);
    for (Diagnostic remark : layout_.remarks()) {
      remark.location = location;
      Remark(std::move(remark));
    }
    return is_header ? NextLine() : std::optional(Line{first_, location});
  }

  std::optional<HeadedUnit> Read(const std::vector<std::string_view>& fields,
                                 const Location& location) {
    // A tab in a text, or a file that breaks off: who knows what is in which column.
    if (layout_.named() > 0 && fields.size() != layout_.named()) {
      LeaveOut("columns-differ", "lines of more or fewer columns than the first left out",
               location);
      return std::nullopt;
    }
    if (layout_.named() > 0 && !layout_.HasReadableScores(fields)) {
      LeaveOut("score-unreadable", "lines whose score is not a number left out", location);
      return std::nullopt;
    }
    HeadedUnit unit = UnitOfLine(fields, location);
    if (unit.unit.IsNull()) {
      LeaveOut("unit-incomplete", "lines without text in both columns left out", location);
      return std::nullopt;
    }
    if (layout_.HasFurther(fields)) LeaveOut("columns-further", kTsvFurther, location);
    unit.line = location.line;
    return unit;
  }

  std::vector<Credit> CreditsIn(std::string_view field, const Location& location) {
    std::uint64_t unread = 0;
    std::vector<Credit> credits = ParseCredits(field, &unread);
    for (std::uint64_t i = 0; i < unread; ++i) {
      LeaveOut("credits-unread", "credits without a known role in front left out", location);
    }
    return credits;
  }

  HeadedUnit UnitOfLine(const std::vector<std::string_view>& fields, const Location& location) {
    const auto field = [&](TsvColumn column) { return layout_.FieldOf(fields, column); };
    const auto text = [&](TsvColumn column) { return std::string(field(column)); };
    const auto number = [&](TsvColumn column) { return ParseFloat(field(column)).value_or(0.0F); };
    HeadedUnit read;
    read.head = {
        text(TsvColumn::kBitext),
        number(TsvColumn::kBitextScore),
        {text(TsvColumn::kSourceDocument), text(TsvColumn::kSourceLanguage),
         ParseIsoDate(field(TsvColumn::kSourceDate)),
         CreditsIn(field(TsvColumn::kSourceCredits), location), text(TsvColumn::kSourceRights)},
        {text(TsvColumn::kTargetDocument), text(TsvColumn::kTargetLanguage),
         ParseIsoDate(field(TsvColumn::kTargetDate)),
         CreditsIn(field(TsvColumn::kTargetCredits), location), text(TsvColumn::kTargetRights)}};
    if (read.head.source.language.empty())
      read.head.source.language = layout_.languages().source_language;
    if (read.head.target.language.empty())
      read.head.target.language = layout_.languages().target_language;
    read.unit = {SideFromText(field(TsvColumn::kSource), field(TsvColumn::kSourceSentences)),
                 SideFromText(field(TsvColumn::kTarget), field(TsvColumn::kTargetSentences)),
                 number(TsvColumn::kScore), field(TsvColumn::kShape).ends_with(kTsvCrossing)};
    return read;
  }

  BitextInput input_;
  TsvLayout layout_;
  LineReader lines_;
  std::string first_;
  std::optional<std::string> held_;  // the second line, read to know what the first one is
  std::string held_text_;
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
