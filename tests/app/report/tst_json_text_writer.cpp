// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json_text_writer.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace plimsoll;

namespace {

template <class T>
std::string written(const T& value)
{
    JsonTextWriter writer;
    writer.value(value);
    std::string text = writer.take();
    text.pop_back();
    return text;
}

}  // namespace

class TestJsonTextWriter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesNumbersShortestAndExact()
    {
        QCOMPARE(written(0.1), std::string{"0.1"});
        QCOMPARE(written(3600.0), std::string{"3600"});
        QCOMPARE(written(-0.0), std::string{"0"});
        QCOMPARE(written(1.0 / 3), std::string{"0.333333333333333"});
        QCOMPARE(written(std::nan("")), std::string{"null"});
        QCOMPARE(written(std::numeric_limits<double>::infinity()), std::string{"null"});
        QCOMPARE(written(std::numeric_limits<std::uint64_t>::max()), std::string{"18446744073709551615"});
        QCOMPARE(written(std::optional<double>{}), std::string{"null"});
    }

    void writesMoneyToTheNanodollar()
    {
        QCOMPARE(written(*Money::parse("1450.89672")), std::string{"1450.89672"});
        QCOMPARE(written(Money::dollars(3)), std::string{"3"});
        QCOMPARE(written(Money::nanodollars(-1)), std::string{"-0.000000001"});
    }

    void escapesWhatJsonMust()
    {
        QCOMPARE(written("a\"b\\c\n\x01"), std::string{"\"a\\\"b\\\\c\\n\\u0001\""});
        QCOMPARE(written("\u20ac \U0001F600"), std::string{"\"\u20ac \U0001F600\""});
        // A lone continuation, an overlong slash, a surrogate, a cut sequence: one mark per byte.
        QCOMPARE(written("\x80"), std::string{"\"\\ufffd\""});
        QCOMPARE(written("\xC0\xAF"), std::string{"\"\\ufffd\\ufffd\""});
        QCOMPARE(written("\xED\xA0\x80"), std::string{"\"\\ufffd\\ufffd\\ufffd\""});
        QCOMPARE(written("x\xE2\x82"), std::string{"\"x\\ufffd\\ufffd\""});
    }

    void indentsAndKeepsTheOrder()
    {
        JsonTextWriter writer;
        writer.beginObject();
        writer.member("z", 1);
        writer.key("a");
        writer.beginArray();
        writer.value(true);
        writer.null();
        writer.endArray();
        writer.key("empty");
        writer.beginObject();
        writer.endObject();
        writer.endObject();
        QCOMPARE(writer.take(),
                 std::string{"{\n  \"z\": 1,\n  \"a\": [\n    true,\n    null\n  ],\n  \"empty\": {}\n}\n"});
    }
};

PLIMSOLL_TEST(TestJsonTextWriter)
#include "tst_json_text_writer.moc"
