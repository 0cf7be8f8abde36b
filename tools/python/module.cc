// The extension `calque._calque`: what the Python package `calque` stands on. Bitexts cross the
// border as JSON of schema calque/bitext/1, which Python's own reader turns into dicts. Work runs
// without the interpreter's lock.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/io/number_text.h"
#include "align/read/bitext_json.h"
#include "calque/bitext_file.h"
#include "calque/engine.h"
#include "calque/error.h"
#include "calque/model_learner.h"
#include "tools/python/errors.h"
#include "tools/python/lock.h"

namespace py = pybind11;

namespace calque {
namespace {

using WithoutLock = py::call_guard<Unlocked>;

// An Engine whose bitexts are JSON.
class PythonEngine {
 public:
  explicit PythonEngine(EngineOptions options) : engine_(std::move(options)) {}

  [[nodiscard]] std::string AlignFiles(const std::string& source, const std::string& target) const {
    return Align(
        [&](Side side) { return engine_.ReadFile(side == Side::kSource ? source : target, side); });
  }
  [[nodiscard]] std::string AlignTexts(std::string source, std::string target) const {
    return Align([&](Side side) {
      return side == Side::kSource ? engine_.Read(std::move(source), "source", side)
                                   : engine_.Read(std::move(target), "target", side);
    });
  }
  // The same for a sentence a line.
  [[nodiscard]] std::string AlignLines(std::string source, std::string target) const {
    return Align([&](Side side) {
      return side == Side::kSource ? engine_.ReadLines(std::move(source), "source", side)
                                   : engine_.ReadLines(std::move(target), "target", side);
    });
  }
  // Beads as they are in `json`, everything inside them anew.
  [[nodiscard]] std::string Check(const std::string& json) const {
    Bitext read = internal::ReadBitextJson(json, {"bitext"});
    Bitext bitext = engine_.AlignWithBeads(std::move(read.source), std::move(read.target),
                                           std::move(read.beads));
    bitext.id = read.id;
    return Json(bitext);
  }

  [[nodiscard]] std::vector<std::string> Remarks(const std::string& json) const {
    return engine_.RemarksOn(internal::ReadBitextJson(json, {"bitext"}));
  }

  [[nodiscard]] Document Read(std::string text, Side side) const {
    return engine_.Read(std::move(text), "text", side);
  }

  [[nodiscard]] std::vector<Mention> Mentions(const Document& document) const {
    return engine_.FindMentions(document);
  }

 private:
  // The source is read first: of two that cannot be read, the error is always of the same one.
  template <typename ReadSide>
  [[nodiscard]] std::string Align(const ReadSide& read) const {
    Document source = read(Side::kSource);
    return Json(engine_.Align(std::move(source), read(Side::kTarget)));
  }
  static std::string Json(const Bitext& bitext) { return internal::WriteBitextJson(bitext); }

  Engine engine_;
};

Side SideNamed(const std::string& side) {
  if (side == "source") return Side::kSource;
  if (side == "target") return Side::kTarget;
  throw Error(ErrorCode::kUsage, "side is `source` or `target`, not `" + side + "`");
}

py::dict Segment(const PythonEngine& engine, std::string text, const std::string& side) {
  Document document;
  {
    const Unlocked unlocked;
    document = engine.Read(std::move(text), SideNamed(side));
  }
  py::list sentences;
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const Paragraph& paragraph = document.paragraphs[p];
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Sentence& sentence = document.sentences[i];
      sentences.append(py::dict(py::arg("begin") = sentence.span.begin,
                                py::arg("end") = sentence.span.end, py::arg("paragraph") = p,
                                py::arg("kind") = ToString(paragraph.kind),
                                py::arg("confidence") = internal::ShortDouble(sentence.confidence),
                                py::arg("text") = document.TextOf(sentence)));
    }
  }
  return py::dict(py::arg("language") = document.language, py::arg("text") = document.text,
                  py::arg("sentences") = sentences);
}

py::dict Entities(const PythonEngine& engine, std::string text, const std::string& side) {
  Document document;
  std::vector<Mention> found;
  {
    const Unlocked unlocked;
    document = engine.Read(std::move(text), SideNamed(side));
    found = engine.Mentions(document);
  }
  py::list mentions;
  for (const Mention& mention : found) {
    mentions.append(py::dict(py::arg("begin") = mention.span.begin,
                             py::arg("end") = mention.span.end,
                             py::arg("kind") = ToString(mention.kind), py::arg("key") = mention.key,
                             py::arg("probability") = internal::ShortDouble(mention.probability),
                             py::arg("text") = mention.span.In(document.text)));
  }
  return py::dict(py::arg("language") = document.language, py::arg("text") = document.text,
                  py::arg("mentions") = mentions);
}

// Bitexts of a file, one JSON object at a time.
class Reader {
 public:
  Reader(const std::string& path, const std::string& format, const std::string& source_language,
         const std::string& target_language)
      : reader_(path, {.format = format,
                       .source_language = source_language,
                       .target_language = target_language}) {}

  std::string Next() {
    std::optional<std::string> json;
    {
      const Unlocked unlocked;
      const std::scoped_lock lock(mutex_);
      // As with a generator, nothing comes behind the end or an error.
      if (!std::exchange(ended_, true)) {
        if (const std::optional<Bitext> bitext = reader_.Next()) {
          json = internal::WriteBitextJson(*bitext);
          ended_ = false;
        }
      }
    }
    if (!json) throw py::stop_iteration();
    return *json;
  }

