// What the settings of an Engine say to its stages.
#pragma once

#include <filesystem>

#include "align/fidelity/fidelity.h"
#include "align/read/reader.h"
#include "align/segment/segmenter.h"
#include "calque/engine.h"

namespace calque::internal {

// The same; throws Error at once of what would show only with the first document.
[[nodiscard]] EngineOptions Checked(EngineOptions options);

[[nodiscard]] std::filesystem::path DataDirectoryOf(const EngineOptions& options);
[[nodiscard]] ReadOptions ReadOptionsOf(const EngineOptions& options);
[[nodiscard]] SegmentOptions SegmentOptionsOf(const EngineOptions& options);
[[nodiscard]] FidelityOptions FidelityOptionsOf(const EngineOptions& options);

}  // namespace calque::internal
