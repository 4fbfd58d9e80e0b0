// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/findings/run_findings.h"

#include "model/support/number_text.h"
#include "simulator/metrics/facts.h"
#include "simulator/metrics/interval_notes.h"
#include "simulator/run/findings/binding.h"
#include "simulator/run/findings/cause_findings.h"
#include "simulator/run/findings/fact_findings.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace plimsoll {

namespace {

std::string metricInWords(const std::string& metric)
{
    constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"freshness-max", "Worst freshness"},    {"freshness-mean", "Mean freshness"},
        {"throttled-share", "Share throttled"},  {"failed-share", "Share failed"},
        {"lost-count", "Records lost"},          {"backlog-peak", "Peak backlog"},
        {"age-peak", "Age of the oldest record"}};
    for (const auto& [id, words] : kWords) {
        if (metric == id)
            return std::string{words};
    }
    // delay-p99, response-p999
    std::string words = metric;
    words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    if (const std::size_t dash = words.find('-'); dash != std::string::npos)
        words[dash] = ' ';
    if (words.ends_with("p999"))
        words.insert(words.size() - 1, ".");
    return words;
}

std::string limitInWords(const std::string& metric, double limit, bool isTime)
{
    if (isTime)
        return limit >= 1000 ? plainNumber(limit / 1000) + " s" : plainNumber(limit) + " ms";
    // A limit reads as it was set: 0.05% must not become "<0.1%".
    return metric.ends_with("-share")   ? plainNumber(std::round(limit * 1e6) / 1e4) + "%"
           : limit == std::floor(limit) ? figure(limit)
                                        : plainNumber(limit);
}

/// ", near or over it from 120 s on, for 40% of the time": when the limit binds.
Phrase whenItBinds(const ComponentReport& component, const LimitUse& limit, double simulatedSeconds)
{
    double first = -1, total = 0;
    for (const BindingSpan& span : component.binding) {
        if (span.limit != limit.limit)
            continue;
        first = first < 0 ? span.fromSeconds : first;
        total += std::min(span.toSeconds, simulatedSeconds) - span.fromSeconds;
    }
    if (first < 0 || !(simulatedSeconds > 0))
        return {};
    return {", near or over it from {first} s on, for {share} of the time",
            {inDigits("first", first), inPercent("share", std::min(1.0, total / simulatedSeconds))}};
}

/// What is sized is called in a sentence: "shards", "vCPUs at most".
std::string sizeInWords(const ComponentReport& component, const Sizing& sizing, const ServiceCatalog& catalog)
{
    const ServiceSpec* spec = catalog.find(component.service);
    const ParameterSpec* parameter = spec ? findParameter(*spec, sizing.parameter) : nullptr;
    std::string name = parameter ? parameter->name : sizing.unit;
    // An abbreviation keeps its capitals.
    if (name.size() > 1 && std::islower(static_cast<unsigned char>(name[1])))
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return name;
}

/// "Raise shards from 3 to 4", if the sizing knows of something that gives the limit more.
Phrase raiseWhatIsSized(const ComponentReport& component, const LimitUse* limit,
                        const ServiceCatalog& catalog)
{
    const Sizing* sizing = tooSmallFor(component, limit);
    if (!sizing)
        return {};
    return {"Raise {parameter} from {now} to {then}",
            {inWords("parameter", sizeInWords(component, *sizing, catalog)),
             inFigures("now", sizing->current), inFigures("then", sizing->recommended)}};
}

/// What to do about what binds: where calls keep it busy, the one that is called has to become quicker.
Phrase relief(const Binding& binding, const ServiceCatalog& catalog)
{
    if (!binding.callee)
        return raiseWhatIsSized(*binding.at, binding.limit, catalog);
    return {"Relieve {callee} first, which is at {use} of {limit}: calls to it keep {component} busy",
            {inWords("callee", binding.callee->label),
             inPercent("use", worstUse(*binding.callee, *binding.calleeLimit)),
             inWords("limit", binding.calleeLimit->label), inWords("component", binding.at->label)}};
}

