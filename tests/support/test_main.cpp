// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#if defined(PLIMSOLL_TEST_WIDGETS)
#include <QtWidgets/QApplication>
using Application = QApplication;
#else
#include <QtCore/QCoreApplication>
using Application = QCoreApplication;
#endif

#include <cstring>

namespace plimsoll::tests {
std::vector<std::function<std::unique_ptr<QObject>()>>& registry()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> all;
    return all;
}
}  // namespace plimsoll::tests

/// Runs every registered class; `-class NAME` picks one, the rest goes to QtTest.
int main(int argc, char** argv)
{
    Application app(argc, argv);
    QStringList arguments = app.arguments();
    QString only;
    if (const qsizetype at = arguments.indexOf("-class"); at > 0 && at + 1 < arguments.size()) {
        only = arguments.at(at + 1);
        arguments.remove(at, 2);
    }
    int failed = 0;
    int ran = 0;
    for (const auto& make : plimsoll::tests::registry()) {
        const std::unique_ptr<QObject> test = make();
        if (!only.isEmpty() && only != test->metaObject()->className())
            continue;
        ++ran;
        failed += QTest::qExec(test.get(), arguments);
    }
    if (ran == 0) {
        qCritical("no test class ran");
        return 1;
    }
    return failed == 0 ? 0 : 1;
}
