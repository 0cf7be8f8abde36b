// Corpus files in memory: what an exporter wrote, and readers of it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"

namespace calque::test {

// File name → bytes.
using Corpus = std::map<std::string, std::string>;

// The name under which WriteCorpus() has the main file.
[[nodiscard]] std::string MainName(std::string_view format);

// Throws where the format is unknown. `losses`, where not null, becomes what the exporter said.
[[nodiscard]] Corpus WriteCorpus(std::string_view format, const std::vector<Bitext>& bitexts,
                                 std::vector<std::string>* losses = nullptr);

// Stands between a file and its reader.
using Wrap =
    std::function<std::unique_ptr<internal::ByteSource>(std::unique_ptr<internal::ByteSource>)>;

// Reads a corpus that was written as `written_as`, where that is not `format`. `corpus` must
// outlive the reader.
[[nodiscard]] std::unique_ptr<internal::BitextReader> OpenCorpus(
    std::string_view format, const Corpus& corpus, const internal::BitextReadOptions& options = {},
    std::string_view written_as = {}, const Wrap& wrap = {});
[[nodiscard]] std::vector<Bitext> ReadCorpus(std::string_view format, const Corpus& corpus,
                                             const internal::BitextReadOptions& options = {},
                                             std::string_view written_as = {});

}  // namespace calque::test
