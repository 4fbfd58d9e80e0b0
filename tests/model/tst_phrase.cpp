// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/phrase.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

class TstPhrase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placesAreFilled()
    {
        const Phrase phrase{"{component} refused {share} of {offered}",
                            {inWords("component", "Orders {x}"), inPercent("share", 0.62),
                             inFigures("offered", std::uint64_t{10'799'448})}};
        QCOMPARE(phrase.english(), std::string{"Orders {x} refused 62% of 10,799,448"});
        QCOMPARE(phrase.parts().front().arguments[1].value, 0.62);
    }

    void aCountChoosesThePlural_data()
    {
        QTest::addColumn<double>("count");
        QTest::addColumn<std::string>("english");
        QTest::newRow("none") << 0.0 << std::string{"gave up 0 messages and lost them"};
        QTest::newRow("one") << 1.0 << std::string{"gave up 1 message and lost it"};
        QTest::newRow("more") << 1200.0 << std::string{"gave up 1,200 messages and lost them"};
    }
    void aCountChoosesThePlural()
    {
        QFETCH(double, count);
        QFETCH(std::string, english);
        QCOMPARE((Phrase{"gave up {n} {n|message|messages} and lost {n|it|them}", {inFigures("n", count)}}
                      .english()),
                 english);
    }

    void partsFollowEachOther()
    {
        Phrase phrase{"It waits"};
        phrase += Phrase{};
        phrase += Phrase{" for {reader}", {inWords("reader", "Work")}};
        phrase += ".";
        QCOMPARE(phrase.english(), std::string{"It waits for Work."});
        QCOMPARE(phrase.parts().size(), std::size_t{3});
        QVERIFY(Phrase{}.empty() && Phrase{""}.empty() && Phrase::verbatim("").empty());
    }

    /// A translation may turn the order round, and use a place twice.
    void aTranslationIsFilledTheSameWay()
    {
        const std::vector<PhraseArgument> arguments{inFigures("n", 2.0), inWords("reader", "Work")};
        const auto text = [](const PhraseArgument& each) { return each.text; };
        QCOMPARE(filled("{reader}: {n} {n|Nachricht|Nachrichten}, {reader}", arguments, text),
                 std::string{"Work: 2 Nachrichten, Work"});
        // What is no place of it stays.
        QCOMPARE(filled("{unknown} {n", arguments, text), std::string{"{unknown} {n"});
    }

    /// Words of a user's are never taken for a pattern.
    void whatIsSaidVerbatimIsNoPattern()
    {
        QCOMPARE(Phrase::verbatim("a {text} {b|c|d}").english(), std::string{"a {text} {b|c|d}"});
    }
};

PLIMSOLL_TEST(TstPhrase)
#include "tst_phrase.moc"