/// What was turned away, by the limit that turned most of it away.
Finding refusals(const ComponentReport& component, const Binding* binding, double simulatedSeconds,
                 const ServiceCatalog& catalog)
{
    const LimitUse* limit = binding ? binding->limit : nullptr;
    const auto refused = static_cast<double>(component.counts.throttled + component.counts.rejected);
    const auto offered = static_cast<double>(component.counts.offered);
    Finding finding;
    finding.id = "refused";
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    finding.text = {"{component} refused {share} of what it was offered ({refused} of {offered})",
                    {inWords("component", component.label), inPercent("share", refused / offered),
                     inFigures("refused", refused), inFigures("offered", offered)}};
    if (limit)
        finding.text += Phrase{", bound by {limit} ({use} of it on average",
                               {inWords("limit", limit->label), inPercent("use", limit->utilisation)}}
                        + whenItBinds(component, *limit, simulatedSeconds) + ")";
    finding.remedy = binding ? relief(*binding, catalog) : raiseWhatIsSized(component, nullptr, catalog);
    const ServiceSpec* spec = catalog.find(component.service);
    if (const double down = downSeconds(component); down > 0 && !limit) {
        finding.text += Phrase{": a fault took it away for {down} s", {inFigures("down", down)}};
        finding.remedy =
            "Let callers try again for longer than that, have something that takes over sooner, or hold "
            "the work in a queue meanwhile";
    }
    if (const double failing = failingSeconds(component); failing > 0 && !limit)
        finding.text += Phrase{": a fault let it fail for {failing} s", {inFigures("failing", failing)}};
    if (spec && spec->balances && !limit && component.counts.completed == 0)
        finding.remedy = "Connect something that takes its requests, or see why nothing behind it does";
    finding.derivation =
        computed("share refused", refused / offered, "", "refused / offered",
                 {given("refused", refused, "records"), given("offered", offered, "records")});
    if (limit)
        finding.derivation.inputs.push_back(limit->derivation);
    return finding;
}

/// Refusals of environments that are all starting, where those that its work needs would have been enough.
std::optional<Finding> startsInTheWay(const ComponentReport& component, const LimitUse* limit)
{
    const double starts = factOf(component, "cold-starts");
    const auto sizing = std::find_if(component.sizing.begin(), component.sizing.end(),
                                     [&](const Sizing& each) { return limit && relieves(each, *limit); });
    if (starts <= 0 || sizing == component.sizing.end() || sizing->recommended > sizing->current)
        return std::nullopt;
    Finding finding;
    finding.id = "starts-in-the-way";
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    finding.text = {
        "{component} refused because its environments were busy starting, {starts} of them: its work "
        "by itself needs {needed} at once",
        {inWords("component", component.label), inFigures("starts", starts),
         inFigures("needed", sizing->minimum)}};
    finding.remedy = {"Keep {needed} provisioned before the load comes, or make their start shorter",
                      {inFigures("needed", sizing->recommended)}};
    finding.derivation = sizing->minimumDerivation;
    return finding;
}

/// Whether it is the reads of a store that its limit refuses.
bool refusesReaders(const Binding& binding)
{
    return binding.limit && binding.limit->refused > 0 && !binding.at->consumers.empty();
}

/// What relieves a store whose readers ask for `use` times what all of them together may have.
Phrase fewerReaders(const ComponentReport& store, double use, const ServiceCatalog& catalog)
{
    const ServiceSpec* spec = catalog.find(store.service);
    const auto readers = static_cast<double>(store.consumers.size());
    if (!spec || !spec->feed.enhancedFanOut || readers < 2 || use <= 1)
        return "Let fewer readers share it, or let them ask less often";
    const double stay = std::floor(readers * kNearLimit / use);
    return {
        "Give {apart} of its {readers} readers reads of their own (enhanced fan-out), or let fewer share it",
        {inFigures("apart", readers - stay), inFigures("readers", readers)}};
}

/// What a limit turned away without refusing work at the door: those who take work out of a store, or work that it took and
/// tries again by itself.
Finding turnedBack(const Binding& binding, double simulatedSeconds, const ServiceCatalog& catalog)
{
    const ComponentReport& component = *binding.at;
    // Who sends to its subscribers has none that ask.
    const bool sends = factOf(component, "delivery-tries") > 0;
    const bool ofReaders = !component.consumers.empty() && !sends;
    Finding finding;
    finding.id = sends ? "held-back" : ofReaders ? "reads-refused" : "no-room";
    finding.component = component.id;
    finding.level = FindingLevel::Advice;
    const PhraseArgument name = inWords("component", component.label),
                         refused = inFigures("refused", std::round(binding.records));
    finding.text =
        sends ? Phrase{"{component} held deliveries back {refused} {refused|time|times}", {name, refused}}
        : ofReaders
            ? Phrase{"{component} refused its readers {refused} {refused|time|times}", {name, refused}}
            : Phrase{"Work at {component} found no room {refused} {refused|time|times} and was tried "
                     "again later",
                     {name, refused}};
    finding.text += Phrase{", bound by {limit} ({use} at its worst",
                           {inWords("limit", binding.limit->label), inPercent("use", binding.share)}}
                    + whenItBinds(component, *binding.limit, simulatedSeconds) + ")";
    finding.remedy = relief(binding, catalog);
    if (finding.remedy.empty() && ofReaders)
        finding.remedy = fewerReaders(component, binding.share, catalog);
    if (finding.remedy.empty() && sends)
        finding.remedy = {"Raise {limit}, or let less come at a time",
                          {inWords("limit", binding.limit->label)}};
    finding.derivation = binding.limit->derivation;
    return finding;
}

