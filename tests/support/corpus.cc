#include "tests/support/corpus.h"

#include <sstream>
#include <stdexcept>

#include "align/export/exporter.h"

namespace calque::test {
namespace {

constexpr std::string_view kStem = "corpus";

class MemoryTarget : public internal::ExportTarget {
 public:
  explicit MemoryTarget(std::string main) : main_(std::move(main)) {}

  std::ostream& Main() override { return files_[main_]; }
  std::ostream& Open(const std::string& name) override { return files_[name]; }
  void Close(const std::string& name) override { (void)files_.at(name); }
  const std::string& stem() const override { return stem_; }

  [[nodiscard]] Corpus Take() const {
    Corpus corpus;
    for (const auto& [name, stream] : files_) corpus[name] = stream.str();
    return corpus;
  }

 private:
  std::string main_;
  std::string stem_{kStem};
  std::map<std::string, std::ostringstream> files_;
};

}  // namespace

std::string MainName(std::string_view format) {
  return std::string(kStem) + "." + std::string(format);
}

Corpus WriteCorpus(std::string_view format, const std::vector<Bitext>& bitexts,
                   std::vector<std::string>* losses) {
  const internal::ExportFormat* found = internal::FindExportFormat(format);
  if (found == nullptr) throw std::invalid_argument("no export format " + std::string(format));
  MemoryTarget target(MainName(format));
  const auto exporter = found->make(target);
  for (const Bitext& bitext : bitexts) exporter->Write(bitext);
  exporter->End();
  if (losses != nullptr) *losses = exporter->Losses();
  return target.Take();
}

std::unique_ptr<internal::BitextReader> OpenCorpus(std::string_view format, const Corpus& corpus,
                                                   const internal::BitextReadOptions& options,
                                                   std::string_view written_as, const Wrap& wrap) {
  const internal::BitextFormat* found = internal::FindBitextFormat(format);
  if (found == nullptr) throw std::invalid_argument("no bitext format " + std::string(format));
  const auto open = [&corpus,
                     wrap](const std::string& name) -> std::unique_ptr<internal::ByteSource> {
    const auto file = corpus.find(name);
    if (file == corpus.end()) return nullptr;
    auto source = internal::OpenMemory(file->second, name);
    return wrap ? wrap(std::move(source)) : std::move(source);
  };
  const std::string main = MainName(written_as.empty() ? format : written_as);
  return found->open({main, open(main), open}, options);
}

std::vector<Bitext> ReadCorpus(std::string_view format, const Corpus& corpus,
                               const internal::BitextReadOptions& options,
                               std::string_view written_as) {
  const auto reader = OpenCorpus(format, corpus, options, written_as);
  std::vector<Bitext> bitexts;
  while (std::optional<Bitext> bitext = reader->Next()) bitexts.push_back(std::move(*bitext));
  return bitexts;
}

}  // namespace calque::test
