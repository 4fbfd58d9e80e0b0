// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Permissions mean nothing to the superuser: while this lives, the test is somebody else, who owns these paths.
class NoSuperuser {
public:
    template <class... Paths>
    explicit NoSuperuser(const Paths&... owned) : m_before{::geteuid()}
    {
        constexpr uid_t kNobody = 65534;
        if (m_before != 0)
            return;
        if (((::chown(owned.toStdString().c_str(), kNobody, static_cast<gid_t>(-1)) != 0) || ...)
            || ::setresuid(kNobody, kNobody, 0) != 0)
            qFatal("cannot become somebody else");
    }
    ~NoSuperuser()
    {
        if (m_before == 0 && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become the superuser again");
    }
    NoSuperuser(const NoSuperuser&) = delete;
    NoSuperuser& operator=(const NoSuperuser&) = delete;

private:
    uid_t m_before;
};

}  // namespace

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

bool put(const QString& path, const QByteArray& contents)
{
    QFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

}  // namespace

class TestDesignFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aSavedFileLoads()
    {
        const std::string text = writeDesign(cleanDesign());
        QVERIFY(saveFileAtomically(path("a.plimsoll"), text));
        QCOMPARE(contentsOf(in("a.plimsoll")), QByteArray::fromStdString(text));
        const Result<LoadedDesign> loaded = loadDesignFile(path("a.plimsoll"), smallCatalog());
        QVERIFY(loaded);
        QVERIFY(loaded->design == cleanDesign());
        QCOMPARE(everything(), QStringList{"a.plimsoll"});
    }

    void anOldFileIsReplacedAndKeepsItsPermissions()
    {
        QVERIFY(put(in("a.plimsoll"), "old"));
        const QFile::Permissions permissions =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(in("a.plimsoll"), permissions));
        QVERIFY(saveFileAtomically(path("a.plimsoll"), "new"));
        QCOMPARE(contentsOf(in("a.plimsoll")), QByteArray("new"));
        QCOMPARE(QFile::permissions(in("a.plimsoll")), permissions);
        QCOMPARE(everything(), QStringList{"a.plimsoll"});
    }

    void aNewFileFollowsTheUmask()
    {
        const mode_t before = ::umask(027);
        const Status saved = saveFileAtomically(path("a.plimsoll"), "x");
        ::umask(before);
        QVERIFY(saved);
        QVERIFY(QFile::permissions(in("a.plimsoll")).testFlag(QFile::ReadGroup));
        QVERIFY(!QFile::permissions(in("a.plimsoll")).testFlag(QFile::ReadOther));
    }

    void aLinkStaysALink()
    {
        QVERIFY(QDir{m_folder->path()}.mkdir("elsewhere"));
        QVERIFY(put(in("elsewhere/real.plimsoll"), "old"));
        QVERIFY(QFile::link(in("elsewhere/real.plimsoll"), in("link.plimsoll")));
        QVERIFY(saveFileAtomically(path("link.plimsoll"), "new"));
        QVERIFY(QFileInfo{in("link.plimsoll")}.isSymLink());
        QCOMPARE(contentsOf(in("elsewhere/real.plimsoll")), QByteArray("new"));
    }

    void anEmptyContentIsSavedToo()
    {
        QVERIFY(saveFileAtomically(path("empty"), ""));
        QVERIFY(QFile::exists(in("empty")));
    }

    void aFailedSaveNamesThePathAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("missing folder") << "missing/a.plimsoll";
        QTest::newRow("a folder") << "folder";
        QTest::newRow("a folder, written as one") << "folder/";
        QTest::newRow("inside a file") << "file/a.plimsoll";
    }
    void aFailedSaveNamesThePathAndLeavesNothing()
    {
        QFETCH(QString, name);
        QVERIFY(QDir{m_folder->path()}.mkdir("folder"));
        QVERIFY(put(in("file"), "x"));
        const QStringList before = everything();
        const Status saved = saveFileAtomically(path(name), "text");
        QVERIFY(!saved);
        QVERIFY2(q(saved.error().what).contains(in(name)), saved.error().toString().c_str());
        QVERIFY(!saved.error().remedy.empty());
        QCOMPARE(everything(), before);
    }

    void aFullDiskLeavesTheOldFileAndNoTemporaryOne()
    {
        QVERIFY(put(in("a.plimsoll"), "old"));
        // A child whose files may not grow beyond 1 kB stands in for a full disk.
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{1024, 1024};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const Status saved = saveFileAtomically(path("a.plimsoll"), std::string(100'000, 'x'));
            ::_exit(saved ? 1 : 0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QCOMPARE(contentsOf(in("a.plimsoll")), QByteArray("old"));
        QCOMPARE(everything(), QStringList{"a.plimsoll"});
    }

    void aKillDuringASaveLeavesAWholeFile()
    {
        Design small = cleanDesign();
        Design large = cleanDesign();
        for (int at = 0; at < 2000; ++at)
            large.notes.push_back({"n" + std::to_string(at), "some text", {}, 0, 0, {}});
        std::sort(large.notes.begin(), large.notes.end(),
                  [](const Note& a, const Note& b) { return a.id < b.id; });
        const std::string texts[] = {writeDesign(small), writeDesign(large)};
        QVERIFY(saveFileAtomically(path("a.plimsoll"), texts[0]));
        for (int round = 0; round < 25; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                for (int at = 0;; ++at) {
                    if (!saveFileAtomically(path("a.plimsoll"), texts[at % 2]))
                        ::_exit(1);
                }
            }
            QVERIFY(child > 0);
            QThread::usleep(static_cast<unsigned long>(2'000 + 977 * round));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));  // it was still saving
            const Result<LoadedDesign> loaded = loadDesignFile(path("a.plimsoll"), smallCatalog());
            QVERIFY2(loaded, loaded ? "" : loaded.error().toString().c_str());
            QVERIFY(loaded->design == small || loaded->design == large);
        }
    }

    void whatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("what");
        QTest::newRow("missing") << "missing.plimsoll"
                                 << "cannot be read";
        QTest::newRow("a folder") << "folder"
                                  << "cannot be read";
        QTest::newRow("empty") << "empty.plimsoll"
                               << "empty";
        QTest::newRow("70 MB") << "large.plimsoll"
                               << "larger than 64 MB";
    }
    void whatCannotBeReadIsAnError()
    {
        QFETCH(QString, name);
        QFETCH(QString, what);
        QVERIFY(QDir{m_folder->path()}.mkdir("folder"));
        QVERIFY(put(in("empty.plimsoll"), ""));
        QFile large{in("large.plimsoll")};
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(70 << 20));
        const Result<LoadedDesign> loaded = loadDesignFile(path(name), smallCatalog());
        QVERIFY(!loaded);
        QVERIFY2(q(loaded.error().what).contains(what), loaded.error().toString().c_str());
        QVERIFY(!loaded.error().remedy.empty());
    }

    void anEndlessFileIsRefused()
    {
        const Result<LoadedDesign> loaded = loadDesignFile("/dev/zero", smallCatalog());
        QVERIFY(!loaded);
        QVERIFY(q(loaded.error().what).contains("larger than"));
    }

    void anUnreadableFileIsAnError()
    {
        QVERIFY(put(in("a.plimsoll"), "x"));
        const NoSuperuser plain{m_folder->path(), in("a.plimsoll")};
        QVERIFY(QFile::setPermissions(in("a.plimsoll"), {}));
        QVERIFY(!loadDesignFile(path("a.plimsoll"), smallCatalog()));
    }

    void aWriteProtectedFileIsNotReplaced()
    {
        QVERIFY(put(in("a.plimsoll"), "old"));
        const NoSuperuser plain{m_folder->path(), in("a.plimsoll")};
        QVERIFY(QFile::setPermissions(in("a.plimsoll"), QFile::ReadOwner | QFile::ReadUser));
        QVERIFY(!saveFileAtomically(path("a.plimsoll"), "new"));
        QCOMPARE(contentsOf(in("a.plimsoll")), QByteArray("old"));
    }

private:
    QString in(const QString& name) const { return m_folder->path() + "/" + name; }
    std::filesystem::path path(const QString& name) const { return in(name).toStdString(); }
    QStringList everything() const
    {
        return QDir{m_folder->path()}.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                                QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

PLIMSOLL_TEST(TestDesignFile)
#include "tst_design_file.moc"