/// When the work that waited was done with: "clear at 840 s"; empty when it kept within a second's work.
Phrase whenItCleared(const ComponentReport& component)
{
    constexpr double kAsGoodAsClear = 0.01;  // of the peak
    // The last of the course may be less than a whole bin: what the run ended with says more.
    if (component.backlogFinal >= kAsGoodAsClear * component.backlogPeak)
        return {", {waiting} of them still at the end",
                {inFigures("waiting", std::round(component.backlogFinal))}};
    for (const TimeSeries& series : component.series) {
        if (series.name != "backlog")
            continue;
        const auto peak = std::max_element(series.values.begin(), series.values.end());
        const auto clear = std::find_if(peak, series.values.end(),
                                        [&](double waiting) { return waiting < kAsGoodAsClear * *peak; });
        if (peak == series.values.end() || clear == series.values.end())
            return {};
        const auto seconds = [&](auto at) {
            return static_cast<double>(at - series.values.begin()) * series.binSeconds;
        };
        return {", most at {peak} s, clear at {clear} s",
                {inDigits("peak", seconds(peak)), inDigits("clear", seconds(clear))}};
    }
    return {};
}

/// Work that waited, and for what.
Finding behind(const Binding& binding, const RunReport& report, const ServiceCatalog& catalog)
{
    const double simulatedSeconds = report.provenance.simulatedSeconds;
    const ComponentReport& waits = *binding.waits;
    const bool stays = staysBehind(waits);
    Finding finding;
    finding.id = stays ? "backlog-grows" : "fell-behind";
    finding.component = waits.id;
    finding.level = stays ? FindingLevel::Problem : FindingLevel::Advice;
    const PhraseArgument component = inWords("component", waits.label);
    finding.text = stays ? Phrase{"{component} ends with {waiting} waiting",
                                  {component, inFigures("waiting", std::round(waits.backlogFinal))}}
                         : Phrase{"{component} fell behind by {waiting} {waiting|record|records}",
                                  {component, inFigures("waiting", std::round(waits.backlogPeak))}};
    finding.text += Phrase{", the oldest for {age} s", {inFigures("age", std::round(waits.peakAgeSeconds))}};
    if (!stays)
        finding.text += whenItCleared(waits);
    // What is done with too late has to be done again.
    const double finished = static_cast<double>(binding.at->counts.completed) - workedOnTwice(waits);
    if (binding.at != &waits && simulatedSeconds > 0)
        finding.text +=
            Phrase{": {reader} finished {finished}/s of the {came}/s that came in",
                   {inWords("reader", binding.at->label),
                    inFigures("finished", std::max(0.0, finished) / simulatedSeconds),
                    inFigures("came", static_cast<double>(waits.counts.accepted) / simulatedSeconds)}};
    const ComponentReport* refuses =
        binding.limit || binding.at != &waits ? nullptr : mostRefusing(waits, report);
    if (binding.limit)
        finding.text += Phrase{", bound by {limit} ({use})",
                               {inWords("limit", binding.limit->label), inPercent("use", binding.share)}};
    else if (refuses)
        finding.text +=
            Phrase{", for {receiver} refuses what it is sent", {inWords("receiver", refuses->label)}};
    else if (binding.blockedSeconds > 0)
        finding.text += Phrase{", held up by batches that fail and are tried again"};
    else if (binding.byOrder)
        finding.text += Phrase{", held up by order: of a message group one batch is worked on at a time"};
    else if (binding.at != &waits && !binding.at->idle.empty())
        finding.text += Phrase{", for it is {idle}", {inWords("idle", binding.at->idle)}};
    else if (binding.at != &waits)
        finding.text += Phrase{", and none of its limits is near"};
    if (comesBackTooSoon(waits))
        finding.remedy = {
            "Let messages stay hidden for longer than {reader} takes: much of its work is done twice",
            {inWords("reader", binding.at->label)}};
    else if (binding.limit)
        finding.remedy = relief(binding, catalog);
    if (finding.remedy.empty() && binding.at == &waits && refusesReaders(binding))
        finding.remedy = fewerReaders(waits, binding.share, catalog);
    if (finding.remedy.empty() && binding.limit && binding.limit->limit == kLaneBatches
        && binding.at != &waits)
        finding.remedy = {"Give {component} more of what its work is spread over, let more batches of one be "
                          "worked on at once, or make the work of {reader} on a batch shorter",
                          {component, inWords("reader", binding.at->label)}};
    if (finding.remedy.empty() && binding.byOrder)
        finding.remedy = {
            "Spread the messages over more groups, hand out larger batches, or make the work of "
            "{reader} on one shorter",
            {inWords("reader", binding.at->label)}};
    // What a batch blocks, its own finding tells how to free; whoever is idle says what it lacks.
    if (refuses && stays)
        finding.remedy = {"See why {receiver} refuses", {inWords("receiver", refuses->label)}};
    if (finding.remedy.empty() && binding.at->idle.empty() && stays && !(binding.blockedSeconds > 0)) {
        finding.remedy = binding.at == &waits ? Phrase{"It takes in more than it finishes: "}
                                              : Phrase{"It takes in more than {reader} finishes: ",
                                                       {inWords("reader", binding.at->label)}};
        finding.remedy += binding.limit ? Phrase{"raise {limit}", {inWords("limit", binding.limit->label)}}
                                        : Phrase{"see where the time of its work goes"};
        finding.remedy += ", or slow what feeds it";
    }
    finding.derivation = given(stays ? "waiting at the end" : "waiting at most",
                               stays ? waits.backlogFinal : waits.backlogPeak, "records");
    return finding;
}

