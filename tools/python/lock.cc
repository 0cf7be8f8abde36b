#include "tools/python/lock.h"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace calque {
namespace {

std::atomic<int> working = 0;  // threads in a scope without the lock

[[noreturn]] void Sleep() {
  for (;;) ::pause();
}

void WaitForWork() {
  constexpr std::chrono::milliseconds kStep(10);
  constexpr int kMostSteps = 200;  // a thread may wait for input that never comes
  for (int step = 0; step < kMostSteps && working > 0; ++step) std::this_thread::sleep_for(kStep);
}

}  // namespace

bool IsEnding() {
#if PY_VERSION_HEX >= 0x030D0000
  return Py_IsFinalizing() != 0;
#else
  return _Py_IsFinalizing() != 0;
#endif
}

Unlocked::Unlocked() {
  ++working;
  thread_ = PyEval_SaveThread();
}

Unlocked::~Unlocked() {
  --working;
  if (IsEnding()) Sleep();
  try {
    PyEval_RestoreThread(thread_);
  } catch (...) {  // it throws nothing: the thread is being ended
    Sleep();
  }
}

bool IsMainThread() {
  const auto main = pybind11::module_::import("threading").attr("main_thread")();
  return main.attr("ident").cast<unsigned long>() == PyThread_get_thread_ident();
}

void WaitForWorkAtExit() {
  Py_AtExit(WaitForWork);
  // A fork has one thread, which holds the lock.
  ::pthread_atfork(nullptr, nullptr, [] { working = 0; });
}

}  // namespace calque
