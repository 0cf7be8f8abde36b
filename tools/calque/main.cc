// The command: finds the verb, runs it, and turns errors into a message and an exit code.
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "align/base/printable.h"
#include "align/io/temporary_file.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/help.h"
#include "tools/calque/verb.h"

namespace calque::tools {
namespace {

[[noreturn]] void FailUnknownVerb(const std::string& word) {
  std::vector<std::string> names;
  for (const Verb& verb : Verbs()) names.emplace_back(verb.name);
  const std::string nearest = Nearest(word, names);
  throw Error(ErrorCode::kUsage, "unknown verb `" + word + "`" +
                                     (nearest.empty() ? "" : ", did you mean `" + nearest + "`") +
                                     "? See `calque --help`");
}

int Run(std::vector<std::string> words) {
  if (words.empty()) {
    std::cerr << CommandHelp();
    return static_cast<int>(ErrorCode::kUsage);
  }
  const std::string first = words.front();
  words.erase(words.begin());
  if (first == "--help" || first == "-h" || (first == "help" && words.empty())) {
    std::cout << CommandHelp();
    return 0;
  }
  if (first == "--version") {
    std::cout << "calque " CALQUE_VERSION "\n";
    return 0;
  }
  const bool wants_help = first == "help";
  const std::string name = wants_help ? words.front() : first;
  const Verb* verb = FindVerb(name);
  if (verb == nullptr) FailUnknownVerb(name);
  // --help wins over everything else that is wrong with the line.
  bool help = wants_help;
  for (const std::string& word : words) {
    if (word == "--") break;
    help = help || word == "--help" || word == "-h";
  }
  if (help) {
    std::cout << VerbHelp(*verb);
    return 0;
  }
  return verb->run(Arguments(*verb, std::move(words)));
}

// What is half written goes; then the signal does what it would have done, so that a shell sees why
// the process ended.
extern "C" void OnFatalSignal(int signal) {
  internal::RemoveTemporaryFiles();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void HandleSignals() {
  // A file at its limit (`ulimit -f`) is a write error, reported as such. A reader that has seen
  // enough (`| head`) is none: SIGPIPE ends the command without a word, as it ends others.
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int signal :
       {SIGALRM, SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU}) {
    // What is ignored stays so: `nohup`, or a caller that wants a closed pipe as a write error.
    if (std::signal(signal, OnFatalSignal) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

int RunAndReport(std::vector<std::string> words) {
  try {
    const int code = Run(std::move(words));
    errno = 0;
    std::cout.flush();
    if (!std::cout) {
      throw Error(
          ErrorCode::kCannotWrite, {"standard output"},
          std::string("cannot be written: ") + (errno == 0 ? "it failed" : std::strerror(errno)));
    }
    return code;
  } catch (const Error& error) {
    std::cerr << "calque: " << internal::Printable(error.what(), "\n\t") << "\n";
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    std::cerr << "calque: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "calque: internal error: " << error.what() << "\n";
  }
  return static_cast<int>(ErrorCode::kInternal);
}

}  // namespace
}  // namespace calque::tools

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  calque::tools::HandleSignals();
  return calque::tools::RunAndReport({argv + 1, argv + argc});
}
