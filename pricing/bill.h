// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/support/derivation.h"
#include "model/support/usage.h"
#include "pricing/price_book.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

enum class FreeTier { Ignore, Apply };
/// How stored bytes are billed: the mean of month 1 (default), a given month, or the steady state under retention.
struct StorageBasis {
    enum class Kind { FirstMonthAverage, Month, Steady } kind = Kind::FirstMonthAverage;
    int month = 1;
};

struct BillOptions {
    double monthHours = 730;  ///< AWS Pricing Calculator's month; 720 and 744 are common
    FreeTier freeTier = FreeTier::Ignore;
    StorageBasis storage{};
    /// Above 0: bill so many hours and no month. Stored bytes cost their share of a month of `monthHours`.
    double spanHours = 0;
};

enum class LineState { Priced, Unpriced, LeftOutByNote };

/// The units of a line that one price covers.
struct TierCharge {
    std::string reach;  ///< "first 512,000", "above 5,120"; empty where one price covers all
    double units = 0;
    Money perMillionUnits;
    Money amount;  ///< those of a line add up to its amount
};

/// Dollars for one unit, exact: a price has 9 decimals per million units, so 15 per unit. "0.000000014"
std::string unitPrice(Money perMillionUnits);

struct BillLine {
    std::string id;  ///< "bill/<component>/<meter>": for `explain`
    ComponentId component;
    std::string componentLabel;
    Placement placement{};  ///< where it was metered
    std::string
        place;  ///< account and zone by their labels, "Production, Zone a"; empty where neither is drawn
    MeterId meter;
    std::string name;
    double quantity = 0;  ///< per month, after scaling
    std::string unit;
    Money amount;
    LineState state = LineState::Priced;
    std::vector<TierCharge> tiers;  ///< of what is billed, after free allowances
    Derivation derivation;          ///< tier by tier, with the price's source and the metering inputs
    Money growthPerMonth;           ///< stock meters while they still grow: "+$X each month"
    std::optional<double> monthEndQuantity;  ///< stock meters: what is there when the basis month ends
    std::optional<Money> monthEndAmount;     ///< and what a month of that much costs
    std::string note;  ///< why unpriced or left out, free allowance used, basis of a stock
    std::vector<Derivation> ofWhich;
    bool isUncertain = false;  ///< its price is quoted by third parties only; the note says so
};

struct Bill {
    std::string heading;  ///< "a month entirely like Steady 3000/s"
    std::string region, priceBookId, priceBookDate;
    double monthHours = 730;
    double spanHours = 0;         ///< above 0: of so many hours alone, not of a month
    bool hasOwnHours = false;     ///< the book fixes the hours per service; monthHours says nothing then
    std::vector<BillLine> lines;  ///< by component id, then meter id
    Money total;                  ///< sum of the priced lines
    Money growthPerMonth;
    Money totalOf(std::string_view component) const;
};

/// Usage of one scenario and the hours of the month it stands for (all of it by default).
struct MonthPart {
    Usage usage;
    double hours = 0;  ///< 0 = the rest of the month
    /// Its hours lie all over the month (four launches); else in one piece, after those of the parts before it. Decides
    /// from when on stored bytes count.
    bool isSpread = false;
};

/// The hours a level or stock meter of this service is billed for: the month's, or the note's own.
double billedHours(const PriceBook& book, std::string_view serviceId, double monthHours);

/// The month length a bill accepts: more than nothing and at most a leap year.
Status checkMonthHours(double hours);

/// Prices a month. Tiers apply after scaling, per meter over the whole account: one meter's tiers are filled by its
/// components in id order. Error when the options contradict the book (month hours with the study note).
Result<Bill> priceMonth(const std::vector<MonthPart>& month, const PriceBook& book,
                        const ServiceCatalog& catalog, const Design& design, const BillOptions& options);

}  // namespace plimsoll
