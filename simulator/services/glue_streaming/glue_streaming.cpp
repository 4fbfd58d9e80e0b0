// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/services/family_service.h"
#include "simulator/services/glue_worker_types.h"
#include "simulator/services/spark_parameters.h"

#include <algorithm>

namespace plimsoll::services::glue_streaming {

ServiceSpec glueStreamingSpec();  // glue_streaming_spec.cpp

namespace {

constexpr const char* kWorkers = "https://docs.aws.amazon.com/glue/latest/dg/worker-types.html";
/// Of a DPU; what of a worker's memory a job has for state is not published, all of it is taken. Source: kWorkers
constexpr int kCoresPerDpu = 4;
constexpr double kBytesPerDpu = 16 * 1073741824.0;

StreamProcessorConfig configure(const ComponentView& self)
{
    // One worker holds the driver.
    const int dpus = glueDpusOf(self.text("workerType"));
    const int cores = std::max(1, static_cast<int>(self.number("workers")) - 1) * dpus * kCoresPerDpu;
    StreamProcessorConfig config = spark::streaming(self, cores, kBytesPerDpu / kCoresPerDpu, kWorkers);
    config.sizedBy = {"workers", "workers", self.number("workers"), double(dpus * kCoresPerDpu), 1};
    return config;
}

void bill(const ComponentView& self, const StreamProcessorLoad&, const MeterSink& meters)
{
    const double workers = self.number("workers"), dpus = glueDpusOf(self.text("workerType"));
    meters.level("dpu-hours", workers * dpus,
                 {given("workers", workers, ""), given("DPUs of a worker", dpus, "DPU")});
}

}  // namespace

Service glueStreaming()
{
    return serviceOf<StreamProcessorFamily>(glueStreamingSpec(), configure, bill);
}

}  // namespace plimsoll::services::glue_streaming
