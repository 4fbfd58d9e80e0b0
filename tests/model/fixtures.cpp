// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/fixtures.h"

#include <fstream>
#include <sstream>

namespace plimsoll::tests {

namespace {

ParameterSpec integer(std::string id, std::string name, double least, double most, std::int64_t value)
{
    ParameterSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.minimum = least;
    spec.maximum = most;
    spec.defaultValue = value;
    return spec;
}

ServiceSpec service(std::string id, std::string name, std::string category, std::string integrationName)
{
    ServiceSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.category = std::move(category);
    spec.integrationName = std::move(integrationName);
    return spec;
}

ServiceSpec stream()
{
    ServiceSpec spec =
        service("kinesis-data-streams", "Kinesis Data Streams", "streaming", "Kinesis Data Streams");
    spec.shortName = "Kinesis";
    spec.stores = true;
    spec.puts = {"PutRecords", 500, "https://example.com/puts"};
    spec.feed = {.shape = FeedSpec::Shape::Lanes,
                 .read = {"GetRecords", 10'000, "https://example.com/reads"},
                 .enhancedFanOut = true,
                 .sharedReaders = 5,
                 .sharedReadersWhy = "a shard answers 5 reads a second in all",
                 .sharedReadersRemedy = "give some of them enhanced fan-out",
                 .sharedReadersSource = "https://example.com/readers"};
    ParameterSpec mode;
    mode.id = "mode";
    mode.name = "Mode";
    mode.type = ParameterType::Choice;
    mode.choices = {{"provisioned", "Provisioned"}, {"on-demand", "On demand"}};
    mode.defaultValue = std::string{"provisioned"};
    ParameterSpec shards = integer("shards", "Open shards", 1, 500, 1);
    shards.sizable = true;
    shards.source = "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
    shards.visibleWhen = {"mode", {"provisioned"}};
    ParameterSpec retention = integer("retentionHours", "Retention", 24, 8760, 24);
    retention.unit = "h";
    spec.parameters = {mode, shards, retention};
    return spec;
}

/// Calls others while it works, and waits for them.
ServiceSpec calling(ServiceSpec spec)
{
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true};
    return spec;
}

ServiceSpec source()
{
    ServiceSpec spec = service("traffic-source", "Traffic source", "clients", "Client");
    spec.isSource = spec.isDefaultSource = true;
    spec.accepts = false;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .batch = true,
                   .sizes = true,
                   .timeout = true,
                   .retry = true};
    spec.parameters = {integer("recordSizeBytes", "Record size", 1, 10'485'760, 1024)};
    return spec;
}

ServiceSpec function()
{
    ServiceSpec spec = calling(service("lambda", "Lambda", "compute", "Lambda"));
    spec.sender.failures = true;
    spec.reader = {.mapping = true, .filter = true};
    spec.events = DeliverySpec{.source = "https://example.com/events"};
    spec.invoked = spec.poisonable = true;
    ParameterSpec fixed = integer("fixedMillis", "Fixed time", 0, 900'000, 20);
    fixed.type = ParameterType::Real;
    fixed.unit = "ms";
    ParameterSpec arm;
    arm.id = "arm";
    arm.name = "Arm";
    arm.type = ParameterType::Boolean;
    arm.defaultValue = false;
    ParameterSpec runtime;
    runtime.id = "runtime";
    runtime.name = "Runtime";
    runtime.type = ParameterType::Text;
    runtime.defaultValue = std::string{"python3.13"};
    spec.parameters = {integer("memoryMegabytes", "Memory", 128, 10'240, 512), fixed, arm, runtime,
                       integer("timeoutSeconds", "Timeout", 1, 900, 3)};
    spec.runLimitParameter = "timeoutSeconds";
    return spec;
}

ServiceSpec table()
{
    ServiceSpec spec = service("dynamodb", "DynamoDB", "database", "DynamoDB");
    spec.answersReads = true;
    spec.stores = true;
    spec.noun = "item";
    spec.puts = {"BatchWriteItem", 25, "https://example.com/writes"};
    spec.feed.shape = FeedSpec::Shape::Lanes;
    spec.feed.sharedReaders = 2;
    spec.feed.sharedReadersWhy = "a shard of the table's stream takes 2 readers";
    spec.feed.sharedReadersRemedy = "let one reader fan out";
    spec.feed.sharedReadersSource = "https://example.com/streams";
    return spec;
}

ServiceSpec queue()
{
    ServiceSpec spec = service("sqs", "SQS", "integration", "SQS");
    spec.stores = spec.redrives = true;
    spec.noun = "message";
    spec.puts = {"SendMessageBatch", 10, "https://example.com/sends"};
    spec.feed.shape = FeedSpec::Shape::Queue;
    spec.feed.mappingBatch = 10;
    spec.feed.read = {"ReceiveMessage", 10, "https://example.com/receives"};
    spec.parameters = {integer("visibilitySeconds", "Visibility", 0, 43'200, 30)};
    spec.visibilityParameter = "visibilitySeconds";
    return spec;
}

ServiceSpec bucket()
{
    ServiceSpec spec = service("s3", "S3", "storage", "S3");
    spec.answersReads = true;
    spec.stores = true;
    spec.noun = "object";
    spec.feed.shape = FeedSpec::Shape::Objects;
    spec.delivery = DeliverySpec{.source = "not documented"};
    spec.sender.routes = {Route::Copy, Route::Match};
    return spec;
}

ServiceSpec deliveryStream()
{
    ServiceSpec spec = service("data-firehose", "Data Firehose", "streaming", "Data Firehose");
    spec.puts = {"PutRecordBatch", 500, "https://example.com/batches"};
    spec.reader = {.batch = false, .enhanced = false};
    spec.sender.routes = {Route::Copy};
    spec.mostTargets = 1;
    return spec;
}

ServiceSpec delivering(ServiceSpec spec, std::int64_t retries, std::int64_t ageSeconds)
{
    spec.delivery = DeliverySpec{.retries = retries,
                                 .mostRetries = retries,
                                 .ageSeconds = ageSeconds,
                                 .mostAgeSeconds = ageSeconds,
                                 .source = "https://example.com/deliveries"};
    spec.sender = {.routes = {Route::Copy, Route::Match}, .sizes = true};
    return spec;
}

ServiceSpec balancing(ServiceSpec spec)
{
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true, .sizes = true};
    return spec;
}

ServiceSpec starting(ServiceSpec spec)
{
    spec.sender.waits = true;
    spec.sender.waitsWhile = {"type", {"standard"}};
    spec.sender.failuresSource =
        "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html";
    return spec;
}

ServiceSpec zonal(ServiceSpec spec)
{
    spec.scope = ServiceScope::Zonal;
    return spec;
}

}  // namespace

ServiceCatalog smallCatalog()
{
    ServiceSpec warehouse = service("redshift", "Redshift", "analytics", "Redshift");
    warehouse.loadsOnSchedule = true;
    warehouse.noun = "row";
    warehouse.runsQueries = warehouse.runsJobs = true;
    warehouse.stores = true;
    ServiceSpec quicksight = service("quicksight", "QuickSight", "analytics", "QuickSight");
    quicksight.runsQueries = true;
    ServiceSpec athena = calling(service("athena", "Athena", "analytics", "Athena"));
    athena.runsQueries = true;
    ServiceSpec notSimulated = service("iot-core", "IoT Core", "integration", "IoT Core");
    notSimulated.simulated = false;
    return ServiceCatalog{
        {source(), stream(), function(), table(), deliveryStream(), bucket(), std::move(warehouse),
         std::move(athena), queue(),
         delivering(service("sns", "SNS", "integration", "SNS"), 100'015, 23 * 86'400),
         delivering(service("eventbridge", "EventBridge", "integration", "EventBridge"), 185, 86'400),
         balancing(service("api-gateway", "API Gateway", "networking", "API Gateway")),
         balancing(service("alb", "Application Load Balancer", "networking", "ALB")),
         starting(calling(service("step-functions", "Step Functions", "integration", "Step Functions"))),
         calling(service("managed-flink", "Managed Flink", "streaming", "Managed Flink")),
         std::move(quicksight), zonal(calling(service("ec2", "EC2", "compute", "EC2"))),
         calling(service("custom-server", "Custom server", "generic", "")), std::move(notSimulated)}};
}

Component component(std::string id, std::string serviceId, ParameterMap parameters)
{
    Component made;
    made.id = std::move(id);
    made.service = std::move(serviceId);
    made.parameters = std::move(parameters);
    return made;
}

Connection connection(std::string id, std::string from, std::string to, ParameterMap parameters)
{
    Connection made;
    made.id = std::move(id);
    made.from = std::move(from);
    made.to = std::move(to);
    made.parameters = std::move(parameters);
    return made;
}

Design cleanDesign()
{
    Design design;
    design.title = "Clean";
    design.components = {component("function", "lambda"),
                         component("orders", "kinesis-data-streams", {{"shards", std::int64_t{4}}}),
                         component("producers", "traffic-source"), component("table", "dynamodb")};
    design.connections = {connection("c1", "producers", "orders"),
                          connection("c2", "orders", "function", {{"maximumRetryAttempts", std::int64_t{3}}}),
                          connection("c3", "function", "table")};
    Scenario scenario;
    scenario.id = "steady";
    scenario.traffic["producers"].ratePerSecond = 3000;
    scenario.objectives.push_back({"delay-p99", "table", 1000.0, std::nullopt, {}});
    design.scenarios = {scenario};
    return design;
}

std::string sampleText()
{
    return dataFile("v1/everything.plimsoll");
}

std::string dataFile(std::string_view name)
{
    std::ifstream file{std::string{PLIMSOLL_SOURCE_DIR "/tests/data/designs/"} + std::string{name},
                       std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace plimsoll::tests
