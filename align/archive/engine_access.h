// What the library does with an Engine beyond its public functions.
#pragma once

#include "align/read/reader.h"
#include "calque/engine.h"

namespace calque::internal {

struct EngineAccess {
  // What Engine::Read() does with a document that one of the readers gave.
  [[nodiscard]] static Document Analyse(const Engine& engine, RawDocument raw, Side side);
};

}  // namespace calque::internal
