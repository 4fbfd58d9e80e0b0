// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"

#include "pricing/charge.h"
#include "pricing/stock.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kLongestMonth = 8784;  // a leap year
constexpr double kUsualMonth = 730;     // BillOptions' default

std::string_view serviceOf(std::string_view meter)
{
    return meter.substr(0, meter.find('/'));
}

/// One month's readings of one meter at one component, brought together over the parts of the month.
struct Metered {
    Placement placement{};
    MeterClass meterClass = MeterClass::Count;
    double units = 0;         ///< Count: this month; Once: as read
    double heldHours = 0;     ///< Level: units x hours of the parts
    double coveredHours = 0;  ///< Level: hours of the parts that said something
    Stock stock{0, 0, std::numeric_limits<double>::infinity()};
    std::vector<Derivation> inputs;
    std::vector<Derivation> ofWhich;  ///< value: units this month
    std::vector<HourlyUse> use;       ///< Count and Level: in each part of the month
    std::size_t lastPart = 0;         ///< the part that use ends with
};

struct Key {
    ComponentId component;
    MeterId meter;
    friend auto operator<=>(const Key&, const Key&) = default;
};
using Metering = std::map<Key, Metered>;

void addShare(Metered& metered, const Derivation& share, double scale)
{
    for (Derivation& known : metered.ofWhich) {
        if (known.name == share.name) {
            known.value += share.value * scale;
            return;
        }
    }
    Derivation scaled = share;
    scaled.value *= scale;
    metered.ofWhich.push_back(std::move(scaled));
}

Status checkReading(const MeterReading& reading)
{
    const double numbers[] = {reading.amount, reading.observedSeconds, reading.startStock,
                              reading.inflowPerSecond};
    const bool sound = std::all_of(std::begin(numbers), std::end(numbers),
                                   [](double n) { return std::isfinite(n) && n >= 0; });
    if (sound && reading.retentionSeconds >= 0 && reading.delaySeconds >= 0)
        return Done{};
    return Error{reading.component + "/" + reading.meter,
                 "its metered amount is not a number of zero or more",
                 "check the rates and sizes of this component"};
}

/// When a part of the month is played, as shares of the month; all of it for what lies all over the month.
struct MonthSpan {
    double from = 0, to = 1;
    bool isWhole() const { return from <= 0 && to >= 1; }
};

/// Adds one reading that stands for `hours` of a month of `monthHours`, both as this meter's service counts them.
void add(Metered& metered, const MeterReading& reading, double hours, double monthHours,
         const MonthSpan& span)
{
    metered.meterClass = reading.meterClass;
    metered.placement = reading.placement;
    // The flow estimate may give amounts per second.
    const double observed = reading.observedSeconds > 0 ? reading.observedSeconds : 1;
    double scale = 1;
    Derivation part;
    switch (reading.meterClass) {
    case MeterClass::Count:
        scale = hours * 3600 / observed;
        metered.units += reading.amount * scale;
        part = computed("metered for " + grouped(hours) + " hours", reading.amount * scale, "",
                        fmt::format("{} x {} h x 3,600 / {} s observed", grouped(reading.amount),
                                    grouped(hours), grouped(observed)),
                        reading.inputs);
        break;
    case MeterClass::Level:
        scale = hours;
        metered.heldHours += reading.amount * hours;
        metered.coveredHours += hours;
        part = computed("held for " + grouped(hours) + " hours", reading.amount * hours, "",
                        fmt::format("{} on average x {} h", grouped(reading.amount), grouped(hours)),
                        reading.inputs);
        break;
    case MeterClass::Stock: {
        const double share = monthHours > 0 ? hours / monthHours : 1;
        metered.stock.start = std::max(metered.stock.start, reading.startStock);
        metered.stock.retentionSeconds = reading.retentionSeconds;
        metered.stock.delaySeconds = reading.delaySeconds;
        metered.stock.periodSeconds = monthHours * 3600;
        if (span.isWhole() || span.to <= span.from)
            metered.stock.inflowPerSecond += reading.inflowPerSecond * share;
        else
            metered.stock.spells.push_back({span.from * monthHours * 3600, span.to * monthHours * 3600,
                                            reading.inflowPerSecond * share / (span.to - span.from)});
        part =
            computed("flows in", reading.inflowPerSecond * share * 86400, "per day",
                     share == 1 ? "per second x 86,400"
                                : fmt::format("per second x 86,400 x {} of the month", plainNumber(share, 4)),
                     reading.inputs);
        break;
    }
    case MeterClass::Once:
        metered.units = std::max(metered.units, reading.amount);
        part = computed("billed once", reading.amount, "", "not scaled to the month", reading.inputs);
        break;
    }
    for (const Derivation& share : reading.ofWhich)
        addShare(metered, share, scale);
    // Several readings of one part (two connections of one component) are one input each.
    metered.inputs.push_back(std::move(part));
}

