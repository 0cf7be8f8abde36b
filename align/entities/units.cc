#include "align/entities/units.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr MeasuringUnit kUnits[] = {
    {"mm", "length", 0.001},
    {"cm", "length", 0.01},
    {"m", "length", 1.0},
    {"km", "length", 1000.0},
    {"in", "length", 0.0254},
    {"ft", "length", 0.3048},
    {"yd", "length", 0.9144},
    {"mi", "length", 1609.344},
    {"nmi", "length", 1852.0},
    {"mg", "mass", 1e-6},
    {"g", "mass", 0.001},
    {"kg", "mass", 1.0},
    {"t", "mass", 1000.0},
    {"shton", "mass", 907.18474},
    {"lton", "mass", 1016.0469088},
    {"ct", "mass", 0.0002},
    {"oz", "mass", 0.028349523125},
    {"lb", "mass", 0.45359237},
    {"st", "mass", 6.35029318},
    {"ml", "volume", 1e-6},
    {"cl", "volume", 1e-5},
    {"hl", "volume", 0.1},
    {"l", "volume", 0.001},
    {"cm3", "volume", 1e-6},
    {"m3", "volume", 1.0},
    {"km3", "volume", 1e9},
    {"ft3", "volume", 0.028316846592},
    {"gal", "volume", 0.003785411784},
    {"pt", "volume", 0.000473176473},
    {"bbl", "volume", 0.158987294928},
    {"bu", "volume", 0.03523907016688},
    {"cm2", "area", 1e-4},
    {"m2", "area", 1.0},
    {"km2", "area", 1e6},
    {"ha", "area", 1e4},
    {"ac", "area", 4046.8564224},
    {"ft2", "area", 0.09290304},
    {"mi2", "area", 2589988.110336},
    {"kmh", "speed", 1000.0 / 3600.0},
    {"mph", "speed", 1609.344 / 3600.0},
    {"kn", "speed", 1852.0 / 3600.0},
    {"mps", "speed", 1.0},
    {"C", "temperature", 1.0, 273.15},
    {"F", "temperature", 5.0 / 9.0, 459.67 * 5.0 / 9.0},
    {"K", "temperature", 1.0},
    {"deg", "temperature", 1.0, 273.15},
    {"W", "power", 1.0},
    {"kW", "power", 1e3},
    {"MW", "power", 1e6},
    {"GW", "power", 1e9},
    {"TW", "power", 1e12},
    {"hp", "power", 735.49875},
    {"kWh", "energy", 1e3},
    {"MWh", "energy", 1e6},
    {"GWh", "energy", 1e9},
    {"TWh", "energy", 1e12},
    {"kcal", "food energy", 1.0},
    {"V", "voltage", 1.0},
    {"Hz", "frequency", 1.0},
    {"kHz", "frequency", 1e3},
    {"MHz", "frequency", 1e6},
    {"GHz", "frequency", 1e9},
    {"kB", "data", 1e3},
    {"MB", "data", 1e6},
    {"GB", "data", 1e9},
    {"TB", "data", 1e12},
    {"Mbps", "data rate", 1e6},
    {"Gbps", "data rate", 1e9},
    {"MP", "pixels", 1.0},
    {"ly", "astronomy", 1.0},
    {"dB", "sound", 1.0},
    {"point", "point", 1.0},
};

constexpr MeasuringUnit kDurationUnits[] = {
    {"second", "time", 1.0},
    {"minute", "time", 60.0},
    {"hour", "time", 3600.0},
    {"day", "time", 86400.0},
    {"week", "time", 604800.0},
    {"month", "time", 86400.0 * 365.25 / 12.0},
    {"year", "time", 86400.0 * 365.25},
};

template <std::size_t n>
std::optional<MeasuringUnit> FindIn(const MeasuringUnit (&table)[n], std::string_view code) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const MeasuringUnit& unit) { return unit.code == code; });
  if (found == std::end(table)) return std::nullopt;
  return *found;
}

}  // namespace

std::optional<MeasuringUnit> FindUnit(std::string_view code) { return FindIn(kUnits, code); }
std::optional<MeasuringUnit> FindDurationUnit(std::string_view code) {
  return FindIn(kDurationUnits, code);
}
}  // namespace calque::internal
