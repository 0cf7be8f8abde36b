#include "align/archive/document_fetcher.h"

#include <filesystem>
#include <optional>
#include <set>

#include "align/archive/archive_files.h"
#include "calque/error.h"

namespace calque::internal {

namespace fs = std::filesystem;

std::string DocumentFetcher::PathOf(const DocumentPlace& place) const {
  std::error_code ignored;
  if (root_.empty()) return place.file;
  return fs::is_directory(root_, ignored) ? (fs::path(root_) / place.file).string() : root_;
}

void DocumentFetcher::Prepare(const std::vector<const DocumentPlace*>& places) {
  prepared_.clear();
  std::map<std::string, std::set<std::uint32_t>> wanted;
  std::map<std::string, std::string> paths;
  for (const DocumentPlace* place : places) {
    if (!place->ordinal) continue;
    wanted[place->file].insert(*place->ordinal);
    paths[place->file] = PathOf(*place);
  }
  for (const auto& [name, wanted_of_file] : wanted) {
    const auto& ordinals = wanted_of_file;
    const auto& file = name;
    ReadArchiveFile(
        {file, paths[file]},
        [&](RawDocument raw, std::uint32_t ordinal) {
          if (ordinals.contains(ordinal)) prepared_.emplace(Key(file, ordinal), std::move(raw));
        },
        [](const Error&) {});  // Fetch() meets it again
  }
}

RawDocument DocumentFetcher::Fetch(const DocumentPlace& place) const {
  const auto found = prepared_.find(Key(place.file, place.ordinal.value_or(0)));
  if (found != prepared_.end()) return found->second;
  std::optional<RawDocument> wanted;
  std::optional<Error> failure;
  ReadArchiveFile(
      {place.file, PathOf(place)},
      [&](RawDocument raw, std::uint32_t ordinal) {
        if (ordinal == place.ordinal.value_or(0)) wanted = std::move(raw);
      },
      [&](const Error& error) {
        if (!failure) failure = error;
      });
  if (wanted) return std::move(*wanted);
  if (failure) throw Error(*failure);
  throw Error(ErrorCode::kMissingInput, {PathOf(place)},
              "no longer holds the document " + place.id + "; plan again");
}

}  // namespace calque::internal
