// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace plimsoll {

/// What the components of a group come to together. What is not known is not there.
struct GroupFigure {
    int members = 0;
    std::optional<double> perSecond;  ///< records that come in, and that sources inside send
    std::optional<Money> monthly;
    bool stale = false;  ///< of an earlier state of the design
    friend bool operator==(const GroupFigure&, const GroupFigure&) = default;
};

/// Of all groups, from the run when it fits the design, else from the live estimate.
QHash<QString, GroupFigure> groupFigures(const DesignDocument& document, const RunSession& session);

}  // namespace plimsoll
