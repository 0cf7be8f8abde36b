#include "align/archive/engine_options.h"

#include <string>

#include "align/base/language_tag.h"
#include "align/base/printable.h"
#include "align/io/data_directory.h"
#include "align/io/number_text.h"
#include "align/read/readers.h"
#include "calque/error.h"

namespace calque::internal {

std::filesystem::path DataDirectoryOf(const EngineOptions& options) {
  return options.data_directory.empty() ? DefaultDataDirectory()
                                        : std::filesystem::path(options.data_directory);
}

SegmentOptions SegmentOptionsOf(const EngineOptions& options) {
  using Segment = SegmentOptions;
  Segment segment;
  if (options.split_every_paragraph) segment.paragraphs = Segment::Paragraphs::kAll;
  if (options.keep_quotations_whole) segment.quotations = Segment::Quotations::kWhole;
  return segment;
}

ReadOptions ReadOptionsOf(const EngineOptions& options) {
  ReadOptions read;
  read.format = options.input;
  read.data_directory = options.data_directory;
  return read;
}

FidelityOptions FidelityOptionsOf(const EngineOptions& options) {
  using Scope = FidelityScope;
  return {options.least_probability,
          options.check_out_of_context ? Scope::kLines : Scope::kDocument};
}

EngineOptions Checked(EngineOptions options) {
  if (!options.input.empty()) (void)InputFormatNamed(options.input);
  for (const std::string& language : {options.source_language, options.target_language}) {
    if (language.empty() || IsLanguageTag(language)) continue;
    throw Error(ErrorCode::kUsage,
                "`" + Printable(language) + "` is no code of a language, such as fr");
  }
  if (!(options.least_probability >= 0.0F && options.least_probability <= 1.0F)) {
    throw Error(ErrorCode::kUsage, "the least probability of findings is between 0 and 1, not " +
                                       FloatText(options.least_probability));
  }
  return options;
}

}  // namespace calque::internal
