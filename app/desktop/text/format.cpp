// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/format.h"

#include "model/support/singular.h"

#include <array>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kKilobyte = 1024;
const QChar kMinus{0x2212};
const QChar kDash{0x2014};
const QChar kNarrowSpace{0x00A0};

// The plain C locale neither groups digits nor knows a currency; our own texts are English anyway.
QLocale readable(const QLocale& locale)
{
    return locale.language() == QLocale::C ? QLocale{QLocale::English, QLocale::UnitedStates} : locale;
}

// Typography differs: 80% in English, 80 % in most languages of the continent.
bool spaceBeforePercent(const QLocale& locale)
{
    switch (locale.language()) {
    case QLocale::German:
    case QLocale::French:
    case QLocale::Spanish:
    case QLocale::Swedish:
    case QLocale::Finnish:
    case QLocale::Danish:
    case QLocale::NorwegianBokmal:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Russian:
    case QLocale::Ukrainian:
        return true;
    default:
        return false;
    }
}

// Decimals that leave three significant digits: 1.23, 12.3, 123.
int decimalsFor(double magnitude)
{
    if (magnitude == 0 || magnitude >= 99.95)
        return 0;
    if (magnitude >= 9.995)
        return 1;
    if (magnitude >= 0.9995)
        return 2;
    return std::min(9, static_cast<int>(std::ceil(-std::log10(magnitude))) + 2);
}

}  // namespace

Format::Format() : Format{readable(QLocale{})} {}

QString Format::number(double value, int decimals) const
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QString{kDash}
               : value > 0       ? tr("unlimited")
                                 : QString{kMinus} + tr("unlimited");
    // Zeros would claim a precision that is not there.
    QString digits = QString::number(std::fabs(value), 'f', decimals);
    if (digits.contains(u'.')) {
        while (digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.endsWith(u'.'))
            digits.chop(1);
    }
    const qsizetype point = digits.indexOf(u'.');
    const int shown = point < 0 ? 0 : static_cast<int>(digits.size() - point - 1);
    QString text = m_locale.toString(std::fabs(value), 'f', shown);
    if (value < 0 && digits != QLatin1String{"0"})
        text.prepend(kMinus);
    return text;
}

QString Format::quantity(double value) const
{
    const double magnitude = std::fabs(value);
    if (!std::isfinite(value) || magnitude < 1e7)
        return number(value, decimalsFor(magnitude));
    if (magnitude < 1e9)
        return tr("%1 million").arg(number(value / 1e6, 2));
    if (magnitude < 1e12)
        return tr("%1 billion").arg(number(value / 1e9, 3));
    return tr("%1 trillion").arg(number(value / 1e12, 3));
}

QString Format::count(std::uint64_t value) const
{
    return m_locale.toString(static_cast<qulonglong>(value));
}

QString Format::rate(double perSecond, const QString& unit) const
{
    if (unit.isEmpty())
        return tr("%1/s", "a rate").arg(quantity(perSecond));
    return tr("%1 %2/s", "a rate with its unit").arg(quantity(perSecond), unit);
}

