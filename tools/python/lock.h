// The interpreter's lock, given back for work that does not need it.
//
// Where the interpreter ends meanwhile, Python ends a daemon thread as soon as it asks for the
// lock: pthread_exit() unwinds its stack, and a destructor that it comes through aborts the
// process. As in Python 3.14, such a thread waits for the end of the process instead; nothing of it
// is unwound.
#pragma once

#include <pybind11/pybind11.h>
#include <unistd.h>

#include <optional>

namespace calque {

// Calls what takes the lock.
template <typename Take>
void TakeLock(const Take& take) {
  try {
    take();
  } catch (...) {  // it throws nothing: the thread is being ended
    for (;;) ::pause();
  }
}

// A scope without the lock.
class Unlocked {
 public:
  Unlocked() : thread_(PyEval_SaveThread()) {}
  ~Unlocked() {
    TakeLock([this] { PyEval_RestoreThread(thread_); });
  }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

 private:
  PyThreadState* thread_;
};

// A scope with the lock, inside one without it, in whatever thread.
class Locked {
 public:
  Locked() {
    TakeLock([this] { lock_.emplace(); });
  }

 private:
  std::optional<pybind11::gil_scoped_acquire> lock_;
};

}  // namespace calque
