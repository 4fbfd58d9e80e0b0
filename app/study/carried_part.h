// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/carried_work.h"
#include "simulator/estimate/flow.h"

#include <set>

namespace plimsoll {

/// What `auto` sizes for: use of a limit that leaves head-room.
inline constexpr double kTargetUse = 0.8;

/// Whether a share of work that small counts as none.
inline constexpr double kUnnoticed = 5e-4;

/// The limit asked most of, in its worst stretch; null without limits.
const LimitUse* tightest(const FlowComponent& component);

CarriedPart partOf(const FlowComponent& component, double durationSeconds);

/// Whether it carries less than it is offered.
bool isShort(const CarriedPart& part);
bool isShort(const FlowReport& flow, const FlowComponent& component);

/// The components from which records go on; the others are the ends of the design.
std::set<ComponentId> sendersIn(const Design& design, const FlowReport& flow);

/// How far a component is from carrying what it is offered: 1 just does, at its limit.
double pressure(const FlowReport& flow, const FlowComponent& component);

}  // namespace plimsoll
