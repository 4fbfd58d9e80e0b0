// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/require.h"
#include "pricing/bill.h"
#include "pricing/price_book.h"

#include <cstdint>

/// A price book is read, used for a bill, written and read back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace plimsoll;
    const Result<PriceBook> read = parsePriceBook({reinterpret_cast<const char*>(data), size});
    if (!read) {
        fuzz::require(!read.error().what.empty(), "an error says what is wrong");
        return 0;
    }
    Usage usage;
    for (const auto& [meter, price] : read->prices) {
        MeterReading reading;
        reading.component = "c";
        reading.meter = meter;
        reading.meterClass = static_cast<MeterClass>(usage.size() % 4);
        reading.observedSeconds = 60;
        reading.amount = 1e6;
        reading.inflowPerSecond = 0.5;
        usage.push_back(reading);
    }
    for (const FreeTier free : {FreeTier::Ignore, FreeTier::Apply}) {
        BillOptions options;
        options.freeTier = free;
        (void)priceMonth({{usage, 0}}, *read, ServiceCatalog{}, Design{}, options);
    }
    const std::string written = writePriceBook(*read);
    const Result<PriceBook> again = parsePriceBook(written);
    fuzz::require(again.has_value(), "what was written can be read");
    fuzz::require(writePriceBook(*again) == written, "reading and writing changes nothing any more");
    return 0;
}
