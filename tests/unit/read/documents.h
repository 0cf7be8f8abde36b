// Documents as the readers give them, for tests.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/read/document_stream.h"
#include "align/structure/structure.h"
#include "tests/support/dispatches.h"

namespace calque::internal {

inline std::vector<RawDocument> ReadEach(const std::string& bytes, const std::string& format = {}) {
  ReadOptions options;
  options.format = format;
  DocumentStream stream(OpenMemory(bytes, "wire.bin"), options);
  std::vector<RawDocument> documents;
  while (std::optional<RawDocument> document = stream.Next()) {
    documents.push_back(std::move(*document));
  }
  return documents;
}

inline RawDocument ReadOne(const std::string& bytes, const std::string& format = {}) {
  std::vector<RawDocument> documents = ReadEach(bytes, format);
  EXPECT_EQ(documents.size(), 1U);
  return documents.empty() ? RawDocument() : std::move(documents.front());
}

// The second document of a file of two.
inline RawDocument SecondOf(const std::string& first, const std::string& last) {
  std::vector<RawDocument> documents = ReadEach(first + last);
  EXPECT_EQ(documents.size(), 2U);
  return documents.empty() ? RawDocument() : std::move(documents.back());
}
inline RawDocument SecondOf(const std::string& article) { return SecondOf(article, article); }

inline Document Analyse(RawDocument raw) {
  const std::string language = raw.language.empty() ? "fr" : raw.language;
  return AnalyseStructure(std::move(raw), *test::ShippedGrammar(language));
}

inline std::vector<std::string> CreditsOf(const Document& document) {
  std::vector<std::string> credits;
  for (const Credit& credit : document.credits) {
    credits.push_back(std::string(ToString(credit.role)) + " " + credit.name +
                      (credit.place.empty() ? "" : " @ " + credit.place));
  }
  return credits;
}

}  // namespace calque::internal