/// A consumer that went back and caught up again.
Finding replayed(const ComponentReport& component)
{
    const double records = factOf(component, "replayed-records");
    Finding finding;
    finding.id = "replayed";
    finding.component = component.id;
    finding.level = FindingLevel::Note;
    finding.text = {
        "{component} gave {records} {records|record|records} again to a consumer that went back; it had "
        "caught up after {seconds} s",
        {inWords("component", component.label), inFigures("records", records),
         inFigures("seconds", std::round(factOf(component, "replay-catch-up-seconds")))}};
    finding.derivation = given("records read again", records, "records");
    return finding;
}

/// What lies in a store that nothing reads.
Finding unread(const ComponentReport& component)
{
    Finding finding;
    finding.id = "unread";
    finding.component = component.id;
    finding.level = FindingLevel::Advice;
    finding.text = {
        "{component} keeps {kept} at the end, and nothing reads them",
        {inWords("component", component.label), inFigures("kept", std::round(component.backlogFinal))}};
    finding.remedy = "Connect what reads it, or, if these are dead letters, see why they came";
    finding.derivation = given("waiting at the end", component.backlogFinal, "records");
    return finding;
}

/// "; 84% of the slowest hundredth's time is buffer/poll wait, most of it at orders"
Phrase whereTheTailGoes(const TimeSplit& split, const RunReport& report, const ComponentId& end)
{
    const double all = std::accumulate(std::begin(split.p99Millis), std::end(split.p99Millis), 0.0);
    if (!(all > 0))
        return {};
    const auto most = std::max_element(std::begin(split.p99Millis), std::end(split.p99Millis));
    const auto part = static_cast<TimePart>(most - std::begin(split.p99Millis));
    Phrase text{"; {share} of the slowest hundredth's time is {part}",
                {inPercent("share", *most / all), inWords("part", std::string{toString(part)})}};
    const TraceSegment* longest = nullptr;
    for (const RequestTrace& trace : report.traces) {
        if (trace.component != end || trace.quantile != "p99")
            continue;
        for (const TraceSegment& segment : trace.segments) {
            if (segment.part == part
                && (!longest || segment.toNanos - segment.fromNanos > longest->toNanos - longest->fromNanos))
                longest = &segment;
        }
    }
    if (const ComponentReport* at = longest ? findComponent(report, longest->component) : nullptr)
        text += Phrase{", most of it at {component}", {inWords("component", at->label)}};
    return text;
}

/// An objective that is missed, by how much, and what took the time.
Finding missed(const ObjectiveReport& objective, const RunReport& report)
{
    Finding finding;
    finding.id = "objective-missed";
    finding.component = objective.objective.component;
    finding.level = FindingLevel::Problem;
    const double limit = objective.objective.atMostMillis ? *objective.objective.atMostMillis
                                                          : objective.objective.atMost.value_or(0);
    const double value = *objective.value;
    const std::string reached =
        objective.objective.metric.ends_with("-share")
            ? percent(value)
            : limitInWords(objective.objective.metric, value >= 10 ? std::round(value) : value,
                           objective.objective.atMostMillis.has_value());
    finding.text = {"{objective}: it is {reached}",
                    {inWords("objective", objective.text), inWords("reached", reached)}};
    // "21,910% over" says nothing to anyone: from twice as much on it is told in times.
    if (const double times = limit > 0 ? value / limit : 0; times >= 2)
        finding.text +=
            Phrase{", {times} times what it may be",
                   {inFigures("times", times < 10 ? std::round(times * 10) / 10 : std::round(times))}};
    else if (limit > 0)
        finding.text += Phrase{", {share} over", {inPercent("share", times - 1)}};
    const std::string& metric = objective.objective.metric;
    if (metric.starts_with("delay")) {
        for (const SinkReport& sink : report.sinks)
            if (sink.component == finding.component)
                finding.text += whereTheTailGoes(sink.split, report, sink.component);
    } else if (metric.starts_with("response")) {
        for (const PathReport& path : report.paths) {
            if (path.source != finding.component)
                continue;
            finding.text += whereTheTailGoes(path.split, report, path.source);
            break;
        }
    }
    finding.derivation =
        computed("over the objective", limit > 0 ? value / limit - 1 : value, "", "found / at most - 1",
                 {given("found", value, objective.objective.atMostMillis ? "ms" : ""),
                  given("at most", limit, objective.objective.atMostMillis ? "ms" : "")});
    return finding;
}

