#include "align/entities/currencies.h"

#include <algorithm>

namespace calque::internal {
namespace {

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

}  // namespace

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
