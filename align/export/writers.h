// The maker of each format, for the table in exporters.cc.
#pragma once

#include <memory>

#include "align/export/exporter.h"

namespace calque::internal {

[[nodiscard]] std::unique_ptr<Exporter> MakeBeadsExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeBitextorExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeBratExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeConllExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeConlluExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeDeferredExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeHtmlExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeHuggingFaceExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeJsonlExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeLadderExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeLinksExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeMosesExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakePharaohExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeTeiExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeTmxExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeTsvExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeXcesExporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeXliff12Exporter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<Exporter> MakeXliff21Exporter(ExportTarget& target);

}  // namespace calque::internal
