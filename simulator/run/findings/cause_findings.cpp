// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/findings/cause_findings.h"

#include "simulator/metrics/facts.h"

#include <cmath>
#include <string_view>

namespace plimsoll {

namespace {

constexpr double kTrifle = 0.01;  // of what was offered: less is news to nobody

/// What the families call work that took too long.
constexpr std::string_view kTooLong[] = {"timeouts", "http-504", "queries-too-long"};

double turnedAway(const ComponentReport& component)
{
    return static_cast<double>(component.counts.throttled + component.counts.rejected);
}

bool runsFunctions(const ComponentReport& component)
{
    return factOf(component, "invocations") > 0;
}

double meanMillis(const ComponentReport& component)
{
    return component.latency.mean.value_or(0);
}

/// The one of those it calls that takes longest.
const ComponentReport* slowestCallee(const ComponentReport& component, const RunReport& report)
{
    const ComponentReport* slowest = nullptr;
    for (const ComponentId& id : component.calls) {
        const ComponentReport* callee = findComponent(report, id);
        if (callee && meanMillis(*callee) > (slowest ? meanMillis(*slowest) : 0))
            slowest = callee;
    }
    return slowest;
}

const ComponentReport* busiestReader(const ComponentReport& queue, const RunReport& report)
{
    const ComponentReport* busiest = nullptr;
    for (const ConsumerCounts& consumer : queue.consumers) {
        const ComponentReport* reader = findComponent(report, consumer.consumer);
        if (reader && (!busiest || reader->counts.completed > busiest->counts.completed))
            busiest = reader;
    }
    return busiest;
}

}  // namespace

std::optional<TimedOut> timedOut(const ComponentReport& component, const RunReport& report)
{
    double records = 0;
    for (const std::string_view id : kTooLong)
        records += factOf(component, id);
    const auto offered = static_cast<double>(component.counts.offered),
               failed = static_cast<double>(component.counts.failed);
    // A function's run has many records, and what fails in it may fail by its calls.
    const double perRun =
        runsFunctions(component) ? std::max(1.0, factOf(component, "records-per-invocation")) : 1;
    records *= perRun;
    if (records < kTrifle * offered || records <= 0 || records < failed / 2)
        return std::nullopt;
    return TimedOut{&component, records, slowestCallee(component, report)};
}

double downSeconds(const ComponentReport& component)
{
    return factOf(component, "down-seconds");
}

double failingSeconds(const ComponentReport& component)
{
    return factOf(component, "failing-seconds");
}

double workedOnTwice(const ComponentReport& queue)
{
    return factOf(queue, "deleted-too-late");
}

bool comesBackTooSoon(const ComponentReport& queue)
{
    constexpr double kMuch = 0.1;  // of all that was received
    return workedOnTwice(queue) > kMuch * factOf(queue, "messages-received");
}

std::optional<Cause> causeBesideLimits(const RunReport& report)
{
    std::optional<Cause> worst;
    const auto consider = [&](Cause cause) {
        if (cause.records > (worst ? worst->records : 0))
            worst = cause;
    };
    for (const ComponentReport& component : report.components) {
        if (const std::optional<TimedOut> late = timedOut(component, report))
            consider({Cause::Kind::TimedOut, &component, late->callee, late->records});
        if (downSeconds(component) > 0)
            consider({Cause::Kind::Down, &component, nullptr, turnedAway(component)});
        else if (failingSeconds(component) > 0)
            consider({Cause::Kind::Failing, &component, nullptr,
                      turnedAway(component) + static_cast<double>(component.counts.failed)});
    }
    return worst;
}

Finding timedOutFinding(const TimedOut& timedOut)
{
    const ComponentReport& component = *timedOut.at;
    Finding finding;
    finding.id = "timed-out";
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    const PhraseArgument name = inWords("component", component.label);
    const auto offered = static_cast<double>(component.counts.offered);
    finding.text = {"{component} gave up {records} of {offered} because they took longer than its timeout",
                    {name, inFigures("records", timedOut.records), inFigures("offered", offered)}};
    if (timedOut.callee)
        finding.text += Phrase{": {callee} takes {seconds} s on average",
                               {inWords("callee", timedOut.callee->label),
                                inFigures("seconds", meanMillis(*timedOut.callee) / 1e3)}};
    if (!timedOut.callee)
        finding.remedy = "Let it do less at a time, give it more to do it with, or raise the timeout";
    else if (runsFunctions(component))
        finding.remedy = {"Make {callee} quicker, or raise the timeout of {component}",
                          {name, inWords("callee", timedOut.callee->label)}};
    else
        finding.remedy = {
            "Make {callee} quicker than that, raise the timeout where it may be raised, or answer at once "
            "and let the work go on behind a queue",
            {inWords("callee", timedOut.callee->label)}};
    finding.derivation =
        computed("share given up", timedOut.records / std::max(1.0, offered), "", "given up / offered",
                 {given("given up", timedOut.records, ""), given("offered", offered, "")});
    return finding;
}

std::optional<Finding> comesBackFinding(const ComponentReport& queue, const RunReport& report)
{
    const ComponentReport* reader = busiestReader(queue, report);
    if (!reader || !comesBackTooSoon(queue))
        return std::nullopt;
    const double twice = workedOnTwice(queue), received = factOf(queue, "messages-received");
    Finding finding;
    finding.id = "comes-back-too-soon";
    finding.component = queue.id;
    finding.level = FindingLevel::Problem;
    finding.text = {
        "{component} hands messages out again while {reader} is still at work on them: {twice} of "
        "{received} receives were done with too late",
        {inWords("component", queue.label), inWords("reader", reader->label), inFigures("twice", twice),
         inFigures("received", received)}};
    finding.remedy = {
        "Let messages stay hidden for longer than {reader} takes; the work is done twice until then",
        {inWords("reader", reader->label)}};
    finding.derivation =
        computed("share done with too late", twice / received, "", "done with too late / received",
                 {given("done with too late", twice, "messages"), given("received", received, "messages")});
    return finding;
}

std::optional<Finding> rememberedErrorsFinding(const ComponentReport& component)
{
    constexpr double kFew = 100;
    const double remembered = factOf(component, "errors-repeated");
    if (remembered < kFew || remembered < kTrifle * static_cast<double>(component.counts.offered))
        return std::nullopt;
    Finding finding;
    finding.id = "errors-repeated";
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    finding.text = {"{component} gave {remembered} {remembered|error|errors} from memory: what its origin "
                    "failed for once was "
                    "failed for everybody who asked for it meanwhile",
                    {inWords("component", component.label), inFigures("remembered", remembered)}};
    finding.remedy = "Keep errors for a shorter time, or let it give the last good answer instead";
    finding.derivation = given("errors given from memory", remembered, "requests");
    return finding;
}

std::optional<Finding> coldStartFinding(const ComponentReport& component)
{
    constexpr double kSlowestPart = 0.01, kFew = 20;  // of the runs; starts
    constexpr double kApart = 2, kFeltMillis = 200;   // p99 over the median, and beyond it
    const double starts = factOf(component, "cold-starts"), runs = factOf(component, "invocations");
    const double median = component.latency.p50.value_or(0), slow = component.latency.p99.value_or(0);
    if (starts < kFew || starts < kSlowestPart * runs || median <= 0 || slow < kApart * median
        || slow - median < kFeltMillis)
        return std::nullopt;
    Finding finding;
    finding.id = "cold-starts";
    finding.component = component.id;
    finding.level = FindingLevel::Advice;
    finding.text = {
        "{starts} of the {runs} runs of {component} waited for a new environment: the slowest hundredth took "
        "{slow} s or more, half of all {median} s",
        {inFigures("starts", starts), inFigures("runs", runs), inWords("component", component.label),
         inFigures("slow", slow / 1e3), inFigures("median", median / 1e3)}};
    finding.remedy =
        "Keep environments provisioned for the peak, or make their start shorter: snapshots, a lighter "
        "runtime, less to load";
    finding.derivation = computed("share that waited", starts / runs, "", "cold starts / runs",
                                  {given("cold starts", starts, ""), given("runs", runs, "")});
    return finding;
}

}  // namespace plimsoll
