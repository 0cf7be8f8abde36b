// What the readers of XML and HTML share of libxml2. For the two .cc files alone.
#pragma once

#include <libxml/parser.h>

#include <mutex>
#include <string_view>

namespace calque::internal {

// Empty for a null pointer.
inline std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// libxml2 asks for it before threads; any number of times.
inline void InitialiseLibxml() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

}  // namespace calque::internal
