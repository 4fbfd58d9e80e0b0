// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/connection_parameters.h"

#include "model/catalog/connection_sentence.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace plimsoll {

namespace {

using enum ConnectionKind;

constexpr const char* kMappingApi =
    "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html";
constexpr const char* kParallelBatches = "https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html";
constexpr const char* kConsumers = "https://docs.aws.amazon.com/streams/latest/dev/building-consumers.html";
constexpr const char* kQueueScaling =
    "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html";
constexpr const char* kTopicScaling = "https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html";
constexpr const char* kSdkRetry =
    "https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py";
constexpr const char* kDestinations = "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html";
constexpr const char* kJitter = "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";

ParameterSpec number(std::string id, std::string name, std::string help, std::string unit, double least,
                     double most, std::int64_t value)
{
    ParameterSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.help = std::move(help);
    spec.unit = std::move(unit);
    spec.minimum = least;
    spec.maximum = most;
    spec.defaultValue = value;
    spec.evidence = Evidence::Assumption;
    spec.source = "Depends on the design; set what yours does";
    return spec;
}

ParameterSpec real(ParameterSpec spec)
{
    spec.type = ParameterType::Real;
    spec.defaultValue = asNumber(spec.defaultValue);
    return spec;
}

ParameterSpec choice(std::string id, std::string name, std::string help, std::vector<ParameterChoice> choices,
                     std::string value)
{
    ParameterSpec spec = number(std::move(id), std::move(name), std::move(help), "", 0, 0, 0);
    spec.type = ParameterType::Choice;
    spec.choices = std::move(choices);
    spec.defaultValue = std::move(value);
    return spec;
}

ParameterSpec flag(std::string id, std::string name, std::string help, bool value)
{
    ParameterSpec spec = number(std::move(id), std::move(name), std::move(help), "", 0, 0, 0);
    spec.type = ParameterType::Boolean;
    spec.defaultValue = value;
    return spec;
}

ParameterSpec movable(Lever lever, ParameterSpec spec)
{
    spec.lever = lever;
    return spec;
}

ParameterSpec documented(ParameterSpec spec, std::string source)
{
    spec.evidence = Evidence::Documented;
    spec.source = std::move(source);
    return spec;
}

ParameterSpec advanced(ParameterSpec spec)
{
    spec.advanced = true;
    return spec;
}

std::string kindName(ConnectionKind kind)
{
    switch (kind) {
    case Call:
        return "Call and wait for the answer";
    case Put:
        return "Write and wait for the acknowledgement";
    case Notify:
        return "Notify and do not wait";
    case Poll:
        return "Be read by the target";
    case Query:
        return "Query";
    case Load:
        return "Bulk load";
    case Replicate:
        return "Replicate in the background";
    case Start:
        return "Start a job or workflow";
    case Uses:
        return "Use, without traffic of its own";
    }
    return {};
}

ParameterSpec kindSpec(ConnectionKind kind, const ServiceSpec& from, const ServiceSpec& to)
{
    const Legality legality = IntegrationTable::builtin().judge(from, to);
    std::vector<ConnectionKind> kinds = legality.kinds;
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        kinds.push_back(kind);  // a file may hold another one; validation says so
    std::vector<ParameterChoice> choices;
    for (const ConnectionKind each : kinds)
        choices.push_back({std::string{toString(each)}, kindName(each)});
    ParameterSpec spec = choice("kind", "Kind", "Who starts the work, and what is waited for.",
                                std::move(choices), std::string{toString(kinds.front())});
    if (!legality.sourceUrl.empty())
        return documented(std::move(spec), legality.sourceUrl);
    spec.source = legality.explanation;
    return spec;
}

std::vector<ParameterChoice> routeChoices(const SenderSpec& sender)
{
    std::vector<ParameterChoice> choices;
    for (const Route route : sender.routes) {
        switch (route) {
        case Route::Copy:
            choices.push_back({"copy", "A copy of everything"});
            break;
        case Route::Split:
            choices.push_back({"split", "A share"});
            break;
        case Route::Match:
            choices.push_back({"match", "What matches a rule"});
            break;
        }
    }
    return choices;
}

void addRoute(std::vector<ParameterSpec>& specs, const ServiceSpec& from)
{
    const std::vector<ParameterChoice> choices = routeChoices(from.sender);
    if (choices.empty())
        return;
    const std::string standard = choices.front().value;
    const bool shares = std::any_of(choices.begin(), choices.end(),
                                    [](const ParameterChoice& each) { return each.value != "copy"; });
    specs.push_back(
        choice("route", "Route",
               "Whether each outgoing connection gets a copy of the work, a share of it, or what matches.",
               choices, standard));
    if (!shares)
        return;
    ParameterSpec share =
        real(number("share", "Share", "How much of the work takes this connection.", "%", 0, 100, 100));
    share.visibleWhen = {"route", {"split", "match"}};
    specs.push_back(std::move(share));
}

void addSizes(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    if (!from.sender.sizes || !to.readsSizes)
        return;
    constexpr double kFiveTebibytes = 5.0 * 1024 * 1024 * 1024 * 1024;  // the largest S3 object
    specs.push_back(number("bytes", "Size",
                           "Bytes sent per record; 0 takes the record's own size times the size factor.", "B",
                           0, kFiveTebibytes, 0));
    specs.back().choices = {{"0", "the record's own"}};
    ParameterSpec factor =
        real(number("sizeFactor", "Size factor", "What is sent, as a multiple of the record's own size.", "",
                    0, 1000, 1));
    factor.visibleWhen = {"bytes", {"0"}};
    specs.push_back(std::move(factor));
}

/// What each record that the user takes in asks of a supporting service.
void addUse(std::vector<ParameterSpec>& specs, const ServiceSpec& to)
{
    if (!to.use)
        return;
    const auto add = [&](ParameterSpec spec) {
        spec.source = to.use->source;
        if (spec.source.starts_with("http"))
            spec.evidence = Evidence::Documented;
        specs.push_back(std::move(spec));
    };
    const auto useNumber = [](const char* id, const char* name, const char* help, const char* unit,
                              double most, double value) {
        ParameterSpec spec = real(number(id, name, help, unit, 0, most, 0));
        spec.defaultValue = value;
        return spec;
    };
    constexpr double kMostCalls = 1000, kMostBytes = 1e9;
    if (to.use->calls)
        add(useNumber("callsPerRecord", "Calls",
                      "Calls for each record taken in; less than 1 where one serves several.", "per record",
                      kMostCalls, to.use->callsPerRecord));
    if (to.use->bytes)
        add(useNumber("loggedBytes", "Logged", "Bytes written for each record taken in.", "B per record",
                      kMostBytes, to.use->loggedBytes));
}

/// The size of a request; what a query says is not what it reads, nor is a request for a job what the job works on.
void addBytes(std::vector<ParameterSpec>& specs, ConnectionKind kind, const ServiceSpec& from,
              const ServiceSpec& to)
{
    const bool asks = kind == Query || (!to.stores && (to.runsQueries || to.runsJobs));
    if (!asks)
        addSizes(specs, from, to);
}

/// A function hands what it gave up to its on-failure destination, who delivers to a dead-letter queue; a state machine
/// catches a failed task there.
void addRole(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    // Who delivers to one target keeps what failed as objects.
    if (!from.sender.failures || (from.mostTargets == 1 && to.feed.shape != FeedSpec::Shape::Objects))
        return;
    const bool catches = from.sender.waits;
    std::vector<ParameterChoice> roles{
        {"work", "Part of the work"},
        {"on-failure", catches ? "Catches what failed" : "On-failure destination"}};
    if (from.invoked)  // of events that nobody waits for
        roles.push_back({"on-success", "On-success destination"});
    specs.push_back(advanced(documented(
        choice("role", "Role", "Whether the connection is part of the work, or takes what was given up.",
               std::move(roles), "work"),
        !from.sender.failuresSource.empty() ? from.sender.failuresSource
        : from.delivery                     ? from.delivery->source
                                            : kDestinations)));
}

/// How often something is asked for a piece of work, and how much of it goes in one call.
void addRounds(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    if (from.sender.operations) {
        ParameterSpec per =
            choice("operationsPer", "Operations per",
                   "What each round of operations is done for: each record, or all of a batch, "
                   "request or object together.",
                   {{"record", "Record"}, {"batch", "Batch"}}, "record");
        per.formerChoices = {"request", "object"};
        specs.push_back(std::move(per));
        specs.push_back(
            number("operations", "Operations", "Operations for each of these.", "", 1, 10'000, 1));
    }
    if (from.sender.batch) {
        ParameterSpec batch = number("batchSize", "Records per call",
                                     "How many records travel in one call at most.", "records", 1, 10'000, 1);
        // Several records in one question, one job or one prompt are another question: no remedy.
        if (!to.puts.api.empty() || to.integrationName.empty())
            batch = movable(Lever::More, std::move(batch));
        if (to.puts.mostPerCall > 0) {
            batch.maximum = to.puts.mostPerCall;
            batch.help = std::string{"How many records travel in one call at most; above 1 the call is "}
                         + to.puts.api + ".";
            batch = documented(std::move(batch), to.puts.source);
        }
        specs.push_back(std::move(batch));
    }
}

/// What of a record, and how much, goes in one call.
void addOperations(std::vector<ParameterSpec>& specs, ConnectionKind kind, const ServiceSpec& from,
                   const ServiceSpec& to)
{
    if (from.sender.operation) {
        // A read only fetches; anything else hands the work on. So a server or function that is called gets the work,
        // and only what keeps nothing of its own, a cache, is read unless the design says otherwise; so is the store
        // behind it, for what it does not hold.
        // To put is to write, unless it is into what can be read as well; who only runs queries is asked nothing else. What
        // passes requests on says itself what they are.
        const bool asks = kind == Query || (to.runsQueries && !to.stores);
        const bool maySend = kind == Call && from.sender.operations && !to.balances;
        std::vector<ParameterChoice> operations;
        if (!asks && (to.answersReads || maySend))
            operations.push_back({"read", "Read"});
        if (!asks)
            operations.push_back({"write", "Write"});
        if (asks || to.runsQueries)
            operations.push_back({"query", "Query"});
        const bool isRead = kind == Call && to.answersReads && (to.caches || from.caches);
        ParameterSpec operation = choice("operation", "Operation",
                                         "Whether the call hands work on, fetches something or runs a query.",
                                         std::move(operations),
                                         asks     ? "query"
                                         : isRead ? "read"
                                                  : "write");
        if (kind == Call)  // of who only hands on, or only asks
            operation.formerChoices = {"read", "write"};
        specs.push_back(std::move(operation));
    }
    addRounds(specs, from, to);
}

/// A Retry without numbers of its own: 3 retries after 1 s, 2 s and 4 s, without jitter.
ParameterSpec asOfStates(ParameterSpec spec, const std::string& source)
{
    if (spec.id == "maxAttempts")
        spec.defaultValue = std::int64_t{4};
    else if (spec.id == "retryDelayMillis")
        spec.defaultValue = std::int64_t{1000};
    else if (spec.id == "retryCapMillis")
        spec.defaultValue = std::int64_t{3'600'000};
    else if (spec.id == "retryJitter")
        spec.defaultValue = std::string{"none"};
    else
        return spec;
    return documented(std::move(spec), source);
}

void addRetry(std::vector<ParameterSpec>& specs, ConnectionKind kind, const ServiceSpec& from,
              const ServiceSpec& to)
{
    const bool states = from.sender.waits;
    const bool none = states || from.isSource || kind == Start || (kind == Put && takesOver(to));
    specs.push_back(
        advanced(documented(choice("retry", "Retry", "What the caller does when it is refused or fails.",
                                   {{"none", "None"},
                                    {"fixed", "At a fixed interval"},
                                    {"exponential", "Exponential back-off"},
                                    {"sdk-legacy", "AWS SDK, legacy mode"},
                                    {"sdk-standard", "AWS SDK, standard mode"}},
                                   none ? "none" : "sdk-standard"),
                            states ? from.sender.failuresSource : std::string{kSdkRetry})));
    for (ParameterSpec& spec : retryParameters())
        specs.push_back(
            advanced(states ? asOfStates(std::move(spec), from.sender.failuresSource) : std::move(spec)));
}

/// When a call is made among the others of one piece of work, and what is done when it does not answer.
void addStep(std::vector<ParameterSpec>& specs, ConnectionKind kind, const ServiceSpec& from,
             const ServiceSpec& to)
{
    const SenderSpec& sender = from.sender;
    if (sender.order)
        specs.push_back(
            number("order", "Order",
                   "Connections of one component work in this order; equal numbers work in parallel.", "", 0,
                   1000, 0));
    if (sender.concurrency)
        specs.push_back(movable(Lever::More, number("concurrency", "Parallel calls",
                                                    "Calls in progress at once for one piece of work.",
                                                    "calls", 1, 1000, 1)));
    // What is taken over, or kept for later, is acknowledged at once.
    const bool isAtOnce = to.acknowledgesAtOnce || (kind == Put && takesOver(to) && !from.isSource)
                          || (kind == Notify && to.events);
    if (sender.timeout && (kind == Start ? sender.waits : !isAtOnce)) {
        ParameterSpec timeout =
            advanced(number("timeoutMillis", "Timeout", "The caller gives up after this time; 0 never.", "ms",
                            0, 900'000, 0));
        if (kind == Start)
            timeout.visibleWhen = {"wait", {"finish", "callback"}};
        specs.push_back(std::move(timeout));
    }
    if (sender.retry && !(kind == Notify && to.events))
        addRetry(specs, kind, from, to);
    addRole(specs, from, to);
}

void addCall(std::vector<ParameterSpec>& specs, ConnectionKind kind, const ServiceSpec& from,
             const ServiceSpec& to)
{
    addOperations(specs, kind, from, to);
    addBytes(specs, kind, from, to);
    addStep(specs, kind, from, to);
}

/// Who receives from a queue for a mapping. Of those that read through one only what is invoked may have its own pollers.
void addPollers(std::vector<ParameterSpec>& specs, const ServiceSpec& to)
{
    ParameterSpec most = number("maximumConcurrency", "Concurrent batches, at most",
                                "The mapping starts with 5 batches at a time and adds up to 300 a minute "
                                "while messages are left, up to this many.",
                                "batches", 2, 1000, 1000);
    if (!to.invoked)
        return specs.push_back(documented(std::move(most), kQueueScaling));
    specs.push_back(documented(
        choice(
            "pollers", "Pollers",
            "Shared ones cost nothing and begin with few batches; your own are there all the time, receive "
            "10 times and 1 MiB a second each, have 10 batches at a time, and are paid by the hour.",
            {{"shared", "Shared"}, {"provisioned", "Your own"}}, "shared"),
        kQueueScaling));
    most.visibleWhen = {"pollers", {"shared"}};
    specs.push_back(documented(std::move(most), kQueueScaling));
    for (ParameterSpec own :
         {number("minimumPollers", "Pollers, at least", "There all the time; each is paid by the hour.",
                 "pollers", 2, 200, 2),
          number("maximumPollers", "Pollers, at most",
                 "More are added, a hundred a minute, while messages are left.", "pollers", 2, 2000, 200)}) {
        own.visibleWhen = {"pollers", {"provisioned"}};
        specs.push_back(documented(movable(Lever::More, std::move(own)), kQueueScaling));
    }
}

/// Who reads a topic of Kafka for a mapping.
void addTopicPollers(std::vector<ParameterSpec>& specs)
{
    specs.push_back(
        documented(choice("pollers", "Pollers",
                          "Shared ones cost nothing; your own are there all the time, read 5 MB a second and "
                          "have 5 batches "
                          "at a time each, and are paid by the hour, ten of them or 20 MB/s together.",
                          {{"shared", "Shared"}, {"provisioned", "Your own"}}, "shared"),
                   kTopicScaling));
    for (ParameterSpec own : {number("minimumPollers", "Pollers, at least",
                                     "There all the time, no more than partitions.", "pollers", 1, 200, 1),
                              number("maximumPollers", "Pollers, at most",
                                     "More are added while all are at work, no more than partitions.",
                                     "pollers", 1, 2000, 200)}) {
        own.visibleWhen = {"pollers", {"provisioned"}};
        specs.push_back(documented(movable(Lever::More, std::move(own)), kTopicScaling));
    }
}

/// What an event source mapping lets one set.
void addMapping(std::vector<ParameterSpec>& specs, const FeedSpec& feed, const ServiceSpec& to)
{
    specs.push_back(
        documented(movable(Lever::Less, number("batchWindowMillis", "Batch window",
                                               "How long an incomplete batch waits for more records.", "ms",
                                               0, 300'000, feed.mappingWindowMillis)),
                   kMappingApi));
    if (feed.shape == FeedSpec::Shape::Queue) {
        addPollers(specs, to);
        specs.push_back(documented(
            flag("reportBatchItemFailures", "Report failures by message",
                 "The function names the messages that failed; only those come back to the queue.", false),
            kMappingApi));
        return;
    }
    if (feed.parallelBatches)
        specs.push_back(documented(
            movable(Lever::More,
                    number("parallelizationFactor", "Batches per shard",
                           "Batches of one shard in progress at once; order is kept per key.", "", 1, 10, 1)),
            kParallelBatches));
    else if (to.invoked)  // Kafka
        addTopicPollers(specs);
    specs.push_back(documented(number("maximumRetryAttempts", "Retries",
                                      "Retries of a batch that fails; -1 repeats until the records expire.",
                                      "", -1, 10'000, -1),
                               kMappingApi));
    specs.push_back(documented(flag("bisectOnError", "Split on error",
                                    "A batch that fails is cut in two and each half is tried again.", false),
                               kMappingApi));
}

void addPoll(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    const FeedSpec& feed = from.feed;
    if (to.reader.batch) {
        ParameterSpec batch =
            movable(Lever::More, number("batchSize", "Batch size", "Records handed over at once, at most.",
                                        "records", 1, 10'000, feed.mappingBatch));
        if (to.reader.mapping) {
            batch = documented(std::move(batch), kMappingApi);
        } else if (feed.read.mostPerCall > 0) {
            batch.maximum = feed.read.mostPerCall;
            batch.defaultValue = static_cast<std::int64_t>(feed.read.mostPerCall);
            batch = documented(std::move(batch), feed.read.source);
        }
        specs.push_back(std::move(batch));
    }
    if (to.reader.mapping)
        addMapping(specs, feed, to);
    if (feed.shape == FeedSpec::Shape::Lanes && to.reader.batch) {
        ParameterSpec poll = advanced(
            real(number("pollMillis", "Poll interval", "How often an idle shared reader asks each shard.",
                        "ms", 1, 60'000, static_cast<std::int64_t>(feed.pollMillis))));
        if (feed.enhancedFanOut)
            poll.visibleWhen = {"reader", {"shared"}};
        specs.push_back(documented(std::move(poll), kParallelBatches));
    }
    if (feed.enhancedFanOut && to.reader.enhanced)
        specs.push_back(
            documented(movable(Lever::Choices,
                               choice("reader", "Reader",
                                      "Shared readers divide 2 MiB/s and 5 reads/s per shard; an enhanced "
                                      "one has its own 2 MiB/s and is pushed to.",
                                      {{"shared", "Shared"}, {"enhanced", "Enhanced fan-out"}}, "shared")),
                       kConsumers));
    if (to.reader.filter)
        specs.push_back(real(number("filterShare", "Passed by the filter",
                                    "Records that pass the reader's filter; the others are read and dropped.",
                                    "%", 0, 100, 100)));
}

/// A sender may have other rules for addresses of the user's own: those parameters of it, which a connection overrides.
ParameterSpec asOfEndpoints(const ServiceSpec& from, std::string_view parameter, ParameterSpec spec)
{
    const ParameterSpec* own = findParameter(from, parameter);
    if (own == nullptr)
        return spec;
    spec.minimum = own->minimum;
    spec.maximum = own->maximum;
    spec.defaultValue = own->defaultValue;
    spec.evidence = own->evidence;
    spec.source = own->source;
    return spec;
}

void addNotify(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    // What keeps the events it is sent tries them by its own rules, whoever sent them.
    const std::optional<DeliverySpec>& delivery = to.events ? to.events : from.delivery;
    if (!delivery)
        return;
    const auto sourced = [&](ParameterSpec spec) {
        if (delivery->source.starts_with("https://"))
            return documented(std::move(spec), delivery->source);
        spec.source = delivery->source;
        return spec;
    };
    std::vector<ParameterSpec> rules{
        sourced(number("maximumRetryAttempts", "Retries",
                       "Retries by the service before the message is dead-lettered or lost.", "", 0,
                       static_cast<double>(delivery->mostRetries), delivery->retries)),
        sourced(number("maximumEventAgeSeconds", "Event age", "A message older than this is not tried again.",
                       "s", static_cast<double>(delivery->leastAgeSeconds),
                       static_cast<double>(delivery->mostAgeSeconds), delivery->ageSeconds))};
    const bool isEndpoint = !to.events && takesOver(to);
    specs.push_back(isEndpoint ? asOfEndpoints(from, delivery->endpointRetries, rules[0]) : rules[0]);
    specs.push_back(isEndpoint ? asOfEndpoints(from, delivery->endpointSeconds, rules[1]) : rules[1]);
}

void addLoad(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    // What is pushed, or read by a job, comes when it comes.
    if (!to.loadsOnSchedule || from.feed.shape != FeedSpec::Shape::Objects)
        return;
    specs.push_back(
        number("everySeconds", "Period", "A load starts this often.", "s", 1, 31 * 86'400.0, 300));
    specs.push_back(choice("wait", "Next load", "A load that is due waits for the one before it to end.",
                           {{"finish", "After the last one ends"}}, "finish"));
}

void addStart(std::vector<ParameterSpec>& specs, const ServiceSpec& from, const ServiceSpec& to)
{
    std::vector<ParameterChoice> waits{{"no", "Nothing"}};
    if (from.sender.waits)
        waits.insert(waits.end(), {{"finish", "The end of the job"}, {"callback", "A callback"}});
    specs.push_back(choice("wait", "Wait", "What the starter waits for.", std::move(waits), "no"));
    if (!from.sender.waits && !from.sender.operations)
        return;
    addRounds(specs, from, to);
    addBytes(specs, Start, from, to);
    addStep(specs, Start, from, to);
}

std::string withPlural(double count, std::string_view noun)
{
    const std::string singular{noun};
    if (count == 1)
        return "one " + singular;
    const std::string plural = singular.ends_with("y")    ? singular.substr(0, singular.size() - 1) + "ies"
                               : singular.ends_with("ch") ? singular + "es"
                                                          : singular + "s";
    return plainNumber(count) + " " + plural;
}

std::string duration(double millis)
{
    if (millis < 1000)
        return plainNumber(millis) + " ms";
    if (millis >= 120'000 && std::fmod(millis, 60'000) == 0)
        return plainNumber(millis / 60'000) + " min";
    return plainNumber(millis / 1000) + " s";
}

/// One connection with everything its sentence needs.
class Sentence {
public:
    Sentence(const Connection& connection, const Design& design, const ServiceCatalog& catalog,
             const Component& from, const Component& to, const ServiceSpec& fromSpec,
             const ServiceSpec& toSpec)
        : m_connection{connection},
          m_design{design},
          m_catalog{catalog},
          m_fromSpec{fromSpec},
          m_toSpec{toSpec},
          m_kind{kindOf(connection, fromSpec, toSpec)},
          m_specs{connectionParameters(m_kind, fromSpec, toSpec)},
          m_from{inWords("from", nameOf(from, fromSpec))},
          m_to{inWords("to", nameOf(to, toSpec))}
    {}

    Phrase text() const
    {
        switch (m_kind) {
        case Call:
        case Put:
        case Query:
            return asked() + share();
        case Notify:
            return ends("{from} notifies {to} and does not wait") + retries("a failed delivery") + share()
                   + (m_fromSpec.sender.waits ? place() : Phrase{});
        case Poll:
            return polled();
        case Load:
            return loaded();
        case Replicate:
            return ends("{from} copies its changes to {to} in the background") + share();
        case Start:
            return waited() + share() + (m_fromSpec.sender.waits ? place() : Phrase{});
        case Uses:
            return used();
        }
        return {};
    }

private:
    static std::string nameOf(const Component& component, const ServiceSpec& spec)
    {
        return !component.label.empty()  ? component.label
               : !spec.shortName.empty() ? spec.shortName
                                         : spec.name;
    }
    double numeric(std::string_view id, double otherwise = 0) const
    {
        return connectionNumber(m_connection, m_specs, id, otherwise);
    }
    std::string word(std::string_view id) const { return connectionText(m_connection, m_specs, id, ""); }
    /// A pattern of the two ends, and of what else is given.
    Phrase ends(const char* pattern, const std::string& what = {}, const std::string& per = {}) const
    {
        return {pattern, {m_from, m_to, inWords("what", what), inWords("per", per)}};
    }
    static Phrase with(const char* pattern, const std::string& what)
    {
        return {pattern, {inWords("what", what)}};
    }

    Phrase used() const
    {
        if (!m_toSpec.use)
            return ends("{from} uses {to}, which adds no traffic of its own");
        Phrase text = ends("{from} uses {to} beside its work: ");
        if (m_toSpec.use->calls)
            text += with("{what} calls for each record", plainNumber(numeric("callsPerRecord"), 6));
        if (m_toSpec.use->bytes)
            text +=
                with(m_toSpec.use->calls ? ", {what} bytes for each record" : "{what} bytes for each record",
                     plainNumber(numeric("loggedBytes"), 6));
        return text;
    }

    Phrase asked() const
    {
        const std::string operation = word("operation");
        const double operations = numeric("operations", 1);
        const double batch = numeric("batchSize", 1);
        const bool keeps = m_toSpec.stores || m_toSpec.caches;
        // Who sends requests of its own has no batch of which a record could be one.
        const bool perRequest = m_fromSpec.isSource || m_fromSpec.balances;
        const std::string per =
            perRequest ? "request" : connectionText(m_connection, m_specs, "operationsPer", "record");
        const std::string items = withPlural(operations, m_toSpec.noun);
        Phrase text;
        if (operation == "query") {
            text = ends("{from} sends {what} per {per} to {to}", withPlural(operations, "query"), per);
        } else if (operation == "read" && keeps) {
            text = ends("{from} reads {what} per {per} from {to}", items, per);
        } else if (operation == "read" || (m_kind == Call && !keeps)) {
            text = operations == 1
                       ? ends("{from} calls {to} once per {per} and waits for the answer", {}, per)
                       : ends("{from} calls {to} {what} per {per} and waits for the answer",
                              withPlural(operations, "time"), per);
        } else if (batch > 1) {
            text = ends("{from} writes up to {what} per call to {to}", withPlural(batch, m_toSpec.noun));
            if (operations != 1)
                text += Phrase{", {what} per {per}",
                               {inWords("what", withPlural(operations, "operation")), inWords("per", per)}};
        } else if (m_fromSpec.sender.operations || perRequest) {
            text = ends("{from} writes {what} per {per} to {to}", items, per);
        } else {
            // How many records go into one is the sender's own affair, as it is of a buffer.
            text = ends("{from} writes {what} to {to}", m_toSpec.noun + "s");
        }
        if (const double bytes = numeric("bytes"); bytes > 0)
            text += with(", {what} bytes each", plainNumber(bytes));
        else if (const double factor = numeric("sizeFactor", 1); factor != 1)
            text += with(", at {what} times the record's size", plainNumber(factor));
        text += place();
        if (const double calls = numeric("concurrency", 1); calls > 1)
            text += with(", {what} at a time", withPlural(calls, "call"));
        if (const double timeout = numeric("timeoutMillis"); timeout > 0)
            text += with(", giving up after {what}", duration(timeout));
        if (const std::string retry = word("retry"); !retry.empty() && retry != "none")
            text += with(", with at most {what}", withPlural(numeric("maxAttempts"), "attempt"));
        return text;
    }

    /// Where this call stands among the others of the same component.
    Phrase place() const
    {
        if (!m_fromSpec.sender.order)
            return {};
        const double own = numeric("order");
        int equal = 0;
        std::vector<double> orders{own};
        for (const Connection& other : m_design.connections) {
            if (other.from != m_connection.from || other.id == m_connection.id)
                continue;
            const Component* target = findComponent(m_design, other.to);
            const ServiceSpec* targetSpec = target != nullptr ? m_catalog.find(target->service) : nullptr;
            if (targetSpec == nullptr)
                continue;
            const ConnectionKind kind = kindOf(other, m_fromSpec, *targetSpec);
            const bool isStep = m_fromSpec.sender.waits && (kind == Start || kind == Notify);
            if (kind != Call && kind != Put && kind != Query && !isStep)
                continue;
            const auto stored = other.parameters.find("order");
            const double order = stored == other.parameters.end() ? 0 : asNumber(stored->second);
            orders.push_back(order);
            equal += order == own ? 1 : 0;
        }
        if (orders.size() == 1)
            return {};
        std::sort(orders.begin(), orders.end());
        orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
        if (orders.size() == 1)
            return ", in parallel";
        const auto step = std::find(orders.begin(), orders.end(), own) - orders.begin() + 1;
        Phrase text{", as step {step} of {steps}",
                    {inDigits("step", static_cast<double>(step)),
                     inDigits("steps", static_cast<double>(orders.size()))}};
        if (equal > 0)
            text += ", in parallel";
        return text;
    }

    Phrase polled() const
    {
        Phrase text = ends("{to} reads {from}");
        if (word("reader") == "enhanced")
            text += " by enhanced fan-out";
        if (const double batch = numeric("batchSize"); batch > 0)
            text += with(" in batches of up to {what}",
                         withPlural(batch, m_fromSpec.feed.shape == FeedSpec::Shape::Queue ? m_fromSpec.noun
                                                                                           : "record"));
        if (const double window = numeric("batchWindowMillis"); window > 0)
            text += with(", waiting at most {what} for a full one", duration(window));
        if (const double factor = numeric("parallelizationFactor"); factor > 1)
            text += with(", {what} per shard at a time", withPlural(factor, "batch"));
        if (word("pollers") == "provisioned")
            text += with(", with {what} of its own", withPlural(numeric("minimumPollers"), "poller"));
        else if (const double most = numeric("maximumConcurrency"); most > 0)
            text += with(", at most {what} at a time", withPlural(most, "batch"));
        if (const double passed = numeric("filterShare", 100); passed < 100)
            text += with(", keeping {what}% of them", plainNumber(passed));
        return text + retries("a failed batch");
    }

    Phrase retries(const std::string& failed) const
    {
        const double attempts = connectionNumber(m_connection, m_specs, "maximumRetryAttempts", -2);
        if (attempts < -1)
            return {};
        if (attempts < 0)
            return with("; {what} is repeated until its records expire", failed);
        if (attempts == 0)
            return with("; {what} is not repeated", failed);
        return {"; {what} is repeated at most {times}",
                {inWords("what", failed), inWords("times", withPlural(attempts, "time"))}};
    }

    Phrase loaded() const
    {
        if (m_fromSpec.runsJobs && m_toSpec.stores)
            return ends("{from} writes its results to {to}");
        if (m_fromSpec.runsQueries && !m_toSpec.runsQueries)
            return ends("{from} unloads to {to}");
        Phrase text = ends("{to} loads from {from}");
        if (const double every = numeric("everySeconds"); every > 0)
            text += with(" every {what}, one load at a time", duration(every * 1000));
        return text;
    }

    Phrase waited() const
    {
        const std::string wait = word("wait");
        return ends(wait == "finish"     ? "{from} starts {to} and waits until it has finished"
                    : wait == "callback" ? "{from} starts {to} and waits for its callback"
                                         : "{from} starts {to} and does not wait");
    }

    Phrase share() const
    {
        const std::string route = word("route");
        if (route == "copy" || route.empty())
            return {};
        Phrase text = with(", for {what}% of the work", plainNumber(numeric("share")));
        if (route == "match")
            text += ", which matches its rule";
        return text;
    }

    const Connection& m_connection;
    const Design& m_design;
    const ServiceCatalog& m_catalog;
    const ServiceSpec& m_fromSpec;
    const ServiceSpec& m_toSpec;
    ConnectionKind m_kind;
    std::vector<ParameterSpec> m_specs;
    PhraseArgument m_from, m_to;
};

const ParameterSpec* findSpec(const std::vector<ParameterSpec>& specs, std::string_view id)
{
    const auto at =
        std::find_if(specs.begin(), specs.end(), [id](const ParameterSpec& spec) { return spec.id == id; });
    return at == specs.end() ? nullptr : &*at;
}

}  // namespace

std::vector<ParameterSpec> retryParameters()
{
    const auto when = [](std::string parameter, std::vector<std::string> values, ParameterSpec spec) {
        spec.visibleWhen = {std::move(parameter), std::move(values)};
        return spec;
    };
    const std::vector<std::string> any{"fixed", "exponential", "sdk-legacy", "sdk-standard"};
    const std::vector<std::string> on{"true"};
    return {
        when("retry", any,
             documented(number("maxAttempts", "Attempts", "Tries in all, the first included.", "", 1, 100, 3),
                        kSdkRetry)),
        when("retry", {"fixed", "exponential"},
             number("retryDelayMillis", "Delay before a retry",
                    "Pause before the second try; exponential back-off multiplies it from then on.", "ms", 0,
                    3'600'000, 100)),
        when("retry", {"exponential"},
             number("retryCapMillis", "Longest delay", "No pause is longer than this.", "ms", 0, 3'600'000,
                    20'000)),
        when("retry", {"exponential"},
             real(number("retryMultiplier", "Multiplier", "Each pause is this much longer than the last.", "",
                         1, 10, 2))),
        when("retry", {"exponential"},
             documented(choice("retryJitter", "Jitter",
                               "How the pause is drawn, so that callers do not come back all at once.",
                               {{"none", "None"},
                                {"full", "Full: from 0 to the pause"},
                                {"equal", "Equal: from half of the pause"},
                                {"decorrelated", "Decorrelated: from the base to three times the last"}},
                               "full"),
                        kJitter)),
        when("retry", any,
             real(number("retryBudgetPercent", "Retry budget",
                         "Retries at most this share of the first tries, ten more at once; 0 sets none.", "%",
                         0, 1000, 0))),
        flag("breaker", "Circuit breaker",
             "Stops calling while too many calls fail, and tries again with a few after a pause.", false),
        when("breaker", on,
             real(number("breakerFailurePercent", "Opens at failures", "Share of calls that fail.", "%", 1,
                         100, 50))),
        when("breaker", on,
             real(number("breakerWindowSeconds", "Window", "Calls of this long count.", "s", 0.1, 3600, 10))),
        when("breaker", on,
             number("breakerMinimumCalls", "Least calls", "With fewer in the window it stays closed.",
                    "calls", 1, 1'000'000, 20)),
        when("breaker", on,
             real(number("breakerOpenSeconds", "Stays open", "Pause before calls are tried again.", "s",
                         0.001, 86'400, 10))),
        when("breaker", on,
             number("breakerTrials", "Trial calls", "All of these must succeed to close it again.", "calls",
                    1, 1000, 1)),
    };
}

bool takesOver(const ServiceSpec& to)
{
    return !to.stores && !to.runsJobs && to.puts.api.empty();
}

ConnectionKind kindOf(const Connection& connection, const ServiceSpec& from, const ServiceSpec& to)
{
    if (const auto own = connection.parameters.find("kind"); own != connection.parameters.end()) {
        if (const std::optional<ConnectionKind> kind = connectionKind(toString(own->second)))
            return *kind;
    }
    const Legality legality = IntegrationTable::builtin().judge(from, to);
    if (!legality.kinds.empty() && legality.verdict != Legality::Verdict::Reversed)
        return legality.kinds.front();
    return to.stores ? Put : Call;
}

std::vector<ParameterSpec> connectionParameters(ConnectionKind kind, const ServiceSpec& from,
                                                const ServiceSpec& to)
{
    std::vector<ParameterSpec> specs{kindSpec(kind, from, to)};
    if (kind != Poll && kind != Load && kind != Uses)
        addRoute(specs, from);
    switch (kind) {
    case Call:
    case Put:
    case Query:
        addCall(specs, kind, from, to);
        break;
    case Notify:
        addSizes(specs, from, to);
        addNotify(specs, from, to);
        if (from.sender.waits) {  // a step as well
            addRounds(specs, from, to);
            addStep(specs, kind, from, to);
        } else {
            addRole(specs, from, to);
        }
        break;
    case Poll:
        addPoll(specs, from, to);
        break;
    case Load:
        addLoad(specs, from, to);
        break;
    case Replicate:
        addSizes(specs, from, to);
        break;
    case Start:
        addStart(specs, from, to);
        break;
    case Uses:
        addUse(specs, to);
        break;
    }
    return specs;
}

double connectionNumber(const Connection& connection, const std::vector<ParameterSpec>& specs,
                        std::string_view id, double otherwise)
{
    const ParameterSpec* spec = findSpec(specs, id);
    if (spec == nullptr)
        return otherwise;
    const double standard = asNumber(spec->defaultValue, otherwise);
    const auto own = connection.parameters.find(id);
    return own == connection.parameters.end() ? standard : asNumber(own->second, standard);
}

std::string connectionText(const Connection& connection, const std::vector<ParameterSpec>& specs,
                           std::string_view id, std::string_view otherwise)
{
    const ParameterSpec* spec = findSpec(specs, id);
    if (spec == nullptr)
        return std::string{otherwise};
    const auto own = connection.parameters.find(id);
    return toString(own == connection.parameters.end() ? spec->defaultValue : own->second);
}

Phrase connectionSentence(const Connection& connection, const Design& design, const ServiceCatalog& catalog)
{
    const Component* from = findComponent(design, connection.from);
    const Component* to = findComponent(design, connection.to);
    const ServiceSpec* fromSpec = from != nullptr ? catalog.find(from->service) : nullptr;
    const ServiceSpec* toSpec = to != nullptr ? catalog.find(to->service) : nullptr;
    if (fromSpec == nullptr || toSpec == nullptr) {
        const auto name = [](const Component* component, const ComponentId& id) {
            return component != nullptr && !component->label.empty() ? component->label : id;
        };
        return {"{from} is connected to {to}, in a way this version does not know",
                {inWords("from", name(from, connection.from)), inWords("to", name(to, connection.to))}};
    }
    return Sentence{connection, design, catalog, *from, *to, *fromSpec, *toSpec}.text();
}

std::string sentence(const Connection& connection, const Design& design, const ServiceCatalog& catalog)
{
    return connectionSentence(connection, design, catalog).english();
}

}  // namespace plimsoll
