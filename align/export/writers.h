// The maker of each format, for the table in exporters.cc.
#pragma once

#include <memory>

#include "align/export/exporter.h"

namespace calque::internal {

[[nodiscard]] std::unique_ptr<Exporter> MakeBeadsExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeHtmlExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeJsonlExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeLadderExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeLinksExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeMosesExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeTmxExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeTsvExporter(ExportTarget& target);

}  // namespace calque::internal