/// Whether most of what fails at a component does so because of what it calls.
bool failsByCalls(const ComponentReport& component)
{
    return factOf(component, "failed-by-calls") > factOf(component, "errors") / 2;
}

/// Messages that a queue gave up, and whether they were bad ones: a receive whose reader had no room counts as well.
std::optional<Finding> deadLettered(const ComponentReport& queue, const RunReport& report)
{
    const double dead = factOf(queue, "dead-lettered");
    if (dead <= 0)
        return std::nullopt;
    double throttled = 0, failed = 0;
    const ComponentReport* reader = nullptr;
    std::uint64_t expired = 0;
    for (const ConsumerCounts& consumer : queue.consumers) {
        const ComponentReport* at = findComponent(report, consumer.consumer);
        if (!at)
            continue;
        // Readers of a queue share what was given up; of subscriptions each has its own.
        if (!reader || consumer.expired > expired
            || (consumer.expired == expired
                && factOf(*at, "throttled-receives") > factOf(*reader, "throttled-receives"))) {
            reader = at;
            expired = consumer.expired;
        }
        throttled += factOf(*at, "throttled-receives");
        failed += static_cast<double>(at->counts.failed);
    }
    Finding finding;
    finding.id = "dead-lettered";
    finding.component = queue.id;
    finding.level = FindingLevel::Problem;
    finding.text = {"{component} gave up {dead} {dead|message|messages} to its dead-letter queue",
                    {inWords("component", queue.label), inFigures("dead", dead)}};
    const PhraseArgument readerName = inWords("reader", reader ? reader->label : std::string{});
    if (reader && workedOnTwice(queue) > throttled + failed) {
        finding.text += failed == 0 ? ", all of them valid" : ", most of them valid";
        finding.text +=
            Phrase{": they came back while {reader} was still at work on them, and each receive counted",
                   {readerName}};
        finding.remedy = {
            "Let messages stay hidden for longer than {reader} takes, then move the dead letters back",
            {readerName}};
    } else if (reader && throttled > failed) {
        finding.text += failed == 0 ? ", all of them valid" : ", most of them valid";
        finding.text += Phrase{
            ": {receives} {receives|receive|receives} found no room at {reader} and counted all the same",
            {inFigures("receives", throttled), readerName}};
        finding.remedy = {"Limit the concurrent batches of the mapping to what {reader} may run, allow more "
                          "receives, or let messages stay hidden for longer",
                          {readerName}};
    } else if (reader && factOf(queue, "delivery-tries") > 0) {
        finding.text += Phrase{": {reader} took none of their tries", {readerName}};
        if (static_cast<double>(expired) < dead)
            finding.text += ", as others did";
        finding.remedy = {
            "Let the connection to {reader} be tried more often or for longer, or mend {reader}",
            {readerName}};
    } else if (reader && failsByCalls(*reader)) {
        finding.text +=
            Phrase{": {reader} failed on them, as what it calls refuses it or takes too long", {readerName}};
        finding.remedy = {
            "Give what {reader} calls the capacity that it lacks, then move the dead letters back",
            {readerName}};
    } else if (reader) {
        finding.text += Phrase{": {reader} failed on them", {readerName}};
        finding.remedy = "Mend what fails, then move the dead letters back";
    }
    finding.derivation =
        computed("messages dead-lettered", dead, "messages", "received as often as allowed and not deleted",
                 {given("receives without room", throttled, "messages"),
                  given("work that failed", failed, "records")});
    return finding;
}

/// Deliveries that were given up, and nobody took them.
std::optional<Finding> lostDeliveries(const ComponentReport& sender, const RunReport& report)
{
    const double lost = factOf(sender, "deliveries-lost");
    if (lost <= 0)
        return std::nullopt;
    const auto worst = std::max_element(
        sender.consumers.begin(), sender.consumers.end(),
        [](const ConsumerCounts& a, const ConsumerCounts& b) { return a.expired < b.expired; });
    const ComponentReport* receiver = findComponent(report, worst->consumer);
    Finding finding;
    finding.id = "deliveries-lost";
    finding.component = sender.id;
    finding.level = FindingLevel::Problem;
    finding.text = {"{component} gave up {lost} {lost|delivery|deliveries} and lost {lost|it|them}",
                    {inWords("component", sender.label), inFigures("lost", lost)}};
    if (receiver)
        finding.text += Phrase{", most of them to {receiver}", {inWords("receiver", receiver->label)}};
    finding.remedy =
        "Connect a queue in the role of an on-failure destination, or let them be tried for longer";
    finding.derivation =
        computed("deliveries lost", lost, "deliveries", "tried as often as allowed, in vain",
                 {given("tries that came to nothing", factOf(sender, "delivery-retries"), "")});
    return finding;
}

