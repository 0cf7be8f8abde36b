#include "align/archive/batch_plan.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "align/archive/side_reader.h"
#include "align/io/compression.h"
#include "align/io/json.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "align/read/json_parts.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

DocumentPlace PlaceOf(const PairingDocument& document) {
  DocumentPlace place{document.id, document.file, std::nullopt};
  if (document.of_several) place.ordinal = document.ordinal;
  return place;
}

ManifestSide SideOf(const PairingSide& side, const std::map<std::string, std::size_t>& skipped,
                    const std::set<std::uint32_t>& paired, const std::string& root) {
  ManifestSide counts;
  counts.root = root;
  counts.language = side.language == "und" ? "" : side.language;
  counts.skipped = skipped;
  counts.read = side.documents.size();
  for (const auto& [reason, count] : skipped) counts.read += count;
  counts.paired = paired.size();
  counts.alone = side.documents.size() - paired.size();
  return counts;
}

struct NamedPair {
  std::string source;
  std::string target;
  float score = 1.0F;
  Location location;
};

// The third column, 1 where it is empty.
float ReadScore(std::string_view column, const Location& location) {
  if (column.empty()) return 1.0F;
  const std::optional<float> score = ParseFloat(column);
  if (!score || *score < 0.0F || *score > 1.0F) {
    throw Error(ErrorCode::kBadInput, location,
                "takes a probability behind the pair, 0 to 1, is `" + std::string(column) + "`");
  }
  return *score;
}

// A line of `calque pair --format jsonl`.
NamedPair NamedPairOfJson(std::string_view line, const Location& location) {
  const Json json = ParseJson(line, location);
  return ReadJson(location, [&] {
    NamedPair pair{json.at("source").get<std::string>(), json.at("target").get<std::string>(),
                   ReadFloat(json, "score", 1.0F, location), location};
    if (!(pair.score >= 0.0F && pair.score <= 1.0F)) {
      throw Error(ErrorCode::kBadInput, location, "takes a probability as its score, 0 to 1");
    }
    return pair;
  });
}

std::vector<NamedPair> ReadNamedPairs(const std::string& path) {
  std::vector<NamedPair> pairs;
  const auto source = Decompress(OpenPlainFile(path));
  LineReader lines(*source);
  while (const auto line = lines.Next()) {
    if (line->empty()) continue;
    if (line->starts_with('{')) {
      pairs.push_back(NamedPairOfJson(*line, lines.location()));
      continue;
    }
    const std::size_t tab = line->find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == line->size()) {
      throw Error(ErrorCode::kBadInput, lines.location(),
                  "takes source<TAB>target, is `" + std::string(*line) + "`");
    }
    const std::string_view rest = line->substr(tab + 1);
    const std::size_t second = rest.find('\t');
    NamedPair pair{std::string(line->substr(0, tab)), std::string(rest.substr(0, second)), 1.0F,
                   lines.location()};
    if (second != std::string_view::npos) {
      const std::string_view score = rest.substr(second + 1);
      pair.score = ReadScore(score.substr(0, score.find('\t')), pair.location);
    }
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

// Documents by the id that `calque pair` gives them.
class NamedSide {
 public:
  explicit NamedSide(std::string root) : root_(std::move(root)) {
    if (root_.empty()) return;
    files_ = ListArchive(root_);
    for (DocumentPlace& place : PlacesOf(files_)) places_.emplace(place.id, std::move(place));
    read_ = places_.size();
  }

  // Of a document that is not there the first is remembered, and they are counted.
  DocumentPlace Find(const std::string& name, const Location& location) {
    if (root_.empty()) {
      if (used_.insert(name).second) files_.push_back({name, name});
      read_ = used_.size();
      return {name, name, std::nullopt};
    }
    const auto found = places_.find(name);
    if (found == places_.end()) {
      if (++absent_ == 1) first_absent_ = {location, root_ + " holds no document `" + name + "`"};
      return {};
    }
    used_.insert(name);
    return found->second;
  }

  // Throws Error{kMissingInput} where a document was not there.
  [[nodiscard]] ManifestSide Counts() const {
    if (absent_ > 0) {
      const std::string more =
          absent_ > 1 ? ", nor " + std::to_string(absent_ - 1) + " more of the list" : "";
      throw Error(ErrorCode::kMissingInput, first_absent_.first, first_absent_.second + more);
    }
    ManifestSide side;
    side.root = root_;
    const SideLanguage language = LanguageOfFiles(files_);
    side.language = language.language == "und" ? "" : language.language;
    side.read = read_;
    side.paired = used_.size();
    side.alone = read_ - used_.size();
    return side;
  }

 private:
  std::string root_;
  std::vector<ArchiveFile> files_;
  std::map<std::string, DocumentPlace> places_;
  std::set<std::string> used_;
  std::size_t read_ = 0;
  std::size_t absent_ = 0;
  std::pair<Location, std::string> first_absent_;
};

}  // namespace

BatchPlan PlanOf(const ArchivePairing& pairing, const std::string& source_root,
                 const std::string& target_root) {
  BatchPlan plan;
  std::set<std::uint32_t> sources;
  std::set<std::uint32_t> targets;
  for (const DocumentPair& pair : pairing.pairs) {
    sources.insert(pair.source);
    targets.insert(pair.target);
    ManifestPair entry;
    entry.source = PlaceOf(pairing.source.documents[pair.source]);
    entry.target = PlaceOf(pairing.target.documents[pair.target]);
    entry.score = pair.score;
    plan.pairs.push_back(std::move(entry));
  }
  plan.header.source = SideOf(pairing.source, pairing.source_skipped, sources, source_root);
  plan.header.target = SideOf(pairing.target, pairing.target_skipped, targets, target_root);
  return plan;
}

BatchPlan PlanOfLines(const std::string& path, const std::string& source_root,
                      const std::string& target_root) {
  BatchPlan plan;
  NamedSide source(source_root);
  NamedSide target(target_root);
  for (const NamedPair& named : ReadNamedPairs(path)) {
    ManifestPair pair;
    pair.source = source.Find(named.source, named.location);
    pair.target = target.Find(named.target, named.location);
    pair.score = named.score;
    plan.pairs.push_back(std::move(pair));
  }
  plan.header.source = source.Counts();
  plan.header.target = target.Counts();
  return plan;
}

}  // namespace calque::internal
