#include "tools/calque/archive_options.h"

#include <algorithm>
#include <thread>

#include "align/io/number_text.h"
#include "calque/error.h"
#include "tools/calque/common.h"

namespace calque::tools {
namespace {

int WindowFrom(const Arguments& arguments) {
  constexpr std::size_t kCentury = 36525;
  if (arguments.Get("window") == "none") return -1;
  return static_cast<int>(arguments.Count("window", 0, kCentury));
}

}  // namespace

std::size_t JobsFrom(const Arguments& arguments) {
  constexpr std::size_t kMost = 1024;
  if (arguments.Has("jobs")) return arguments.Count("jobs", 1, kMost);
  return std::max(1U, std::thread::hardware_concurrency());
}

std::size_t MemoryFrom(const Arguments& arguments) {
  constexpr std::size_t kLeast = std::size_t{64} << 20;
  constexpr std::string_view kUnits = "KMGT";
  const std::string text = arguments.Get("memory");
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = internal::ParseNumber<double>(std::string_view(text).substr(0, digits));
  const std::string_view unit = std::string_view(text).substr(digits);
  const std::size_t power = unit.empty() ? 0 : kUnits.find(unit.front()) + 1;
  const bool is_unit = unit.empty() || (unit.size() == 1 && kUnits.find(unit) != unit.npos);
  double bytes = number.value_or(0.0);
  for (std::size_t i = 0; is_unit && i < power; ++i) bytes *= 1024.0;
  if (!number || !is_unit || !(bytes >= static_cast<double>(kLeast)) || bytes > 1e15) {
    throw Error(ErrorCode::kUsage,
                "--memory takes a size of at least 64M, such as 512M or 4G, not `" + text + "`");
  }
  return static_cast<std::size_t>(bytes);
}

internal::PairingOptions PairingOptionsFrom(const Arguments& arguments) {
  const EngineOptions engine = EngineOptionsFrom(arguments);
  internal::PairingOptions options;
  options.source_language = engine.source_language;
  options.target_language = engine.target_language;
  options.model = engine.model;
  options.use_model = engine.use_model;
  options.names = engine.names;
  options.jobs = JobsFrom(arguments);
  options.memory = MemoryFrom(arguments);
  options.window = WindowFrom(arguments);
  options.least_probability = arguments.Number("threshold", 0.0, 1.0);
  options.find_takes = arguments.Has("takes");
  return options;
}

}  // namespace calque::tools