/// Several readings of one part are used at the same time.
void addUse(Metered& metered, const MeterReading& reading, double hours, std::size_t part)
{
    if (reading.meterClass != MeterClass::Count && reading.meterClass != MeterClass::Level)
        return;
    const double observed = reading.observedSeconds > 0 ? reading.observedSeconds : 1;
    const double perHour =
        reading.meterClass == MeterClass::Level ? reading.amount : reading.amount / observed * 3600;
    if (metered.use.empty() || metered.lastPart != part)
        metered.use.push_back({0, 0, hours});
    metered.lastPart = part;
    metered.use.back().always += perHour * reading.alwaysShare;
    metered.use.back().more += perHour * (1 - reading.alwaysShare);
}

/// The use of a whole month, of so many units in all: what no part describes goes on as it is held, and is not used.
std::vector<HourlyUse> useOfMonth(const Metered& metered, double billable, double monthHours)
{
    std::vector<HourlyUse> use = metered.use;
    double covered = 0, units = 0;
    for (const HourlyUse& each : use)
        covered += each.hours;
    if (metered.meterClass == MeterClass::Level)
        for (HourlyUse& each : use)
            each.hours *= covered > 0 ? monthHours / covered : 0;
    else if (covered < monthHours)
        use.push_back({0, 0, monthHours - covered});
    for (const HourlyUse& each : use)
        units += (each.always + each.more) * each.hours;
    for (HourlyUse& each : use) {
        each.always *= units > 0 ? billable / units : 0;
        each.more *= units > 0 ? billable / units : 0;
    }
    return use;
}

std::string placeText(const Design& design, const Placement& placement)
{
    std::string text;
    for (const std::string& id : {placement.account, placement.zone}) {
        const auto group = std::find_if(design.groups.begin(), design.groups.end(),
                                        [&](const Group& each) { return each.id == id; });
        if (group == design.groups.end())
            continue;
        text += (text.empty() ? "" : ", ") + (group->label.empty() ? group->id : group->label);
    }
    return text;
}

/// Hours of each part; the one without hours takes the rest.
Result<std::vector<double>> hoursOfParts(const std::vector<MonthPart>& month, double monthHours)
{
    std::vector<double> hours;
    double given = 0;
    int rest = 0;
    for (const MonthPart& part : month) {
        if (!std::isfinite(part.hours) || part.hours < 0)
            return Error{"/month", "an entry has a negative number of hours",
                         "give each entry hours or times above 0"};
        given += part.hours;
        rest += part.hours == 0 ? 1 : 0;
        hours.push_back(part.hours);
    }
    if (rest > 1)
        return Error{"/month", "two entries take the rest of the month",
                     "give all but one of them times or hours"};
    // A month of 730 hours entered as 243.333... x 3 must not fail on its last digit.
    if (given > monthHours * (1 + 1e-9))
        return Error{
            "/month",
            fmt::format("its entries take {} hours, the month has {}", grouped(given), grouped(monthHours)),
            "shorten an entry or lengthen the month"};
    for (double& each : hours)
        if (each == 0)
            each = std::max(0.0, monthHours - given);
    return hours;
}

