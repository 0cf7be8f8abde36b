// Which columns of a table of tab-separated values hold what: found by the names in its first line.
// Without such a line: `source<TAB>target` and perhaps a score, or for Bitextor its first five
// columns; where a line begins with a number or an address, as files of mined pairs and of crawls
// do, the first two columns of text.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"
#include "align/read/tsv_columns.h"

namespace calque::internal {

class TsvLayout {
 public:
  using Fields = std::vector<std::string_view>;

  // The first `count` columns of `header` are those of a file that does not name its columns.
  // `languages`: the sides asked for, where columns are named by languages.
  TsvLayout(const TsvHeader& header, std::size_t count, BitextReadOptions languages);

  // Whether the line may be a header of names that are not known: only the line behind it tells.
  [[nodiscard]] static bool MayBeUnknownHeader(const Fields& fields);
  // Whether the first line names columns, known ones, or of unknown names above a line `second`
  // that tells its columns; else it is a line of texts, and its columns are told by itself.
  [[nodiscard]] bool TakeFirstLine(const Fields& first, const Fields& second);

  // What there is to say of the columns; codes and messages, without a place.
  [[nodiscard]] const std::vector<Diagnostic>& remarks() const { return remarks_; }
  // How many columns a line must have; 0 where the file does not say.
  [[nodiscard]] std::size_t named() const { return named_; }
  [[nodiscard]] const BitextReadOptions& languages() const { return languages_; }

  // Empty where the line has no such column.
  [[nodiscard]] std::string_view FieldOf(const Fields& fields, TsvColumn column) const;
  // Whether each score is a number or left open.
  [[nodiscard]] bool HasReadableScores(const Fields& fields) const;
  // Whether a line of a file that names no columns holds more than those known: a tab in a text,
  // or columns of somebody else.
  [[nodiscard]] bool HasFurther(const Fields& fields) const;

 private:
  using Columns = std::array<std::size_t, kTsvColumnCount>;  // where each one is in a line

  static std::size_t& At(Columns* columns, TsvColumn column) {
    return (*columns)[static_cast<std::size_t>(column)];
  }
  void Take(const TsvHeader& header, std::size_t count);
  [[nodiscard]] bool TakeNames(const Fields& fields);
  [[nodiscard]] bool TellColumns(const Fields& fields, std::string_view why);
  void FindLanguages(const Fields& fields, Columns* found);
  void TellUnknown(const Fields& fields);

  BitextReadOptions languages_;
  Columns column_;
  std::size_t known_ = 0;  // columns of a line that names none
  std::size_t named_ = 0;
  std::vector<Diagnostic> remarks_;
};

}  // namespace calque::internal
