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

constexpr CurrencySign kCurrencySigns[] = {
    {"$", "USD"},   {"US$", "USD"},  {"A$", "AUD"},  {"AU$", "AUD"},  {"C$", "CAD"},
    {"CA$", "CAD"}, {"CAN$", "CAD"}, {"HK$", "HKD"}, {"NZ$", "NZD"},  {"S$", "SGD"},
    {"R$", "BRL"},  {"NT$", "TWD"},  {"$US", "USD"}, {"€", "EUR"},    {"£", "GBP"},
    {"¥", "JPY"},   {"￥", "JPY"},   {"₽", "RUB"}, {"₹", "INR"},    {"Rs", "INR"},
    {"₩", "KRW"},   {"₺", "TRY"},    {"₪", "ILS"},   {"₴", "UAH"},    {"₦", "NGN"},
    {"฿", "THB"},   {"zł", "PLN"},   {"Kč", "CZK"},  {"USD", "USD"},  {"EUR", "EUR"},
    {"GBP", "GBP"}, {"JPY", "JPY"},  {"CHF", "CHF"}, {"CNY", "CNY"},  {"RMB", "CNY"},
    {"CAD", "CAD"}, {"AUD", "AUD"},  {"NZD", "NZD"}, {"HKD", "HKD"},  {"SGD", "SGD"},
    {"SEK", "SEK"}, {"NOK", "NOK"},  {"DKK", "DKK"}, {"INR", "INR"},  {"RUB", "RUB"},
    {"BRL", "BRL"}, {"ZAR", "ZAR"},  {"KRW", "KRW"}, {"MXN", "MXN"},  {"PLN", "PLN"},
    {"CZK", "CZK"}, {"HUF", "HUF"},  {"ILS", "ILS"}, {"SAR", "SAR"},  {"AED", "AED"},
    {"THB", "THB"}, {"XOF", "XOF"},  {"XAF", "XAF"}, {"FCFA", "XOF"}, {"UAH", "UAH"},
    {"EGP", "EGP"}, {"NGN", "NGN"},  {"TWD", "TWD"}, {"MAD", "MAD"},  {"TND", "TND"},
    {"DZD", "DZD"},
};

// A name of several currencies when nothing says whose: its code, and those of the currencies that
// have another.
struct SharedName {
  std::string_view code;
  std::string_view currencies;
};
constexpr SharedName kSharedNames[] = {
    {"crown", "CZK DKK EEK ISK NOK SEK SKK"},
    {"dinar", "BHD DZD IQD JOD KWD LYD RSD TND"},
    {"dirham", "AED MAD"},
    {"kwacha", "MWK ZMW"},
    {"manat", "AZN TMT"},
    {"peso", "ARS CLP COP CUP DOP MXN PHP UYU"},
    {"rial", "IRR OMR QAR SAR YER"},
    {"shilling", "KES SOS TZS UGX"},
    {"CHF", "BEF BIF CDF DJF FRF GNF RWF XOF XPF"},
    {"DEM", "BAM FIM"},
    {"GBP", "EGP LBP SDG SSP SYP TRY"},
    {"INR", "IDR LKR MUR NPR PKR"},
    {"KRW", "KPW"},
    {"RON", "MDL"},
    {"RUB", "BYN"},
    {"TRY", "ITL LBP SYP"},
};

struct ListedWorth {
  std::string_view code;
  CurrencyWorth worth;
};
// Yearly extremes of the dollar's rates, 1999 to 2025.
constexpr ListedWorth kWorths[] = {
    {"USD", {1.0, 1.0}},         {"EUR", {0.8, 1.65}},       {"GBP", {1.0, 2.15}},
    {"CHF", {0.54, 1.4}},        {"JPY", {0.006, 0.0135}},   {"CNY", {0.115, 0.17}},
    {"CAD", {0.6, 1.12}},        {"AUD", {0.46, 1.12}},      {"NZD", {0.38, 0.9}},
    {"HKD", {0.125, 0.132}},     {"SGD", {0.52, 0.85}},      {"SEK", {0.085, 0.175}},
    {"NOK", {0.085, 0.205}},     {"DKK", {0.11, 0.22}},      {"PLN", {0.19, 0.5}},
    {"CZK", {0.024, 0.07}},      {"HUF", {0.0022, 0.0072}},  {"INR", {0.0108, 0.026}},
    {"BRL", {0.155, 0.68}},      {"MXN", {0.038, 0.115}},    {"ZAR", {0.05, 0.18}},
    {"KRW", {0.00062, 0.00115}}, {"THB", {0.021, 0.036}},    {"ILS", {0.2, 0.36}},
    {"SAR", {0.26, 0.272}},      {"AED", {0.27, 0.274}},     {"TWD", {0.027, 0.037}},
    {"XOF", {0.00122, 0.0025}},  {"XAF", {0.00122, 0.0025}}, {"PHP", {0.0165, 0.027}},
    {"MYR", {0.2, 0.34}},        {"MAD", {0.08, 0.14}},
};
constexpr CurrencyWorth kAnyWorth{1e-7, 5.0};

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
bool MayBeOneCurrency(std::string_view code, std::string_view other) {
  constexpr std::size_t kIsoCode = 3;  // letters
  const auto holds = [](const SharedName& name, std::string_view one, std::string_view another) {
    return name.code == one && another.size() == kIsoCode &&
           name.currencies.find(another) != std::string_view::npos;
  };
  return code == other || std::ranges::any_of(kSharedNames, [&](const SharedName& name) {
           return holds(name, code, other) || holds(name, other, code);
         });
}
CurrencyWorth WorthOf(std::string_view code) {
  const auto* found = std::find_if(std::begin(kWorths), std::end(kWorths),
                                   [&](const ListedWorth& listed) { return listed.code == code; });
  return found == std::end(kWorths) ? kAnyWorth : found->worth;
}
std::span<const CurrencySign> CurrencySigns() { return kCurrencySigns; }

}  // namespace calque::internal
