// What each format is recognised and opened by, for the table in readers.cc.
#pragma once

#include <memory>
#include <string_view>

#include "align/io/byte_source.h"
#include "align/read/reader.h"

namespace calque::internal {

[[nodiscard]] bool IsEuropresse(std::string_view head);
[[nodiscard]] bool IsFactiva(std::string_view head);
[[nodiscard]] bool IsGigaword(std::string_view head);
[[nodiscard]] bool IsHtml(std::string_view head);
[[nodiscard]] bool IsIptc7901(std::string_view head);
[[nodiscard]] bool IsNewsml1(std::string_view head);
[[nodiscard]] bool IsNewsmlG2(std::string_view head);
[[nodiscard]] bool IsNexis(std::string_view head);
[[nodiscard]] bool IsNinjs(std::string_view head);
[[nodiscard]] bool IsNitf(std::string_view head);
[[nodiscard]] bool IsRcv(std::string_view head);

[[nodiscard]] std::unique_ptr<DocumentReader> OpenEuropresse(std::unique_ptr<ByteSource> source,
                                                             const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenFactiva(std::unique_ptr<ByteSource> source,
                                                          const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenGigaword(std::unique_ptr<ByteSource> source,
                                                           const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenHtml(std::unique_ptr<ByteSource> source,
                                                       const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenIptc7901(std::unique_ptr<ByteSource> source,
                                                           const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNewsml1(std::unique_ptr<ByteSource> source,
                                                          const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNewsmlG2(std::unique_ptr<ByteSource> source,
                                                           const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNexis(std::unique_ptr<ByteSource> source,
                                                        const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNinjs(std::unique_ptr<ByteSource> source,
                                                        const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNitf(std::unique_ptr<ByteSource> source,
                                                       const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenPlainText(std::unique_ptr<ByteSource> source,
                                                            const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenRcv(std::unique_ptr<ByteSource> source,
                                                      const ReadOptions& options);

}  // namespace calque::internal
