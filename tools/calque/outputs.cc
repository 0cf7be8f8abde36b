#include "tools/calque/outputs.h"

#include <iostream>

#include "calque/error.h"

namespace calque::tools {
namespace {

std::string FormatList() {
  std::string out;
  for (const internal::ExportFormat& format : internal::ExportFormats()) {
    std::string line = "  " + std::string(format.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 14), ' ');
    line += format.suffixes;
    line.resize(std::max<std::size_t>(line.size() + 1, 34), ' ');
    out += line + std::string(format.summary) + "\n";
  }
  return out;
}

const internal::ExportFormat& FormatOfFile(const std::string& file) {
  const internal::ExportFormat* format = internal::ExportFormatOfFile(file);
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

}  // namespace

Outputs::Outputs(const Arguments& arguments) {
  const std::vector<std::string> files = arguments.All("output");
  // All names are checked before the first file is opened.
  std::vector<const internal::ExportFormat*> formats;
  for (const std::string& file : files) formats.push_back(&FormatOfFile(file));
  if (arguments.Has("format") || files.empty()) {
    sinks_.push_back({"standard output", std::make_unique<internal::ExportFile>(
                                             FormatNamed(arguments.Get("format")), "-")});
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    sinks_.push_back({files[i], std::make_unique<internal::ExportFile>(*formats[i], files[i])});
  }
}

void Outputs::Write(const Bitext& bitext) {
  for (Sink& sink : sinks_) sink.file->Write(bitext);
}

std::vector<std::string> Outputs::Finish() {
  std::vector<std::string> losses;
  for (Sink& sink : sinks_) {
    for (const std::string& loss : sink.file->Commit()) losses.push_back(sink.name + ": " + loss);
  }
  return losses;
}

bool PrintedFormats(const Arguments& arguments) {
  if (arguments.Get("format") != "help") return false;
  std::cout << FormatList();
  return true;
}

}  // namespace calque::tools
