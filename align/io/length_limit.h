// What readers say of texts above the limit of their length.
#pragma once

#include <cstddef>
#include <string>

#include "calque/error.h"

namespace calque::internal {

// Throws Error{kBadInput}: what is read there (`is`, `holds a text`) is longer than `limit` bytes.
[[noreturn]] void RefuseLength(const Location& place, std::size_t limit,
                               const std::string& what = "is");

}  // namespace calque::internal
