// What a piece of work throws, as a value.
#pragma once

#include "calque/error.h"

namespace calque::test {

// The Error that `work` throws; one that says so where it throws none.
template <typename Work>
[[nodiscard]] Error ErrorOf(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::kInternal, "nothing was thrown"};
}

}  // namespace calque::test
