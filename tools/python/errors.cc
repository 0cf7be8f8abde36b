#include "tools/python/errors.h"

#include <exception>

#include "calque/error.h"

namespace py = pybind11;

namespace calque {

py::object NameOf(const std::string& name) {
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeFSDefaultAndSize(name.data(), static_cast<Py_ssize_t>(name.size())));
}

py::object MessageOf(std::string_view message) {
  return py::reinterpret_steal<py::object>(PyUnicode_DecodeUTF8(
      message.data(), static_cast<Py_ssize_t>(message.size()), "backslashreplace"));
}

void TranslateErrors(const py::module_& module) {
  static const py::handle type = py::exception<Error>(module, "Error").release();
  type.attr("__module__") = "calque";
  type.attr("__doc__") =
      "What cannot go on. `code` is the exit code of the command: 2 usage, 65 bad input, 66 input\n"
      "missing, 70 internal, 73 cannot write, 75 try again, 130 interrupted; `name`, `line` and\n"
      "`column` are the place in an input, empty and 0 where it is not known.";
  // Of one that is not raised here.
  type.attr("code") = static_cast<int>(ErrorCode::kInternal);
  type.attr("name") = "";
  type.attr("line") = 0;
  type.attr("column") = 0;
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Error& error) {
      const py::object value = type(MessageOf(error.what()));
      value.attr("code") = static_cast<int>(error.code());
      value.attr("name") = NameOf(error.location().name);
      value.attr("line") = error.location().line;
      value.attr("column") = error.location().column;
      PyErr_SetObject(type.ptr(), value.ptr());
    }
  });
}

}  // namespace calque
