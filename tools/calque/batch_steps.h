// The steps of `calque batch`: exit codes each, errors thrown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/calque/arguments.h"

namespace calque::tools {

struct BatchStep {
  std::string_view name;
  int (*run)(const Arguments& arguments);
};

[[nodiscard]] int RunBatchPlan(const Arguments& arguments);
[[nodiscard]] int RunBatchShards(const Arguments& arguments);
[[nodiscard]] int RunBatchMissing(const Arguments& arguments);
[[nodiscard]] int RunBatchMerge(const Arguments& arguments);

// An option that a step cannot do without; throws Error{kUsage}.
[[nodiscard]] std::string Needed(const Arguments& arguments, std::string_view option);
// The manifest, which is read more than once: throws Error{kUsage} where it is a stream.
[[nodiscard]] std::string ManifestFrom(const Arguments& arguments);
// Throws Error{kUsage} where the user gave an option that is none of `options`: one of other steps.
void AllowOnly(const Arguments& arguments, const std::vector<std::string_view>& options);

}  // namespace calque::tools
