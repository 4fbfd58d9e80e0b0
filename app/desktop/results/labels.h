// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "simulator/metrics/run_report.h"

#include <QtCore/QString>

#include <algorithm>

namespace plimsoll {

/// Apart from functions of the reports that are called so, too, and answer in another kind of text.
inline namespace labels {

/// What the user calls a component of a run.
inline QString labelOf(const ComponentReport& component)
{
    return QString::fromStdString(component.label.empty() ? component.id : component.label);
}

/// The same by its id, which stands for one that the run does not know.
inline QString labelOf(const RunReport& report, const ComponentId& id)
{
    const ComponentReport* component = findComponent(report, id);
    return component ? labelOf(*component) : QString::fromStdString(id);
}

/// The source of a path; where it asks several, with whom this one leads to, as the design says.
inline QString labelOf(const RunReport& report, const PathReport& path, const Design& design)
{
    const bool isOnly = std::none_of(report.paths.begin(), report.paths.end(), [&](const PathReport& each) {
        return each.source == path.source && each.id != path.id;
    });
    const QString source = labelOf(report, path.source);
    const Connection* connection = isOnly ? nullptr : findConnection(design, path.connection);
    return connection ? source + QStringLiteral(" \u2192 ") + labelOf(report, connection->to) : source;
}

}  // namespace labels

}  // namespace plimsoll
