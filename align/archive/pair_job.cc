#include "align/archive/pair_job.h"

#include <chrono>
#include <exception>
#include <filesystem>
#include <new>
#include <vector>

#include "align/archive/engine_access.h"
#include "align/archive/model_store.h"
#include "align/archive/shard_runner.h"
#include "align/base/checksum.h"
#include "align/base/hash.h"
#include "align/entities/name_list.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json_writer.h"
#include "align/io/mapped_file.h"
#include "align/read/bitext_json.h"
#include "calque/engine.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

EngineOptions EngineOptionsOf(const ManifestHeader& header, const std::string& data_directory) {
  EngineOptions options;
  options.data_directory = data_directory;
  options.source_language = header.source.language;
  options.target_language = header.target.language;
  options.model = header.model;
  options.use_model = header.use_model;
  options.find_moved = header.find_moved;
  options.names = header.names;
  return options;
}

std::filesystem::path DirectoryOr(const std::string& given) {
  return given.empty() ? DefaultDataDirectory() : std::filesystem::path(given);
}

FailedPair FailureOf(const std::string& id, const Error& error) {
  return {id, static_cast<int>(error.code()), error.location().ToString(), error.what()};
}

std::string LogLine(const PairJob& job, const Bitext& bitext, double seconds) {
  std::string line;
  JsonWriter json(&line);
  const auto count = [&](std::string_view key, std::size_t value) {
    json.Key(key);
    json.Unsigned(value);
  };
  json.BeginObject();
  json.Member("id", job.pair.id);
  json.Member("state", job.failure ? "failed" : "written");
  json.Key("seconds");
  json.Float(static_cast<float>(seconds));
  if (job.failure) {
    json.Key("code");
    json.Unsigned(static_cast<std::uint64_t>(job.failure->code));
    json.Member("message", job.failure->message);
  } else {
    count("source_sentences", bitext.source.sentences.size());
    count("target_sentences", bitext.target.sentences.size());
    count("beads", bitext.beads.size());
    count("findings", bitext.findings.size());
    json.Key("score");
    json.Float(bitext.score);
  }
  json.EndObject();
  return line;
}

}  // namespace

struct PairRunner::State {
  State(const ManifestHeader& header, const std::string& data_directory)
      : engine(EngineOptionsOf(header, data_directory)),
        source(header.source.root),
        target(header.target.root) {}

  [[nodiscard]] Document Read(const DocumentFetcher& fetcher, const DocumentPlace& place,
                              Side side) const {
    RawDocument raw = fetcher.Fetch(place);
    raw.id = place.id;  // no two alike in the archive, which names of files may be
    return EngineAccess::Analyse(engine, std::move(raw), side);
  }

  [[nodiscard]] Bitext Align(const ManifestPair& pair) const {
    Bitext bitext = engine.Align(Read(source, pair.source, Side::kSource),
                                 Read(target, pair.target, Side::kTarget));
    bitext.id = pair.id;
    return bitext;
  }

  Engine engine;
  DocumentFetcher source;
  DocumentFetcher target;
};

PairRunner::PairRunner(const ManifestHeader& header, const std::string& data_directory)
    : state_(std::make_unique<State>(header, data_directory)) {}
PairRunner::~PairRunner() = default;

std::size_t PairRunner::Prepare(std::span<const ManifestPair> pairs, std::size_t budget) {
  std::vector<const DocumentPlace*> sources;
  for (const ManifestPair& pair : pairs) sources.push_back(&pair.source);
  const std::size_t ready = state_->source.Prepare(sources, budget / 2);
  std::vector<const DocumentPlace*> targets;
  for (const ManifestPair& pair : pairs.first(ready)) targets.push_back(&pair.target);
  return state_->target.Prepare(targets, budget / 2);
}

std::uintmax_t PairRunner::SizeOf(const ManifestPair& pair) const {
  const auto size = [](const DocumentFetcher& fetcher, const DocumentPlace& place) {
    if (place.ordinal) return std::uintmax_t{fetcher.PreparedSize(place)};
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(fetcher.PathOf(place), failure);
    return failure ? 0 : bytes;
  };
  return std::max(size(state_->source, pair.source), size(state_->target, pair.target));
}

void PairRunner::Run(PairJob* job) const {
  const auto start = std::chrono::steady_clock::now();
  Bitext bitext;
  const std::string& id = job->pair.id;
  try {
    bitext = state_->Align(job->pair);
    job->line = WriteBitextJson(bitext);
    job->line += '\n';
  } catch (const Error& error) {
    job->failure = FailureOf(id, error);
  } catch (const std::bad_alloc&) {
    job->failure = {id, static_cast<int>(ErrorCode::kInternal), {}, "out of memory"};
  } catch (const std::exception& error) {
    job->failure = {id,
                    static_cast<int>(ErrorCode::kInternal),
                    {},
                    std::string("internal error: ") + error.what()};
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  job->log = LogLine(*job, bitext, seconds.count());
  job->is_done = true;
}

std::string ModelDigest(const ManifestHeader& header, const std::string& data_directory) {
  if (!header.use_model) return {};
  if (!header.model.empty()) return DigestText(Checksum(MappedFile::Open(header.model)->bytes()));
  const std::string path = ModelStore(DirectoryOr(data_directory), {})
                               .PathOf(header.source.language, header.target.language);
  return path.empty() ? std::string() : DigestText(Checksum(MappedFile::Open(path)->bytes()));
}

std::string NamesDigest(const std::vector<std::string>& lists) {
  if (lists.empty()) return {};
  std::uint64_t digest = kHashSeed;
  for (const std::string& list : lists) {
    CheckNameList(list);
    digest = Hash(ReadFile(list), Mix(digest));
  }
  return DigestText(digest);
}

}  // namespace calque::internal
