// The opener of each format, for the table in bitext_formats.cc.
#pragma once

#include <memory>

#include "align/read/bitext_reader.h"

namespace calque::internal {

[[nodiscard]] std::unique_ptr<BitextReader> OpenBitextor(BitextInput input,
                                                         const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenHuggingFace(BitextInput input,
                                                            const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenJsonl(BitextInput input,
                                                      const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenMoses(BitextInput input,
                                                      const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenTei(BitextInput input,
                                                    const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenTmx(BitextInput input,
                                                    const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenTsv(BitextInput input,
                                                    const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenXces(BitextInput input,
                                                     const BitextReadOptions& options);
[[nodiscard]] std::unique_ptr<BitextReader> OpenXliff(BitextInput input,
                                                      const BitextReadOptions& options);

}  // namespace calque::internal
