// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/server_pool.h"

#include "simulator/draws/random.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <vector>

using namespace plimsoll;

class TstServerPool final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Whatever it keeps of the servers: a request begins when the server that ends first has ended, and not before it came.
    void beginsWhenTheFirstServerIsFree_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<double>("load");
        QTest::newRow("one") << 1 << 0.8;
        QTest::newRow("few") << 7 << 0.9;
        QTest::newRow("many, hardly used") << 1000 << 0.02;
        QTest::newRow("many, half used") << 100 << 0.5;
        QTest::newRow("many, fully used") << 100 << 1.02;
        QTest::newRow("many, used by turns") << 50 << -1.0;
    }
    void beginsWhenTheFirstServerIsFree()
    {
        QFETCH(int, servers);
        QFETCH(double, load);
        ServerPool pool{static_cast<std::size_t>(servers)};
        std::vector<SimTime> ends(static_cast<std::size_t>(servers), kSimStart);
        SimTime now = kSimStart;
        for (std::uint64_t n = 0; n < 20'000; ++n) {
            const double present = load > 0 ? load : n / 3000 % 2 == 0 ? 0.1 : 1.3;
            const double gap = -deterministicLog(toUnit(mix64(2 * n))) * 1e6 / (servers * present);
            now += Duration{static_cast<std::int64_t>(gap)};
            const auto served =
                Duration{1 + static_cast<std::int64_t>(-deterministicLog(toUnit(mix64(2 * n + 1))) * 1e6)};
            const auto first = std::min_element(ends.begin(), ends.end());
            const SimTime begin = std::max(now, pool.nextFree(now));
            QCOMPARE(begin, std::max(now, *first));
            *first = begin + served;
            pool.take(begin + served);
        }
    }
};

PLIMSOLL_TEST(TstServerPool)
#include "tst_server_pool.moc"
