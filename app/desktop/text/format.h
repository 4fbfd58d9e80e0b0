// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"
#include "model/units/bytes.h"
#include "model/units/money.h"
#include "simulator/metrics/run_report.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QString>

#include <optional>

namespace plimsoll {

/// Which percentile a text is about; each needs its own number of samples before it may be shown.
enum class Percentile { P50, P90, P95, P99, P999 };

/// Numbers as people read them, in one locale: "3,000/s", "1.2 s", "$1,340", "<$0.01". Never used for files.
class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    Format();
    explicit Format(QLocale locale) : m_locale{std::move(locale)} {}

    /// At most `decimals` decimals, trailing zeros dropped, grouped.
    QString number(double value, int decimals = 2) const;
    /// Three significant digits for small numbers, whole and grouped for large ones, words above ten million.
    QString quantity(double value) const;
    QString count(std::uint64_t value) const;
    /// "3,000/s"; with a unit "3,000 records/s".
    QString rate(double perSecond, const QString& unit = {}) const;
    QString bytes(double count) const;
    QString bytes(Bytes count) const { return bytes(static_cast<double>(count.count())); }
    QString byteRate(double perSecond) const;
    QString millis(double milliseconds) const;
    QString seconds(double value) const { return millis(value * 1000); }
    /// A clock-like span for durations people chose: "1 h", "1 h 30 min", "45 s".
    QString span(double seconds) const;
    /// Whole dollars from $1,000; "<$0.01" for what would read as zero.
    QString money(Money amount) const;
    /// On an axis: without cents where there are none.
    QString roundMoney(double dollars) const;
    /// Always with cents, for columns that add up.
    QString exactMoney(Money amount) const;
    /// A price as quoted, down to nanodollars: "$0.0000166667".
    QString unitPrice(double dollars) const;
    QString percent(double share) const;
    /// A value of the model with its unit, whatever the unit is: "3,000 records/s", "$0.015", "20 ms", "80%".
    QString value(double value, const QString& unit) const;

    /// A unit as it stands behind a number: "1 shard", "3 shards"; "µs" for "us".
    static QString unitText(double value, const QString& unit);
    /// The end of a range as people say it: "5 TB" of 5,497,558,138,880 B, "15 min" of 900 s, "500 shards".
    QString bound(double value, const QString& unit) const;

    /// An em dash and the reason: "— no completions".
    static QString none(const QString& reason);
    static QString noCompletions() { return tr("no completions"); }
    static QString tooFewSamples() { return tr("too few samples"); }
    /// The percentile, or why there is none.
    QString percentile(const LatencySummary& summary, Percentile which) const;
    /// As `percentile`, only the dash for narrow cells; the reason goes into the tooltip.
    QString shortPercentile(const LatencySummary& summary, Percentile which) const;
    /// "1.2 s ± 0.1": the half-width in the value's own unit.
    QString millisWithin(double milliseconds, std::optional<double> halfWidth) const;
    /// As `percentile`, with how far off it may be where that is known.
    QString percentileWithin(const LatencySummary& summary, Percentile which) const;
    /// For a tooltip: what a "±" rests on, or why there is none.
    static QString precisionNote(const LatencySummary& summary);
    static QString percentileName(Percentile which);

    const QLocale& locale() const { return m_locale; }

private:
    QString currency(double dollars, int decimals) const;
    QLocale m_locale;
};

std::optional<double> valueOf(const LatencySummary& summary, Percentile which);
/// Of p50 and p99 where the run could tell.
std::optional<double> halfWidthOf(const LatencySummary& summary, Percentile which);

/// The text with no line ending behind a slash.
QString unbroken(QString text);
/// English of the core, in the reader's language where there is a translation.
QString coreText(const std::string& english);
/// As Error::toString().
QString coreText(const Error& error);
/// The same of a phrase: its patterns in the language of the window, its numbers as the locale writes them.
QString coreText(const Phrase& phrase);

}  // namespace plimsoll
