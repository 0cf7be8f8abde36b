#include "align/archive/document_fetcher.h"

#include <filesystem>
#include <iterator>
#include <optional>

#include "align/archive/archive_files.h"
#include "calque/error.h"

namespace calque::internal {

namespace fs = std::filesystem;

namespace {

std::size_t SizeOf(const RawDocument& document) {
  return sizeof(RawDocument) + document.text.size() +
         document.blocks.size() * sizeof(document.blocks.front());
}

}  // namespace

std::string DocumentFetcher::PathOf(const DocumentPlace& place) const {
  std::error_code ignored;
  if (root_.empty()) return place.file;
  return fs::is_directory(root_, ignored) ? (fs::path(root_) / place.file).string() : root_;
}

std::size_t DocumentFetcher::Prepare(const std::vector<const DocumentPlace*>& places,
                                     std::size_t budget) {
  prepared_.clear();
  std::map<std::string, std::map<std::uint32_t, std::size_t>> wanted;  // the first place that asks
  std::map<std::string, std::string> paths;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]->ordinal) continue;
    wanted[places[i]->file].emplace(*places[i]->ordinal, i);
    paths[places[i]->file] = PathOf(*places[i]);
  }
  std::size_t reach = places.size();
  std::size_t held = 0;
  std::map<std::size_t, Key> held_for;  // by place
  for (const auto& [name, wanted_of_file] : wanted) {
    const auto& ordinals = wanted_of_file;
    const auto& file = name;
    ReadArchiveFile(
        {file, paths[file]},
        [&](RawDocument raw, std::uint32_t ordinal) {
          const auto asked = ordinals.find(ordinal);
          if (asked == ordinals.end() || asked->second >= reach) return;
          held += SizeOf(raw);
          held_for.emplace(asked->second, Key(file, ordinal));
          prepared_.emplace(Key(file, ordinal), std::move(raw));
          // The last ones wait for another turn: files are in another order than pairs.
          while (held > budget && held_for.size() > 1) {
            const auto last = std::prev(held_for.end());
            const auto document = prepared_.find(last->second);
            held -= SizeOf(document->second);
            prepared_.erase(document);
            reach = last->first;
            held_for.erase(last);
          }
        },
        [](const Error&) {});  // Fetch() meets it again
  }
  return reach;
}

std::size_t DocumentFetcher::PreparedSize(const DocumentPlace& place) const {
  const auto found = prepared_.find(Key(place.file, place.ordinal.value_or(0)));
  return found == prepared_.end() ? 0 : SizeOf(found->second);
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
