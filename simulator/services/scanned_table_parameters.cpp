// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/scanned_table_parameters.h"

#include "model/support/bytes.h"

namespace plimsoll::scanned_table {

namespace {

constexpr const char* kTable = "depends on the table; set what yours is";

}  // namespace

std::vector<ParameterSpec> parameters(const Words& words)
{
    using namespace declare;
    return {
        choice("format", "Format",
               {{"csv", "CSV"}, {"json", "JSON"}, {"avro", "Avro"}, {"parquet", "Parquet"}, {"orc", "ORC"}},
               words.format, "Of Parquet and ORC only the columns that a query names are read.",
               words.formats),
        real("storedPercent", "Size after compression", "%", {0.1, 200}, 100, words.storedHelp,
             assumed(kTable)),
        when("format", {"parquet", "orc"},
             movable(Lever::Less, real("columnSharePercent", "Columns read", "%", {0.01, 100}, 100,
                                       "Share of the stored bytes in the columns that a query names.",
                                       assumed("depends on the query")))),
        movable(Lever::Less,
                real("partitionSharePercent", "Partitions read", "%", {0.0001, 100}, 100,
                     "Share of the objects that is left when a query's filter has dropped partitions.",
                     assumed("depends on the query and how the table is partitioned"))),
        movable(Lever::More, real("objectMegabytes", "Object size", "MB", {0.001, 1'000'000}, 128,
                                  "Of one file of the table. Each costs a request and the time to open it.",
                                  assumed(kTable))),
        yesNo("splittable", "Objects can be split", true,
              "Whether several workers can read one object; of a gzip file one reads it all.",
              assumed(kTable)),
        real("tableGigabytes", "Data of a query", "GB", {0.000001, 1'000'000'000}, 0.25,
             "As plain text, before partitions and columns are dropped, of queries that are asked over a "
             "connection. The scenario's queries say their own.",
             assumed(kTable)),
        real("cpuSecondsPerGb", "Work of a query", "s/GB", {0, 100'000}, 2,
             "CPU time for each GB read, of queries that are asked over a connection.",
             assumed("depends on the query")),
    };
}

std::vector<ParameterSpec> timeParameters(const declare::Fact& fact)
{
    using namespace declare;
    return {
        advanced(real("objectMillis", "Opening an object", "ms", {0, 60'000}, 30,
                      "To its first byte, where no bucket is connected; a connected one says its own.",
                      fact)),
        advanced(real("queryVariation", "Variation of a query's time", "", {0, 5}, 0.5,
                      "Standard deviation over the mean of its planning and computing.", fact)),
    };
}

void configure(const ComponentView& self, QueryEngineConfig& config)
{
    const std::string format = self.text("format");
    config.table.columnar = format == "parquet" || format == "orc";
    config.table.storedShare = self.number("storedPercent") / 100;
    config.table.columnShare = self.number("columnSharePercent") / 100;
    config.table.partitionShare = self.number("partitionSharePercent") / 100;
    config.table.objectBytes = self.number("objectMegabytes") * kMib;
    config.table.splittable = self.flag("splittable");
    config.askedBytes = self.number("tableGigabytes") * kGib;
    config.cpuSecondsPerByte = self.number("cpuSecondsPerGb") / kGib;
    config.openObject = fromMillis(self.number("objectMillis"));
    config.variation = self.number("queryVariation");
}

}  // namespace plimsoll::scanned_table
