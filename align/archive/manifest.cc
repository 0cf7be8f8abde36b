#include "align/archive/manifest.h"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "align/base/hash.h"
#include "align/io/compression.h"
#include "align/io/json.h"
#include "align/io/json_writer.h"
#include "align/io/line_reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kSchema = "calque/manifest/1";

void WritePlace(std::string_view key, const DocumentPlace& place, JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Member("id", place.id);
  if (place.file != place.id) json->Member("file", place.file);
  if (place.ordinal) {
    json->Key("n");
    json->Unsigned(*place.ordinal);
  }
  json->EndObject();
}

std::string PairLine(const ManifestPair& pair) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject();
  json.Key("shard");  // first: a shard passes over the lines of others without parsing them
  json.Unsigned(pair.shard);
  json.Member("id", pair.id);
  WritePlace("source", pair.source, &json);
  WritePlace("target", pair.target, &json);
  json.Key("score");
  json.Float(pair.score);
  json.EndObject();
  return line;
}

void WriteSide(std::string_view key, const ManifestSide& side, JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Member("root", side.root);
  json->Member("language", side.language);
  const auto count = [&](std::string_view name, std::size_t value) {
    json->Key(name);
    json->Unsigned(value);
  };
  count("read", side.read);
  count("paired", side.paired);
  count("alone", side.alone);
  json->Key("skipped");
  json->BeginObject();
  for (const auto& [reason, documents] : side.skipped) count(reason, documents);
  json->EndObject();
  json->EndObject();
}

std::string HeaderLine(const ManifestHeader& header) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject();
  json.Member("schema", kSchema);
  json.Key("shards");
  json.Unsigned(header.shards);
  json.Key("pairs");
  json.Unsigned(header.pairs);
  WriteSide("source", header.source, &json);
  WriteSide("target", header.target, &json);
  json.Member("model", header.model);
  json.Key("use_model");
  json.Bool(header.use_model);
  json.Key("find_moved");
  json.Bool(header.find_moved);
  if (!header.names.empty()) {
    json.Key("names");
    json.BeginArray();
    for (const std::string& list : header.names) json.String(list);
    json.EndArray();
    json.Member("names_digest", header.names_digest);
  }
  json.Member("listing_digest", header.listing_digest);
  json.Member("lines_digest", header.lines_digest);
  json.Member("options_digest", header.options_digest);
  json.Member("model_digest", header.model_digest);
  json.EndObject();
  return line;
}

ManifestSide SideFrom(const Json& json) {
  ManifestSide side;
  side.root = json.at("root").get<std::string>();
  side.language = json.at("language").get<std::string>();
  side.read = json.at("read").get<std::size_t>();
  side.paired = json.at("paired").get<std::size_t>();
  side.alone = json.at("alone").get<std::size_t>();
  for (const auto& [reason, count] : json.at("skipped").items()) {
    side.skipped[reason] = count.get<std::size_t>();
  }
  return side;
}

ManifestHeader HeaderFrom(std::string_view line, const Location& location) {
  const Json json = ParseJson(line, location);
  if (!json.is_object() || json.value("schema", "") != kSchema) {
    throw Error(ErrorCode::kBadInput, location,
                "is no manifest of this version; write one with `calque batch plan`");
  }
  return ReadJson(location, [&] {
    ManifestHeader header;
    header.shards = json.at("shards").get<std::uint32_t>();
    header.pairs = json.at("pairs").get<std::size_t>();
    header.source = SideFrom(json.at("source"));
    header.target = SideFrom(json.at("target"));
    header.model = json.at("model").get<std::string>();
    header.use_model = json.at("use_model").get<bool>();
    header.find_moved = json.value("find_moved", false);
    header.names = json.value("names", std::vector<std::string>{});
    header.names_digest = json.value("names_digest", "");
    header.listing_digest = json.at("listing_digest").get<std::string>();
    header.lines_digest = json.at("lines_digest").get<std::string>();
    header.options_digest = json.at("options_digest").get<std::string>();
    header.model_digest = json.at("model_digest").get<std::string>();
    if (header.shards == 0) throw Error(ErrorCode::kBadInput, location, "names no shard");
    return header;
  });
}

