// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/topic/topic.h"

#include <algorithm>

namespace plimsoll {

namespace {

TopicVolume operator*(const TopicVolume& volume, double share)
{
    return {volume.calls * share,     volume.records * share,     volume.bytes * share,
            volume.callSteps * share, volume.recordSteps * share, volume.fineSteps * share};
}

TopicVolume volumeOf(const TopicConfig& config, const FlowRate& rate)
{
    return {rate.messagesPerSecond,
            rate.recordsPerSecond,
            rate.bytesPerSecond,
            rate.messagesPerSecond * rate.stepsPerMessage(config.callStep),
            rate.recordsPerSecond * rate.stepsPerRecord(config.recordStep),
            rate.recordsPerSecond * rate.stepsPerRecord(config.fineStep)};
}

/// Share of the records that come on keys with more than the limit lets one have.
double refusedByKeys(const LimitSpec& limit, const FlowRate& rate)
{
    if (!rate.keys || rate.recordsPerSecond <= 0)
        return std::max(0.0, rate.hottestKeyShare - limit.perUnit / std::max(1e-12, rate.recordsPerSecond));
    double refused = 0;
    for (const KeyLaw::Share& group : rate.keys->groups())
        refused += group.keys * std::max(0.0, group.each - limit.perUnit / rate.recordsPerSecond);
    return refused;
}

/// What the limits of publishing let pass, and their rows.
double passes(const TopicConfig& config, const FlowRate& offered, std::vector<LimitUse>& limits)
{
    // Taken as if all were of the mean size.
    const double each =
        offered.messagesPerSecond > 0 ? offered.bytesPerSecond / offered.messagesPerSecond : 0;
    double passes = each > static_cast<double>(config.largest) ? 0 : 1;
    const auto add = [&](const LimitSpec& spec, double asked, double through, double busiest = 0) {
        limits.push_back(rateLimit(spec, asked, asked, asked * (1 - through), busiest));
        passes = std::min(passes, through);
    };
    const auto share = [](const LimitSpec& spec, double asked) {
        const double most = spec.perUnit * spec.count;
        return asked > most ? most / asked : 1.0;
    };
    const double asked = config.countsCalls ? offered.messagesPerSecond : offered.recordsPerSecond;
    if (config.published)
        add(*config.published, asked, share(*config.published, asked));
    if (config.publishedBytes)
        add(*config.publishedBytes, offered.bytesPerSecond,
            share(*config.publishedBytes, offered.bytesPerSecond));
    if (config.perKey && offered.recordsPerSecond > 0) {
        LimitSpec spec = *config.perKey;
        spec.count = offered.keys ? std::max(1.0, offered.keys->keys()) : 1;
        add(spec, offered.recordsPerSecond, 1 - refusedByKeys(spec, offered), offered.hottestKeyShare);
    }
    return passes;
}

/// Tries of a delivery, and the share given up, when a share of the tries fails.
struct Tries {
    double each = 1;
    double givenUp = 0;
};

Tries triesOf(const SubscriptionRules& rules, const Answer& answer, double runSeconds)
{
    const double fails = std::clamp(answer.refusedShare, 0.0, 1.0);
    if (fails <= 0)
        return {};
    // No more than begin while it is young enough, or while the scenario lasts.
    const int retries = rules.plan->retriesWithin(rules.retries, std::min(seconds(rules.age), runSeconds));
    if (fails >= 1)
        return {retries + 1.0, 1};
    const double givenUp = deterministicExp(std::max(-700.0, deterministicLog(fails) * (retries + 1)));
    return {(1 - givenUp) / (1 - fails), givenUp};
}

/// Mean over the whole scenario, as its clock is not that of the traffic's slices.
FlowRate invocationsOf(const Clock& clock, const Scenario& scenario)
{
    const double each = clock.timesIn(0, scenario.durationSeconds) / std::max(1e-9, scenario.durationSeconds);
    FlowRate rate;
    rate.messagesPerSecond = rate.recordsPerSecond = each * clock.schedules;
    rate.bytesPerSecond = rate.recordsPerSecond * clock.recordBytes;
    rate.sizes = SizeMix::constant(clock.recordBytes);
    return rate;
}

/// A quota needed is the demand itself: one unit of it carries one a second.
void addSizing(const std::optional<LimitSpec>& limit, const std::string& parameter, double asked,
               FlowContext& context)
{
    if (!limit)
        return;
    context.result.sizing.push_back(sizeFor(parameter, limit->unit, limit->perUnit * limit->count,
                                            context.targetUtilisation,
                                            {{limit->label, limit->unit, asked, 1, limit->source}}));
    context.result.sizing.back().relieves = {limit->limit};
}

}  // namespace

Receiver receiverOf(const ServiceSpec& sender, const ServiceSpec& spec)
{
    if (spec.events)
        return Receiver::Function;
    if (spec.feed.shape == FeedSpec::Shape::Queue)
        return Receiver::Queue;
    const bool isKnown = IntegrationTable::builtin().judge(sender, spec).verdict == Legality::Verdict::Legal;
    // What AWS bills nothing for is no service of its own, but an address, known to it or not.
    return takesOver(spec) && (!isKnown || spec.meters.empty()) ? Receiver::Endpoint : Receiver::Service;
}

bool isForFailures(const ConnectionPort& port)
{
    return port.text("role", "work") == "on-failure";
}

SubscriptionRules rulesOf(const TopicConfig& config, const ComponentView& self, const ConnectionPort& port)
{
    SubscriptionRules rules;
    rules.receiver = receiverOf(*self.spec, *port.other.spec);
    const bool isEndpoint = rules.receiver == Receiver::Endpoint;
    rules.plan = isEndpoint ? &config.toEndpoints : &config.toServices;
    const DeliverySpec own = self.spec->delivery.value_or(DeliverySpec{});
    const auto said = [&](const char* name, const std::string& ofEndpoints, double standard) {
        // What keeps its events has rules of its own, which are the connection's; until it has one, ours hold.
        if (port.other.spec->events)
            return standard;
        if (port.connection->parameters.contains(name))
            return port.number(name, standard);
        return isEndpoint && findParameter(*self.spec, ofEndpoints) ? self.number(ofEndpoints) : standard;
    };
    const double retries = config.retries.value_or(static_cast<int>(own.retries));
    const double age = config.age ? seconds(*config.age) : static_cast<double>(own.ageSeconds);
    rules.retries = static_cast<int>(said("maximumRetryAttempts", own.endpointRetries, retries));
    rules.age = fromSeconds(said("maximumEventAgeSeconds", own.endpointSeconds, age));
    return rules;
}

TopicVolume operator+(const TopicVolume& a, const TopicVolume& b)
{
    return {a.calls + b.calls,         a.records + b.records,         a.bytes + b.bytes,
            a.callSteps + b.callSteps, a.recordSteps + b.recordSteps, a.fineSteps + b.fineSteps};
}

TopicLoad TopicFamily::flow(const TopicConfig& config, FlowContext& context)
{
    const FlowRate offered =
        config.clock ? invocationsOf(*config.clock, *context.scenario) : context.arriving();
    context.result.offered = offered;
    const double fits = 1 - offered.sizes.shareAbove(static_cast<double>(config.largest));
    FlowComponent& result = context.result;
    const double through = fits * passes(config, offered * fits, result.limits);
    const FlowRate accepted = offered * through;
    result.accepted = accepted;
    result.refused = offered * (1 - through);
    const double answer = config.acknowledgement.mean() * 1e-9;
    result.serviceMillis = answer * 1e3;
    context.answerAll({.seconds = answer, .refusedShare = 1 - through});
    addSizing(config.published, config.publishedParameter,
              config.countsCalls ? offered.messagesPerSecond : offered.recordsPerSecond, context);

    TopicLoad load;
    if (config.clock)
        load.asked = volumeOf(config, accepted);
    for (const FlowPort& input : context.inputs) {
        TopicVolume& sum = input.port.kind == ConnectionKind::Notify ? load.told : load.asked;
        sum = sum + volumeOf(config, input.rate) * through;
    }
    // Each record goes on by itself.
    FlowRate single = accepted;
    single.messagesPerSecond = single.recordsPerSecond;
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    FlowRate letters;
    double tries = 0;
    for (const OutCall& way : outgoing.ways()) {
        FlowPort& output = context.outputs[way.output];
        const SubscriptionRules rules = rulesOf(config, context.self, output.port);
        const FlowRate copies = outgoing.rateOf(way, single, {});
        const Tries each = triesOf(rules, output.answer, context.scenario->durationSeconds);
        output.rate = copies * each.each;
        tries += output.rate.messagesPerSecond;
        load.copies = load.copies + volumeOf(config, copies);
        letters = letters + copies * each.givenUp;
        TopicVolume& sum = load.delivered[static_cast<std::size_t>(rules.receiver)];
        sum = sum + volumeOf(config, copies * (1 - each.givenUp));
        if (way.route == OutCall::Route::Match)
            load.filteredBytes += accepted.bytesPerSecond;
        if (rules.receiver == Receiver::Endpoint && config.endpointPace) {
            LimitSpec spec = *config.endpointPace;
            spec.limit += "-" + output.port.connection->id;
            const double asked = output.rate.messagesPerSecond, beyond = std::max(0.0, asked - spec.perUnit);
            result.limits.push_back(rateLimit(spec, asked, asked, beyond));
            result.backlogGrowthPerSecond += beyond;
            if (beyond > 0)
                output.rate = output.rate * (spec.perUnit / asked);
        }
    }
    addSizing(config.deliveries, config.deliveriesParameter, tries, context);
    if (config.deliveries) {
        const double beyond = std::max(0.0, tries - config.deliveries->perUnit);
        result.limits.push_back(rateLimit(*config.deliveries, tries, tries, beyond));
        result.backlogGrowthPerSecond += beyond;
        for (const OutCall& way : outgoing.ways()) {
            if (beyond > 0)
                context.outputs[way.output].rate = context.outputs[way.output].rate * (1 - beyond / tries);
        }
    }
    for (FlowPort& output : context.outputs) {
        if (isForFailures(output.port))
            output.rate = letters;
    }
    return load;
}

}  // namespace plimsoll
