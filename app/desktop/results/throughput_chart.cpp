// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/throughput_chart.h"

#include "app/desktop/results/chart_style.h"
#include "app/desktop/shell/theme.h"
#include "app/desktop/text/format.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr std::size_t kMostPoints = 600;  // about one per pixel of a wide chart

const QString kThroughput = QStringLiteral("throughput");

bool isRefusal(const std::string& name)
{
    return name == "throttled" || name == "rejected" || name == "refused" || name == "failed"
           || name == "lost";
}

bool isRate(const TimeSeries& series)
{
    static const std::vector<std::string> kRates{"offered", "accepted", "completed", "delivered"};
    return isRefusal(series.name) || std::find(kRates.begin(), kRates.end(), series.name) != kRates.end();
}

struct TimeAxis {
    double divisor = 1;
    const char* unit = "s";
};

TimeAxis timeAxis(double seconds)
{
    if (seconds > 3 * 86'400)
        return {86'400, "d"};
    if (seconds > 3 * 3'600)
        return {3'600, "h"};
    if (seconds > 180)
        return {60, "min"};
    return {1, "s"};
}

/// Means over equal stretches, so that the area under the curve stays what it was.
std::vector<QPointF> points(const TimeSeries& series, double divisor)
{
    std::vector<QPointF> result;
    const std::size_t stride =
        std::max<std::size_t>(1, (series.values.size() + kMostPoints - 1) / kMostPoints);
    for (std::size_t from = 0; from < series.values.size(); from += stride) {
        const std::size_t to = std::min(series.values.size(), from + stride);
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += series.values[i];
        const double middle = (static_cast<double>(from + to) / 2) * series.binSeconds;
        result.emplace_back(middle / divisor, sum / static_cast<double>(to - from));
    }
    return result;
}

QColor inkOf(const std::string& name, int otherwise)
{
    if (isRefusal(name))
        return style::colour("danger");
    if (name == "offered")
        return style::colour("textMuted");
    return style::series(otherwise);
}

}  // namespace

ThroughputChart::ThroughputChart(QWidget* parent)
    : QWidget{parent},
      m_components{new QComboBox{this}},
      m_measures{new QComboBox{this}},
      m_legend{new QLabel{this}},
      m_view{new QChartView{this}}
{
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_components, 2);
    top->addWidget(m_measures, 3);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_legend);
    layout->addWidget(m_view, 1);

    m_components->setAccessibleName(tr("Component on the chart"));
    m_components->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_components->setMinimumContentsLength(8);
    m_measures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_measures->setMinimumContentsLength(10);
    m_measures->setAccessibleName(tr("What the chart shows"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setProperty("role", "muted");
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumSize(200, 80);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setAccessibleName(tr("Rates over the run"));

    connect(m_components, &QComboBox::currentIndexChanged, this, [this] {
        fillMeasures();
        draw();
    });
    connect(m_measures, &QComboBox::currentIndexChanged, this, &ThroughputChart::draw);
}

void ThroughputChart::setResult(std::shared_ptr<const RunResult> result)
{
    m_result = std::move(result);
    const QString before = m_components->currentData().toString();
    {
        const QSignalBlocker quiet{m_components};
        m_components->clear();
        if (m_result)
            for (const ComponentReport& each : m_result->report.components)
                if (!each.series.empty())
                    m_components->addItem(Theme::current().serviceIcon(QString::fromStdString(each.service)),
                                          QString::fromStdString(each.label.empty() ? each.id : each.label),
                                          QString::fromStdString(each.id));
        // First time: what the verdict would talk about, the component nearest its limit.
        int chosen = m_components->findData(before);
        if (chosen < 0 && m_result) {
            double most = -1;
            for (const ComponentReport& each : m_result->report.components)
                for (const LimitUse& use : each.limits)
                    if (use.utilisation > most
                        && m_components->findData(QString::fromStdString(each.id)) >= 0) {
                        most = use.utilisation;
                        chosen = m_components->findData(QString::fromStdString(each.id));
                    }
        }
        m_components->setCurrentIndex(chosen < 0 && m_components->count() > 0 ? 0 : chosen);
    }
    fillMeasures();
    draw();
}

void ThroughputChart::setComponent(const QString& id)
{
    if (const int at = m_components->findData(id); at >= 0)
        m_components->setCurrentIndex(at);
}

const ComponentReport* ThroughputChart::component() const
{
    return m_result ? findComponent(m_result->report, m_components->currentData().toString().toStdString())
                    : nullptr;
}

void ThroughputChart::fillMeasures()
{
    const QSignalBlocker quiet{m_measures};
    const QString before = m_measures->currentData().toString();
    m_measures->clear();
    const ComponentReport* shown = component();
    if (!shown)
        return;
    if (std::any_of(shown->series.begin(), shown->series.end(), isRate))
        m_measures->addItem(tr("Work and refusals"), kThroughput);
    for (const TimeSeries& series : shown->series)
        if (!isRate(series)) {
            QString name = coreText(series.name);
            if (!name.isEmpty())
                name[0] = name[0].toUpper();
            m_measures->addItem(name, QString::fromStdString(series.name));
        }
    m_measures->setCurrentIndex(std::max(0, m_measures->findData(before)));
}

void ThroughputChart::draw()
{
    auto* chart = new QChart;
    style::dress(*chart);
    const ComponentReport* shown = component();
    const QString measure = m_measures->currentData().toString();
    QStringList legend;
    if (shown) {
        std::vector<const TimeSeries*> chosen;
        for (const TimeSeries& series : shown->series)
            if (measure == kThroughput ? isRate(series) : series.name == measure.toStdString())
                chosen.push_back(&series);
        double seconds = 0;
        double largest = 0;
        for (const TimeSeries* series : chosen) {
            seconds = std::max(seconds, series->binSeconds * static_cast<double>(series->values.size()));
            for (const double value : series->values)
                largest = std::max(largest, value);
        }
        const TimeAxis time = timeAxis(seconds);
        auto* horizontal = new QValueAxis;
        // Units stand at the ticks and in the legend: axis titles would take a third of a low panel.
        style::dress(*horizontal, {});
        horizontal->setRange(0, std::max(seconds / time.divisor, 1e-9));
        horizontal->setTickType(QValueAxis::TicksDynamic);
        horizontal->setTickAnchor(0);
        const style::Scale steps = style::roundScale(seconds / time.divisor);
        horizontal->setTickInterval(steps.maximum / std::max(1, steps.ticks - 1));
        horizontal->setLabelFormat(QStringLiteral("%.6g ") + QLatin1String{time.unit});
        horizontal->setGridLineVisible(false);
        auto* vertical = new QValueAxis;
        const QString unit = chosen.empty() ? QString{} : QString::fromStdString(chosen.front()->unit);
        style::dress(*vertical, {});
        legend << (measure == kThroughput && unit.isEmpty() ? tr("per second") : unit).toHtmlEscaped();
        const style::Scale scale = style::roundScale(largest);
        vertical->setRange(0, scale.maximum);
        vertical->setTickCount(scale.ticks);
        vertical->setLabelFormat(scale.maximum / (scale.ticks - 1) >= 1 ? QStringLiteral("%.0f")
                                                                        : QStringLiteral("%.3g"));
        chart->addAxis(horizontal, Qt::AlignBottom);
        chart->addAxis(vertical, Qt::AlignLeft);

        // Lines last, so that no area hides them; offered under completed, which usually covers it.
        std::stable_sort(chosen.begin(), chosen.end(), [](const TimeSeries* a, const TimeSeries* b) {
            const auto rank = [](const TimeSeries* s) {
                return isRefusal(s->name) ? 0 : s->name == "offered" ? 1 : 2;
            };
            return rank(a) < rank(b);
        });
        int colours = 0;
        for (const TimeSeries* series : chosen) {
            const std::vector<QPointF> line = points(*series, time.divisor);
            const bool refusal = isRefusal(series->name);
            // An empty refusal series says nothing the eye should search for.
            if (refusal && std::all_of(line.begin(), line.end(), [](QPointF p) { return p.y() <= 0; }))
                continue;
            const bool other = !refusal && series->name != "offered";
            const QColor ink = inkOf(series->name, other ? colours++ : 0);
            auto* upper = new QLineSeries;
            upper->append(QList<QPointF>(line.begin(), line.end()));
            upper->setPen(
                QPen{ink, other ? 2.0 : 1.5, series->name == "offered" ? Qt::DashLine : Qt::SolidLine});
            QAbstractSeries* drawn = upper;
            if (refusal || chosen.size() == 1) {
                auto* area = new QAreaSeries{upper};
                upper->setParent(area);
                QColor fill = ink;
                fill.setAlpha(refusal ? 170 : 70);
                area->setBrush(fill);
                area->setPen(Qt::NoPen);  // an outline would run along zero wherever nothing is refused
                drawn = area;
            }
            chart->addSeries(drawn);
            drawn->attachAxis(horizontal);
            drawn->attachAxis(vertical);
            legend << style::swatch(ink) + QStringLiteral("&nbsp;") + coreText(series->name).toHtmlEscaped();
        }
    }
    m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp; ")));
    QChart* before = m_view->chart();
    m_view->setChart(chart);
    delete before;
}

}  // namespace plimsoll