/// Parts in one piece follow each other in their order and between them fill the month; the others are strewn in.
std::vector<MonthSpan> spansOf(const std::vector<MonthPart>& month, const std::vector<double>& hours)
{
    double pieces = 0;
    for (std::size_t at = 0; at < month.size(); ++at)
        pieces += month[at].isSpread ? 0 : hours[at];
    std::vector<MonthSpan> spans;
    double reached = 0;
    for (std::size_t at = 0; at < month.size(); ++at) {
        if (month[at].isSpread || !(pieces > 0)) {
            spans.push_back({});
            continue;
        }
        const double from = reached / pieces;
        reached += hours[at];
        spans.push_back({from, reached / pieces});
    }
    return spans;
}

/// What is left of each allowance, shared by the meters of a pool and used up in line order.
class Allowances {
public:
    double take(const Price& price, double quantity, double hours)
    {
        const double whole = price.freePerMonth + price.freeHeld * hours;
        if (whole <= 0)
            return 0;
        const std::string pool = price.freePool.empty() ? price.meter : price.freePool;
        double& left = m_left.try_emplace(pool, whole).first->second;
        const double used = std::min(left, quantity);
        left -= used;
        return used;
    }

private:
    std::map<std::string, double> m_left;
};

/// A month's quantity of a meter with its arithmetic.
struct MonthQuantity {
    double quantity = 0;
    double next = 0;  ///< Stock: the following month's
    std::optional<double> atEnd;
    Derivation derivation;
    std::string note;
};

MonthQuantity stockQuantity(const Metered& metered, const std::string& unit, double hours,
                            const StorageBasis& basis)
{
    const double month = hours * 3600;
    const Stock& stock = metered.stock;
    const bool steady = basis.kind == StorageBasis::Kind::Steady;
    const int number = basis.kind == StorageBasis::Kind::Month ? std::max(1, basis.month) : 1;
    MonthQuantity result;
    std::vector<Derivation> inputs;
    if (stock.start > 0)
        inputs.push_back(given("there at the start", stock.start, unit));
    inputs.insert(inputs.end(), metered.inputs.begin(), metered.inputs.end());
    if (stock.hasRetention())
        inputs.push_back(given("kept for", stock.retentionSeconds / 86400, "days"));
    if (stock.delaySeconds > 0)
        inputs.push_back(given("counts once it is older than", stock.delaySeconds / 86400, "days"));
    for (const Stock::Spell& spell : stock.spells)
        inputs.push_back(given(fmt::format("comes in from hour {} to {} of the month",
                                           grouped(spell.from / 3600), grouped(spell.to / 3600)),
                               spell.perSecond * 86400, unit + " per day"));
    if (stock.hasRetention() && stock.start > 0)
        inputs.push_back(assumed("age of what was there", 0, "", "evenly spread over the retention"));

    if (steady && stock.hasRetention()) {
        result.quantity = result.next = stock.meanInflow() * stock.retentionSeconds;
        result.atEnd = result.quantity;
        result.note = "steady state under the retention";
        result.derivation =
            computed("stored when steady", result.quantity, unit, "inflow x retention", inputs);
        return result;
    }
    const double from = (number - 1) * month;
    result.quantity = stock.meanBetween(from, from + month);
    result.next = stock.meanBetween(from + month, from + 2 * month);
    result.atEnd = stock.at(from + month);
    result.note = fmt::format("average of month {}", number);
    if (steady && stock.meanInflow() > 0)
        result.note = "never steady, as nothing expires; average of month 1";
    std::string formula = "start + inflow x month / 2";
    if (stock.delaySeconds > 0)
        formula = "mean of what is there and old enough";
    else if (stock.hasRetention() && stock.retentionSeconds < from + month)
        formula = "mean of what is there: it grows until the first byte expires, then stays level";
    else if (stock.hasRetention() && stock.start > 0)
        formula = "mean of what is there: the start drains while the inflow adds";
    else if (!stock.spells.empty())
        formula = "mean of what is there: each byte from when it arrives";
    else if (number > 1)
        formula = fmt::format("start + inflow x {:.1f} months", number - 0.5);
    result.derivation = computed(fmt::format("stored on average in month {}", number), result.quantity, unit,
                                 formula, inputs);
    return result;
}