/// One batch that fails again and again keeps what lies behind it waiting.
std::optional<Finding> blockedLane(const ComponentReport& component, double simulatedSeconds)
{
    const double blocked = blockedSeconds(component, simulatedSeconds);
    if (!(blocked > 0))
        return std::nullopt;
    Finding finding;
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    const PhraseArgument name = inWords("component", component.label);
    finding.derivation = given("time that shards were blocked", blocked, "s");
    if (failsByCalls(component)) {
        // Nothing is wrong with the records: fewer tries would only lose them.
        finding.id = "blocked-by-calls";
        finding.text = {
            "What {component} calls refuses it or takes too long: {runs} {runs|run|runs} came to nothing, "
            "were tried again and "
            "blocked their shards, for {blocked} s in all",
            {name, inFigures("runs", factOf(component, "failed-by-calls")),
             inFigures("blocked", std::round(blocked))}};
        finding.remedy = {"Give what {component} calls the capacity that it lacks", {name}};
        return finding;
    }
    finding.id = "blocked-shard";
    finding.text = {
        "A batch at {component} fails again and again and blocks its shard, for {blocked} s in all",
        {name, inFigures("blocked", std::round(blocked))}};
    finding.remedy = "Let it be tried only a few times, or split it on error, and give what is left to an "
                     "on-failure destination";
    return finding;
}

/// Keys that meet on one shard, while the others have room.
std::optional<Finding> hotLane(const ComponentReport& component)
{
    if (component.lanes.size() < 2)
        return std::nullopt;
    const auto hottest =
        std::max_element(component.lanes.begin(), component.lanes.end(),
                         [](const LaneFigures& a, const LaneFigures& b) { return a.refused < b.refused; });
    double refused = 0, offered = 0;
    std::size_t refusing = 0;
    for (const LaneFigures& lane : component.lanes) {
        refused += lane.refused;
        offered += lane.offered;
        refusing += lane.refused > 0 ? 1 : 0;
    }
    const double fair = offered / static_cast<double>(component.lanes.size());
    if (refused <= 0 || 2 * refusing > component.lanes.size() || hottest->offered < 1.5 * fair)
        return std::nullopt;
    Finding finding;
    finding.id = "hot-shard";
    finding.component = component.id;
    finding.level = FindingLevel::Problem;
    finding.text = {
        "{component} refuses at {refusing} of its {parts} parts: {hottest} was offered {share} of all, "
        "and {refused} of what was refused was refused there",
        {inWords("component", component.label), inFigures("refusing", static_cast<std::uint64_t>(refusing)),
         inFigures("parts", static_cast<std::uint64_t>(component.lanes.size())),
         inWords("hottest", hottest->name), inPercent("share", hottest->offered / offered),
         inPercent("refused", hottest->refused / refused)}};
    finding.remedy =
        "Spread the keys that meet there, e.g. by a suffix; more capacity elsewhere does not help";
    finding.derivation =
        computed("share of the fullest part", hottest->offered / offered, "", "offered there / offered",
                 {given("offered there", hottest->offered, "records"), given("offered", offered, "records")});
    return finding;
}

Finding nearLimit(const Binding& near, double simulatedSeconds, const ServiceCatalog& catalog)
{
    const ComponentReport& component = *near.at;
    Finding finding;
    finding.id = "near-limit";
    finding.component = component.id;
    finding.level = FindingLevel::Advice;
    finding.text = Phrase{"{component} runs at {use} of {limit}",
                          {inWords("component", component.label), inPercent("use", near.share),
                           inWords("limit", near.limit->label)}}
                   + whenItBinds(component, *near.limit, simulatedSeconds);
    finding.remedy = raiseWhatIsSized(component, near.limit, catalog);
    if (!finding.remedy.empty())
        finding.remedy += " for head-room";
    finding.derivation = near.limit->derivation;
    return finding;
}

/// A finding and how many records it is about: what concerns most of them is named first.
struct Ranked {
    Finding finding;
    double records = 0;
};

