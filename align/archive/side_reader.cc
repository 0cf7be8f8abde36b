#include "align/archive/side_reader.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

#include "align/archive/document_analysis.h"
#include "align/base/iso_date.h"
#include "align/base/language_tag.h"
#include "align/io/language_id.h"
#include "align/read/document_stream.h"

namespace calque::internal {
namespace {

constexpr std::size_t kSample = 64;  // files looked at to tell a side's language

std::int32_t DayNumberOf(const std::optional<Date>& date) {
  if (!date) return kNoDay;
  return static_cast<std::int32_t>(DayOf(*date).time_since_epoch().count());
}

// Of documents that say by one id and a number that they are versions of one, the last counts; the
// others leave. Then those of one id come one behind the other.
template <typename Entry>
void KeepLastVersions(std::vector<Entry>* entries, const std::function<void(const Entry&)>& leave) {
  const auto before = [](const Entry& a, const Entry& b) {
    return std::tie(a.id, a.file, a.ordinal) < std::tie(b.id, b.file, b.ordinal);
  };
  std::sort(entries->begin(), entries->end(), before);
  std::map<std::string, std::uint64_t> last;
  for (const Entry& entry : *entries) {
    std::uint64_t& version = last[entry.id];
    version = std::max(version, entry.version);
  }
  std::erase_if(*entries, [&](const Entry& entry) {
    const bool older = entry.version > 0 && entry.version < last.at(entry.id);
    if (older) leave(entry);
    return older;
  });
}

// Documents of one id get numbers, in the order of KeepLastVersions().
template <typename Entry>
void NumberEqualIds(std::vector<Entry>* entries) {
  std::string last;
  std::size_t same = 1;
  for (Entry& entry : *entries) {
    same = entry.id == last ? same + 1 : 1;
    last = entry.id;
    if (same > 1) entry.id += "#" + std::to_string(same);
  }
}

// The language a document is in, as far as its format or its text tells it for certain.
std::string LanguageOf(const RawDocument& raw) {
  if (!raw.language.empty()) return PrimaryLanguage(raw.language);
  const LanguageGuess guess = GuessLanguage(raw.text);
  return guess.reliable ? PrimaryLanguage(guess.language) : "und";
}

bool IsInAnother(const RawDocument& raw, const std::string& language) {
  const std::string own = LanguageOf(raw);
  return own != "und" && own != PrimaryLanguage(language);
}

// What sketches of one side are made with, and where they go; gathers in any order.
class SideBuilder {
 public:
  SideBuilder(const SideLanguage& language, const LanguageResources& resources,
              const Sketcher& sketcher, SketchStore* sketches)
      : is_mixed_(language.is_mixed),
        resources_(resources),
        sketcher_(sketcher),
        sketches_(sketches) {
    read_.side.language = language.language;
  }

  void ReadFile(const ArchiveFile& file) {
    bool failed = false;
    const std::uint32_t count = ReadArchiveFile(
        file, [&](RawDocument raw, std::uint32_t ordinal) { Add(std::move(raw), file, ordinal); },
        [&](const Error& error) {
          failed = true;
          Fail(file, error);
        });
    if (count == 0 && !failed) return Skip("empty");
    if (count <= 1) return;
    const std::lock_guard lock(mutex_);
    files_of_several_.insert(file.name);
  }

  // In an order that does not depend on who came first.
  SideRead Finish() {
    auto& documents = read_.side.documents;
    for (PairingDocument& document : documents) {
      document.of_several = files_of_several_.contains(document.file);
    }
    KeepLastVersions<PairingDocument>(&documents,
                                      [&](const PairingDocument& older) { Forget(older); });
    NumberEqualIds(&documents);
    std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) {
      return std::tie(a.day, a.id, a.file, a.ordinal) < std::tie(b.day, b.id, b.file, b.ordinal);
    });
    std::sort(read_.failures.begin(), read_.failures.end(), [](const auto& a, const auto& b) {
      return std::tie(a.location.name, a.location.line, a.message) <
             std::tie(b.location.name, b.location.line, b.message);
    });
    return std::move(read_);
  }

 private:
  void Skip(const char* reason) {
    const std::lock_guard lock(mutex_);
    ++read_.skipped[reason];
  }

