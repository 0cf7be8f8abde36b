// The public reader and writer of bitexts: the tables of formats behind them.
#include "calque/bitext_file.h"

#include <utility>

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

std::optional<Bitext> BitextFileReader::Next() {
  std::optional<Bitext> bitext = state_->reader->Next();
  if (!bitext) return bitext;
  for (Document* document : {&bitext->source, &bitext->target}) {
    if (document->language.empty()) document->language = "und";
  }
  return bitext;
}

std::vector<Diagnostic> BitextFileReader::Diagnostics() const {
  return state_->reader->Diagnostics();
}

struct BitextFileWriter::State {
  State(std::string name, const std::string& format)
      : path(std::move(name)), file(FormatFor(path, format), path) {}

  void RefuseIfComplete() const {
    if (!complete) return;
    throw Error(ErrorCode::kUsage, {path}, "is complete; nothing can be written behind Commit()");
  }

  std::string path;
  internal::ExportFile file;
  bool complete = false;
};

BitextFileWriter::BitextFileWriter(const std::string& path, const std::string& format)
    : state_(std::make_unique<State>(path, format)) {}
BitextFileWriter::~BitextFileWriter() = default;
BitextFileWriter::BitextFileWriter(BitextFileWriter&&) noexcept = default;
BitextFileWriter& BitextFileWriter::operator=(BitextFileWriter&&) noexcept = default;

void BitextFileWriter::Write(const Bitext& bitext) {
  state_->RefuseIfComplete();
  internal::CheckBitext(bitext);
  state_->file.Write(bitext);
}

std::vector<std::string> BitextFileWriter::Commit() {
  state_->RefuseIfComplete();
  std::vector<std::string> losses = state_->file.Commit();
  state_->complete = true;
  return losses;
}

}  // namespace calque
