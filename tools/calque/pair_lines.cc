#include "tools/calque/pair_lines.h"

#include <cmath>
#include <map>
#include <set>

#include "align/base/printable.h"
#include "align/io/json.h"
#include "align/io/number_text.h"

namespace calque::tools {
namespace {

using internal::Json;
using internal::Printable;

// Four decimals: a probability is not known any better.
float Rounded(float score) { return std::round(score * 1e4F) / 1e4F; }
std::string ScoreText(float score) { return internal::FloatText(Rounded(score)); }

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " | ") + Printable(word);
  return out;
}

std::string Counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

PairWriter::Versions::Versions(const internal::PairingSide& side) : of(side.documents.size()) {
  for (std::uint32_t i = 0; i < side.documents.size(); ++i) {
    of[side.documents[i].cluster].push_back(i);
  }
}

PairWriter::PairWriter(const internal::ArchivePairing& pairing)
    : pairing_(pairing), source_versions_(pairing.source), target_versions_(pairing.target) {}

std::string PairWriter::TsvLine(std::size_t index) const {
  const internal::DocumentPair& pair = pairing_.pairs[index];
  std::string line = Printable(pairing_.source.documents[pair.source].id) + "\t" +
                     Printable(pairing_.target.documents[pair.target].id) + "\t" +
                     ScoreText(pair.score);
  if (!pairing_.evidence.empty()) {
    const internal::SharedEvidence& evidence = pairing_.evidence[index];
    std::vector<std::string> words;
    for (const auto& [word, translation] : evidence.words)
      words.push_back(word + "=" + translation);
    line += "\t" + Joined(evidence.values) + "\t" + Joined(evidence.names) + "\t" + Joined(words);
  }
  return line + "\n";
}

std::string PairWriter::JsonLine(std::size_t index) const {
  const internal::DocumentPair& pair = pairing_.pairs[index];
  const auto others = [](const internal::PairingSide& side, const Versions& versions,
                         std::uint32_t document) {
    Json ids = Json::array();
    for (const std::uint32_t other : versions.of[side.documents[document].cluster]) {
      if (other != document) ids.push_back(Printable(side.documents[other].id));
    }
    return ids;
  };
  Json json = {{"source", Printable(pairing_.source.documents[pair.source].id)},
               {"target", Printable(pairing_.target.documents[pair.target].id)},
               {"score", internal::ShortDouble(Rounded(pair.score))}};
  if (pair.is_take) json["take"] = true;
  Json source_versions = others(pairing_.source, source_versions_, pair.source);
  Json target_versions = others(pairing_.target, target_versions_, pair.target);
  if (!source_versions.empty()) json["source_versions"] = std::move(source_versions);
  if (!target_versions.empty()) json["target_versions"] = std::move(target_versions);
  if (!pairing_.evidence.empty()) {
    const internal::SharedEvidence& evidence = pairing_.evidence[index];
    json["numbers"] = evidence.values;
    json["names"] = evidence.names;
    json["words"] = evidence.words;
  }
  return internal::DumpJson(json) + "\n";
}

std::string PairingSummary(const internal::ArchivePairing& pairing) {
  std::set<std::uint32_t> sources;
  std::set<std::uint32_t> targets;
  for (const internal::DocumentPair& pair : pairing.pairs) {
    sources.insert(pair.source);
    targets.insert(pair.target);
  }
  const auto describe = [](const char* side, const internal::PairingSide& documents,
                           std::size_t paired, const std::map<std::string, std::size_t>& skipped) {
    std::size_t read = documents.documents.size();
    std::string reasons;
    for (const auto& [reason, count] : skipped) {
      read += count;
      reasons += ", " + std::to_string(count) + " " + reason;
    }
    return Counted(read, std::string(side) + " document") + ": " + std::to_string(paired) +
           " paired, " + std::to_string(documents.documents.size() - paired) + " without partner" +
           reasons;
  };
  return Counted(pairing.pairs.size(), "pair") + "; " +
         describe("source", pairing.source, sources.size(), pairing.source_skipped) + "; " +
         describe("target", pairing.target, targets.size(), pairing.target_skipped) +
         (pairing.used_model ? ""
                             : "; no model for " + pairing.source.language + "-" +
                                   pairing.target.language + ", paired by numbers and names");
}

}  // namespace calque::tools
