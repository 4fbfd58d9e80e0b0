// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/families/topic/clock.h"
#include "simulator/families/topic/retry_plan.h"
#include "simulator/metrics/limits.h"

#include <array>
#include <chrono>
#include <optional>

namespace plimsoll {

/// Takes what is published and hands a copy to each subscriber that wants it, trying again by itself.
struct TopicConfig {
    std::optional<Clock> clock;          ///< nobody publishes: it begins by itself
    std::optional<LimitSpec> published;  ///< records or calls a second; beyond it they are refused
    bool countsCalls = false;            ///< the limit is of calls, whatever they bring
    std::string publishedParameter, deliveriesParameter;  ///< that set the limits
    std::optional<LimitSpec> publishedBytes;              ///< a second
    std::optional<LimitSpec> perKey;                      ///< records a second of one key
    /// Deliveries a second over all subscribers, tries included; those beyond it wait.
    std::optional<LimitSpec> deliveries;
    std::optional<LimitSpec> endpointPace;  ///< the same to one endpoint of the user's own
    std::uint64_t largest = 256 * 1024;     ///< bytes of one call
    Law acknowledgement;                    ///< nanoseconds from a call to its answer
    Law propagation;                        ///< nanoseconds from a call to a first delivery
    RetryPlan toServices, toEndpoints;
    std::optional<int> retries;   ///< where a connection does not say
    std::optional<Duration> age;  ///< the same
    Duration endpointTimeout{};   ///< an endpoint that takes longer has failed; 0 = never
    bool ordered = false;         ///< by key: one that failed holds back those behind it
    double callStep = 65536;      ///< bytes that one billed unit of a call covers
    double fineStep = 8192;       ///< of a record too, for what is billed in finer ones
    double recordStep = 65536;    ///< the same of a record by itself, published or delivered
};

/// Who is delivered to, as far as it matters to rules and prices.
enum class Receiver : std::size_t {
    Function,  ///< keeps the events it is sent
    Queue,
    Service,  ///< any other that is run for the user
    Endpoint  ///< the user's own, at an address
};
inline constexpr std::size_t kReceivers = 4;
/// An address of the user's own is what the sender does not know as a service.
Receiver receiverOf(const ServiceSpec& sender, const ServiceSpec& spec);

/// What was published or delivered, per second.
struct TopicVolume {
    double calls = 0, records = 0, bytes = 0;
    double callSteps = 0, recordSteps = 0, fineSteps = 0;  ///< in whole steps of the configuration
};
TopicVolume operator+(const TopicVolume& a, const TopicVolume& b);

/// What a topic is billed for.
struct TopicLoad {
    TopicVolume asked;   ///< published by a caller
    TopicVolume told;    ///< published by a service that notifies
    TopicVolume copies;  ///< taken by a subscription, whether or not they arrive
    std::array<TopicVolume, kReceivers> delivered;
    double filteredBytes = 0;  ///< looked at by the filters of subscriptions, each by itself
    TopicVolume published() const { return asked + told; }
    const TopicVolume& deliveredTo(Receiver receiver) const
    {
        return delivered[static_cast<std::size_t>(receiver)];
    }
};

struct TopicFamily {
    using Config = TopicConfig;
    using Load = TopicLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify};
    static constexpr KindSet kMakes{ConnectionKind::Notify, ConnectionKind::Put, ConnectionKind::Start};
    static NodeHandle makeNode(TopicConfig config, const NodeContext& context, BillOf<TopicLoad> bill);
    static TopicLoad flow(const TopicConfig& config, FlowContext& context);
};

/// How one subscription is tried, as its connection says or, where the receiver has rules of its own for what it took,
/// as the sender does by itself.
struct SubscriptionRules {
    Receiver receiver = Receiver::Service;
    int retries = 0;
    Duration age{};
    const RetryPlan* plan = nullptr;
};
SubscriptionRules rulesOf(const TopicConfig& config, const ComponentView& self, const ConnectionPort& port);

/// Takes what was given up instead of nobody.
bool isForFailures(const ConnectionPort& port);

}  // namespace plimsoll
