// The public reader and writer of bitexts: the tables of formats behind them.
#include "calque/bitext_file.h"

#include "align/base/bitext_check.h"
#include "align/export/export_file.h"
#include "align/read/bitext_reader.h"
#include "calque/error.h"

namespace calque {

namespace {

const internal::ExportFormat& FormatFor(const std::string& path, const std::string& name) {
  const internal::ExportFormat* format =
      name.empty() ? internal::ExportFormatOfFile(path) : internal::FindExportFormat(name);
  if (format != nullptr) return *format;
  std::string known;
  for (const internal::ExportFormat& each : internal::ExportFormats()) {
    known += " " + std::string(each.name);
  }
  if (!name.empty()) {
    throw Error(ErrorCode::kUsage, "no format is called `" + name + "`; the formats are" + known);
  }
  throw Error(ErrorCode::kUsage, {path},
              "has no suffix of a known format; name one of these:" + known);
}

}  // namespace

struct BitextFileReader::State {
  std::unique_ptr<internal::BitextReader> reader;
};

BitextFileReader::BitextFileReader(const std::string& path, const BitextFileOptions& options)
    : state_(std::make_unique<State>()) {
  state_->reader = internal::OpenBitextFile(
      path, options.format,
      {.source_language = options.source_language, .target_language = options.target_language});
}
BitextFileReader::~BitextFileReader() = default;
BitextFileReader::BitextFileReader(BitextFileReader&&) noexcept = default;
BitextFileReader& BitextFileReader::operator=(BitextFileReader&&) noexcept = default;

std::optional<Bitext> BitextFileReader::Next() { return state_->reader->Next(); }

std::vector<Diagnostic> BitextFileReader::Diagnostics() const {
  return state_->reader->Diagnostics();
}

struct BitextFileWriter::State {
  State(const std::string& path, const std::string& format) : file(FormatFor(path, format), path) {}

  internal::ExportFile file;
};

BitextFileWriter::BitextFileWriter(const std::string& path, const std::string& format)
    : state_(std::make_unique<State>(path, format)) {}
BitextFileWriter::~BitextFileWriter() = default;
BitextFileWriter::BitextFileWriter(BitextFileWriter&&) noexcept = default;
BitextFileWriter& BitextFileWriter::operator=(BitextFileWriter&&) noexcept = default;

void BitextFileWriter::Write(const Bitext& bitext) {
  internal::CheckBitext(bitext);
  state_->file.Write(bitext);
}

std::vector<std::string> BitextFileWriter::Commit() { return state_->file.Commit(); }

}  // namespace calque
