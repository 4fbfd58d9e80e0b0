// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_classes.h"
#include "simulator/services/parameter_factories.h"

#include <array>

namespace plimsoll::services::cassandra_on_ec2 {

ServiceSpec cassandraOnEc2Spec()
{
    using namespace declare;
    constexpr const char* kDocs =
        "https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html";
    constexpr const char* kTypesUrl =
        "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html";
    constexpr const char* kVolumes = "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    constexpr const char* kYourServer = "you run it: measure it";
    constexpr std::array<std::string_view, 9> kTypes{"m7g.large",  "m7g.xlarge",  "r5.large",
                                                     "r5.xlarge",  "r5.2xlarge",  "r6g.large",
                                                     "r6g.xlarge", "r6g.2xlarge", "r5.4xlarge"};
    ServiceSpec spec;
    spec.id = "cassandra-on-ec2";
    spec.name = "Cassandra on EC2";
    spec.shortName = "Cassandra";
    spec.category = "database";
    spec.readsSizes = false;  // a node takes so many operations a second, whatever their size
    spec.summary =
        "A ring of nodes that you run yourself: each key on N of them, reads wait for R, writes for W.";
    spec.integrationName = "Database on EC2";
    spec.noun = "row";
    spec.docsUrl = kDocs;
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kTypes) {
        types.push_back({std::string{type}, std::string{type}});
        spec.meters.push_back(held("cassandra-on-ec2/hours-" + std::string{type},
                                   "Instance hours, " + std::string{type}, "instance-hour"));
    }
    spec.meters.push_back(kept("cassandra-on-ec2/storage-gb", "Volumes, gp3"));
    spec.meters.push_back(meter(MeterClass::Stock, "cassandra-on-ec2/iops",
                                "Operations beyond those included, gp3", "IOPS-month"));
    spec.parameters = {
        movable(Lever::Choices, choice("instanceClass", "Instance type", std::move(types), "r6g.xlarge",
                                       "vCPUs and the price of an hour of a node.", documented(kTypesUrl))),
        sizable(integer("nodes", "Nodes", "nodes", {1, 1000}, 3,
                        "In the ring; each takes its part of the keys.", assumed("your cluster"))),
        integer("copies", "Copies of a key, N", "copies", {1, 15}, 3,
                "On nodes that follow each other in the ring; no more than there are nodes.",
                documented(kDocs)),
        movable(Lever::Less, integer("readQuorum", "Copies a read waits for, R", "copies", {1, 15}, 2,
                                     "With R + W above N a read meets the newest write; no more than N.",
                                     documented(kDocs))),
        movable(Lever::Less,
                integer("writeQuorum", "Copies a write waits for, W", "copies", {1, 15}, 2,
                        "A write goes to all N and is answered when so many have it; no more than N.",
                        documented(kDocs))),
        choice("readsAsk", "Reads ask",
               {{"quorum", "As many copies as they wait for"}, {"all", "All copies"}}, "quorum",
               "Asking all answers by the R-th fastest of N and costs N times the work of a read.",
               documented(kDocs)),
        real("readMillis", "Read at a copy, median", "ms", {0, 60000}, 0.5, "vCPU time of one copy.",
             assumed(kYourServer)),
        real("readP99Millis", "Read at a copy, 99th percentile", "ms", {0, 600000}, 5,
             "With the median it sets the log-normal law.", assumed(kYourServer)),
        real("writeMillis", "Write at a copy, median", "ms", {0, 60000}, 0.2, "vCPU time of one copy.",
             assumed(kYourServer)),
        real("writeP99Millis", "Write at a copy, 99th percentile", "ms", {0, 600000}, 2,
             "With the median it sets the log-normal law.", assumed(kYourServer)),
        real("replicaMillis", "Between two nodes, median", "ms", {0, 60000}, 1,
             "From the node that coordinates a request to a copy and back.",
             assumed("your network; measure it")),
        real("replicaP99Millis", "Between two nodes, 99th percentile", "ms", {0, 600000}, 3,
             "With the median it sets the log-normal law.", assumed("your network; measure it")),
        real("networkMillis", "To the caller and back", "ms", {0, 60000}, 1, "Beside what the copies take.",
             assumed("your network; measure it")),
        integer("storageGib", "Volume", "GiB", {1, 16384}, 200,
                "A gp3 volume of each node, paid for whether it is full or not.", documented(kVolumes)),
        integer("iops", "Operations of a volume", "IOPS", {3000, 16000}, 3000,
                "3,000 come with a gp3 volume; more are paid for.", documented(kVolumes)),
    };
    for (ParameterSpec& each : classParameters({kTypes.begin(), kTypes.end()}, false)) {
        if (each.id == "classVcpus")  // what lies in memory is part of the measured times
            spec.parameters.push_back(std::move(each));
    }
    spec.parameters.push_back(
        advanced(integer("zones", "Availability Zones", "zones", {1, 3}, 3,
                         "Nodes that follow each other are in different ones.", assumed("your cluster"))));
    spec.parameters.push_back(
        advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                        "The zone it sits in, or the first of several.", assumed("your choice"))));
    spec.quotas = {{"A gp3 volume without more being paid for", 3000, "IOPS", kVolumes},
                   {"A gp3 volume, at most", 16'000, "IOPS", kVolumes}};
    return spec;
}

}  // namespace plimsoll::services::cassandra_on_ec2
