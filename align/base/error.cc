#include "calque/error.h"

namespace calque {

std::string Location::ToString() const {
  std::string out = name;
  if (line > 0) out += (out.empty() ? "line " : ":") + std::to_string(line);
  if (line > 0 && column > 0) out += ":" + std::to_string(column);
  return out;
}

namespace {

std::string WithPlace(const Location& location, const std::string& message) {
  const std::string place = location.ToString();
  return place.empty() ? message : place + ": " + message;
}

}  // namespace

Error::Error(ErrorCode code, Location location, const std::string& message)
    : std::runtime_error(WithPlace(location, message)),
      code_(code),
      location_(std::move(location)) {}

Error::Error(ErrorCode code, const std::string& message) : Error(code, Location{}, message) {}

}  // namespace calque
