// Shell completion, on standard output.
#pragma once

namespace calque::tools {

void WriteBash();
void WriteZsh();

}  // namespace calque::tools
