// Text that is put together by `<<`.
#pragma once

#include <locale>
#include <sstream>

namespace calque::internal {

// Writes numbers the same in every locale: a program that uses the library may have set one, whose
// marks between thousands have no place in a file.
class TextStream : public std::ostringstream {
 public:
  TextStream() { imbue(std::locale::classic()); }
};

}  // namespace calque::internal
