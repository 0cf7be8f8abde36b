// How calque reports that something is wrong.
//
// `Error` is thrown when work cannot continue; its code is the exit code of the command. A
// `Diagnostic` is a value: a document has a flaw, but work continues. The library never prints.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace calque {

// What went wrong. Each value is the exit code of the command; 65 to 75 are those of sysexits.h.
enum class ErrorCode : int {
  kUsage = 2,          // an unknown option, language or format name
  kBadInput = 65,      // an input is damaged, too large, or not in the format it claims to be
  kMissingInput = 66,  // a file, document or model does not exist or cannot be read
  kInternal = 70,      // a bug in calque itself
  kCannotWrite = 73,   // no such folder, no permission, or the disk is full
  kTryAgain = 75,      // something is not there yet, such as shards of a batch still to be run
  kInterrupted = 130,  // the user stopped the work
};

// A place in an input. `line` and `column` count from 1; 0 means "unknown". `column` counts bytes.
// Inside an archive, `name` is `archive!member`.
struct Location {
  std::string name = {};
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  // `name:line:column`, without the parts that are unknown.
  [[nodiscard]] std::string ToString() const;
  friend bool operator==(const Location&, const Location&) = default;
};

class Error : public std::runtime_error {
 public:
  // `what()` returns `place: message`, the message saying what is wrong and what to do about it.
  Error(ErrorCode code, Location location, const std::string& message);
  Error(ErrorCode code, const std::string& message);

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const Location& location() const { return location_; }

 private:
  ErrorCode code_;
  Location location_;
};

// A flaw in one document.
struct Diagnostic {
  std::string code = {};     // stable and machine-readable, such as `charset-guessed`
  std::string message = {};  // for people
  Location location = {};

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace calque
