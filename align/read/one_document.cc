#include "align/read/one_document.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kShownIds = 10;
constexpr std::size_t kMostIds = 1000;  // more are not counted

// Of several documents that an input holds where one is wanted: what is needed for a message.
class Choices {
 public:
  void Add(const std::string& id) {
    if (ids_.size() > kMostIds) return;
    if (++ids_[id] == 1 && ids_.size() <= kShownIds) shown_.push_back(id);
  }
  [[nodiscard]] std::string List() const {
    std::string list;
    for (const std::string& id : shown_) {
      const std::size_t count = ids_.at(id);
      list += "\n  " + id + (count > 1 ? " (" + std::to_string(count) + " documents)" : "");
    }
    if (ids_.size() <= kShownIds) return list;
    const std::string count = std::to_string(ids_.size() - kShownIds);
    return list + "\n  and " + (ids_.size() > kMostIds ? "many" : count) + " more";
  }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::map<std::string, std::size_t> ids_;
  std::vector<std::string> shown_;
};

// Those that one choice may mean, of which one is kept.
class Meant {
 public:
  void Add(RawDocument document) {
    ids_.Add(document.id);
    if (!kept_) {
      kept_ = std::move(document);
      return;
    }
    const std::uint64_t version = VersionOf(document.metadata);
    const std::uint64_t kept = VersionOf(kept_->metadata);
    if (version < kept) return;
    // The same text twice is no question.
    if (version == kept) is_unclear_ = is_unclear_ || document.text != kept_->text;
    if (version > kept) {
      is_unclear_ = false;
      kept_ = std::move(document);
    }
  }
  [[nodiscard]] const Choices& ids() const { return ids_; }
  [[nodiscard]] bool IsUnclear() const { return is_unclear_; }
  [[nodiscard]] std::optional<RawDocument>& kept() { return kept_; }

 private:
  std::optional<RawDocument> kept_;
  Choices ids_;
  bool is_unclear_ = false;  // two of one id and version differ
};

// `ID#2`: the second of that id.
struct Numbered {
  explicit Numbered(const std::string& choice) {
    const std::size_t mark = choice.rfind('#');
    if (mark == std::string::npos || mark == 0) return;
    number = ParseUnsigned(std::string_view(choice).substr(mark + 1)).value_or(0);
    name = choice.substr(0, mark);
  }
  void Add(const RawDocument& document) {
    if (number == 0 || (document.id != name && document.file != name)) return;
    if (++count == number) kept = document;
  }

  std::string name;
  std::uint32_t number = 0;  // 0: no such choice
  std::uint32_t count = 0;
  std::optional<RawDocument> kept;
};

void Tell(const std::vector<Error>& failures, RawDocument* document) {
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 0; i < std::min(failures.size(), kMost); ++i) {
    document->diagnostics.push_back(
        {"unreadable", std::string(failures[i].what()) + "; left out", {}});
  }
  if (failures.size() > kMost) {
    document->diagnostics.push_back(
        {"unreadable", "further files left out: " + std::to_string(failures.size() - kMost), {}});
  }
}

}  // namespace

RawDocument TakeOneDocument(DocumentStream& stream, const std::string& name,
                            const std::string& choice) {
  Choices all;
  Meant meant;
  Numbered numbered(choice);
  std::vector<Error> failures;
  for (;;) {
    std::optional<RawDocument> document;
    try {
      document = stream.Next();
    } catch (const Error& error) {
      // What lies beside the one that is named may be as it is.
      if (choice.empty() || error.code() != ErrorCode::kBadInput) throw;
      failures.push_back(error);
      continue;
    }
    if (!document) break;
    all.Add(document->id);
    if (choice.empty() && all.size() > kMostIds) {
      meant.Add(*std::move(document));
      break;
    }
    numbered.Add(*document);
    if (!choice.empty() && document->id != choice && document->file != choice) continue;
    meant.Add(*std::move(document));
  }
  std::optional<RawDocument>& chosen = meant.kept() ? meant.kept() : numbered.kept;
  if (meant.ids().size() > 1) {
    throw Error(ErrorCode::kBadInput, {name},
                "holds several documents where one is wanted; name one behind the file, as " +
                    name + "!ID:" + meant.ids().List());
  }
  if (meant.IsUnclear()) {
    throw Error(ErrorCode::kBadInput, {name},
                "holds several documents of one id that differ; name one behind the file, as " +
                    name + "!ID#2 for the second:" + meant.ids().List());
  }
  if (chosen) {
    Tell(failures, &*chosen);
    return std::move(*chosen);
  }
  if (!failures.empty()) throw Error(failures.front());
  if (all.size() == 0) throw Error(ErrorCode::kBadInput, {name}, "holds no document");
  throw Error(ErrorCode::kBadInput, {name},
              "holds no document `" + choice + "`; those in it are:" + all.List());
}

RawDocument ReadOneDocument(std::string_view bytes, const std::string& name,
                            const ReadOptions& options) {
  DocumentStream stream(OpenMemory(bytes, name), options);
  return TakeOneDocument(stream, name, {});
}

}  // namespace calque::internal
