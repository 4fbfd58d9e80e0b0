// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::hbase_on_emr {

ServiceSpec hbaseOnEmrSpec()
{
    using namespace declare;
    constexpr const char* kGuide = "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-hbase.html";
    constexpr const char* kPricing = "https://aws.amazon.com/emr/pricing/";
    constexpr const char* kYours = "your cluster and rows; measure them";
    ServiceSpec spec;
    spec.id = "hbase-on-emr";
    spec.name = "HBase on EMR";
    spec.shortName = "HBase";
    spec.category = "database";
    spec.readsSizes = false;  // a server takes so many rows a second, whatever their size
    spec.summary = "Region servers that read and write rows, each key with one of them, kept in HDFS or S3.";
    spec.integrationName = "HBase on EMR";
    spec.noun = "row";
    spec.scope = ServiceScope::Zonal;
    spec.sender = {.routes = {}, .timeout = true, .retry = true};
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    std::vector<ParameterChoice> types;
    for (const EmrInstanceType& type : kEmrInstanceTypes) {
        const std::string id{type.id};
        types.push_back({id, id + ", " + std::to_string(type.vcpus) + " vCPU"});
        spec.meters.push_back(held("hbase-on-emr/uplift-hours-" + id, "EMR charge, " + id, "instance-hour"));
        spec.meters.push_back(held("hbase-on-emr/ec2-hours-" + id, "EC2 instances, " + id, "instance-hour"));
    }
    spec.parameters = {
        choice(
            "instanceType", "Instance type", std::move(types), "r5.xlarge",
            "Type of every node; the region servers' vCPUs do the work and both EMR and EC2 charge for its "
            "hours.",
            documented(kPricing)),
        integer("primaryNodes", "Primary nodes", "nodes", {1, 3}, 1,
                "They say which region is where and cost like the others; rows are the region servers'.",
                assumed("your choice")),
        sizable(
            integer("regionServers", "Region servers", "servers", {1, 1000}, 3,
                    "Core nodes; each has its part of the regions, and a key is with one of them. Managed "
                    "scaling does not know HBase.",
                    assumed("your choice"))),
        real("cacheHitPercent", "Rows read from memory", "%", kPercent, 90,
             "Of the rows read, those whose block is in the server's memory; for the others it is fetched.",
             assumed(kYours)),
        real("blockMillis", "Fetch of a block, median", "ms", {0, 60000}, 5,
             "From HDFS. With a bucket connected, the root directory is there, and the bucket is asked "
             "instead.",
             assumed("your disks; measure them")),
        real("blockP99Millis", "Fetch of a block, 99th percentile", "ms", {0, 600000}, 20,
             "With the median it sets the log-normal law.", assumed("your disks; measure them")),
        real("readMillis", "Read of a row, median", "ms", {0, 60000}, 0.5,
             "vCPU time of the row's region server.", assumed(kYours)),
        real("readP99Millis", "Read of a row, 99th percentile", "ms", {0, 600000}, 5,
             "With the median it sets the log-normal law.", assumed(kYours)),
        real("writeMillis", "Write of a row, median", "ms", {0, 60000}, 0.2,
             "vCPU time of the row's region server.", assumed(kYours)),
        real("writeP99Millis", "Write of a row, 99th percentile", "ms", {0, 600000}, 2,
             "With the median it sets the log-normal law.", assumed(kYours)),
        real("logMillis", "Write to the log, median", "ms", {0, 60000}, 2,
             "A write is answered when the write-ahead log has it; once for all rows of a request.",
             assumed(kYours)),
        real("logP99Millis", "Write to the log, 99th percentile", "ms", {0, 600000}, 10,
             "With the median it sets the log-normal law.", assumed(kYours)),
        real("networkMillis", "To the caller and back", "ms", {0, 60000}, 1, "Beside what the server takes.",
             assumed("your network; measure it")),
        advanced(integer("blockKib", "Block", "KiB", {1, 65536}, 64, "Asked of a connected bucket at a miss.",
                         assumed("your column family's block size"))),
        advanced(
            real("regionsMovedSeconds", "Regions moved after", "s", {0, 86400}, 90,
                 "From the loss of a region server until the others have its regions; requests for their "
                 "keys fail until then.",
                 assumed("your session timeout and logs to replay"))),
        advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                        "The Availability Zone it sits in.", assumed("your choice"))),
    };
    return spec;
}

}  // namespace plimsoll::services::hbase_on_emr