void addFindingsOf(const ComponentReport& component, const std::vector<Binding>& binding,
                   const RunReport& report, const ServiceCatalog& catalog, std::vector<Ranked>& findings)
{
    const double simulated = report.provenance.simulatedSeconds;
    const auto bound = [&](Binding::Why why) -> const Binding* {
        const auto found = std::find_if(binding.begin(), binding.end(), [&](const Binding& each) {
            return each.why == why && (why == Binding::Why::HoldsUp ? each.waits : each.at) == &component;
        });
        return found == binding.end() ? nullptr : &*found;
    };
    const Binding *refuses = bound(Binding::Why::Refuses), *holds = bound(Binding::Why::HoldsUp),
                  *near = bound(Binding::Why::Near);
    const auto turnedAway = static_cast<double>(component.counts.throttled + component.counts.rejected);
    if (turnedAway > 0)
        findings.push_back({refusals(component, refuses, simulated, catalog), turnedAway});
    else if (refuses && refuses->limit)
        findings.push_back({turnedBack(*refuses, simulated, catalog), refuses->records});
    if (holds)
        findings.push_back({behind(*holds, report, catalog), holds->records});
    if (holds)
        if (std::optional<Finding> finding = scaledLate(*holds))
            findings.push_back({std::move(*finding), holds->records});
    if (isReadAgain(component))
        findings.push_back({replayed(component)});
    if (isUnread(component))
        findings.push_back({unread(component), component.backlogFinal});
    if (near && near->share >= kNearLimit)
        findings.push_back({nearLimit(*near, simulated, catalog)});
    const std::optional<TimedOut> late = timedOut(component, report);
    if (late)  // all that was offered, where nothing else was done
        findings.push_back({timedOutFinding(*late), component.counts.completed == 0
                                                        ? static_cast<double>(component.counts.offered)
                                                        : late->records});
    if (std::optional<Finding> finding = comesBackFinding(component, report))
        findings.push_back({std::move(*finding), component.backlogPeak + workedOnTwice(component)});
    if (std::optional<Finding> finding = rememberedErrorsFinding(component))
        findings.push_back({std::move(*finding), factOf(component, "errors-repeated")});
    if (std::optional<Finding> finding = coldStartFinding(component))
        findings.push_back({std::move(*finding)});
    if (std::optional<Finding> finding = deadLettered(component, report))
        findings.push_back({std::move(*finding), factOf(component, "dead-lettered")});
    if (std::optional<Finding> finding = givenUp(component, report))
        findings.push_back({std::move(*finding), factOf(component, "given-up")});
    if (std::optional<Finding> finding = lostDeliveries(component, report))
        findings.push_back({std::move(*finding), factOf(component, "deliveries-lost")});
    // These tell why what the others say came about.
    if (turnedAway > 0 && refuses)
        if (std::optional<Finding> finding = startsInTheWay(component, refuses->limit))
            findings.push_back({std::move(*finding), turnedAway});
    if (std::optional<Finding> finding = blockedLane(component, simulated))
        findings.push_back({std::move(*finding)});
    if (std::optional<Finding> finding = hotLane(component))
        findings.push_back({std::move(*finding), turnedAway});
    if (component.counts.offered > 0 && component.counts.completed == 0 && !late
        && !isDueLater(component, nullptr))
        findings.push_back({{.id = "no-completions",
                             .level = FindingLevel::Problem,
                             .component = component.id,
                             .text = {"{component} was offered {offered} and completed none",
                                      {inWords("component", component.label),
                                       inFigures("offered", component.counts.offered)}},
                             .remedy = {},
                             .derivation = {}},
                            static_cast<double>(component.counts.offered)});
}

}  // namespace

std::vector<Finding> runFindings(const RunReport& report, const ServiceCatalog& catalog)
{
    constexpr double kFirst = std::numeric_limits<double>::infinity();
    std::vector<Ranked> ranked;
    if (!report.provenance.stopped.empty())
        ranked.push_back(
            {{.id = "stopped",
              .level = FindingLevel::Problem,
              .component = {},
              .text = {"The run was stopped: {why}.", {inWords("why", report.provenance.stopped)}},
              .remedy = "Give what does not keep up more capacity, or choose a shorter scenario or "
                        "a lower rate.",
              .derivation = {}},
             kFirst});
    for (const ObjectiveReport& objective : report.objectives) {
        if (objective.verdict == Verdict::Missed && objective.value)
            ranked.push_back({missed(objective, report), kFirst});
    }
    const std::vector<Binding> binding = bindings(report);
    for (const ComponentReport& component : report.components)
        addFindingsOf(component, binding, report, catalog, ranked);
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.finding.level != b.finding.level ? a.finding.level > b.finding.level : a.records > b.records;
    });
    std::vector<Finding> findings;
    for (Ranked& each : ranked)
        findings.push_back(std::move(each.finding));
    return findings;
}

