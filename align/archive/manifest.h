// The work of a batch, `calque/manifest/1`: a header line, then a line a pair of documents, sorted
// by id. Everything a shard needs to know; the same input gives the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace calque::internal {

// A document of an archive.
struct DocumentPlace {
  std::string id;    // no two alike on one side
  std::string file;  // relative to the side's root
  // Among the documents of the file, where it holds several.
  std::optional<std::uint32_t> ordinal;

  friend bool operator==(const DocumentPlace&, const DocumentPlace&) = default;
};

struct ManifestPair {
  std::string id;
  std::uint32_t shard = 0;
  DocumentPlace source;
  DocumentPlace target;
  float score = 1.0F;  // of document pairing
};

// What planning met on one side: read = paired + alone + skipped.
struct ManifestSide {
  std::string root;      // where `file` is relative to; empty: to the working folder
  std::string language;  // BCP 47; empty: told document by document
  std::size_t read = 0;
  std::size_t paired = 0;
  std::size_t alone = 0;
  std::map<std::string, std::size_t> skipped;  // by reason
};

struct ManifestHeader {
  std::uint32_t shards = 1;
  std::size_t pairs = 0;
  ManifestSide source;
  ManifestSide target;
  std::string model;  // path; empty: the shipped one
  bool use_model = true;
  bool find_moved = false;         // see EngineOptions
  std::vector<std::string> names;  // likewise
  std::string listing_digest;      // of all pairs, however many shards they are in
  std::string lines_digest;        // of all lines behind the header: a manifest cut off shows
  std::string options_digest;      // of what changes the result, and of calque's version
  std::string model_digest;        // of the model in use; empty without one
  std::string names_digest;        // of the lists of names; empty without any
};

// The shard of an id: the same on every machine.
[[nodiscard]] std::uint32_t ShardOf(const std::string& id, std::uint32_t shards);
// Sixteen hexadecimal digits.
[[nodiscard]] std::string DigestText(std::uint64_t hash);
// Of the languages, the model's use, the search for moved sentences and the lists of names in
// `header`, and of calque's version.
[[nodiscard]] std::string OptionsDigest(const ManifestHeader& header);

// Sorts the pairs, gives them ids and shards, fills the counts and digests of the header but for
// the model's, and writes all of it. Throws Error{kBadInput} where two pairs have the same id.
void WriteManifest(ManifestHeader header, std::vector<ManifestPair> pairs, std::ostream& out);

// Throws Error: kMissingInput; kBadInput where `path` is no manifest of this version.
[[nodiscard]] ManifestHeader ReadManifestHeader(const std::string& path);
// visit(pair) for every pair of `shard` (all of them without one), in order; memory does not grow
// with the manifest. Returns the header.
ManifestHeader ReadManifest(const std::string& path, std::optional<std::uint32_t> shard,
                            const std::function<void(ManifestPair)>& visit);

}  // namespace calque::internal
