// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/study/templates.h"
#include "simulator/services/builtin_services.h"
#include "simulator/services/service.h"
#include "tests/support/test_main.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sstream>

using namespace plimsoll;

namespace {

/// All services, each under another category than its own.
ServiceLibrary movedServices()
{
    const ServiceLibrary original = builtinServices();
    std::vector<std::string> categories;
    for (const ServiceSpec& spec : original.catalog().all()) {
        if (std::find(categories.begin(), categories.end(), spec.category) == categories.end())
            categories.push_back(spec.category);
    }
    std::vector<Service> services;
    for (const ServiceSpec& spec : original.catalog().all()) {
        Service moved = *original.find(spec.id);
        const auto at = std::find(categories.begin(), categories.end(), spec.category);
        moved.spec.category =
            categories[static_cast<std::size_t>(at - categories.begin() + 1) % categories.size()];
        services.push_back(std::move(moved));
    }
    return ServiceLibrary{std::move(services)};
}

std::string outputOf(const ServiceLibrary& library, std::vector<std::string> arguments)
{
    std::vector<const char*> argv{"plimsoll-cli"};
    for (const std::string& each : arguments)
        argv.push_back(each.c_str());
    std::ostringstream out, err;
    runCommandLine(static_cast<int>(argv.size()), argv.data(), library, out, err);
    return out.str() + err.str();
}

}  // namespace

/// A category says where the palette lists a service, and decides nothing.
class TestCategories final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void everyServiceMoves()
    {
        const ServiceLibrary original = builtinServices(), moved = movedServices();
        for (const ServiceSpec& spec : original.catalog().all())
            QVERIFY2(moved.find(spec.id)->spec.category != spec.category, spec.id.c_str());
    }

    void noFigureDependsOnACategory_data()
    {
        QTest::addColumn<QString>("text");
        for (const DesignTemplate& each : designTemplates())
            QTest::addRow("%s", each.id.c_str()) << QString::fromStdString(std::string{each.text});
        // What the templates lack: a queue with its dead letters, virtual machines, notifications, a cache.
        QTest::newRow("queues and machines") << QStringLiteral(R"json(
{"format": "plimsoll-design", "version": 1, "title": "Queues", "region": "us-east-1",
 "components": [
  {"id": "bucket", "service": "s3", "position": [0, 0]},
  {"id": "dead", "service": "sqs", "position": [0, 0]},
  {"id": "door", "service": "users", "position": [0, 0]},
  {"id": "machines", "service": "ec2", "position": [0, 0]},
  {"id": "resize", "service": "lambda", "position": [0, 0]},
  {"id": "table", "service": "dynamodb", "position": [0, 0]},
  {"id": "work", "service": "sqs", "position": [0, 0]}],
 "connections": [
  {"id": "c1", "from": "door", "to": "work"},
  {"id": "c2", "from": "work", "to": "machines"},
  {"id": "c3", "from": "work", "to": "dead"},
  {"id": "c4", "from": "machines", "to": "bucket"},
  {"id": "c5", "from": "bucket", "to": "resize"},
  {"id": "c6", "from": "resize", "to": "table", "parameters": {"operation": "write"}}],
 "scenarios": [{"id": "s", "label": "S", "durationSeconds": 120}]})json");
    }
    void noFigureDependsOnACategory()
    {
        QFETCH(QString, text);
        const QString path = m_folder.filePath("design.plimsoll");
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        const ServiceLibrary original = builtinServices(), moved = movedServices();
        const std::string design = path.toStdString();
        for (const std::vector<std::string>& command :
             {std::vector<std::string>{"price", design, "--format", "json"},
              std::vector<std::string>{"simulate", design, "--duration", "20s", "--format", "json"}}) {
            const std::string as = outputOf(original, command);
            QVERIFY2(as.starts_with('{'), as.c_str());
            QVERIFY(outputOf(moved, command) == as);
        }
    }
};

PLIMSOLL_TEST(TestCategories)
#include "tst_categories.moc"