  void Fail(const ArchiveFile& file, const Error& error) {
    const std::lock_guard lock(mutex_);
    ++read_.skipped["unreadable"];
    std::string message = error.what();
    const std::string place = error.location().ToString();
    if (!place.empty()) message.erase(0, place.size() + 2);  // `place: message`
    read_.failures.push_back(
        {"unreadable", message, place.empty() ? Location{file.name} : error.location()});
  }

  // A document that is not paired does not make what it holds common either.
  void Forget(const PairingDocument& older) {
    ++read_.skipped["older-version"];
    const DocumentSketch sketch = sketches_->Read(older.sketch);
    for (const Feature& feature : sketch.features) read_.side.counts.Remove(feature);
    read_.side.words -= sketch.words;
  }

  void Add(RawDocument raw, const ArchiveFile& file, std::uint32_t ordinal) {
    const std::string& wanted = read_.side.language;
    if (is_mixed_ && IsInAnother(raw, wanted)) return Skip("other-language");
    raw.language = wanted;
    PairingDocument entry;
    entry.id = raw.id;
    entry.file = file.name;
    entry.ordinal = ordinal;
    const Document document = AnalyseDocument(std::move(raw), resources_, {});
    if (document.sentences.empty()) return Skip("empty");
    entry.day = DayNumberOf(document.date);
    entry.version = VersionOf(document.metadata);
    const DocumentSketch sketch = sketcher_.Sketch(document);
    entry.sketch = sketches_->Append(sketch);
    for (const Feature& feature : sketch.features) read_.side.counts.Add(feature);
    const std::lock_guard lock(mutex_);
    read_.side.words += sketch.words;
    read_.side.documents.push_back(std::move(entry));
  }

  bool is_mixed_;
  const LanguageResources& resources_;
  const Sketcher& sketcher_;
  SketchStore* sketches_;
  std::mutex mutex_;
  std::set<std::string> files_of_several_;
  SideRead read_;
};

}  // namespace

SideLanguage LanguageOfFiles(const std::vector<ArchiveFile>& files) {
  constexpr int kMixed =
      16;  // a side is mixed where one document in so many is in another language
  std::map<std::string, int> votes;
  int all = 0;
  const std::size_t sample = std::min(files.size(), kSample);
  for (std::size_t i = 0; i < sample; ++i) {
    // Spread over the archive: the first files of a year may be of one kind.
    const std::string& path = files[i * files.size() / sample].path;
    std::optional<DocumentStream> stream;
    for (std::size_t read = 0; read < kSample; ++read) {
      std::optional<RawDocument> raw;
      try {
        if (!stream) stream.emplace(path);
        raw = stream->Next();
      } catch (const Error&) {  // said when the side is read
        if (!stream) break;
        continue;
      }
      if (!raw) break;
      const std::string language = LanguageOf(*raw);
      if (language == "und") continue;
      ++votes[language];
      ++all;
    }
  }
  SideLanguage side;
  int most = 0;
  for (const auto& [language, count] : votes) {
    if (count <= most) continue;
    side.language = language;
    most = count;
  }
  side.is_mixed = kMixed * (all - most) > all;
  return side;
}

std::vector<DocumentPlace> PlacesOf(const std::vector<ArchiveFile>& files) {
  struct VersionedPlace : DocumentPlace {
    std::uint64_t version;
  };
  std::vector<VersionedPlace> places;
  for (const ArchiveFile& file : files) {
    const std::uint32_t count = ReadArchiveFile(
        file,
        [&](const RawDocument& raw, std::uint32_t ordinal) {
          places.push_back({{raw.id, file.name, ordinal}, VersionOf(raw.metadata)});
        },
        [](const Error&) {});  // what stands before and behind the damage can be had
    if (count == 1) places.back().ordinal = std::nullopt;
  }
  KeepLastVersions<VersionedPlace>(&places, [](const VersionedPlace&) {});
  NumberEqualIds(&places);
  return {places.begin(), places.end()};
}

SideRead ReadSide(const std::vector<ArchiveFile>& files, const SideLanguage& language,
                  const LanguageResources& resources, const Sketcher& sketcher,
                  SketchStore* sketches, Workers* workers, const std::function<void()>& tick) {
  SideBuilder builder(language, resources, sketcher, sketches);
  workers->ForEach(files.size(), 1, [&](std::size_t i) {
    builder.ReadFile(files[i]);
    tick();
  });
  return builder.Finish();
}

}  // namespace calque::internal
