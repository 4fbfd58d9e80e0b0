// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/run_series.h"

#include "app/desktop/results/throughput_chart.h"
#include "app/desktop/text/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll {

namespace {

constexpr std::size_t kMostPoints = 600;  // about one per pixel of a wide chart
constexpr std::string_view kUtilisationOf = "utilisation: ";
constexpr std::array<std::string_view, 5> kRefusals{"throttled", "rejected", "refused", "failed", "lost"};
constexpr std::array<std::string_view, 4> kRates{"offered", "accepted", "completed", "delivered"};

std::size_t wholeBins(const TimeSeries& series, double simulatedSeconds)
{
    const double whole = std::floor(simulatedSeconds / series.binSeconds + 1e-6);
    return std::min(series.values.size(), static_cast<std::size_t>(std::max(1.0, whole)));
}

}  // namespace

bool isUtilisation(const TimeSeries& series)
{
    return series.name.rfind(kUtilisationOf, 0) == 0;
}

bool isShare(const TimeSeries& series)
{
    return isUtilisation(series) || series.name == kHeadRoom;
}

bool isRefusal(const std::string& name)
{
    return std::find(kRefusals.begin(), kRefusals.end(), name) != kRefusals.end();
}

bool isRate(const TimeSeries& series)
{
    return isRefusal(series.name) || std::find(kRates.begin(), kRates.end(), series.name) != kRates.end();
}

std::string limitOf(const TimeSeries& series)
{
    return isUtilisation(series) ? series.name.substr(kUtilisationOf.size()) : std::string{};
}

QString seriesName(const std::string& name)
{
    if (name == kHeadRoom)
        return ThroughputChart::tr("room left below the tightest limit");
    return coreText(name.rfind(kUtilisationOf, 0) == 0 ? name.substr(kUtilisationOf.size()) : name);
}

TimeAxis timeAxis(double seconds)
{
    if (seconds > 3 * 86'400)
        return {86'400, "d"};
    if (seconds > 3 * 3'600)
        return {3'600, "h"};
    if (seconds > 180)
        return {60, "min"};
    return {1, "s"};
}

QList<QPointF> pointsOf(const TimeSeries& series, double simulatedSeconds, double divisor)
{
    QList<QPointF> points;
    if (!(series.binSeconds > 0))
        return points;
    const std::size_t bins = wholeBins(series, simulatedSeconds);
    const std::size_t stride = std::max<std::size_t>(1, (bins + kMostPoints - 1) / kMostPoints);
    for (std::size_t from = 0; from < bins; from += stride) {
        const std::size_t to = std::min(bins, from + stride);
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += series.values[i];
        const double middle = (static_cast<double>(from + to) / 2) * series.binSeconds;
        points.append({middle / divisor, sum / static_cast<double>(to - from)});
    }
    return points;
}

std::vector<BindingSpan> bindingSpans(const ComponentReport& component, double shownSeconds)
{
    const double grain = shownSeconds / kMostPoints;
    std::vector<BindingSpan> spans;
    for (const BindingSpan& span : component.binding)
        if (!spans.empty() && span.fromSeconds <= spans.back().toSeconds + grain)
            spans.back().toSeconds = span.toSeconds;
        else
            spans.push_back(span);
    return spans;
}

}  // namespace plimsoll
