// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"
#include "simulator/families/fleet/fleet.h"
#include "simulator/metrics/meter_sink.h"
#include "simulator/services/parameter_factories.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll {

/// What one service calls the units of its fleet, and when its scaling acts unless told otherwise.
struct WorkerWords {
    std::string one, many;         ///< "task", "tasks"
    std::string slot = "Workers";  ///< what works inside one
    std::string count;             ///< ids of parameters: how many there are at the start ...
    std::string least, most;       ///< ... and the bounds of scaling
    std::int64_t smallest = 1;     ///< units that may be left
    std::int64_t largest = 100000;
    std::int64_t usualLeast = 1;
    std::int64_t metricSeconds = 60, outPoints = 3, inPoints = 15;
    std::int64_t cooldownSeconds = 0;
    bool cooldownOut = true;  ///< a scale-out waits for the cooldown too, not only a scale-in
    std::vector<std::string> metrics{"busy", "backlog"};  ///< what it can scale on
    std::string metricsSource{};                          ///< who says so; empty = Auto Scaling on a queue's
    declare::Fact pace;                                   ///< of periods and points
    declare::Fact cooldown;
};

/// Tasks of a container service that target tracking scales: in after a cooldown, out whenever more are needed.
/// Source: https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
WorkerWords trackedTasks();

/// How many units there are to be is changed at any time, unless scaling decides it.
ChangeSpec desiredCount();

/// The parameters of what a unit works on and in what time: `slots`, `serviceMillis`, its law, `queueLimit`.
std::vector<ParameterSpec> workParameters(const WorkerWords& words);
/// The parameters of a fleet that scales on busy workers or on a backlog.
std::vector<ParameterSpec> scalingParameters(const WorkerWords& words);
/// Linux instances are billed by the second from the launch, a minute at least.
/// Source: https://aws.amazon.com/ec2/pricing/on-demand/
UnitStart instanceStart(Duration boot);
/// The meters `instance-hours-<type>` and `spot-instance-hours-<type>`, and what they are told.
void addInstanceMeters(ServiceSpec& spec);
void billInstances(const ComponentView& self, double instances, double always, const MeterSink& meters);
/// Units that are there at all times: those of a fleet that does not scale, or its least.
double heldAlways(const ComponentView& self, const WorkerWords& words);

/// Whether the units run on capacity that AWS takes back, and what it costs; `source` says what it is.
std::vector<ParameterSpec> spotParameters(const std::string& source);
/// Adds the parameters of `more` to the spec.
void addParameters(ServiceSpec& spec, std::vector<ParameterSpec> more);
/// What such a service sends: the user's own code may call anything.
SenderSpec ownCode();

/// The configuration that these parameters stand for; how a unit starts is the service's to add.
FleetConfig workersOf(const ComponentView& self, const WorkerWords& words);

}  // namespace plimsoll
