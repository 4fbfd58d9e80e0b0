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

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cstdio>

namespace plimsoll::tests {
std::vector<std::function<std::unique_ptr<QObject>()>>& registry()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> all;
    return all;
}
}  // namespace plimsoll::tests

namespace {

/// What failed, with the lines that say where: a long log shows it again at its end.
QByteArray failuresIn(const QString& log)
{
    QFile file{log};
    QByteArray failures;
    if (!file.open(QIODevice::ReadOnly))
        return failures;
    int follow = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("FAIL!") || line.startsWith("XPASS") || line.startsWith("QFATAL"))
            follow = 4;
        else if (!line.startsWith(' '))
            follow = 0;
        if (follow > 0) {
            failures += line;
            --follow;
        }
    }
    return failures;
}

}  // namespace

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
    const QTemporaryDir logs;
    const QString log = logs.filePath(QStringLiteral("log.txt"));
    if (logs.isValid() && !arguments.contains(QStringLiteral("-o")))
        arguments << QStringLiteral("-o") << log + QStringLiteral(",txt") << QStringLiteral("-o")
                  << QStringLiteral("-,txt");
    int failed = 0;
    int ran = 0;
    QByteArray failures;
    for (const auto& make : plimsoll::tests::registry()) {
        const std::unique_ptr<QObject> test = make();
        if (!only.isEmpty() && only != test->metaObject()->className())
            continue;
        ++ran;
        if (const int here = QTest::qExec(test.get(), arguments); here > 0) {
            failed += here;
            failures += failuresIn(log);
        }
    }
    if (!failures.isEmpty())
        std::fprintf(stderr, "what failed:\n%s", failures.constData());
    if (ran == 0) {
        qCritical("no test class ran");
        return 1;
    }
    return failed == 0 ? 0 : 1;
}
