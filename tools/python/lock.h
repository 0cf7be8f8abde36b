// The interpreter's lock, given back for work that does not need it.
//
// Where the interpreter ends meanwhile, Python ends a daemon thread as soon as it asks for the
// lock: pthread_exit() unwinds its stack, and a destructor that it comes through aborts the
// process. As in Python 3.14, such a thread waits for the end of the process instead; nothing of it
// is unwound. The end of the process waits a little for such work, since what the library has in
// static variables goes then.
#pragma once

#include <pybind11/pybind11.h>

namespace calque {

// A scope without the lock.
class Unlocked {
 public:
  Unlocked();
  ~Unlocked();
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

 private:
  PyThreadState* thread_;
};

// Whether the interpreter ends. Needs no lock.
[[nodiscard]] bool IsEnding();

// Whether Python handles signals in this thread. Needs the lock.
[[nodiscard]] bool IsMainThread();

// For the module to call as it is loaded.
void WaitForWorkAtExit();

}  // namespace calque