  py::list Diagnostics() {
    std::vector<Diagnostic> found;
    {
      const Unlocked unlocked;
      const std::scoped_lock lock(mutex_);
      found = reader_.Diagnostics();
    }
    py::list diagnostics;
    for (const Diagnostic& each : found) {
      diagnostics.append(
          py::dict(py::arg("code") = each.code, py::arg("message") = MessageOf(each.message),
                   py::arg("name") = NameOf(each.location.name),
                   py::arg("line") = each.location.line, py::arg("column") = each.location.column));
    }
    return diagnostics;
  }

 private:
  std::mutex mutex_;  // threads may share an iterator
  BitextFileReader reader_;
  bool ended_ = false;
};

// Writes the JSON objects that `bitexts` gives; says what the format could not hold.
std::vector<std::string> Write(const py::iterable& bitexts, const std::string& path,
                               const std::string& format) {
  BitextFileWriter file(path, format);
  for (const py::handle each : bitexts) {
    const auto json = each.cast<std::string>();
    const Unlocked unlocked;
    file.Write(internal::ReadBitextJson(json, {"bitext"}));
  }
  const Unlocked unlocked;
  return file.Commit();
}

// Throws TypeError for anything else; two characters are a sequence of two texts, but no pair.
std::pair<std::string, std::string> PairOf(py::handle object, std::size_t number) {
  try {
    if (!py::isinstance<py::str>(object)) {
      const auto [source, target] = object.cast<std::pair<py::str, py::str>>();
      return {source, target};
    }
  } catch (const py::cast_error&) {
    // What follows says it better.
  }
  throw py::type_error("pair " + std::to_string(number) + " is no pair of texts, source and " +
                       "target, but " + py::repr(py::type::of(object)).cast<std::string>());
}

// Trains on pairs of texts and writes the model; how many pairs there were.
std::size_t Learn(const py::iterable& pairs, const std::string& output,
                  const ModelLearnerOptions& options) {
  ModelLearner learner(output, options);
  for (const py::handle each : pairs) {
    const auto [source, target] = PairOf(each, learner.size());
    const Unlocked unlocked;
    learner.Add(source, target);
  }
  const bool has_signals = IsMainThread();
  const Unlocked unlocked;
  learner.Train([&](double) {
    if (IsEnding()) throw Error(ErrorCode::kInterrupted, "the interpreter ends");
    if (!has_signals) return;
    const py::gil_scoped_acquire locked;  // Ctrl-C stops it
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  });
  return learner.size();
}

// Every option is an attribute of its name.
void BindOptions(const py::module_& module) {
  py::class_<EngineOptions>(module, "EngineOptions")
      .def(py::init<>())
      .def_readwrite("data_directory", &EngineOptions::data_directory)
      .def_readwrite("input", &EngineOptions::input)
      .def_readwrite("source_language", &EngineOptions::source_language)
      .def_readwrite("target_language", &EngineOptions::target_language)
      .def_readwrite("model", &EngineOptions::model)
      .def_readwrite("use_model", &EngineOptions::use_model)
      .def_readwrite("adapt", &EngineOptions::adapt)
      .def_readwrite("find_moved", &EngineOptions::find_moved)
      .def_readwrite("stop_after_beads", &EngineOptions::stop_after_beads)
      .def_readwrite("find_departures", &EngineOptions::find_departures)
      .def_readwrite("split_every_paragraph", &EngineOptions::split_every_paragraph)
      .def_readwrite("keep_quotations_whole", &EngineOptions::keep_quotations_whole)
      .def_readwrite("check_out_of_context", &EngineOptions::check_out_of_context)
      .def_readwrite("least_probability", &EngineOptions::least_probability)
      .def_readwrite("glossary", &EngineOptions::glossary)
      .def_readwrite("names", &EngineOptions::names);
}

}  // namespace
}  // namespace calque

PYBIND11_MODULE(_calque, module) {
  using calque::PythonEngine;
  using calque::Reader;
  using calque::WithoutLock;
  calque::WaitForWorkAtExit();
  calque::TranslateErrors(module);
  calque::BindOptions(module);
  module.attr("__version__") = CALQUE_VERSION;
  py::class_<PythonEngine>(module, "Engine")
      .def(py::init<calque::EngineOptions>(), WithoutLock())
      .def("align_files", &PythonEngine::AlignFiles, WithoutLock())
      .def("align_texts", &PythonEngine::AlignTexts, WithoutLock())
      .def("align_lines", &PythonEngine::AlignLines, WithoutLock())
      .def("check", &PythonEngine::Check, WithoutLock())
      .def("remarks", &PythonEngine::Remarks, WithoutLock())
      .def("segment", &calque::Segment)
      .def("entities", &calque::Entities);
  py::class_<Reader>(module, "Reader")
      .def(py::init<const std::string&, const std::string&, const std::string&,
                    const std::string&>(),
           WithoutLock())
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", &Reader::Next)
      .def("diagnostics", &Reader::Diagnostics);
  module.def("write", &calque::Write);
  module.def("learn", [](const py::iterable& pairs, const std::string& output,
                         const std::string& source_language, const std::string& target_language,
                         const std::string& notice, const std::string& data_directory) {
    return calque::Learn(pairs, output,
                         {.data_directory = data_directory,
                          .source_language = source_language,
                          .target_language = target_language,
                          .notice = notice});
  });
}
