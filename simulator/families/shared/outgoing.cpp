// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/outgoing.h"

#include "simulator/queueing/extremes.h"
#include "simulator/traffic/key_popularity.h"

#include <cmath>

namespace plimsoll {

namespace {

bool sendsOver(Outgoing::Sender sender, const ConnectionPort& port)
{
    if (sender == Outgoing::Sender::Source)
        return true;
    if (port.text("role", "work") != "work")  // takes what was given up, or is done: no work
        return false;
    return port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Put
           || port.kind == ConnectionKind::Notify || port.kind == ConnectionKind::Query
           || port.kind == ConnectionKind::Start;
}

/// Each piece of work takes exactly one of its connections.
bool balances(const ServiceSpec& sender)
{
    return sender.balances || sender.sendsUnasked;
}

Operation operationOf(const ConnectionPort& port)
{
    const ServiceSpec& callee = *port.other.spec;
    const std::string operation = port.text("operation", "write");
    if (port.kind == ConnectionKind::Query
        || ((operation == "query" || port.kind == ConnectionKind::Start) && callee.runsQueries))
        return Operation::Query;
    if (callee.invoked)
        return Operation::Invoke;
    if (operation == "read" || operation == "query")
        return Operation::Read;
    return port.kind == ConnectionKind::Notify ? Operation::Invoke : Operation::Write;
}

/// Expected calls of `most` items each that a number of items needs whose mean this is: exact for whole numbers, in
/// between the mean of its neighbours.
double callsFor(double items, double most)
{
    const double low = std::floor(items), part = items - low;
    return std::ceil(low / most) * (1 - part) + std::ceil((low + 1) / most) * part;
}

}  // namespace

Outgoing::Outgoing(Sender sender, const ComponentView& self, const std::vector<ConnectionPort>& outputs)
{
    for (std::size_t output = 0; output < outputs.size(); ++output)
        add(sender, self, outputs[output], output);
    settle(self);
}

Outgoing::Outgoing(Sender sender, const ComponentView& self, const std::vector<FlowPort>& outputs)
{
    for (std::size_t output = 0; output < outputs.size(); ++output)
        add(sender, self, outputs[output].port, output);
    settle(self);
}

RetryPolicy Outgoing::policyOf(Sender sender, const ComponentView& self, const ConnectionPort& port)
{
    // Of whom it is asked decides about the SDK's client; who asks, whether the words are the connection's or its own.
    if (sender == Sender::Source) {
        // A connection that says anything about it says all.
        static const std::vector<ParameterSpec> rules = retryParameters();
        const ParameterMap& own = port.connection->parameters;
        const bool says = own.contains("retry")
                          || std::any_of(rules.begin(), rules.end(),
                                         [&own](const ParameterSpec& rule) { return own.contains(rule.id); });
        return says ? retryPolicyOf(port) : retryPolicyOf(self, *port.other.spec);
    }
    if (sender == Sender::Relay)
        return {};
    // Most notifications have no parameters for it: an SDK call whose answer is the acceptance.
    const bool says = std::any_of(port.specs->begin(), port.specs->end(),
                                  [](const ParameterSpec& spec) { return spec.id == "retry"; });
    return port.kind == ConnectionKind::Notify && !says ? RetryPolicy::of("sdk-standard", 3, 100)
                                                        : retryPolicyOf(port);
}

void Outgoing::add(Sender sender, const ComponentView& self, const ConnectionPort& port, std::size_t output)
{
    if (!sendsOver(sender, port))
        return;
    OutCall way;
    way.index = port.index;
    way.output = static_cast<std::uint32_t>(output);
    way.kind = port.kind;
    const std::string route = port.text("route", "copy");
    way.route = balances(*self.spec) ? OutCall::Route::Split
                : route == "split"   ? OutCall::Route::Split
                : route == "match"   ? OutCall::Route::Match
                                     : OutCall::Route::Copy;
    if (way.route != OutCall::Route::Copy)
        way.until = port.number("share", 100) / 100;
    way.name = hashOf(port.connection->id);
    // What a design without further connections draws must not depend on what the only one is called.
    way.copy = m_ways.empty() ? 0 : way.name | 1;
    way.operation = operationOf(port);
    way.per = port.text("operationsPer", "record") == "record" ? OutCall::Per::Record : OutCall::Per::Batch;
    way.operations = static_cast<std::uint32_t>(std::max(1.0, port.number("operations", 1)));
    way.batchSize = static_cast<std::uint32_t>(std::max(1.0, port.number("batchSize", 1)));
    way.fixedBytes = port.number("bytes", 0);
    way.sizeFactor = port.number("sizeFactor", 1);
    way.order = static_cast<int>(port.number("order", 0));
    way.concurrency = static_cast<std::uint32_t>(std::max(1.0, port.number("concurrency", 1)));
    way.timeout = fromMillis(port.number("timeoutMillis", 0));
    way.retry = policyOf(sender, self, port);
    way.fireAndForget = port.kind == ConnectionKind::Notify;
    if (sender == Sender::Source) {
        way.operations = 1;
        way.per = OutCall::Per::Record;
        way.order = 0;
        // A table is written by a call, but what it stores moves on: the unit goes with the record.
        way.holdsUnit = (port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Query)
                        && !(port.other.spec->stores && way.operation == Operation::Write);
    } else if (sender == Sender::Relay) {
        way.operations = 1;
        way.per = OutCall::Per::Batch;
        way.batchSize = 1;
    } else if (sender == Sender::Worker) {
        const bool plain = way.forgets() && way.operations == 1 && way.batchSize == 1 && way.order == 0;
        const bool mayBeTaken = port.kind == ConnectionKind::Start
                                || (port.kind == ConnectionKind::Put && takesOver(*port.other.spec));
        way.handsOver = port.kind == ConnectionKind::Notify || (mayBeTaken && plain);
    }
    m_ways.push_back(way);
}

void Outgoing::settle(const ComponentView& self)
{
    double sum = 0;
    std::size_t splits = 0;
    for (const OutCall& way : m_ways) {
        sum += way.route == OutCall::Route::Split ? way.until : 0;
        splits += way.route == OutCall::Route::Split ? 1 : 0;
        m_copies &= way.route == OutCall::Route::Copy;
    }
    for (OutCall& way : m_ways)  // a record of which there is no second copy keeps its name
        way.copy = splits == m_ways.size() ? 0 : way.copy;
    // Exactly one of the split connections takes a piece of work; what they leave of it takes none of them.
    const bool whole = balances(*self.spec) || sum > 1 - 1e-9;
    double at = 0;
    std::size_t seen = 0;
    for (OutCall& way : m_ways) {
        if (way.route != OutCall::Route::Split)
            continue;
        const double share = !whole ? way.until : sum > 0 ? way.until / sum : 1 / static_cast<double>(splits);
        way.from = at;
        at += share;
        way.until = ++seen == splits && whole ? 1 : at;
    }
    m_copies |= balances(*self.spec) && m_ways.size() <= 1;
    std::stable_sort(m_ways.begin(), m_ways.end(),
                     [](const OutCall& a, const OutCall& b) { return a.order < b.order; });
}

// --- mean rates ---------------------------------------------------------------------------------------------------------

namespace {

/// How long a caller waits for one try, and the share of tries for whose answers it does not wait long enough. Where nobody
/// says how much the time to an answer varies, or it only grows, all are taken to be as late as the mean.
CutOff waitedFor(Duration timeout, const Answer& answer)
{
    if (timeout <= Duration{0})
        return {answer.seconds, 0};
    const bool known = answer.variance >= 0 && answer.overload <= 1;
    return cutOff({answer.seconds, known ? answer.variance : 0}, seconds(timeout));
}

double lostShare(const OutCall& way, const Answer& answer)
{
    return Outgoing::lostShareOf(way.timeout, answer);
}

/// Retries of one call when a share `lost` of all tries fails: of a policy of n attempts lost + .. + lost^(n-1), at most
/// what budget and quota allow. The SDK's quota: a retry takes 5 tokens, which come back with its success, and a call
/// without one adds 1, so that in the long run 5 x lost x retries = 1 - lost.
double retriesOf(const OutCall& way, double lost)
{
    double retries = 0, power = lost;
    for (int tries = 1; way.retry.allows(tries) && power > 1e-12; ++tries, power *= lost)
        retries += power;
    if (way.retry.budgetShare > 0)
        retries = std::min(retries, way.retry.budgetShare);
    if (way.retry.kind == RetryPolicy::Kind::SdkStandard && lost > 0)
        retries = std::min(retries, (1 - lost) / (CallGuard::kRetryCost * lost));
    return retries;
}

/// The same of one call that is refused at each try. Such retries take 5 tokens each for good: what other calls bring in,
/// and what was saved up.
double retriesOfShutOut(const OutCall& way, double share)
{
    double retries = 0;
    while (way.retry.allows(static_cast<int>(retries) + 1))
        ++retries;
    if (way.retry.budgetShare > 0)
        retries = std::min(retries, way.retry.budgetShare / share);
    if (way.retry.kind == RetryPolicy::Kind::SdkStandard)
        retries = std::min(retries, ((1 - share) / CallGuard::kRetryCost + way.savedRetries) / share);
    return retries;
}

/// Time of a call of `retries` more tries that take so long each.
double secondsOfShutOut(const OutCall& way, double retries, double each)
{
    double wanted = 0, pauses = 0;
    for (int tries = 1; way.retry.allows(tries); ++tries, ++wanted)
        pauses += seconds(way.retry.delay(tries, 0.5));
    return (1 + retries) * each + (wanted > 0 ? pauses * retries / wanted : 0);
}

}  // namespace

double OutCall::share(const FlowRate& work) const
{
    if (route != Route::Match)
        return until - from;
    if (!work.keys)
        return until * (1 - work.hottestKeyShare) + (takes(0, 0) ? work.hottestKeyShare : 0);
    return shareOfKeys(*work.keys, until, [&](std::uint32_t key) { return takes(0, key); });
}

double Outgoing::lostShareOf(Duration timeout, const Answer& answer)
{
    const double late = waitedFor(timeout, answer).share;
    return late + (1 - late) * std::clamp(answer.refusedShare, 0.0, 1.0);
}

double Outgoing::attemptsOf(const OutCall& way, const Answer& answer)
{
    const double shutOut = answer.shutOutShare;
    const double tries = 1 + retriesOf(way, lostShare(way, answer));
    return shutOut > 0 ? shutOut * (1 + retriesOfShutOut(way, shutOut)) + (1 - shutOut) * tries : tries;
}

double Outgoing::failedShareOf(const OutCall& way, const Answer& answer)
{
    // Each try that succeeds ends a call.
    const double lost = lostShare(way, answer);
    const double fails = std::max(0.0, 1 - (1 + retriesOf(way, lost)) * (1 - lost));
    return answer.shutOutShare + (1 - answer.shutOutShare) * fails;
}

double Outgoing::secondsOf(const OutCall& way, const Answer& answer)
{
    const double lost = lostShare(way, answer), retries = retriesOf(way, lost);
    const double each = waitedFor(way.timeout, answer).seconds;
    double wanted = 0, pauses = 0, power = lost;
    for (int tries = 1; way.retry.allows(tries) && power > 1e-12; ++tries, power *= lost) {
        wanted += power;
        pauses += power * seconds(way.retry.delay(tries, 0.5));
    }
    const double served = (1 + retries) * each + (wanted > 0 ? pauses * retries / wanted : 0);
    const double shutOut = answer.shutOutShare;
    if (shutOut <= 0)
        return served;
    const double refused = secondsOfShutOut(way, retriesOfShutOut(way, shutOut), answer.shutOutSeconds);
    return shutOut * refused + (1 - shutOut) * served;
}

/// Records that arrive at one instant when a piece of work makes several calls at once: as many as are made at first and,
/// where each answer takes as long as the others, in each round after that; else one call follows the other.
static double recordsAtOnce(const OutCall& way, const FlowRate& work, const FlowRate& sent,
                            const Answer& answer)
{
    const double share = way.share(work);
    if (way.concurrency <= 1 || work.messagesPerSecond * share <= 0)
        return 1;
    const double calls = sent.messagesPerSecond / (work.messagesPerSecond * share), most = way.concurrency;
    if (calls <= 1)
        return 1;
    const double instants =
        answer.variance == 0 || calls <= most ? std::ceil(calls / most - 1e-9) : 1 + calls - most;
    return std::max(1.0, sent.recordsPerSecond / (work.messagesPerSecond * share) / instants);
}

FlowRate Outgoing::rateOf(const OutCall& way, const FlowRate& work, const Answer& answer) const
{
    const double share = way.share(work);
    const double records = work.recordsPerMessage();
    const bool several = records > 1 + 1e-9;
    FlowRate sent;
    sent.hottestKeyShare = work.hottestKeyShare;
    sent.metShare = work.metShare;
    sent.keys = work.keys;
    sent.sizes = way.fixedBytes > 0 ? SizeMix::constant(way.fixedBytes) : work.sizes.scaled(way.sizeFactor);
    const double each = way.fixedBytes > 0 ? way.fixedBytes : work.bytesPerRecord() * way.sizeFactor;
    if (way.handsOver) {
        // A batch goes on as far as any of its records goes that way.
        const double some =
            several && way.route != OutCall::Route::Copy ? 1 - std::pow(1 - share, records) : share;
        sent.messagesPerSecond = work.messagesPerSecond * (several ? some : share);
        sent.recordsPerSecond = work.recordsPerSecond * share;
        sent.bytesPerSecond = sent.recordsPerSecond * each;
        sent.mostRecords = work.mostRecords;
        return sent;
    }
    const double perCall = way.batchSize;
    if (way.per == OutCall::Per::Record) {
        const double calls = several ? RecordCounts{work}.mean([&](double count) {
            return callsFor(count * share * way.operations, perCall);
        })
                                     : share * callsFor(records * way.operations, perCall);
        sent.messagesPerSecond = work.messagesPerSecond * calls;
        sent.recordsPerSecond = work.recordsPerSecond * share * way.operations;
        sent.mostRecords = std::min(perCall, work.mostRecords * way.operations);
        sent.recordsAtOnce = recordsAtOnce(way, work, sent, answer);
        sent.bytesPerSecond = sent.recordsPerSecond * each;
    } else {
        sent.messagesPerSecond = work.messagesPerSecond * share * callsFor(way.operations, perCall);
        const bool whole = way.operation == Operation::Write || way.operation == Operation::Invoke;
        sent.recordsPerSecond = sent.messagesPerSecond * (whole ? records : 1);
        sent.bytesPerSecond = whole || way.fixedBytes > 0 ? sent.recordsPerSecond * each
                                                          : sent.messagesPerSecond * records * each;
    }
    const double tries = attemptsOf(way, answer);
    sent = sent * tries;
    if (const double shutOut = answer.shutOutShare; shutOut > 0)
        sent.shutOutShare = shutOut * (1 + retriesOfShutOut(way, shutOut)) / tries;
    return sent;
}

CallsOfWork Outgoing::send(std::vector<FlowPort>& outputs, const FlowRate& work) const
{
    for (const OutCall& way : m_ways)
        outputs[way.output].rate = rateOf(way, work, outputs[way.output].answer);
    return waitFor(outputs, work);
}

CallsOfWork Outgoing::waitFor(const std::vector<FlowPort>& outputs, const FlowRate& work) const
{
    CallsOfWork calls;
    double succeeds = 1;
    for (std::size_t at = 0; at < m_ways.size();) {
        // Of equal orders the longest counts; of those that split the work there is one at a time.
        DrawnTime all;
        double one = 0, shares = 0, matched = 0, oneSquared = 0, inSequence = 0;
        std::size_t end = at;
        for (; end < m_ways.size() && m_ways[end].order == m_ways[at].order; ++end) {
            const OutCall& way = m_ways[end];
            if (way.handsOver)
                continue;
            const Answer& answer = outputs[way.output].answer;
            const double share = way.share(work);
            const double tries = attemptsOf(way, answer);
            const double pieces = work.messagesPerSecond * share;
            const double number =
                pieces > 0 && tries > 0 ? outputs[way.output].rate.messagesPerSecond / pieces / tries : 1;
            const double rounds = std::max(1.0, number / way.concurrency);
            inSequence = std::max(inSequence, rounds * tries);
            // As one ends the next begins: in the last round the slowest of them counts.
            const double last =
                slowestOf(std::min<double>(number, way.concurrency), {answer.seconds, answer.spread()})
                - answer.seconds;
            const double spent = rounds * secondsOf(way, answer) + last;
            const double spread = rounds * attemptsOf(way, answer) * answer.spread();
            succeeds *= 1 - share * (1 - std::pow(1 - failedShareOf(way, answer), std::max(1.0, number)));
            switch (way.route) {
            case OutCall::Route::Copy:
                all = laterOf(all, {spent, spread});
                break;
            case OutCall::Route::Split:
                one += share * spent;
                oneSquared += share * (spread + spent * spent);
                shares += share;
                break;
            case OutCall::Route::Match:
                matched = share * std::max(matched, spent) + (1 - share) * matched;
                break;
            }
        }
        // A split's mean, where it is longer than what everything waits for anyway.
        const double mean = shares > 0 ? one / shares : 0;
        const double split = shares * std::max(all.mean, mean) + (1 - shares) * all.mean;
        calls.seconds += std::max(split, matched);
        // Of a split the spread within its ways and between them; a match is taken for exponential.
        calls.variance += shares > 0 && split > all.mean ? std::max(0.0, oneSquared / shares - mean * mean)
                          : matched > split              ? matched * matched
                                                         : all.variance;
        calls.inSequence += inSequence;
        at = end;
    }
    calls.failedShare = 1 - succeeds;
    return calls;
}

double CallsOfWork::begunWithin(double cutSeconds) const
{
    if (seconds <= cutSeconds || inSequence <= 0)
        return 1;
    const double each = seconds / inSequence, squaredVariation = variance / inSequence / (each * each);
    const double further = std::max(0.0, cutSeconds / each - std::max(0.0, 1 - squaredVariation) / 2);
    return std::min(1.0, (1 + further) / std::max(1.0, inSequence));
}

}  // namespace plimsoll
