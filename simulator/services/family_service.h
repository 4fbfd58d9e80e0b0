// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/services/service.h"

#include <memory>
#include <utility>

namespace plimsoll {

/// A service of a family: `configure` says what its parameters mean to the family, `bill` is all that knows its meters.
template <Family F>
Service serviceOf(ServiceSpec spec, typename F::Config (*configure)(const ComponentView&),
                  void (*bill)(const ComponentView&, const typename F::Load&, const MeterSink&))
{
    using Load = typename F::Load;
    Service service;
    service.spec = std::move(spec);
    service.spec.takes = F::kTakes;
    service.spec.makes = F::kMakes;
    if constexpr (requires { F::kAcknowledgesAtOnce; })
        service.spec.acknowledgesAtOnce = F::kAcknowledgesAtOnce;
    if constexpr (requires { F::kAnswersReads; })
        service.spec.answersReads = F::kAnswersReads;
    constexpr bool kChanges = requires(typename F::Config config)
    {
        config.later;
    };
    service.changes = kChanges;
    using Later = std::vector<std::shared_ptr<const Component>>;
    const auto course = [configure](const ComponentView& self, const Later& later) {
        typename F::Config config = configure(self);
        if constexpr (kChanges) {
            for (const auto& each : later)
                config.later.push_back(configure({each.get(), self.spec, self.placement}));
        }
        return config;
    };
    service.makeNode = [course, bill](const NodeContext& context) {
        const ComponentView self = context.self;
        return F::makeNode(
            course(self, context.later), context, [self, bill](const Load& load, NodeReport& out) {
                bill(self, load, {out.usage, self.component->id, self.spec->id, out.seconds, self.placement});
            });
    };
    service.flowFace = [configure, bill](const ComponentView& self) -> FlowFace {
        auto config = std::make_shared<const typename F::Config>(configure(self));
        return [config, bill](FlowContext& context, const MeterSink& meters) {
            bill(context.self, F::flow(*config, context), meters);
        };
    };
    if constexpr (requires(const typename F::Config& config) { F::lanes(config); }) {
        service.lanes = [course](const ComponentView& self, const Later& later) {
            return F::lanes(course(self, later));
        };
    }
    return service;
}

}  // namespace plimsoll
