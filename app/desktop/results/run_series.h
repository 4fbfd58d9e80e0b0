// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtCore/QString>

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

// What every chart of a run's series needs to know of them.

inline constexpr std::string_view kHeadRoom = "head-room";

bool isUtilisation(const TimeSeries& series);
/// Drawn from 0% to all of it.
bool isShare(const TimeSeries& series);
bool isRefusal(const std::string& name);
/// Of work: offered, completed, refused ...
bool isRate(const TimeSeries& series);
/// The limit of a utilisation; empty for any other series.
std::string limitOf(const TimeSeries& series);
QString seriesName(const std::string& name);

/// The unit a time axis of this length is written in.
struct TimeAxis {
    double divisor = 1;
    const char* unit = "s";
};
TimeAxis timeAxis(double seconds);

/// The series as a curve over the run, time divided by `divisor`: means over equal stretches where there are more bins
/// than pixels, so that the area under the curve stays what it was. Only bins that lie wholly within the run: the rest
/// of a last one would look like a collapse.
QList<QPointF> pointsOf(const TimeSeries& series, double simulatedSeconds, double divisor = 1);

/// The stretches in which a limit of the component is near or reached; those with no gap that could be seen in a chart
/// of this length are one.
std::vector<BindingSpan> bindingSpans(const ComponentReport& component, double shownSeconds);

}  // namespace plimsoll