/// Work on what comes to an age, told as a stock of it: in month 1 that of what came early enough.
MonthQuantity agedQuantity(const Metered& metered, const std::string& name, const std::string& unit,
                           double hours, const StorageBasis& basis)
{
    Stock stock = metered.stock;
    const bool steady = basis.kind == StorageBasis::Kind::Steady && stock.hasRetention();
    stock.retentionSeconds =
        std::numeric_limits<double>::infinity();  // it counts once, however long it stays
    const int number = basis.kind == StorageBasis::Kind::Month ? std::max(1, basis.month) : 1;
    const double month = hours * 3600, from = (number - 1) * month;
    MonthQuantity result;
    std::vector<Derivation> inputs = metered.inputs;
    inputs.push_back(given("counts at the age of", stock.delaySeconds / 86400, "days"));
    if (steady) {
        result.quantity = result.next = stock.meanInflow() * month;
        result.note = "steady state";
        result.derivation =
            computed(name + " in a month", result.quantity, unit, "inflow x month", std::move(inputs));
        return result;
    }
    result.quantity = stock.at(from + month) - stock.at(from);
    result.next = stock.at(from + 2 * month) - stock.at(from + month);
    result.note = fmt::format("in month {}, from the age of {} days on", number,
                              plainNumber(stock.delaySeconds / 86400, 4));
    result.derivation = computed(name + fmt::format(" in month {}", number), result.quantity, unit,
                                 "what came early enough to be old enough", std::move(inputs));
    return result;
}

MonthQuantity quantityOf(const Metered& metered, const std::string& name, const std::string& unit,
                         double hours, const StorageBasis& basis)
{
    MonthQuantity result;
    switch (metered.meterClass) {
    case MeterClass::Count:
    case MeterClass::Once:
        result.quantity = metered.units;
        result.derivation = computed(name + " in the month", result.quantity, unit, "", metered.inputs);
        return result;
    case MeterClass::Level:
        // Capacity is not given back in hours that no part of the month describes: its mean goes on.
        result.quantity = metered.coveredHours > 0 ? metered.heldHours / metered.coveredHours * hours : 0;
        result.derivation = computed(name + " in the month", result.quantity, unit, "", metered.inputs);
        if (metered.coveredHours < hours * (1 - 1e-9))
            result.derivation.formula =
                fmt::format("mean over {} h x {} h", grouped(metered.coveredHours), grouped(hours));
        return result;
    case MeterClass::Stock:
        return stockQuantity(metered, unit, hours, basis);
    }
    return result;
}

/// Stored bytes are priced by the month: of a shorter time they cost that share of it, and grow into no next one.
MonthQuantity shareOfMonth(MonthQuantity stored, const std::string& unit, const BillOptions& options)
{
    const double share = options.spanHours / options.monthHours;
    stored.derivation = computed(
        "stored, as a share of a month", stored.quantity * share, unit,
        fmt::format("stored x {} h / {} h", plainNumber(options.spanHours), plainNumber(options.monthHours)),
        {stored.derivation});
    stored.quantity *= share;
    stored.next = 0;
    stored.atEnd.reset();
    stored.note = "average while it lasts";
    return stored;
}

const MeterSpec* findMeter(const ServiceCatalog& catalog, const MeterId& meter)
{
    const ServiceSpec* spec = catalog.find(serviceOf(meter));
    if (!spec)
        return nullptr;
    const auto found = std::find_if(spec->meters.begin(), spec->meters.end(),
                                    [&](const MeterSpec& each) { return each.id == meter; });
    return found == spec->meters.end() ? nullptr : &*found;
}

