// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/connection_parameters.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

const ParameterSpec* find(const std::vector<ParameterSpec>& specs, std::string_view id)
{
    const auto at =
        std::find_if(specs.begin(), specs.end(), [id](const ParameterSpec& each) { return each.id == id; });
    return at == specs.end() ? nullptr : &*at;
}

}  // namespace

class TestConnectionParameters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKindIsTheStoredOneOrThePairsDefault_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("kind");
        QTest::newRow("default") << "lambda"
                                 << "sqs"
                                 << ""
                                 << "put";
        QTest::newRow("stored") << "lambda"
                                << "sqs"
                                << "notify"
                                << "notify";
        QTest::newRow("stored, unknown") << "lambda"
                                         << "sqs"
                                         << "teleport"
                                         << "put";
        QTest::newRow("custom code to a store") << "custom-server"
                                                << "s3"
                                                << ""
                                                << "put";
        QTest::newRow("custom code to a server") << "lambda"
                                                 << "custom-server"
                                                 << ""
                                                 << "call";
        QTest::newRow("custom code from a stream") << "kinesis-data-streams"
                                                   << "custom-server"
                                                   << ""
                                                   << "poll";
        QTest::newRow("drawn against its way") << "s3"
                                               << "athena"
                                               << ""
                                               << "call";
        QTest::newRow("refused") << "data-firehose"
                                 << "dynamodb"
                                 << ""
                                 << "put";
    }
    void theKindIsTheStoredOneOrThePairsDefault()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, stored);
        QFETCH(QString, kind);
        const ServiceCatalog catalog = smallCatalog();
        ParameterMap values;
        if (!stored.isEmpty())
            values["kind"] = stored.toStdString();
        const ConnectionKind found =
            kindOf(connection("c", "a", "b", values), *catalog.find(from.toStdString()),
                   *catalog.find(to.toStdString()));
        QCOMPARE(q(toString(found)), kind);
    }

    void everyPairHasWellFormedParameters()
    {
        const ServiceCatalog catalog = smallCatalog();
        using enum ConnectionKind;
        for (const ServiceSpec& from : catalog.all()) {
            for (const ServiceSpec& to : catalog.all()) {
                for (const ConnectionKind kind :
                     {Call, Put, Notify, Poll, Query, Load, Replicate, Start, Uses}) {
                    std::vector<std::string> seen;
                    for (const ParameterSpec& spec : connectionParameters(kind, from, to)) {
                        const std::string where = from.id + " " + to.id + " " + spec.id;
                        QVERIFY2(std::find(seen.begin(), seen.end(), spec.id) == seen.end(), where.c_str());
                        seen.push_back(spec.id);
                        QVERIFY2(!spec.name.empty() && !spec.help.empty() && !spec.source.empty(),
                                 where.c_str());
                        // Documented means that a page says so.
                        QVERIFY2(spec.evidence != Evidence::Documented || spec.source.starts_with("https://"),
                                 where.c_str());
                        if (spec.type == ParameterType::Choice) {
                            const auto isDefault = [&spec](const ParameterChoice& choice) {
                                return choice.value == toString(spec.defaultValue);
                            };
                            QVERIFY2(std::any_of(spec.choices.begin(), spec.choices.end(), isDefault),
                                     where.c_str());
                        } else if (spec.type != ParameterType::Boolean) {
                            const double value = asNumber(spec.defaultValue, -1e300);
                            QVERIFY2(value >= spec.minimum && value <= spec.maximum, where.c_str());
                        }
                    }
                }
            }
        }
    }

    void batchesAreLimitedByTheTargetsApi_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("most");
        QTest::newRow("Kinesis") << "kinesis-data-streams" << 500.0;
        QTest::newRow("Firehose") << "data-firehose" << 500.0;
        QTest::newRow("DynamoDB") << "dynamodb" << 25.0;
        QTest::newRow("SQS") << "sqs" << 10.0;
    }
    void batchesAreLimitedByTheTargetsApi()
    {
        QFETCH(QString, to);
        QFETCH(double, most);
        const ServiceCatalog catalog = smallCatalog();
        const std::vector<ParameterSpec> specs = connectionParameters(
            ConnectionKind::Put, *catalog.find("lambda"), *catalog.find(to.toStdString()));
        const ParameterSpec* batch = find(specs, "batchSize");
        QCOMPARE(batch->maximum, most);
        QCOMPARE(asNumber(batch->defaultValue), 1.0);
        QVERIFY(batch->evidence == Evidence::Documented);
    }

    void pollersOfAQueueAndOfAStreamDiffer()
    {
        const ServiceCatalog catalog = smallCatalog();
        const ServiceSpec& lambda = *catalog.find("lambda");
        const auto fromStream =
            connectionParameters(ConnectionKind::Poll, *catalog.find("kinesis-data-streams"), lambda);
        QCOMPARE(asNumber(find(fromStream, "batchSize")->defaultValue), 100.0);
        QCOMPARE(asNumber(find(fromStream, "maximumRetryAttempts")->defaultValue), -1.0);
        QCOMPARE(find(fromStream, "parallelizationFactor")->maximum, 10.0);
        QVERIFY(find(fromStream, "reader") != nullptr);
        const auto fromQueue = connectionParameters(ConnectionKind::Poll, *catalog.find("sqs"), lambda);
        QCOMPARE(asNumber(find(fromQueue, "batchSize")->defaultValue), 10.0);
        QVERIFY(find(fromQueue, "parallelizationFactor") == nullptr);
        QVERIFY(find(fromQueue, "reader") == nullptr);
    }

    void defaultsFollowTheCaller()
    {
        const ServiceCatalog catalog = smallCatalog();
        const ServiceSpec& lambda = *catalog.find("lambda");
        const ServiceSpec& table = *catalog.find("dynamodb");
        const auto text = [](const std::vector<ParameterSpec>& specs, const char* id) {
            return q(connectionText(Connection{}, specs, id, "none of it"));
        };
        const auto fromSource =
            connectionParameters(ConnectionKind::Call, *catalog.find("traffic-source"), lambda);
        QCOMPARE(text(fromSource, "retry"), QString("none"));
        QCOMPARE(text(fromSource, "operationsPer"), QString("none of it"));
        // The request goes on through the function: only a cache is read by default.
        QCOMPARE(text(fromSource, "operation"), QString("write"));
        ServiceSpec cache;
        cache.caches = cache.answersReads = true;
        QCOMPARE(text(connectionParameters(ConnectionKind::Call, lambda, cache), "operation"),
                 QString("read"));
        QCOMPARE(text(fromSource, "route"), QString("copy"));
        const auto fromLambda = connectionParameters(ConnectionKind::Call, lambda, table);
        QCOMPARE(text(fromLambda, "retry"), QString("sdk-standard"));
        QCOMPARE(text(fromLambda, "operationsPer"), QString("record"));
        QCOMPARE(text(fromLambda, "operation"), QString("write"));
        QCOMPARE(text(fromLambda, "teleport"), QString("none of it"));
        QCOMPARE(text(connectionParameters(ConnectionKind::Call, *catalog.find("alb"), lambda), "route"),
                 QString("split"));
    }

    void onlyWhatBothEndsActOnIsOffered_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("offered");  // without what a retry is made of
        const auto row = [](const char* from, const char* to, const char* kind, const char* offered) {
            QTest::addRow("%s %s %s", from, kind, to) << from << to << kind << offered;
        };
        row("lambda", "sqs", "put",
            "kind route share operation operationsPer operations batchSize bytes sizeFactor order "
            "concurrency "
            "timeoutMillis retry role");
        row("ec2", "sqs", "put",
            "kind route share operation operationsPer operations batchSize bytes sizeFactor order "
            "concurrency "
            "timeoutMillis retry");
        row("traffic-source", "sqs", "put",
            "kind route share operation batchSize bytes sizeFactor timeoutMillis retry");
        row("api-gateway", "lambda", "call", "kind route share operation bytes sizeFactor");
        row("data-firehose", "s3", "put", "kind route");
        row("s3", "lambda", "notify", "kind route share maximumRetryAttempts maximumEventAgeSeconds");
        row("sqs", "sqs", "put", "kind");
        row("sqs", "lambda", "poll",
            "kind batchSize batchWindowMillis pollers maximumConcurrency minimumPollers maximumPollers "
            "reportBatchItemFailures filterShare");
        row("kinesis-data-streams", "lambda", "poll",
            "kind batchSize batchWindowMillis parallelizationFactor maximumRetryAttempts bisectOnError "
            "pollMillis reader filterShare");
        row("kinesis-data-streams", "ec2", "poll", "kind batchSize pollMillis reader");
        row("kinesis-data-streams", "data-firehose", "poll", "kind");
        row("s3", "redshift", "load", "kind everySeconds wait");
        row("data-firehose", "redshift", "load", "kind");
        row("lambda", "sqs", "uses", "kind");
    }
    void onlyWhatBothEndsActOnIsOffered()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, kind);
        QFETCH(QString, offered);
        const ServiceCatalog catalog = smallCatalog();
        std::vector<std::string> retry;
        for (const ParameterSpec& spec : retryParameters())
            retry.push_back(spec.id);
        QStringList names;
        for (const ParameterSpec& spec :
             connectionParameters(*connectionKind(kind.toStdString()), *catalog.find(from.toStdString()),
                                  *catalog.find(to.toStdString()))) {
            if (std::find(retry.begin(), retry.end(), spec.id) == retry.end())
                names += q(spec.id);
        }
        QCOMPARE(names.join(' '), offered);
    }

    void whoKeepsTheEventSaysHowOftenItIsTried_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("retries");
        // An event a function has taken is tried by its own rules; until somebody has it, by the sender's.
        QTest::newRow("topic to function") << "sns"
                                           << "lambda" << 2.0;
        QTest::newRow("bus to function") << "eventbridge"
                                         << "lambda" << 2.0;
        QTest::newRow("topic to queue") << "sns"
                                        << "sqs" << 100'015.0;
        QTest::newRow("bus to queue") << "eventbridge"
                                      << "sqs" << 185.0;
        QTest::newRow("bucket to queue") << "s3"
                                         << "sqs" << 2.0;
    }
    void whoKeepsTheEventSaysHowOftenItIsTried()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, retries);
        const ServiceCatalog catalog = smallCatalog();
        const auto specs = connectionParameters(ConnectionKind::Notify, *catalog.find(from.toStdString()),
                                                *catalog.find(to.toStdString()));
        QCOMPARE(asNumber(find(specs, "maximumRetryAttempts")->defaultValue), retries);
        // A function that notifies makes an SDK call: it has no delivery of its own to tell about.
        QVERIFY(
            find(connectionParameters(ConnectionKind::Notify, *catalog.find("lambda"), *catalog.find("sqs")),
                 "maximumRetryAttempts")
            == nullptr);
    }

    void aCategoryDecidesNothing()
    {
        const ServiceCatalog catalog = smallCatalog();
        using enum ConnectionKind;
        for (const ServiceSpec& from : catalog.all()) {
            ServiceSpec moved = from;
            moved.category = "elsewhere";
            for (const ServiceSpec& to : catalog.all()) {
                for (const ConnectionKind kind : {Call, Put, Notify, Poll, Query, Load, Start}) {
                    const auto there = connectionParameters(kind, from, to);
                    const auto here = connectionParameters(kind, moved, to);
                    QCOMPARE(here.size(), there.size());
                    for (std::size_t at = 0; at < here.size(); ++at) {
                        QCOMPARE(here[at].id, there[at].id);
                        QCOMPARE(here[at].maximum, there[at].maximum);
                        QCOMPARE(toString(here[at].defaultValue), toString(there[at].defaultValue));
                    }
                }
            }
        }
    }

    void anOwnValueComesBeforeTheDefault()
    {
        const ServiceCatalog catalog = smallCatalog();
        const auto specs =
            connectionParameters(ConnectionKind::Put, *catalog.find("lambda"), *catalog.find("sqs"));
        const Connection own =
            connection("c", "a", "b", {{"batchSize", std::int64_t{7}}, {"retry", std::string{"none"}}});
        QCOMPARE(connectionNumber(own, specs, "batchSize", -1), 7.0);
        QCOMPARE(connectionNumber(own, specs, "concurrency", -1), 1.0);
        QCOMPARE(connectionNumber(own, specs, "teleport", -1), -1.0);
        QCOMPARE(q(connectionText(own, specs, "retry", "")), QString("none"));
        // A value of the wrong type is an issue of the design; meanwhile the default holds.
        const Connection wrong = connection("c", "a", "b", {{"batchSize", std::string{"many"}}});
        QCOMPARE(connectionNumber(wrong, specs, "batchSize", -1), 1.0);
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("connectionId");
        QTest::addColumn<QString>("expected");
        QTest::newRow("put by a source") << "c1"
                                         << "Producers writes up to 500 records per call to Orders";
        QTest::newRow("poll")
            << "c2"
            << "React reads Orders in batches of up to 500 records, waiting at most 1 s for a full one, "
               "keeping 99.5% of them; a failed batch is repeated at most 5 times";
        QTest::newRow("write, in parallel")
            << "c3"
            << "React writes one item per record to DynamoDB, in parallel, with at most "
               "3 attempts";
        QTest::newRow("query") << "c5"
                               << "Analysts sends one query per record to Archive, with at most 3 attempts";
        QTest::newRow("load") << "c6"
                              << "Warehouse loads from Archive every 10 min, one load at a time";
        QTest::newRow("call of a function")
            << "c8"
            << "Producers calls React once per request and waits for the answer";
        QTest::newRow("unknown service")
            << "c7"
            << "React is connected to From the future, in a way this version does not know";
    }
    void sentences()
    {
        QFETCH(QString, connectionId);
        QFETCH(QString, expected);
        Design design;
        const auto add = [&design](const char* id, const char* service, const char* label) {
            Component made = component(id, service);
            made.label = label;
            design.components.push_back(made);
        };
        add("producers", "traffic-source", "Producers");
        add("orders", "kinesis-data-streams", "Orders");
        add("function", "lambda", "React");
        add("table", "dynamodb", "");
        add("archive", "s3", "Archive");
        add("analysts", "athena", "Analysts");
        add("warehouse", "redshift", "Warehouse");
        add("teleport", "quantum-teleporter", "From the future");
        design.connections = {connection("c1", "producers", "orders", {{"batchSize", std::int64_t{500}}}),
                              connection("c2", "orders", "function",
                                         {{"batchSize", std::int64_t{500}},
                                          {"batchWindowMillis", std::int64_t{1000}},
                                          {"filterShare", 99.5},
                                          {"maximumRetryAttempts", std::int64_t{5}}}),
                              connection("c3", "function", "table"),
                              connection("c4", "function", "archive"),
                              connection("c5", "analysts", "archive"),
                              connection("c6", "archive", "warehouse", {{"everySeconds", std::int64_t{600}}}),
                              connection("c7", "function", "teleport"),
                              connection("c8", "producers", "function")};
        QCOMPARE(q(sentence(*findConnection(design, connectionId.toStdString()), design, smallCatalog())),
                 expected);
    }

    void aSentenceTellsTheStep()
    {
        Design design = cleanDesign();
        design.components.push_back(component("archive", "s3"));
        design.connections.push_back(connection("c4", "function", "archive", {{"order", std::int64_t{1}}}));
        const ServiceCatalog catalog = smallCatalog();
        QVERIFY(q(sentence(design.connections[2], design, catalog)).contains("as step 1 of 2"));
        QVERIFY(q(sentence(design.connections[3], design, catalog)).contains("as step 2 of 2"));
    }

    void everyKindHasASentence()
    {
        Design design;
        design.components = {component("a", "step-functions"), component("b", "lambda")};
        for (const char* kind :
             {"call", "put", "notify", "poll", "query", "load", "replicate", "start", "uses"}) {
            design.connections = {connection("c", "a", "b", {{"kind", std::string{kind}}})};
            const QString text = q(sentence(design.connections[0], design, smallCatalog()));
            QVERIFY2(text.contains("Step Functions") && text.contains("Lambda"), qPrintable(text));
        }
    }
};

PLIMSOLL_TEST(TestConnectionParameters)
#include "tst_connection_parameters.moc"
