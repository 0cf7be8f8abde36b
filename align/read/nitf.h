// NITF 3.x (IPTC), on its own or inside other formats.
#pragma once

#include "align/io/xml_reader.h"
#include "align/read/dispatch_builder.h"

namespace calque::internal {

// After the kStart of <nitf>: everything up to and with its kEnd.
void ReadNitf(XmlReader& xml, DispatchBuilder* builder);

}  // namespace calque::internal
