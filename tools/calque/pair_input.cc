#include "tools/calque/pair_input.h"

#include <future>
#include <string>
#include <utility>
#include <vector>

#include "align/archive/engine_access.h"
#include "align/io/file.h"
#include "tools/calque/line_pairs.h"

namespace calque::tools {
namespace {

using FileDocument = internal::EngineAccess::FileDocument;

// Reads both sides at once. If neither can be read, the error is that of the source.
template <typename Read>
AlignedPair AlignBoth(const Engine& engine, const Read& read) {
  std::future<FileDocument> reading = std::async(read, Side::kTarget);
  FileDocument source = read(Side::kSource);
  FileDocument target = reading.get();
  return {engine.Align(std::move(source.document), std::move(target.document)), source.is_plain,
          target.is_plain};
}

}  // namespace

AlignedPair ReadAndAlign(const Engine& engine, const Arguments& arguments) {
  if (arguments.Get("input") == "tsv") {
    arguments.RefuseWithoutEffect({"adapt", "moved"}, "with --input tsv: its beads are given");
    const std::string& path = arguments.Operands(1)[0];
    LinePairs pairs = ReadLinePairs(internal::ReadFile(path), path);
    Document source = engine.ReadLines(std::move(pairs.source), path, Side::kSource);
    Document target = engine.ReadLines(std::move(pairs.target), path, Side::kTarget);
    source.diagnostics.insert(source.diagnostics.end(), pairs.diagnostics.begin(),
                              pairs.diagnostics.end());
    return {engine.AlignWithBeads(std::move(source), std::move(target), OneToOne(pairs.count))};
  }
  const std::vector<std::string>& paths = arguments.Operands(2);
  const auto path_of = [&](Side side) { return paths[side == Side::kSource ? 0 : 1]; };
  if (arguments.Get("input") == "lines") {
    return AlignBoth(engine, [&](Side side) -> FileDocument {
      return {engine.ReadLines(internal::ReadFile(path_of(side)), path_of(side), side), true};
    });
  }
  return AlignBoth(engine, [&](Side side) {
    return internal::EngineAccess::ReadFile(engine, path_of(side), side);
  });
}

}  // namespace calque::tools
