// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/integrations.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <QtCore/QRegularExpression>

using namespace plimsoll;
using namespace plimsoll::tests;
using Verdict = Legality::Verdict;

class TestIntegrations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBuiltInTableIsRead()
    {
        const std::vector<Integration>& rows = IntegrationTable::builtin().rows();
        QVERIFY(rows.size() > 650);
        for (const Integration& row : rows)
            QCOMPARE(row.kinds.empty(), row.native == Native::No);
        // Listed twice, UNLOAD and Spectrum: one row with both kinds.
        const Integration* unload = IntegrationTable::builtin().find("Redshift", "S3");
        QVERIFY(unload != nullptr);
        QCOMPARE(unload->kinds.size(), std::size_t{2});
    }

    void judgesPairs_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("kinds");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* from, const char* to, Verdict verdict, const char* kinds,
                            const char* says) {
            QTest::addRow("%s to %s", from, to) << from << to << static_cast<int>(verdict) << kinds << says;
        };
        row("traffic-source", "kinesis-data-streams", Verdict::Legal, "put", "in your own code");
        row("kinesis-data-streams", "lambda", Verdict::Legal, "poll", "Lambda reads Kinesis Data Streams");
        row("lambda", "dynamodb", Verdict::Legal, "call", "in your own code");
        row("dynamodb", "lambda", Verdict::Legal, "poll", "Lambda reads DynamoDB");
        row("data-firehose", "s3", Verdict::Legal, "put", "Data Firehose writes to S3");
        row("s3", "lambda", Verdict::Legal, "notify", "S3 notifies Lambda");
        row("s3", "redshift", Verdict::Legal, "load", "Redshift loads from S3");
        row("redshift", "s3", Verdict::Legal, "load query", "UNLOAD");
        row("lambda", "sqs", Verdict::Legal, "put notify", "Lambda writes to SQS");
        row("athena", "s3", Verdict::Legal, "query", "Athena reads S3");
        row("s3", "athena", Verdict::Reversed, "query", "Athena reads S3");
        row("athena", "quicksight", Verdict::Reversed, "query", "QuickSight queries Athena");
        row("kinesis-data-streams", "traffic-source", Verdict::Reversed, "put", "Traffic source writes to");
        row("custom-server", "traffic-source", Verdict::Reversed, "call put", "only sends work");
        row("data-firehose", "dynamodb", Verdict::Refused, "", "Data Firehose cannot deliver to DynamoDB");
        row("data-firehose", "dynamodb", Verdict::Refused, "", "put Lambda");
        row("kinesis-data-streams", "dynamodb", Verdict::Refused, "", "put Lambda");
        row("kinesis-data-streams", "s3", Verdict::Refused, "", "Data Firehose");
        row("eventbridge", "s3", Verdict::Refused, "", "the other way works: S3 notifies EventBridge");
        row("quicksight", "dynamodb", Verdict::Refused, "", "QuickSight cannot read DynamoDB");
        row("traffic-source", "traffic-source", Verdict::Refused, "", "both only send work");
        row("lambda", "custom-server", Verdict::CustomCode, "call put", "custom code");
        row("traffic-source", "custom-server", Verdict::CustomCode, "call put", "custom code");
        row("custom-server", "kinesis-data-streams", Verdict::CustomCode, "put call", "custom code");
        row("kinesis-data-streams", "custom-server", Verdict::CustomCode, "poll call put", "custom code");
        row("athena", "sqs", Verdict::Refused, "", "neither runs code of yours");
    }
    void judgesPairs()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, verdict);
        QFETCH(QString, kinds);
        QFETCH(QString, says);
        const ServiceCatalog catalog = smallCatalog();
        const Legality legality = IntegrationTable::builtin().judge(*catalog.find(from.toStdString()),
                                                                    *catalog.find(to.toStdString()));
        QCOMPARE(static_cast<int>(legality.verdict), verdict);
        QStringList names;
        for (const ConnectionKind kind : legality.kinds)
            names += q(toString(kind));
        QCOMPARE(names.join(" "), kinds);
        QVERIFY2(q(legality.explanation).contains(says), legality.explanation.c_str());
    }

    void everyRefusalHasARemedyThatWorks()
    {
        const IntegrationTable& table = IntegrationTable::builtin();
        int refused = 0;
        for (const Integration& row : table.rows()) {
            if (row.native != Native::No)
                continue;
            ++refused;
            ServiceSpec from;
            from.name = from.integrationName = row.from;
            ServiceSpec to;
            to.name = to.integrationName = row.to;
            const Legality legality = table.judge(from, to);
            QCOMPARE(static_cast<int>(legality.verdict), static_cast<int>(Verdict::Refused));
            QVERIFY(q(legality.remedy).startsWith("put "));
            QVERIFY(legality.explanation.ends_with(legality.remedy));
            // The first service named between the two can really stand there.
            const QString between =
                q(legality.remedy).mid(4).section(QRegularExpression(" between|, | or "), 0, 0);
            if (between == "your own code")
                continue;
            const Integration* in = table.find(row.from, between.toStdString());
            const Integration* out = table.find(between.toStdString(), row.to);
            QVERIFY2(in != nullptr && in->native != Native::No && out != nullptr && out->native != Native::No,
                     legality.explanation.c_str());
        }
        QVERIFY(refused > 30);
    }

    void kindsHaveNames()
    {
        for (const char* name :
             {"call", "put", "notify", "poll", "query", "load", "replicate", "start", "uses"}) {
            const std::optional<ConnectionKind> kind = connectionKind(name);
            QVERIFY(kind.has_value());
            QCOMPARE(q(toString(*kind)), QString(name));
        }
        QVERIFY(!connectionKind("teleport"));
        QVERIFY(!connectionKind(""));
    }

    void aBrokenTableIsRefused_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::newRow("unknown kind") << "A,B,teleport,yes,,";
        QTest::newRow("unknown answer") << "A,B,put,perhaps,,";
        QTest::newRow("no kind") << "A,B,,yes,,";
        QTest::newRow("kind of an impossible pair") << "A,B,put,no,,";
        QTest::newRow("no name") << ",B,put,yes,,";
        QTest::newRow("contradiction") << "A,B,put,yes,,\nA,B,,no,,";
        QTest::newRow("missing fields") << "A,B,put";
    }
    void aBrokenTableIsRefused()
    {
        QFETCH(QString, rows);
        QVERIFY(!parseIntegrations("from,to,kinds,native,note,source_url\n" + rows.toStdString()));
    }

    void anotherHeaderIsRefused() { QVERIFY(!parseIntegrations("to,from,kinds,native,note,source_url\n")); }
};

PLIMSOLL_TEST(TestIntegrations)
#include "tst_integrations.moc"
