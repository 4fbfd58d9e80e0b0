// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/storage_findings.h"

#include "app/study/wording.h"
#include "model/support/bytes.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace plimsoll {

namespace {

constexpr std::string_view kMoves = "moves-", kStorage = "storage-", kNeverMoved = "storage-small-";
constexpr double kMonth = 730 * 3600.0;
constexpr double kLongest = 12;  ///< months that a move may take to pay

/// The meter's own name, without its service.
std::string_view nameOf(const MeterReading& reading)
{
    const std::string_view meter = reading.meter;
    return meter.substr(meter.find('/') + 1);
}

const BillLine* lineOf(const Bill& bill, const MeterReading& reading)
{
    const auto found = std::find_if(bill.lines.begin(), bill.lines.end(), [&](const BillLine& line) {
        return line.component == reading.component && line.meter == reading.meter;
    });
    return found != bill.lines.end() && found->state == LineState::Priced && found->quantity > 0 ? &*found
                                                                                                 : nullptr;
}

double unitPrice(const BillLine& line)
{
    return line.amount.dollars() / line.quantity;
}

/// Where the objects lie before and after a move: storage of the same component that begins at an age.
const MeterReading* storageAt(const Usage& usage, const MeterReading& move, bool before)
{
    const MeterReading* found = nullptr;
    for (const MeterReading& reading : usage) {
        const std::string_view name = nameOf(reading);
        if (reading.component != move.component || !name.starts_with(kStorage)
            || name.starts_with(kNeverMoved) || reading.inflowPerSecond <= 0)
            continue;
        const bool fits =
            before ? reading.delaySeconds < move.delaySeconds : reading.delaySeconds == move.delaySeconds;
        if (fits && (!found || reading.delaySeconds > found->delaySeconds))
            found = &reading;
    }
    return found;
}

}  // namespace

std::vector<Finding> dearMoves(const Bill& bill, const Usage& usage)
{
    std::vector<Finding> findings;
    for (const MeterReading& move : usage) {
        if (!nameOf(move).starts_with(kMoves) || move.inflowPerSecond <= 0)
            continue;
        const MeterReading *from = storageAt(usage, move, true), *to = storageAt(usage, move, false);
        const BillLine* line = lineOf(bill, move);
        const BillLine *dear = from ? lineOf(bill, *from) : nullptr,
                       *cheap = to ? lineOf(bill, *to) : nullptr;
        if (!line || !dear || !cheap)
            continue;
        const double gib = to->inflowPerSecond / move.inflowPerSecond;
        const double aMonth = gib * (unitPrice(*dear) - unitPrice(*cheap)), once = unitPrice(*line);
        const double stays = std::isfinite(to->retentionSeconds) ? to->retentionSeconds / kMonth : 1e9;
        const double pays = aMonth > 0 ? once / aMonth : 1e9;
        if (pays <= std::min(stays, kLongest))
            continue;
        Finding finding;
        finding.id = "dear-moves";
        finding.component = move.component;
        finding.level = FindingLevel::Advice;
        finding.text = {"{moves} of {component} cost {cost} a month: an object of {size} saves the price of "
                        "its move after "
                        "{pays} months",
                        {inWords("moves", line->name), inWords("component", line->componentLabel),
                         inWords("cost", roundDollars(line->amount)), inWords("size", bytesText(gib * kGib)),
                         inFigures("pays", pays)}};
        if (stays < pays)
            finding.text += Phrase{", and stays {stays}", {inFigures("stays", stays)}};
        finding.remedy = "Gather what is written into larger objects, or leave them where they are";
        finding.derivation = computed("months until a move pays", pays, "",
                                      "price of a move / (GB x difference of the prices)",
                                      {given("a move", once, "USD"), given("object", gib, "GB"),
                                       given("class before", unitPrice(*dear), "USD/GB-month"),
                                       given("class after", unitPrice(*cheap), "USD/GB-month")});
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace plimsoll