/// A service without a public price may have one as a parameter of each component: dollars per unit and hour. What is
/// left at zero stays unpriced.
std::optional<Price> priceOfItsOwn(const Component* component, const ServiceCatalog& catalog,
                                   const MeterId& meter)
{
    constexpr std::string_view kParameter = "pricePerHourUsd";
    const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
    const MeterSpec* known = findMeter(catalog, meter);
    if (!spec || !known || known->meterClass != MeterClass::Level || serviceOf(meter) != spec->id
        || !findParameter(*spec, kParameter))
        return std::nullopt;
    const double perHour = numberOf(*spec, component->parameters, kParameter);
    // A price is nanodollars per million units, which holds nine thousand dollars a unit.
    if (!(perHour > 0) || perHour > 9000)
        return std::nullopt;
    Price price;
    price.meter = meter;
    price.unit = known->unit;
    price.source = "given in the design";
    price.tiers = {{0, std::nullopt, Money::nanodollars(std::llround(perHour * 1e15))}};
    return price;
}

Result<Money> rounded(double nanodollars, const std::string& place)
{
    if (!std::isfinite(nanodollars) || nanodollars > kMostNanodollars)
        return Error{place, "costs more than nine billion dollars a month",
                     "check the rates of this component"};
    return Money::nanodollars(std::llround(nanodollars));
}

void addTerms(std::vector<TermTotal>& terms, const BillLine& line)
{
    for (const LineCommitment& one : line.commitments) {
        auto at = std::find_if(terms.begin(), terms.end(),
                               [&](const TermTotal& each) { return each.term >= one.term; });
        if (at == terms.end() || at->term != one.term)
            at = terms.insert(at, TermTotal{one.term, {}, {}, false});
        at->saved += one.onDemand - one.amount;
        at->isUncertain |= one.isUncertain;
    }
}

/// What one line needs from the lines before it.
struct Account {
    Allowances allowances;
    std::map<MeterId, double> used;  ///< units that already fill each meter's tiers
};

Result<Done> priceLine(BillLine& line, const Metered& metered, const MonthQuantity& month, const Price& price,
                       double hours, const BillOptions& options, Account& account)
{
    std::vector<Derivation> inputs{month.derivation};
    double free = 0;
    if (options.freeTier == FreeTier::Apply)
        free = account.allowances.take(price, month.quantity, hours);
    if (free > 0) {
        inputs.push_back(quoted("free allowance used", free, price.unit, price.freeNote));
        line.note = fmt::format("{} {} free", grouped(free), price.unit);
    }
    double& used = account.used[line.meter];
    const double billable = month.quantity - free;
    if (used > 0)
        inputs.push_back(given("tiers already filled by other components", used, price.unit));
    Charge charge = chargeBetween(price, used, used + billable, true);

    const Result<Money> onDemand = rounded(charge.nanodollars, line.id);
    if (!onDemand)
        return onDemand.error();
    line.amount = *onDemand;
    double filled = billable;
    if (!price.commitments.empty() && options.spanHours == 0 && billable > 0) {
        for (CommittedCharge& committed :
             committedCharges(useOfMonth(metered, billable, hours), price, used)) {
            const Money amount = Money::nanodollars(std::llround(committed.charge.nanodollars));
            if (amount >= *onDemand)
                continue;
            const CommitmentRate& rate = *committed.rate;
            line.commitments.push_back({rate.term, rate.name, committed.use.units, committed.use.idleShare(),
                                        amount, *onDemand, rate.isUncertain()});
            if (rate.term != options.term)
                continue;
            line.amount = amount;
            line.isUncertain = rate.isUncertain();
            line.note += (line.note.empty() ? "" : "; ") + inWords(committed, price.unit);
            charge = std::move(committed.charge);
            filled = committed.use.onDemandUnits;
        }
    }
    inputs.insert(inputs.end(), charge.steps.begin(), charge.steps.end());
    line.tiers = std::move(charge.tiers);
    // Rounding happens once, on the line: its last tier takes what is left.
    if (!line.tiers.empty()) {
        Money rest = line.amount;
        for (std::size_t at = 0; at + 1 < line.tiers.size(); ++at)
            rest = rest - line.tiers[at].amount;
        line.tiers.back().amount = rest;
    }
    if (month.next > month.quantity) {
        const double growth =
            chargeBetween(price, used + billable, used + billable + month.next - month.quantity, false)
                .nanodollars;
        const Result<Money> money = rounded(growth, line.id);
        if (!money)
            return money.error();
        line.growthPerMonth = *money;
    }
    if (month.atEnd) {
        const double end =
            chargeBetween(price, used, used + std::max(0.0, *month.atEnd - free), false).nanodollars;
        const Result<Money> money = rounded(end, line.id);
        if (!money)
            return money.error();
        line.monthEndAmount = *money;
    }
    used += filled;
    line.derivation = computed(
        line.name, line.amount.dollars(), "USD",
        charge.steps.size() > 1 ? "sum of the tiers, rounded once" : "quantity x price", std::move(inputs));
    return Done{};
}

}  // namespace

