// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/flow/flow_context.h"
#include "simulator/kernel/node_context.h"

#include <concepts>
#include <functional>
#include <utility>

namespace plimsoll {

/// What a run hands to the bill of its service: the family's Load, per second.
template <class Load>
using BillOf = std::function<void(const Load&, NodeReport&)>;

/// A behaviour that several services share: the node code, exact, message by message, and the flow face, mean rates.
/// Both are built from the same Config and fill the same Load, so that a service has one configuration and one bill.
/// It says which kinds of connections it acts on, into it (`kTakes`) and out of it (`kMakes`); no others are offered.
/// A family may also say how many lanes a consumer polls one by one, `lanes(config)`, and that to be read is another thing
/// to it than to be written to, `kAnswersReads`, and that it takes what it is given in no time, `kAcknowledgesAtOnce`.
/// One whose parameters may change while it runs keeps the configurations to come in `Config::later` and goes over to the
/// next at a control of the kind Changed.
template <class F>
concept Family = requires(const typename F::Config& config, const NodeContext& node, FlowContext& flow,
                          BillOf<typename F::Load> bill)
{
    {
        F::makeNode(config, node, std::move(bill))
        } -> std::same_as<NodeHandle>;
    {
        F::flow(config, flow)
        } -> std::same_as<typename F::Load>;
    {
        F::kTakes
        } -> std::convertible_to<KindSet>;
    {
        F::kMakes
        } -> std::convertible_to<KindSet>;
};

}  // namespace plimsoll
