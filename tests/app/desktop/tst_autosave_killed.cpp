// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/autosave.h"
#include "app/desktop/document/commands/set_header.h"
#include "app/desktop/document/edits.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

#include <cstdio>

using namespace plimsoll;

namespace {

constexpr auto kFolder = "PLIMSOLL_KILLED_FOLDER";
constexpr auto kKills = "PLIMSOLL_KILLS";  // 1000 for the long version
constexpr int kMostSteps = 200'000;        // an end for a child that nobody kills

}  // namespace

/// A child edits and writes its copies as fast as it can; it is killed at a moment of its own, also within a write.
class tst_AutosaveKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What the child does; as a test of its own it has nothing to say.
    void work()
    {
        const QString folder = qEnvironmentVariable(kFolder);
        if (folder.isEmpty())
            return;
        DesignDocument document{m_library};
        document.replace({}, {});
        Autosave autosave{document, folder};
        QRandomGenerator random{static_cast<quint32>(QCoreApplication::applicationPid())};
        for (int step = 1; step <= kMostSteps; ++step) {
            if (random.bounded(3) == 0 && document.design().components.size() < 200)
                document.undoStack().push(new AddItems{
                    document, newComponent(document, *document.catalog().find("lambda"), {step * 1.0, 0})});
            // The title tells which step a copy is of.
            document.undoStack().push(new SetHeader{document, std::to_string(step), "us-east-1"});
            if (random.bounded(4) == 0) {
                autosave.flush();
                std::printf("written %d\n", step);
                std::fflush(stdout);
            }
        }
    }

    void whatWasWrittenBeforeAKillIsThereAfterIt()
    {
        if (!qEnvironmentVariableIsEmpty(kFolder))
            return;
        const int kills =
            std::max(1, qEnvironmentVariableIntValue(kKills) > 0 ? qEnvironmentVariableIntValue(kKills) : 8);
        QRandomGenerator random{7};
        for (int kill = 0; kill < kills; ++kill) {
            QTemporaryDir folder;
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QLatin1String{kFolder}, folder.path());
            child.setProcessEnvironment(environment);
            child.start(
                QCoreApplication::applicationFilePath(),
                {QStringLiteral("-class"), QStringLiteral("tst_AutosaveKilled"), QStringLiteral("work")});
            const int enough = static_cast<int>(random.bounded(1, 120));
            int lines = 0, written = 0;
            const auto readLines = [&] {
                while (child.canReadLine()) {
                    const QList<QByteArray> words = child.readLine().trimmed().split(' ');
                    if (words.size() == 2 && words[0] == "written") {
                        written = words[1].toInt();
                        ++lines;
                    }
                }
            };
            while (lines < enough && child.waitForReadyRead(60'000))
                readLines();
            child.kill();
            QVERIFY(child.waitForFinished(60'000));
            readLines();
            QVERIFY2(written > 0, child.readAllStandardError().constData());

            DesignDocument document{m_library};
            Autosave next{document, folder.path()};
            const std::optional<Autosave::Leftover> leftover = next.leftover();
            QVERIFY(leftover.has_value());
            QVERIFY(document.open(leftover->copy).has_value());
            // Not older than the last one that was said to be written, and whole.
            QVERIFY(std::stoi(document.design().title) >= written);
            next.discard(*leftover);
            QVERIFY(!next.leftover());
        }
    }

    void noMoreThanTenSecondsAreAtStake() { QVERIFY(Autosave::kPause <= std::chrono::seconds{10}); }

private:
    const ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(tst_AutosaveKilled)
#include "tst_autosave_killed.moc"
