// Entity links with the traits that their calibration weighs, for tools/train/entity_links.py.
//
//   calque_entity_link_traits --source-language L --target-language M FILE
//
// FILE: lines `source<TAB>target`, a pair of sentences each. Out, in JSON lines, one object a link:
// its line (from 0), the spans in bytes of their line, kind and traits.
#include <iostream>
#include <string>
#include <string_view>

#include "align/archive/language_resources.h"
#include "align/entities/entities.h"
#include "align/entities/link_calibration.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json_writer.h"
#include "calque/engine.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

void WriteSpan(std::string_view key, ByteSpan span, ByteSpan line, JsonWriter& json) {
  json.Key(key);
  json.BeginArray();
  json.Unsigned(span.begin - line.begin);
  json.Unsigned(span.end - line.begin);
  json.EndArray();
}

void WriteLink(const Bitext& bitext, const EntityLink& link, const LinkTraits& traits,
               std::uint32_t number) {
  const Mention& source = bitext.source_mentions[link.source];
  const Mention& target = bitext.target_mentions[link.target];
  std::string line;
  JsonWriter json(&line);
  json.BeginObject();
  json.Key("line");
  json.Unsigned(number);
  WriteSpan("source", source.span, bitext.source.sentences[number].span, json);
  WriteSpan("target", target.span, bitext.target.sentences[number].span, json);
  json.Member("kind", ToString(source.kind));
  json.Key("traits");
  json.BeginArray();
  for (const float trait : traits) json.Float(trait);
  json.EndArray();
  json.EndObject();
  std::cout << line << '\n';
}

// Each side of the pairs, a line a pair, one bead each.
Bitext Align(const Engine& engine, const std::string& path) {
  const std::string bytes = ReadFile(path);
  std::string sides[2];
  std::vector<Bead> beads;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::size_t tab = bytes.find('\t', begin);
    if (tab >= end) throw Error(ErrorCode::kBadInput, {path, beads.size() + 1}, "has no tab");
    sides[0] += bytes.substr(begin, tab - begin) + '\n';
    sides[1] += bytes.substr(tab + 1, end - tab - 1) + '\n';
    const auto number = static_cast<std::uint32_t>(beads.size());
    beads.push_back({{number, number + 1}, {number, number + 1}});
    begin = end + 1;
  }
  return engine.AlignWithBeads(engine.ReadLines(sides[0], path, Side::kSource),
                               engine.ReadLines(sides[1], path, Side::kTarget), beads);
}

void Run(const std::string& source, const std::string& target, const std::string& path) {
  EngineOptions options;
  options.source_language = source;
  options.target_language = target;
  options.find_departures = false;
  Bitext bitext = Align(Engine(options), path);
  const LanguageStore languages(DefaultDataDirectory());
  const EntityGrammar& from = *languages.Get(source)->entities;
  const EntityGrammar& to = *languages.Get(target)->entities;
  FindUncalibrated(from, to, &bitext);
  std::uint32_t number = 0;
  for (const EntityLink& link : bitext.entities) {
    const std::uint32_t at = bitext.source_mentions[link.source].span.begin;
    while (bitext.source.sentences[number].span.end <= at) ++number;
    const ByteSpan other = bitext.target_mentions[link.target].span;
    if (!bitext.target.sentences[number].span.Contains(other)) continue;  // of another line
    WriteLink(bitext, link, TraitsOf(bitext, link, from.names(), to.names()), number);
  }
}

}  // namespace
}  // namespace calque::internal

int main(int argc, char** argv) {
  const std::string_view usage =
      "usage: calque_entity_link_traits --source-language L --target-language M FILE\n";
  if (argc != 6 || std::string_view(argv[1]) != "--source-language" ||
      std::string_view(argv[3]) != "--target-language") {
    std::cerr << usage;
    return 2;
  }
  try {
    calque::internal::Run(argv[2], argv[4], argv[5]);
  } catch (const calque::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
