#include "tools/calque/outputs.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "align/io/compression.h"
#include "align/io/suffix.h"
#include "align/read/bitext_json.h"
#include "align/read/bitext_reader.h"
#include "calque/error.h"

namespace calque::tools {
namespace {

using internal::ExportTrait;

// A table of formats for people.
template <typename Formats>
std::string FormatList(const Formats& formats) {
  std::string out;
  for (const auto& format : formats) {
    std::string line = "  " + std::string(format.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 14), ' ');
    line += format.suffixes;
    line.resize(std::max<std::size_t>(line.size() + 1, 36), ' ');
    out += line + std::string(format.summary) + "\n";
  }
  return out;
}

std::string FormatList() { return FormatList(internal::ExportFormats()); }

const internal::ExportFormat& FormatOfFile(const std::string& file) {
  const internal::ExportFormat* format = internal::ExportFormatOfFile(file);
  if (format == nullptr && file == "-") {
    throw Error(ErrorCode::kUsage,
                "`--output -` does not say in which format; name it: --format NAME writes to "
                "standard output, `--format help` lists them");
  }
  if (format == nullptr) {
    throw Error(ErrorCode::kUsage, {file},
                "has no suffix of a known format; use one of these:\n" + FormatList());
  }
  return *format;
}

const internal::ExportFormat& FormatNamed(const std::string& name) {
  const internal::ExportFormat* format = internal::FindExportFormat(name);
  if (format != nullptr) return *format;
  std::vector<std::string> names;
  for (const internal::ExportFormat& each : internal::ExportFormats())
    names.emplace_back(each.name);
  const std::string nearest = Nearest(name, names);
  throw Error(ErrorCode::kUsage, "unknown format `" + name + "`" +
                                     (nearest.empty() ? "; `--format help` lists them"
                                                      : "; did you mean " + nearest + "?"));
}

// `corpora/x.dev.tmx.gz` of `corpora/x.tmx.gz`.
std::string PartName(const std::string& file, const internal::ExportFormat& format,
                     std::string_view part) {
  const std::string_view plain = internal::WithoutCompression(file);
  const std::string_view name = internal::FileNameOf(plain);
  const std::size_t stem = plain.size() - internal::SuffixOf(name, format.suffixes).size();
  return file.substr(0, stem) + "." + std::string(part) + file.substr(stem);
}

// Shells put a slash behind a folder, as datasets are.
std::string WithoutSlash(std::string file) {
  while (file.size() > 1 && file.ends_with('/')) file.pop_back();
  return file;
}

// A dataset is a folder, and its files are what is compressed.
std::string RemarkOn(const std::string& file, const internal::ExportFormat& format,
                     std::string_view part) {
  const std::string_view folder = internal::WithoutCompression(file);
  const bool is_said = !part.empty() && part != "train";
  if (format.trait != ExportTrait::kHoldsParts || folder == file || is_said) return {};
  return file + ": is written as the folder " + std::string(folder) + " of compressed files";
}

}  // namespace

Outputs::Outputs(const Arguments& arguments, std::string_view part)
    : Outputs(arguments, part, internal::InputGuard(arguments.Inputs())) {}

Outputs::Outputs(const Arguments& arguments, std::string_view part,
                 const internal::InputGuard& inputs) {
  std::vector<std::string> files = arguments.All("output");
  for (std::string& file : files) file = WithoutSlash(std::move(file));
  // All names are checked before the first file is opened.
  std::vector<const internal::ExportFormat*> formats;
  for (std::size_t i = 0; i < files.size(); ++i) {
    formats.push_back(&FormatOfFile(files[i]));
    if (std::find(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(i), files[i]) !=
        files.begin() + static_cast<std::ptrdiff_t>(i)) {
      throw Error(ErrorCode::kUsage, {files[i]}, "is named twice by --output");
    }
  }
  if (arguments.Has("format") || files.empty()) {
    if (!part.empty()) {
      throw Error(ErrorCode::kUsage,
                  "a corpus in several parts cannot go to standard output; use --output FILE");
    }
    const internal::ExportFormat& format = FormatNamed(arguments.Get("format"));
    sinks_.push_back(
        {"standard output", std::make_unique<internal::ExportFile>(format, "-"), format.trait});
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string file = part.empty() || formats[i]->trait == ExportTrait::kHoldsParts
                                 ? files[i]
                                 : PartName(files[i], *formats[i], part);
    sinks_.push_back({file, std::make_unique<internal::ExportFile>(*formats[i], file, part, inputs),
                      formats[i]->trait, RemarkOn(files[i], *formats[i], part)});
  }
}

void Outputs::Write(const Bitext& bitext, const Bitext& in_place) {
  for (Sink& sink : sinks_) {
    sink.file->Write(sink.trait == ExportTrait::kNeedsWholeTexts ? in_place : bitext);
  }
}

void Outputs::WriteLine(std::string_view line, const Location& location) {
  std::optional<Bitext> bitext;
  for (Sink& sink : sinks_) {
    if (sink.file->WriteLine(line)) continue;
    if (!bitext) bitext = internal::ReadBitextJson(line, location);
    sink.file->Write(*bitext);
  }
}

bool Outputs::NeedWholeTexts() const {
  return std::any_of(sinks_.begin(), sinks_.end(),
                     [](const Sink& sink) { return sink.trait == ExportTrait::kNeedsWholeTexts; });
}

bool Outputs::HoldBeadsAlone() const {
  return std::all_of(sinks_.begin(), sinks_.end(),
                     [](const Sink& sink) { return sink.trait == ExportTrait::kHoldsBeadsAlone; });
}

std::vector<std::string> Outputs::Finish() {
  std::vector<std::string> losses;
  for (Sink& sink : sinks_) {
    if (!sink.remark.empty()) losses.push_back(sink.remark);
    for (const std::string& loss : sink.file->Commit()) losses.push_back(sink.name + ": " + loss);
  }
  return losses;
}

std::vector<std::string> Outputs::Written() const {
  std::vector<std::string> files;
  for (const Sink& sink : sinks_) {
    files.insert(files.end(), sink.file->written().begin(), sink.file->written().end());
  }
  return files;
}

std::vector<std::string> CardFolders(const Arguments& arguments) {
  std::vector<std::string> folders;
  for (const std::string& given : arguments.All("output")) {
    const std::string file = WithoutSlash(given);
    if (FormatOfFile(file).trait != ExportTrait::kHoldsParts) continue;
    folders.emplace_back(internal::WithoutCompression(file));
  }
  return folders;
}

bool PrintedFormats(const Arguments& arguments) {
  if (arguments.Get("format") != "help") return false;
  std::cout << FormatList();
  return true;
}

bool PrintedReadableFormats(const Arguments& arguments) {
  if (arguments.Get("input") != "help") return false;
  std::cout << FormatList(internal::BitextFormats());
  return true;
}

}  // namespace calque::tools
