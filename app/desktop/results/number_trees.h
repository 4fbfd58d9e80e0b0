// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/text/format.h"
#include "app/study/comparison.h"
#include "simulator/metrics/run_report.h"

#include <QtCore/QString>

#include <string>
#include <vector>

namespace plimsoll {

/// What a run counted at a component, or a time it took there: a column of the table of components.
struct RunFigure {
    std::string id;  ///< as intervals call it: "offered", "in-flight", "p99"
    QString name;    ///< in the reader's language
    std::uint64_t Counts::*count = nullptr;
    Percentile percentile = Percentile::P50;  ///< of the time inside, where it is no count
    bool isTrouble = false;                   ///< whatever there is of it
    bool isRare = false;                      ///< of no interest where no component has any
    Derivation (*tree)(const ComponentReport&) = nullptr;

    bool isTime() const { return count == nullptr; }
};
/// In the order they are read.
std::vector<RunFigure> runFigures();

/// All parts of a time together, ms.
double sumOf(const double (&millis)[kTimeParts]);

// How numbers come about, in the reader's language: counts by what is conserved at every component, what was throttled
// by the limits that refused it, times by the samples they rest on.

Derivation treeOf(const ComponentReport& component, std::string_view figure);
/// Of a delay or a response; `split` says where the time goes. Nothing where there is no such percentile.
std::optional<Derivation> treeOf(const LatencySummary& latency, Percentile which, const TimeSplit& split);
Derivation slowestOf(const LatencySummary& latency);
Derivation deliveredOf(const SinkReport& sink);
Derivation undeliveredOf(const SinkReport& sink);
Derivation freshnessOf(const SinkReport& sink);
Derivation answeredOf(const PathReport& path);
/// What an objective found, against what it asks for.
Derivation treeOf(const ObjectiveReport& objective, const RunReport& report);
/// A bill by its components and their meters.
Derivation treeOf(const Bill& bill);
/// What one meter costs on each side of a comparison.
Derivation treeOf(const Comparison& comparison, const ComparedLine& line);
/// How far apart two sides are in a figure of their runs.
Derivation treeOf(const Comparison& comparison, const ComparedFigure& figure);

}  // namespace plimsoll