QString Format::bytes(double count) const
{
    static const std::array<const char*, 6> kUnits{"B", "KB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    double value = std::fabs(count);
    while (value >= kKilobyte && unit + 1 < kUnits.size()) {
        value /= kKilobyte;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return number(count < 0 ? -value : value, decimals) + kNarrowSpace + QLatin1String{kUnits[unit]};
}

QString Format::byteRate(double perSecond) const
{
    return tr("%1/s", "bytes per second").arg(bytes(perSecond));
}

QString Format::millis(double milliseconds) const
{
    if (!std::isfinite(milliseconds))
        return number(milliseconds);
    const double magnitude = std::fabs(milliseconds);
    // The next unit takes over where three digits would no longer fit the smaller one.
    const auto with = [&](double value, const char* unit) {
        return number(value, decimalsFor(std::fabs(value))) + kNarrowSpace + QString::fromUtf8(unit);
    };
    if (magnitude == 0)
        return with(0, "ms");
    // As plimsoll::millisText(): what is handed on at once may take a nanosecond of the clock, and nobody measures that.
    if (magnitude < 0.0005)
        return tr("<%1", "less than an amount").arg(with(1, "µs"));
    if (magnitude < 0.9995)
        return with(milliseconds * 1e3, "µs");
    if (magnitude < 999.5)
        return with(milliseconds, "ms");
    if (magnitude < 119'950)
        return with(milliseconds / 1e3, "s");
    if (magnitude < 48.0 * 3'600'000) {
        // "3 min 31 s" says more than 3.51 min; seconds no longer matter after two hours.
        const double grain = magnitude < 2.0 * 3'600'000 ? 1 : 60;
        const QString text = span(std::round(magnitude / 1000 / grain) * grain);
        return milliseconds < 0 ? kMinus + text : text;
    }
    return tr("%1 days").arg(number(milliseconds / 86'400'000, 1));
}

QString Format::span(double seconds) const
{
    if (!std::isfinite(seconds) || seconds < 1 || seconds != std::floor(seconds))
        return millis(seconds * 1000);
    const auto whole = static_cast<qint64>(seconds);
    QStringList parts;
    const auto part = [&](qint64 value, const QString& unit) {
        if (value > 0)
            parts << m_locale.toString(value) + kNarrowSpace + unit;
    };
    part(whole / 86'400, tr("d", "days"));
    part(whole / 3'600 % 24, tr("h", "hours"));
    part(whole / 60 % 60, tr("min", "minutes"));
    part(whole % 60, tr("s", "seconds"));
    return parts.join(u' ');
}

QString Format::currency(double dollars, int decimals) const
{
    // Amounts are in US dollars wherever the reader lives; only the layout is theirs.
    const QString text = m_locale.toCurrencyString(std::fabs(dollars), QStringLiteral("$"), decimals);
    return dollars < 0 ? kMinus + text : text;
}

QString Format::money(Money amount) const
{
    const double dollars = amount.dollars();
    // 999.995 would round to 1,000.00, which is written without cents.
    return std::fabs(dollars) >= 999.995 ? currency(dollars, 0) : exactMoney(amount);
}

QString Format::roundMoney(double dollars) const
{
    return std::fabs(dollars - std::round(dollars)) < 1e-9
               ? currency(dollars, 0)
               : money(Money::nanodollars(std::llround(dollars * 1e9)));
}

QString Format::exactMoney(Money amount) const
{
    const std::int64_t nano = amount.nanodollars();
    if (nano > 0 && nano < 5'000'000)
        return tr("<%1", "less than an amount").arg(currency(0.01, 2));
    return currency(nano < 0 && nano > -5'000'000 ? 0 : amount.dollars(), 2);
}

QString Format::unitPrice(double dollars) const
{
    const QString digits = QString::number(std::fabs(dollars), 'f', 12);
    qsizetype last = digits.size();
    while (digits[last - 1] == u'0')
        --last;
    const int decimals = static_cast<int>(last - 1 - digits.indexOf(u'.'));
    return currency(dollars, std::max(2, decimals));
}

QString Format::percent(double share) const
{
    if (!std::isfinite(share))
        return number(share);
    const double value = share * 100;
    const double magnitude = std::fabs(value);
    const QString sign =
        spaceBeforePercent(m_locale) ? QString{kNarrowSpace} + m_locale.percent() : m_locale.percent();
    // As plimsoll::percent() rounds, so that one share reads alike in a sentence and beside it.
    if (magnitude > 0 && magnitude < 0.005)
        return tr("<%1", "less than a share").arg(number(0.01, 2)) + sign;
    if (magnitude > 0 && magnitude < 0.095)
        return number(value, 2) + sign;
    // 99.96% must not read as the full limit.
    if (magnitude < 100 && magnitude >= 99.95)
        return tr(">%1", "more than a share").arg(number(99.9, 1)) + sign;
    return number(value, magnitude < 10 || (magnitude > 99 && magnitude < 100) ? 1 : 0) + sign;
}

QString Format::value(double value, const QString& unit) const
{
    if (unit.isEmpty())
        return quantity(value);
    if (unit == QLatin1String{"USD"})
        return std::fabs(value) >= 1 ? currency(value, 2) : unitPrice(value);
    if (unit == QLatin1String{"ms"})
        return millis(value);
    if (unit == QLatin1String{"%"})
        return percent(value / 100);
    if (unit == QLatin1String{"B"} || unit == QLatin1String{"bytes"})
        return bytes(value);
    if (unit == QLatin1String{"B/s"} || unit == QLatin1String{"bytes/s"})
        return byteRate(value);
    if (unit.startsWith(QLatin1String{"USD/"}) || unit.startsWith(QLatin1String{"USD per "}))
        return unitPrice(value) + unit.mid(3);
    if (unit == QLatin1String{"/s"})
        return rate(value);
    return quantity(value) + kNarrowSpace + unitText(value, unit);
}

QString Format::unitText(double value, const QString& unit)
{
    if (unit == QLatin1String{"us"})
        return QStringLiteral("µs");
    const std::string english = unit.toStdString();
    return coreText(value == 1 ? singularOf(english) : english);
}

QString Format::bound(double value, const QString& unit) const
{
    static const std::array<std::pair<const char*, double>, 10> kBytes{{{"B", 1},
                                                                        {"bytes", 1},
                                                                        {"KB", 1024},
                                                                        {"KiB", 1024},
                                                                        {"MB", 1024. * 1024},
                                                                        {"MiB", 1024. * 1024},
                                                                        {"GB", 1024. * 1024 * 1024},
                                                                        {"GiB", 1024. * 1024 * 1024},
                                                                        {"TB", 1024. * 1024 * 1024 * 1024},
                                                                        {"TiB", 1024. * 1024 * 1024 * 1024}}};
    static const std::array<std::pair<const char*, double>, 5> kTimes{
        {{"us", 1e-6}, {"ms", 1e-3}, {"s", 1}, {"min", 60}, {"h", 3600}}};
    for (const auto& [name, size] : kBytes)
        if (unit == QLatin1String{name} && value >= 1024)
            return bytes(value * size);
    for (const auto& [name, seconds] : kTimes)
        if (unit == QLatin1String{name} && value >= 120)
            return span(value * seconds);
    const QString text = value >= 1e9 ? quantity(value) : number(value, 6);
    return unit.isEmpty() ? text : text + kNarrowSpace + unitText(value, unit);
}

QString Format::none(const QString& reason)
{
    return reason.isEmpty() ? QString{kDash} : QString{kDash} + u' ' + reason;
}

QString Format::percentile(const LatencySummary& summary, Percentile which) const
{
    if (const std::optional<double> value = valueOf(summary, which))
        return millis(*value);
    return none(summary.samples == 0 ? noCompletions() : tooFewSamples());
}

QString Format::shortPercentile(const LatencySummary& summary, Percentile which) const
{
    const std::optional<double> value = valueOf(summary, which);
    return value ? millis(*value) : QString{kDash};
}

QString Format::millisWithin(double milliseconds, std::optional<double> halfWidth) const
{
    const QString text = millis(milliseconds);
    if (!halfWidth || !std::isfinite(*halfWidth) || *halfWidth <= 0)
        return text;
    const QString sign = QStringLiteral(" \u00b1 ");
    const double magnitude = std::fabs(milliseconds);
    if (magnitude < 0.0009995 || magnitude >= 119'950)
        return text + sign + millis(*halfWidth);
    const double inUnit = *halfWidth * (magnitude < 0.9995 ? 1e3 : magnitude < 999.5 ? 1 : 1e-3);
    // One digit that counts: more would claim to know how unsure it is.
    const int decimals = inUnit >= 0.95 ? 0 : std::min(6, static_cast<int>(std::ceil(-std::log10(inUnit))));
    return text + sign + number(inUnit, decimals);
}

QString Format::percentileWithin(const LatencySummary& summary, Percentile which) const
{
    const std::optional<double> value = valueOf(summary, which);
    return value ? millisWithin(*value, halfWidthOf(summary, which)) : percentile(summary, which);
}

QString Format::precisionNote(const LatencySummary& summary)
{
    switch (summary.interval) {
    case IntervalBasis::None:
        return {};
    case IntervalBasis::Replications:
        return tr("\u00b1: how far off this may be, from %n runs (95 times in 100)", nullptr,
                  summary.intervalParts);
    case IntervalBasis::BatchMeans:
        return tr("\u00b1: how far off this may be, from %n stretches of the one run (95 times in 100)",
                  nullptr, summary.intervalParts);
    case IntervalBasis::Insufficient:
        return tr("No \u00b1: too little passed here in one run to say how far off this may be. More runs "
                  "can tell.");
    case IntervalBasis::Correlated:
        return tr("No \u00b1: one delay resembles the next too much within one run. More runs can tell.");
    case IntervalBasis::Transient:
        return tr("No \u00b1: delays kept rising or falling through the run. More runs can tell.");
    case IntervalBasis::NotKept:
        return tr(
            "No \u00b1: a sampled run does not keep the time inside a component part by part. More runs "
            "can tell.");
    }
    return {};
}

QString Format::percentileName(Percentile which)
{
    switch (which) {
    case Percentile::P50:
        return QStringLiteral("p50");
    case Percentile::P90:
        return QStringLiteral("p90");
    case Percentile::P95:
        return QStringLiteral("p95");
    case Percentile::P99:
        return QStringLiteral("p99");
    case Percentile::P999:
        return QStringLiteral("p99.9");
    }
    return {};
}

std::optional<double> valueOf(const LatencySummary& summary, Percentile which)
{
    switch (which) {
    case Percentile::P50:
        return summary.p50;
    case Percentile::P90:
        return summary.p90;
    case Percentile::P95:
        return summary.p95;
    case Percentile::P99:
        return summary.p99;
    case Percentile::P999:
        return summary.p999;
    }
    return {};
}

std::optional<double> halfWidthOf(const LatencySummary& summary, Percentile which)
{
    switch (which) {
    case Percentile::P50:
        return summary.p50HalfWidth;
    case Percentile::P90:
        return summary.p90HalfWidth;
    case Percentile::P95:
        return summary.p95HalfWidth;
    case Percentile::P99:
        return summary.p99HalfWidth;
    case Percentile::P999:
        return summary.p999HalfWidth;
    }
    return {};
}

QString unbroken(QString text)
{
    // A word joiner behind the slash: "$92/month" and "12/s" stay on one line.
    return text.replace(u'/', QStringLiteral("/\u2060"));
}

}  // namespace plimsoll