Money Bill::totalOf(std::string_view component) const
{
    Money sum;
    for (const BillLine& line : lines)
        if (line.component == component)
            sum += line.amount;
    return sum;
}

double billedHours(const PriceBook& book, std::string_view serviceId, double monthHours)
{
    const auto found = book.hoursByService.find(serviceId);
    return found == book.hoursByService.end() ? monthHours : found->second;
}

Status checkMonthHours(double hours)
{
    if (std::isfinite(hours) && hours > 0 && hours <= kLongestMonth)
        return Done{};
    return Error{"--month-hours", fmt::format("{} is not above 0 and at most 8,784", plainNumber(hours)),
                 "use 730, 720 or 744"};
}

Result<Bill> priceMonth(const std::vector<MonthPart>& month, const PriceBook& book,
                        const ServiceCatalog& catalog, const Design& design, const BillOptions& options)
{
    if (const Status sound = checkMonthHours(options.monthHours); !sound)
        return sound.error();
    if (book.isStudyNote() && options.monthHours != kUsualMonth) {
        std::string hours;
        for (const auto& [service, value] : book.hoursByService)
            hours += fmt::format("{}{} {}", hours.empty() ? "" : ", ", service, plainNumber(value));
        return Error{"--month-hours", fmt::format("{} fixes its own hours: {}", book.id, hours),
                     "leave --month-hours out or choose a region's price book"};
    }
    if (book.isStudyNote() && options.spanHours > 0)
        return Error{"--for run", fmt::format("{} is about months only", book.id),
                     "choose a region's price book"};
    if (options.term != Term::OnDemand && (options.spanHours > 0 || book.isStudyNote()))
        return Error{"--term",
                     book.isStudyNote() ? fmt::format("{} knows no terms", book.id)
                                        : "a commitment is paid by the month, not by a run alone",
                     "leave --term out"};
    if (!std::isfinite(options.spanHours) || options.spanHours < 0 || options.spanHours > kLongestMonth)
        return Error{"--for run", "the scenario is longer than 8,784 hours", "shorten it"};
    const double billHours = options.spanHours > 0 ? options.spanHours : options.monthHours;
    const Result<std::vector<double>> hours = hoursOfParts(month, billHours);
    if (!hours)
        return hours.error();

    const std::vector<MonthSpan> spans = spansOf(month, *hours);
    Metering metering;
    for (std::size_t i = 0; i < month.size(); ++i) {
        for (const MeterReading& reading : month[i].usage) {
            if (const Status sound = checkReading(reading); !sound)
                return sound.error();
            const double monthHours = billedHours(book, serviceOf(reading.meter), billHours);
            Metered& metered = metering[{reading.component, reading.meter}];
            const double partHours = (*hours)[i] / billHours * monthHours;
            add(metered, reading, partHours, monthHours, spans[i]);
            addUse(metered, reading, partHours, i);
        }
    }

    Bill bill;
    bill.region = book.region;
    bill.priceBookId = book.id;
    bill.priceBookDate = book.asOf;
    bill.monthHours = options.monthHours;
    bill.spanHours = options.spanHours;
    bill.hasOwnHours = book.isStudyNote();
    bill.term = options.term;
    Account account;
    for (const auto& [key, metered] : metering) {
        BillLine line;
        line.id = "bill/" + key.component + "/" + key.meter;
        line.component = key.component;
        const Component* component = findComponent(design, key.component);
        line.componentLabel = component && !component->label.empty() ? component->label : key.component;
        line.placement = metered.placement;
        line.place = placeText(design, metered.placement);
        line.meter = key.meter;
        const auto found = book.prices.find(key.meter);
        const std::optional<Price> own =
            found == book.prices.end() ? priceOfItsOwn(component, catalog, key.meter) : std::nullopt;
        const Price* price = found != book.prices.end() ? &found->second : own ? &*own : nullptr;
        const MeterSpec* spec = findMeter(catalog, key.meter);
        line.name = spec ? spec->name : price && !price->description.empty() ? price->description : key.meter;
        line.unit = price ? price->unit : spec ? spec->unit : "";
        const double lineHours = billedHours(book, serviceOf(key.meter), billHours);
        const bool comesOfAge =
            spec && spec->meterClass == MeterClass::Count && metered.meterClass == MeterClass::Stock;
        MonthQuantity quantity = comesOfAge
                                     ? agedQuantity(metered, line.name, line.unit, lineHours, options.storage)
                                     : quantityOf(metered, line.name, line.unit, lineHours, options.storage);
        if (options.spanHours > 0 && metered.meterClass == MeterClass::Stock && !comesOfAge)
            quantity = shareOfMonth(std::move(quantity), line.unit, options);
        line.quantity = quantity.quantity;
        line.monthEndQuantity = quantity.atEnd;
        line.note = quantity.note;
        line.derivation = quantity.derivation;

        const bool counted =
            !book.isStudyNote()
            || std::binary_search(book.countedMeters.begin(), book.countedMeters.end(), key.meter);
        if (!counted) {
            line.state = LineState::LeftOutByNote;
            line.note = "left out by the note";
        } else if (!price) {
            line.state = LineState::Unpriced;
            line.note = fmt::format("no price in {}", book.id);
        } else if (const Result<Done> priced =
                       priceLine(line, metered, quantity, *price, lineHours, options, account);
                   !priced) {
            return priced.error();
        }
        line.isUncertain |= line.state == LineState::Priced && price->isUncertain();
        if (line.isUncertain) {
            line.note += std::string{line.note.empty() ? "" : "; "} + "price quoted by third parties only";
        }
        for (Derivation share : metered.ofWhich) {
            const double whole = metered.meterClass == MeterClass::Level ? metered.heldHours : metered.units;
            share.formula = "its share of the line";
            share.value = whole > 0 ? share.value / whole * line.amount.dollars() : 0;
            share.unit = "USD";
            line.ofWhich.push_back(std::move(share));
        }
        // Each addend fits Money, their sum need not.
        if (const Result<Money> sum = rounded(static_cast<double>(bill.total.nanodollars())
                                                  + static_cast<double>(line.amount.nanodollars()),
                                              line.id);
            !sum)
            return sum.error();
        bill.total += line.amount;
        addTerms(bill.byTerm, line);
        bill.growthPerMonth += line.growthPerMonth;
        bill.lines.push_back(std::move(line));
    }
    // What a bill on demand would come to; one that commits says what it is.
    for (TermTotal& each : bill.byTerm)
        each.total = bill.total - each.saved;
    if (options.term != Term::OnDemand)
        bill.byTerm.clear();
    return bill;
}

}  // namespace plimsoll
