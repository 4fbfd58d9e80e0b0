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

ServiceSpec source()
{
    ServiceSpec spec = service("traffic-source", "Traffic source", "clients", "Client");
    spec.isSource = true;
    spec.accepts = false;
    spec.parameters = {integer("recordSizeBytes", "Record size", 1, 10'485'760, 1024)};
    return spec;
}

ServiceSpec function()
{
    ServiceSpec spec = service("lambda", "Lambda", "compute", "Lambda");
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
    spec.parameters = {integer("memoryMegabytes", "Memory", 128, 10'240, 512), fixed, arm, runtime};
    return spec;
}

ServiceSpec redriven(ServiceSpec spec)
{
    spec.redrives = true;
    return spec;
}

ServiceSpec storing(ServiceSpec spec)
{
    spec.stores = true;
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
    warehouse.runsQueries = warehouse.runsJobs = true;
    warehouse.stores = true;
    ServiceSpec quicksight = service("quicksight", "QuickSight", "analytics", "QuickSight");
    quicksight.runsQueries = true;
    ServiceSpec athena = service("athena", "Athena", "analytics", "Athena");
    athena.runsQueries = true;
    ServiceSpec notSimulated = service("iot-core", "IoT Core", "integration", "IoT Core");
    notSimulated.simulated = false;
    return ServiceCatalog{
        {source(), stream(), function(), storing(service("dynamodb", "DynamoDB", "database", "DynamoDB")),
         service("data-firehose", "Data Firehose", "streaming", "Data Firehose"),
         storing(service("s3", "S3", "storage", "S3")), std::move(warehouse), std::move(athena),
         redriven(storing(service("sqs", "SQS", "integration", "SQS"))),
         service("sns", "SNS", "integration", "SNS"),
         service("eventbridge", "EventBridge", "integration", "EventBridge"),
         service("api-gateway", "API Gateway", "networking", "API Gateway"),
         service("alb", "Application Load Balancer", "networking", "ALB"),
         service("step-functions", "Step Functions", "integration", "Step Functions"),
         service("managed-flink", "Managed Flink", "streaming", "Managed Flink"), std::move(quicksight),
         zonal(service("ec2", "EC2", "compute", "EC2")),
         service("custom-server", "Custom server", "generic", ""), std::move(notSimulated)}};
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
