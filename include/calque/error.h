// How calque says that something is wrong.
//
// `Error` is thrown when the work at hand cannot go on; its code is the exit code of the command.
// `Diagnostic` is a value: the document has a flaw, the work goes on. The library never prints.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace calque {

// What went wrong. Each value is the exit code of the command, from 65 to 75 those of sysexits.h.
enum class ErrorCode : int {
  kUsage = 2,          // an option, language or name of a format that does not exist
  kBadInput = 65,      // an input is damaged, too large, or not of the format it is said to be
  kMissingInput = 66,  // a file, document or model is not there or cannot be read
  kInternal = 70,      // a fault of calque itself
  kCannotWrite = 73,   // no such folder, no permission, the disk is full
  kTryAgain = 75,      // something is not there yet: shards of a batch that are still to run
  kInterrupted = 130,  // the user stopped the work
};

// A place in an input. `line` and `column` count from 1; 0 means "not known".
// `column` counts bytes. Inside an archive `name` is `archive!member`.
struct Location {
  std::string name = {};
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  // `name:line:column`, leaving out what is not known.
  [[nodiscard]] std::string ToString() const;
  friend bool operator==(const Location&, const Location&) = default;
};

class Error : public std::runtime_error {
 public:
  // `what()` reads `place: message`. The message says what is wrong and what to do about it.
  Error(ErrorCode code, Location location, const std::string& message);
  Error(ErrorCode code, const std::string& message);

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const Location& location() const { return location_; }

 private:
  ErrorCode code_;
  Location location_;
};

// A flaw of one document. `code` is stable and machine-readable, such as `charset-guessed`.
struct Diagnostic {
  std::string code = {};
  std::string message = {};
  Location location = {};

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace calque
