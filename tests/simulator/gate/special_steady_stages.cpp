// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/stages.h"
#include "tests/simulator/services/service_fixture.h"

#include <utility>

namespace plimsoll::tests {

namespace {

void add(std::vector<Stage>& stages, const char* name, Drawing drawing)
{
    stages.push_back({name, std::move(drawing.design)});
}

/// Groups that are in work a good part of the time, read by functions and by servers.
void addFifoQueues(std::vector<Stage>& stages)
{
    const auto read = [](double perSecond, std::int64_t keys, const char* reader, ParameterMap work,
                         ParameterMap queue = {}, ParameterMap mapping = {}) {
        queue["type"] = text("fifo");
        return Drawing{6 * 3600}
            .source("in", perSecond, {{"keys", whole(keys)}})
            .place("sqs", "x", std::move(queue))
            .place(reader, "worker", std::move(work))
            .connect("in", "x")
            .connect("x", "worker", std::move(mapping));
    };
    add(stages, "a FIFO queue of many groups", read(5, 1000, "lambda", {}));
    add(stages, "a FIFO queue of few groups", read(3, 4, "lambda", {{"fixedMillis", 500.0}}));
    add(stages, "a FIFO queue of one group",
        read(3, 1, "lambda", {{"fixedMillis", 800.0}}, {}, {{"batchSize", whole(5)}}));
    add(stages, "a FIFO queue whose messages fail",
        read(3, 30, "lambda", {{"fixedMillis", 100.0}, {"errorPercent", 5.0}},
             {{"visibilitySeconds", whole(6)}}));
    add(stages, "a FIFO queue whose messages fail one by one",
        read(3, 30, "lambda", {{"fixedMillis", 100.0}, {"errorPercent", 5.0}},
             {{"visibilitySeconds", whole(6)}}, {{"reportBatchItemFailures", true}}));
    add(stages, "a FIFO queue with high throughput",
        read(20, 50, "lambda", {{"fixedMillis", 100.0}}, {{"highThroughput", true}}));
    add(stages, "a FIFO queue read by servers", read(3, 1000, "ec2", {}));
}

void addDisciplines(std::vector<Stage>& stages)
{
    const auto served = [](ParameterMap server) {
        server["serviceTimeMicros"] = 200'000.0;
        return Drawing{6 * 3600}
            .source("in", 3)
            .place("custom-server", "x", std::move(server))
            .connect("in", "x");
    };
    add(stages, "shared", served({{"discipline", text("shared")}}));
    add(stages, "shared, with calls",
        served({{"discipline", text("shared")}, {"servers", whole(2)}})
            .place("custom-server", "next", {{"servers", whole(20)}})
            .connect("x", "next", {{"kind", text("call")}}));
    add(stages, "two priorities", served({{"discipline", text("priority")}}));
}

void addAggregation(std::vector<Stage>& stages)
{
    for (const std::int64_t shards : {1, 4})
        add(stages, "records that are packed",
            Drawing{6 * 3600}
                .source("in", 10, {{"keys", whole(500)}, {"recordSizeBytes", whole(9000)}})
                .place("kinesis-data-streams", "x",
                       {{"mode", text("provisioned")},
                        {"shards", whole(shards)},
                        {"aggregationBytes", whole(51'200)}})
                .connect("in", "x", {{"batchSize", whole(20)}}));
}

void addCapture(std::vector<Stage>& stages)
{
    add(stages, "changes that are captured",
        Drawing{6 * 3600}
            .source("in", 3, {{"recordSizeBytes", whole(1500)}})
            .place("dynamodb", "x",
                   {{"newItemsPercent", 40.0},
                    {"pointInTimeRecovery", true},
                    {"backupsKept", whole(2)},
                    {"exportsPerMonth", 4.0}})
            .place("kinesis-data-streams", "copy")
            .connect("in", "x")
            .connect("x", "copy"));
}

void addDeliveries(std::vector<Stage>& stages)
{
    const auto delivered = [](ParameterMap stream, ParameterMap source = {}) {
        return Drawing{6 * 3600}
            .source("in", 3, std::move(source))
            .place("data-firehose", "x", std::move(stream))
            .place("s3", "bucket")
            .connect("in", "x")
            .connect("x", "bucket");
    };
    add(stages, "prefixes with buffers of their own",
        delivered({{"dynamicPartitioning", true}, {"prefixes", whole(20)}, {"bufferSeconds", whole(400)}},
                  {{"keys", whole(500)}, {"keySkew", 1.0}}));
    add(stages, "rows of tables",
        delivered(
            {{"delivers", text("iceberg")}, {"tablePartitions", whole(4)}, {"bufferSeconds", whole(90)}},
            {{"keys", whole(500)}}));
    add(stages, "source records that are kept beside",
        delivered({{"backup", text("all")}, {"backupSeconds", whole(100)}, {"bufferSeconds", whole(90)}})
            .place("s3", "beside")
            .connect("x", "beside", {{"role", text("on-failure")}}));
    add(stages, "deliveries to an address",
        Drawing{6 * 3600}
            .source("in", 3)
            .place("data-firehose", "x")
            .place("splunk", "logs", {{"workers", whole(20)}})
            .connect("in", "x")
            .connect("x", "logs"));
    add(stages, "records that a function transforms",
        delivered(
            {{"transformSeconds", whole(20)}, {"transformedPercent", 50.0}, {"bufferSeconds", whole(90)}})
            .place("lambda", "shape", {{"fixedMillis", 300.0}})
            .connect("x", "shape"));
}

/// A function looks at tokens, each of which comes about ten times in the life of an answer.
void addAuthorisers(std::vector<Stage>& stages, const std::string& service)
{
    add(stages, "an authoriser that is asked now and then",
        Drawing{6 * 3600}
            .source("in", 3)
            .place(service, "x",
                   {{"authoriser", text("function")},
                    {"authoriserMillis", 200.0},
                    {"authoriserTtlSeconds", whole(60)},
                    {"tokens", whole(20)}})
            .place("lambda", "next")
            .connect("in", "x")
            .connect("x", "next"));
}

/// Two that copy each other in the background, each with writers of its own.
void addReplicas(std::vector<Stage>& stages, const std::string& service)
{
    add(stages, "two that copy each other",
        Drawing{3600}
            .source("in", 3)
            .source("in-b", 5)
            .place(service, "x")
            .place(service, "y")
            .connect("in", "x")
            .connect("in-b", "y")
            .connect("x", "y", {{"kind", text("replicate")}})
            .connect("y", "x", {{"kind", text("replicate")}}));
}

void addFunctions(std::vector<Stage>& stages)
{
    const auto slow = [](ParameterMap mapping) {
        return Drawing{3600}
            .source("in", 2)
            .place("kinesis-data-streams", "stream", {{"mode", text("provisioned")}, {"shards", whole(12)}})
            .place("lambda", "x")
            .place("custom-server", "next", {{"servers", whole(100)}, {"serviceTimeMicros", 120'000.0}})
            .connect("in", "stream")
            .connect("stream", "x", std::move(mapping))
            .connect("x", "next", {{"kind", text("call")}});
    };
    add(stages, "calls for which a full batch has no time", slow({}));
    add(stages, "the same with batches side by side", slow({{"parallelizationFactor", whole(2)}}));
    add(stages, "a window over records that come one by one",
        Drawing{3600}
            .source("in", 10)
            .place("kafka-on-ec2", "log")
            .place("lambda", "x")
            .connect("in", "log")
            .connect("log", "x", {{"batchWindowMillis", whole(300)}}));
    add(stages, "events that are told of when they are handled",
        Drawing{3600}
            .source("in", 3)
            .place("sns", "topic")
            .place("lambda", "x")
            .place("sqs", "done")
            .connect("in", "topic")
            .connect("topic", "x")
            .connect("x", "done", {{"role", text("on-success")}}));
    // One in ten waits a minute, and one of ten of those two before it is done: 6.5 s on average.
    add(stages, "events that fail and are tried again",
        Drawing{4 * 3600}
            .source("in", 3)
            .place("sns", "topic")
            .place("lambda", "x", {{"errorPercent", 10.0}})
            .connect("in", "topic")
            .connect("topic", "x"));
    add(stages, "a transfer that nobody waits for",
        Drawing{3600}
            .source("in", 3)
            .place("lambda", "x")
            .place("datasync", "copy")
            .connect("in", "x", {{"kind", text("call")}})
            .connect("x", "copy", {{"kind", text("call")}}));
}

void addBatches(std::vector<Stage>& stages, const std::string& service)
{
    if (service == "comprehend")
        add(stages, "one text and sometimes two",
            Drawing{3600}
                .source("in", 1, {{"recordSizeBytes", whole(374)}})
                .place(service, "x")
                .connect("in", "x", {{"kind", text("call")}, {"batchSize", whole(2)}}));
    if (service == "ec2")
        add(stages, "messages that are sent together",
            Drawing{3600}
                .source("in", 5)
                .place("sqs", "queue")
                .place(service, "x")
                .place("s3", "bucket")
                .connect("in", "queue", {{"batchSize", whole(4)}})
                .connect("queue", "x", {{"batchSize", whole(10)}})
                .connect("x", "bucket",
                         {{"kind", text("put")}, {"operation", text("read")}, {"batchSize", whole(2)}}));
    if (service == "cloudfront" || service == "dax")
        add(stages, "batches that pass a cache",
            Drawing{3600}
                .source("in", 10)
                .place(service, "x")
                .place(service == "dax" ? "dynamodb" : "api-gateway", "behind")
                .connect("in", "x", {{"kind", text("call")}, {"batchSize", whole(3)}})
                .connect("x", "behind"));
    if (service == "managed-flink")
        add(stages, "answers that are waited for side by side",
            Drawing{3600}
                .source("in", 60)
                .place("kinesis-data-streams", "stream")
                .place(service, "x", {{"window", text("none")}})
                .place("dynamodb", "table", {{"writeLatencyMillis", 40.0}})
                .connect("in", "stream")
                .connect("stream", "x")
                .connect("x", "table", {{"kind", text("call")}}));
}

}  // namespace

std::vector<Stage> specialSteadyStagesOf(const std::string& service)
{
    std::vector<Stage> stages;
    if (service == "sqs")
        addFifoQueues(stages);
    if (service == "data-firehose")
        addDeliveries(stages);
    if (service == "kinesis-data-streams")
        addAggregation(stages);
    if (service == "dynamodb")
        addCapture(stages);
    if (service == "api-gateway" || service == "appsync")
        addAuthorisers(stages, service);
    if (service == "api-gateway")
        add(stages, "clients with keys of a plan",
            Drawing{6 * 3600}
                .source("in", 3, {{"keys", whole(100)}})
                .place(service, "x",
                       {{"apiType", text("rest")},
                        {"usagePlan", true},
                        {"apiKeys", whole(4)},
                        {"keyRatePerSecond", 2.0}})
                .place("lambda", "next")
                .connect("in", "x")
                .connect("x", "next"));
    if (service == "aws-batch") {
        const auto jobs = [&](ParameterMap own) {
            own.insert({{"arraySize", whole(4)},
                        {"jobSeconds", 60.0},
                        {"timeout", true},
                        {"timeoutSeconds", whole(90)},
                        {"failPercent", 10.0},
                        {"attempts", whole(3)}});
            return Drawing{6 * 3600}
                .source("in", 0.02)
                .place(service, "x", std::move(own))
                .place("aws-batch", "next", {{"jobSeconds", 5.0}})
                .connect("in", "x")
                .connect("x", "next");
        };
        add(stages, "children with a timeout", jobs({}));
        add(stages, "children one after the other",
            jobs({{"childrenRun", text("sequential")}, {"handsOn", text("job")}}));
        add(stages, "jobs of several nodes",
            jobs({{"platform", text("instances")},
                  {"management", text("multi-node")},
                  {"nodes", whole(3)},
                  {"maxVcpus", whole(400)}}));
    }
    if (service == "aurora")
        add(stages, "a second Region",
            Drawing{1800}
                .source("in", 40)
                .source("readers", 60)
                .place(service, "x", {{"replicas", whole(1)}, {"secondInstances", whole(2)}})
                .connect("in", "x")
                .connect("readers", "x", {{"operation", text("read")}}));
    if (service == "redshift")
        for (const char* mode : {"provisioned", "serverless"}) {
            Drawing lake{6 * 3600};
            lake.place(service, "x", {{"mode", text(mode)}, {"externalPercent", 50.0}})
                .place("s3", "bucket")
                .connect("x", "bucket");
            QueryLoad query;
            query.id = "query";
            query.target = "x";
            query.perHour = 600;
            query.gigabytesScanned = 3;
            lake.scenario().queries.push_back(query);
            add(stages, mode, lake);
        }
    if (service == "s3")
        for (const bool moved : {false, true})
            add(stages, moved ? "reads of what was moved to an archive" : "reads of an archive",
                Drawing{12 * 3600}
                    .source("in", 2)
                    .source("readers", 2)
                    .place(service, "x",
                           moved ? ParameterMap{{"lifecycle", text("deep-archive")},
                                                {"restoreHours", 0.05},
                                                {"oldReadsPercent", 10.0}}
                                 : ParameterMap{{"storageClass", text("glacier-flexible")},
                                                {"restoreTier", text("expedited")}})
                    .connect("in", "x")
                    .connect("readers", "x", {{"operation", text("read")}}));
    if (service == "hbase-on-emr")
        for (const bool rooted : {false, true}) {
            Drawing rows{1800};
            rows.source("in", 40)
                .source("readers", 60)
                .place(service, "x", {{"cacheHitPercent", 60.0}})
                .connect("in", "x", {{"kind", text("call")}})
                .connect("readers", "x", {{"kind", text("call")}, {"operation", text("read")}});
            if (rooted)
                rows.place("s3", "root").connect("x", "root");
            add(stages, rooted ? "rows in a bucket" : "rows on disks", rows);
        }
    if (service == "cassandra-on-ec2")
        for (const char* asks : {"quorum", "all"})
            add(stages, asks,
                Drawing{1800}
                    .source("in", 40)
                    .source("readers", 40)
                    .place(service, "x",
                           {{"readsAsk", text(asks)}, {"copies", whole(5)}, {"nodes", whole(6)}})
                    .connect("in", "x", {{"kind", text("call")}})
                    .connect("readers", "x", {{"kind", text("call")}, {"operation", text("read")}}));
    if (service == "dynamodb" || service == "s3")
        addReplicas(stages, service);
    if (service == "custom-server")
        addDisciplines(stages);
    if (service == "lambda")
        addFunctions(stages);
    addBatches(stages, service);
    return stages;
}

}  // namespace plimsoll::tests
