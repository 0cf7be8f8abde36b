// What the library does with an Engine beyond its public functions.
#pragma once

#include <string>

#include "align/read/reader.h"
#include "calque/engine.h"

namespace calque::internal {

struct EngineAccess {
  // What Engine::Read() does with a document that one of the readers gave.
  [[nodiscard]] static Document Analyse(const Engine& engine, RawDocument raw, Side side);

  struct FileDocument {
    Document document;
    bool is_plain = false;  // its text is that of the file: lines of one are lines of the other
  };
  // What Engine::ReadFile() does.
  [[nodiscard]] static FileDocument ReadFile(const Engine& engine, const std::string& path,
                                             Side side);
};

}  // namespace calque::internal
