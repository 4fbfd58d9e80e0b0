// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

struct SupportConfig {
    LimitSpec quota;  ///< calls per second; none is known where it is 0
};

using SupportLoad = SupportUse;

/// Asked beside the work of its users, who do not wait for it here: keys, logs. It adds no time and refuses nothing; what
/// it is asked follows from what its users take in.
struct SupportServiceFamily {
    using Config = SupportConfig;
    using Load = SupportLoad;
    static constexpr KindSet kTakes{ConnectionKind::Uses};
    static constexpr KindSet kMakes{};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
