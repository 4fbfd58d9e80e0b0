// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <QtCore/QString>

namespace plimsoll {

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

}  // namespace plimsoll