namespace {

std::optional<double> percentile(const LatencySummary& summary, std::string_view name)
{
    if (name == "p50")
        return summary.p50;
    if (name == "p90")
        return summary.p90;
    if (name == "p95")
        return summary.p95;
    if (name == "p99")
        return summary.p99;
    if (name == "p999")
        return summary.p999;
    if (name == "mean")
        return summary.mean;
    return summary.max;
}

struct Figure {
    std::optional<double> value, halfWidth;
    std::string noInterval;
};

Figure figureOf(const LatencySummary& summary, std::string_view name)
{
    const StatedInterval stated = intervalOf(summary, name);
    return {percentile(summary, name), stated.halfWidth, stated.reason};
}

/// A count, share or level: the exact mean over replications when there are several, else `single`.
Figure figureOf(const RunReport& report, std::string_view name, const ComponentId& where,
                std::optional<double> single, double factor = 1)
{
    const StatedInterval stated = intervalOf(report, name, where);
    const bool exact = report.provenance.replications > 1 && stated.value;
    const std::optional<double> value = exact ? stated.value : single;
    Figure figure;
    if (value)
        figure.value = *value * factor;
    if (stated.halfWidth)
        figure.halfWidth = *stated.halfWidth * factor;
    else
        figure.noInterval = stated.reason;
    return figure;
}

Figure figureOf(const Objective& objective, const RunReport& report)
{
    const std::size_t dash = objective.metric.find('-');
    const std::string kind = objective.metric.substr(0, dash);
    const std::string rest = dash == std::string::npos ? "" : objective.metric.substr(dash + 1);
    if (kind == "delay" || kind == "freshness") {
        for (const SinkReport& sink : report.sinks) {
            if (sink.component != objective.component)
                continue;
            if (kind == "delay")
                return figureOf(sink.delay, rest);
            return figureOf(report, objective.metric, sink.component,
                            rest == "mean" ? sink.freshnessMeanSeconds : sink.freshnessMaxSeconds, 1e3);
        }
        return {};
    }
    const ComponentReport* component = findComponent(report, objective.component);
    if (kind == "response") {
        for (const PathReport& path : report.paths) {
            if (path.source == objective.component)
                return figureOf(path.response, rest);
        }
        return component ? figureOf(component->latency, rest) : Figure{};
    }
    if (!component)
        return {};
    const Counts& counts = component->counts;
    if (objective.metric == "throttled-share")
        return figureOf(report, "throttled-share", component->id, counts.shareOf(counts.throttled));
    if (objective.metric == "failed-share")
        return figureOf(report, "failed-share", component->id,
                        counts.shareOf(counts.throttled + counts.rejected + counts.failed + counts.lost));
    if (objective.metric == "lost-count")
        return figureOf(report, "lost", component->id, static_cast<double>(counts.lost));
    if (objective.metric == "backlog-peak")
        return figureOf(report, "backlog-peak", component->id, component->backlogPeak);
    if (objective.metric == "age-peak")
        return figureOf(report, "age-peak", component->id, component->peakAgeSeconds, 1e3);
    return {};
}

}  // namespace

std::vector<ObjectiveReport> judge(const std::vector<Objective>& objectives, const RunReport& report)
{
    std::vector<ObjectiveReport> judged;
    for (const Objective& objective : objectives) {
        ObjectiveReport out;
        out.objective = objective;
        const ComponentReport* component = findComponent(report, objective.component);
        const double limit = objective.atMostMillis ? *objective.atMostMillis : objective.atMost.value_or(0);
        out.text = metricInWords(objective.metric) + " at "
                   + (component ? component->label : objective.component) + " at most "
                   + limitInWords(objective.metric, limit, objective.atMostMillis.has_value());
        const Figure figure = figureOf(objective, report);
        out.value = figure.value;
        out.halfWidth = figure.halfWidth;
        if (figure.value && !figure.halfWidth)
            out.noInterval = figure.noInterval;
        out.verdict = !figure.value            ? Verdict::NoData
                      : *figure.value <= limit ? Verdict::Met
                                               : Verdict::Missed;
        judged.push_back(std::move(out));
    }
    return judged;
}

std::vector<Audit> audit(const RunReport& report)
{
    std::vector<Audit> audits;
    const auto number = [](std::uint64_t n) { return std::to_string(n); };
    for (const ComponentReport& component : report.components) {
        const Counts& c = component.counts;
        Audit check{"conservation at " + component.id, false, ""};
        check.passed = c.offered == c.accepted + c.throttled + c.rejected
                       && c.accepted == c.completed + c.failed + c.lost + c.inFlight;
        check.detail = "offered " + number(c.offered) + " = accepted " + number(c.accepted) + " + throttled "
                       + number(c.throttled) + " + rejected " + number(c.rejected) + "; accepted = completed "
                       + number(c.completed) + " + failed " + number(c.failed) + " + lost " + number(c.lost)
                       + " + in flight " + number(c.inFlight);
        audits.push_back(std::move(check));
    }
    const RunTotals& t = report.totals;
    Audit run{"conservation of the run", false, ""};
    run.passed =
        t.born + t.copied + t.generated == t.done + t.filtered + t.joined + t.gaveUp + t.lost + t.inFlight;
    run.detail = "born " + number(t.born) + " + copied " + number(t.copied) + " + generated "
                 + number(t.generated) + " = done " + number(t.done) + " + filtered " + number(t.filtered)
                 + " + joined " + number(t.joined) + " + gave up " + number(t.gaveUp) + " + lost "
                 + number(t.lost) + " + in flight " + number(t.inFlight);
    audits.push_back(std::move(run));
    return audits;
}

}  // namespace plimsoll
