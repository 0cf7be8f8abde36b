// Options of the verbs that work on whole archives.
#pragma once

#include <cstddef>

#include "align/archive/document_pairing.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

inline constexpr Option kJobs = {"jobs", 'j', "N", "Threads; else one for each core"};
inline constexpr Option kMemory = {"memory", '\0', "SIZE",
                                   "Memory to use for documents in hand, such as 512M or 4G", "1G"};
inline constexpr Option kThreshold = {"threshold", '\0', "P",
                                      "Pair no documents less probable than this", "0.5"};
inline constexpr Option kTakes = {
    "takes", '\0', "",
    "Look also for stories of one document on one side and several on the other, a pair each"};
inline constexpr Option kWindow = {
    "window", '\0', "DAYS",
    "Pair no documents published further apart than this, where both have a date; `none` for no "
    "limit",
    "14"};

// --jobs, else the number of cores.
[[nodiscard]] std::size_t JobsFrom(const Arguments& arguments);
// Bytes of --memory: a number with K, M, G or T. Throws Error{kUsage}; at least 64M.
[[nodiscard]] std::size_t MemoryFrom(const Arguments& arguments);
[[nodiscard]] internal::PairingOptions PairingOptionsFrom(const Arguments& arguments);

}  // namespace calque::tools
