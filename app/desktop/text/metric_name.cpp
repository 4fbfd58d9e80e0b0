// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/metric_name.h"

#include <QtCore/QCoreApplication>

#include <string_view>

namespace plimsoll {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MetricNames)
};

}  // namespace

QString metricName(const std::string& metric)
{
    QString percentile = QString::fromStdString(metric).section(u'-', 1);
    if (percentile == QLatin1String{"p999"})
        percentile = QStringLiteral("p99.9");
    if (metric.starts_with("delay-p"))
        return Words::tr("Delay %1").arg(percentile);
    if (metric.starts_with("response-p"))
        return Words::tr("Response %1").arg(percentile);
    if (metric == "delay-mean")
        return Words::tr("Delay, average");
    if (metric == "response-mean")
        return Words::tr("Response, average");
    if (metric == "freshness-max")
        return Words::tr("Freshness, worst");
    if (metric == "freshness-mean")
        return Words::tr("Freshness, average");
    if (metric == "throttled-share")
        return Words::tr("Share throttled");
    if (metric == "failed-share")
        return Words::tr("Share failed");
    if (metric == "refused-share")
        return Words::tr("Share refused");
    if (metric == "lost-count")
        return Words::tr("Records lost");
    if (metric == "backlog-peak")
        return Words::tr("Backlog, peak");
    if (metric == "age-peak")
        return Words::tr("Oldest record, peak");
    return QString::fromStdString(metric);
}

QString figureName(const Design& design, const std::string& figure)
{
    static constexpr std::string_view kBetween[] = {"@", " at "};
    std::size_t at = std::string::npos, behind = 0;
    for (const std::string_view each : kBetween) {
        if (at == std::string::npos) {
            at = figure.find(each);
            behind = at + each.size();
        }
    }
    if (at == std::string::npos)
        return metricName(figure);
    const std::string where = figure.substr(behind);
    const Connection* connection = findConnection(design, where);
    const QString name = connection ? Words::tr("%1 \u2192 %2", "from a component to another")
                                          .arg(QString::fromStdString(labelOf(design, connection->from)),
                                               QString::fromStdString(labelOf(design, connection->to)))
                                    : QString::fromStdString(labelOf(design, where));
    return Words::tr("%1 at %2", "a figure and a component").arg(metricName(figure.substr(0, at)), name);
}

}  // namespace plimsoll