DocumentPlace PlaceFrom(const Json& json) {
  DocumentPlace place;
  place.id = json.at("id").get<std::string>();
  place.file = json.value("file", place.id);
  if (json.contains("n")) place.ordinal = json.at("n").get<std::uint32_t>();
  return place;
}

ManifestPair PairFrom(std::string_view line, const Location& location) {
  const Json json = ParseJson(line, location);
  return ReadJson(location, [&] {
    ManifestPair pair;
    pair.shard = json.at("shard").get<std::uint32_t>();
    pair.id = json.at("id").get<std::string>();
    pair.source = PlaceFrom(json.at("source"));
    pair.target = PlaceFrom(json.at("target"));
    pair.score = json.at("score").get<float>();
    return pair;
  });
}

}  // namespace

std::uint32_t ShardOf(const std::string& id, std::uint32_t shards) {
  return static_cast<std::uint32_t>(Mix(Hash(id)) % shards);
}

std::string DigestText(std::uint64_t hash) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) text[i] = kHex[hash & 15];
  return text;
}

std::string OptionsDigest(const ManifestHeader& header) {
  const std::string options =
      header.source.language + "\n" + header.target.language + "\n" +
      (header.use_model ? "model" : "no model") + (header.find_moved ? "\nmoved" : "") +
      (header.names.empty() ? "" : "\nnames " + header.names_digest) + "\n" CALQUE_VERSION;
  return DigestText(Mix(Hash(options)));
}

void WriteManifest(ManifestHeader header, std::vector<ManifestPair> pairs, std::ostream& out) {
  for (ManifestPair& pair : pairs) {
    pair.id = pair.source.id + "~" + pair.target.id;
    pair.shard = ShardOf(pair.id, header.shards);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ManifestPair& a, const ManifestPair& b) { return a.id < b.id; });
  const auto same =
      std::adjacent_find(pairs.begin(), pairs.end(),
                         [](const ManifestPair& a, const ManifestPair& b) { return a.id == b.id; });
  if (same != pairs.end()) {
    throw Error(ErrorCode::kBadInput, {same->id}, "is planned twice; name each pair once");
  }
  std::uint64_t listing = kHashSeed;
  for (const ManifestPair& pair : pairs) {
    // Without the shard: a plan for more shards is a plan of the same work.
    const std::string places = pair.id + "\n" + pair.source.file + "\n" + pair.target.file + "\n" +
                               std::to_string(pair.source.ordinal.value_or(0)) + "\n" +
                               std::to_string(pair.target.ordinal.value_or(0)) + "\n";
    listing = Hash(places, listing);
  }
  header.pairs = pairs.size();
  header.listing_digest = DigestText(Mix(listing));
  header.options_digest = OptionsDigest(header);
  std::uint64_t written = kHashSeed;
  for (const ManifestPair& pair : pairs) written = Hash(PairLine(pair), written);
  header.lines_digest = DigestText(written);
  out << HeaderLine(header) << '\n';
  for (const ManifestPair& pair : pairs) out << PairLine(pair) << '\n';
}

ManifestHeader ReadManifestHeader(const std::string& path) {
  const auto source = Decompress(OpenPlainFile(path));
  LineReader lines(*source);
  const auto line = lines.Next();
  return HeaderFrom(line.value_or(""), line ? lines.location() : Location{path});
}

ManifestHeader ReadManifest(const std::string& path, std::optional<std::uint32_t> shard,
                            const std::function<void(ManifestPair)>& visit) {
  const auto source = Decompress(OpenPlainFile(path));
  LineReader lines(*source);
  const auto first = lines.Next();
  const ManifestHeader header =
      HeaderFrom(first.value_or(""), first ? lines.location() : Location{path});
  const std::string own = shard ? "{\"shard\":" + std::to_string(*shard) + "," : "{";
  std::uint64_t read = kHashSeed;
  while (const auto line = lines.Next()) {
    read = Hash(*line, read);
    if (line->starts_with(own)) visit(PairFrom(*line, lines.location()));
  }
  if (DigestText(read) != header.lines_digest) {
    throw Error(ErrorCode::kBadInput, {path}, "was cut off or changed; plan again");
  }
  return header;
}

}  // namespace calque::internal
