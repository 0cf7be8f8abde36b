// What calque says, as Python has it.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>

namespace calque {

// Names of files need not be UTF-8; Python has a form for those that are not.
pybind11::object NameOf(const std::string& name);

pybind11::object MessageOf(std::string_view message);

// calque::Error as `calque.Error`, with the parts that calque/error.h describes.
void TranslateErrors(const pybind11::module_& module);

}  // namespace calque
