// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/support/derivation.h"
#include "model/support/usage.h"
#include "pricing/charge.h"
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
    /// Lines whose price has a rate for this term are committed to as far as that is cheaper.
    Term term = Term::OnDemand;
};

enum class LineState { Priced, Unpriced, LeftOutByNote };

/// What a line comes to for those who commit to a term, in the amount that costs least.
struct LineCommitment {
    Term term = Term::OneYear;
    std::string name;      ///< "Reserved Instances, no upfront"
    double units = 0;      ///< committed to in each hour
    double idleShare = 0;  ///< of what is committed to
    Money amount;          ///< of the whole line, with what goes on top on demand
    Money onDemand;        ///< of the whole line without a commitment
    bool isUncertain = false;
};

/// What a bill comes to where every line with a rate for the term is committed to.
struct TermTotal {
    Term term = Term::OneYear;
    Money total;
    Money saved;              ///< a month, against on demand
    bool isUncertain = false;
};

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
    std::vector<LineCommitment> commitments;  ///< those that save something, by term
    bool isUncertain = false;                 ///< its price is quoted by third parties only; the note says so
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
    Term term = Term::OnDemand;     ///< what its lines are billed by
    std::vector<TermTotal> byTerm;  ///< terms that would save something; of a month on demand alone
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
