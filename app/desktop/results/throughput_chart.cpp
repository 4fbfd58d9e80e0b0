// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/throughput_chart.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/results/run_series.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/combo_box.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace plimsoll {

namespace {

constexpr int kBesidePlot = 85, kValueLabelHeight = 30;  // pixels of the height
constexpr int kTimeLabelWidth = 58;

const QString kThroughput = QStringLiteral("throughput");
const QString kUtilisation = QStringLiteral("utilisation");

QColor inkOf(const std::string& name, int otherwise)
{
    if (isRefusal(name))
        return style::colour("danger");
    if (name == "offered")
        return style::colour("textMuted");
    return style::series(otherwise);
}

QAbstractSeries* makeSeries(const QList<QPointF>& line, const QColor& ink, bool refusal, bool alone,
                            bool thin)
{
    auto* upper = new QLineSeries;
    upper->append(line);
    upper->setPen(QPen{ink, thin ? 1.5 : 2.0, thin ? Qt::DashLine : Qt::SolidLine});
    if (!refusal && !alone)
        return upper;
    auto* area = new QAreaSeries{upper};
    upper->setParent(area);
    QColor fill = ink;
    fill.setAlpha(refusal ? 170 : 70);
    area->setBrush(fill);
    // An outline would run along zero wherever nothing is refused.
    area->setPen(refusal ? QPen{Qt::NoPen} : QPen{ink, 1.5});
    return area;
}

}  // namespace

ThroughputChart::ThroughputChart(QWidget* parent)
    : QWidget{parent},
      m_components{new ComboBox{this}},
      m_measures{new ComboBox{this}},
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
    m_components->setMinimumContentsLength(5);
    m_measures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_measures->setMinimumContentsLength(5);
    m_measures->setAccessibleName(tr("What the chart shows"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setProperty("role", "muted");
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumSize(180, 80);
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
    if (std::any_of(shown->series.begin(), shown->series.end(), isUtilisation))
        m_measures->addItem(tr("Utilisation"), kUtilisation);
    for (const TimeSeries& series : shown->series)
        if (!isRate(series) && !isUtilisation(series)) {
            QString name = series.name == kHeadRoom ? tr("Head-room") : coreText(series.name);
            if (!name.isEmpty())
                name[0] = name[0].toUpper();
            m_measures->addItem(name, QString::fromStdString(series.name));
        }
    m_measures->setCurrentIndex(std::max(0, m_measures->findData(before)));
}

std::vector<const TimeSeries*> ThroughputChart::shownSeries() const
{
    std::vector<const TimeSeries*> chosen;
    const ComponentReport* shown = component();
    const QString measure = m_measures->currentData().toString();
    if (shown)
        for (const TimeSeries& series : shown->series)
            if (measure == kThroughput    ? isRate(series)
                : measure == kUtilisation ? isUtilisation(series)
                                          : series.name == measure.toStdString())
                chosen.push_back(&series);
    // Lines last, so that no area hides them; offered under completed, which usually covers it.
    std::stable_sort(chosen.begin(), chosen.end(), [](const TimeSeries* a, const TimeSeries* b) {
        const auto rank = [](const TimeSeries* s) {
            return isRefusal(s->name) ? 0 : s->name == "offered" ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    return chosen;
}

QValueAxis* ThroughputChart::makeTimeAxis(double seconds) const
{
    const TimeAxis time = timeAxis(seconds);
    auto* axis = new QValueAxis;
    // Units stand at the ticks and in the legend: axis titles would take a third of a low panel.
    style::dress(*axis, {});
    axis->setRange(0, std::max(seconds / time.divisor, 1e-9));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    const style::Scale steps = style::roundScale(seconds / time.divisor, m_timeSteps);
    axis->setTickInterval(steps.maximum / std::max(1, steps.ticks - 1));
    axis->setLabelFormat(QStringLiteral("%.6g ") + QLatin1String{time.unit});
    axis->setGridLineVisible(false);
    return axis;
}

QValueAxis* ThroughputChart::makeValueAxis(double largest) const
{
    auto* axis = new QValueAxis;
    style::dress(*axis, {});
    const style::Scale scale = style::roundScale(largest);
    axis->setRange(0, scale.maximum);
    // Labels that do not fit become dots, so a low chart has only the ends.
    const int ticks = scale.ticks > m_valueSteps ? 2 : scale.ticks;
    axis->setTickCount(ticks);
    axis->setLabelFormat(scale.maximum / (ticks - 1) >= 1 ? QStringLiteral("%.0f") : QStringLiteral("%.3g"));
    return axis;
}

void ThroughputChart::shadeBinding(QChart& chart, QValueAxis& horizontal, QValueAxis& vertical,
                                   double divisor, QStringList& legend) const
{
    const ComponentReport* shown = component();
    if (!shown || shown->binding.empty())
        return;
    const QColor fill = style::shade();
    const std::vector<BindingSpan> spans =
        bindingSpans(*shown, (horizontal.max() - horizontal.min()) * divisor);
    for (const BindingSpan& span : spans) {
        auto* upper = new QLineSeries;
        upper->append(span.fromSeconds / divisor, vertical.max());
        upper->append(span.toSeconds / divisor, vertical.max());
        auto* area = new QAreaSeries{upper};
        upper->setParent(area);
        area->setBrush(fill);
        area->setPen(QPen{Qt::NoPen});
        chart.addSeries(area);
        area->attachAxis(&horizontal);
        area->attachAxis(&vertical);
    }
    legend << style::swatch(fill) + QStringLiteral("&nbsp;") + tr("above 80% of a limit").toHtmlEscaped();
}

void ThroughputChart::draw()
{
    auto* chart = new QChart;
    style::dress(*chart);
    const std::vector<const TimeSeries*> chosen = shownSeries();
    const double simulated = m_result ? m_result->report.provenance.simulatedSeconds : 0;
    QStringList legend;
    if (!chosen.empty()) {
        const QString unit = QString::fromStdString(chosen.front()->unit);
        const bool shares = isShare(*chosen.front());
        if (!shares)
            legend << (unit.isEmpty() ? tr("per second") : coreText(unit.toStdString())).toHtmlEscaped();
        const double divisor = timeAxis(simulated).divisor;
        std::vector<QList<QPointF>> lines;
        double largest = 0;
        for (const TimeSeries* series : chosen) {
            lines.push_back(pointsOf(*series, simulated, divisor));
            for (QPointF& point : lines.back()) {
                if (shares)
                    point.setY(std::max(0.0, point.y() * 100));
                largest = std::max(largest, point.y());
            }
        }
        // All of the limit is part of the picture, however little of it is used.
        if (shares)
            largest = std::max(largest, 100.0);
        QValueAxis* horizontal = makeTimeAxis(simulated);
        QValueAxis* vertical = makeValueAxis(largest);
        chart->addAxis(horizontal, Qt::AlignBottom);
        if (shares)
            vertical->setLabelFormat(QStringLiteral("%.0f%"));
        chart->addAxis(vertical, Qt::AlignLeft);
        if (shares)
            shadeBinding(*chart, *horizontal, *vertical, divisor, legend);

        int colours = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const std::string& name = chosen[i]->name;
            const bool refusal = isRefusal(name);
            // An empty refusal series says nothing the eye should search for.
            if (refusal
                && std::all_of(lines[i].begin(), lines[i].end(), [](QPointF p) { return p.y() <= 0; }))
                continue;
            const bool main = !refusal && name != "offered";
            const QColor ink = inkOf(name, main ? colours++ : 0);
            QAbstractSeries* drawn = makeSeries(lines[i], ink, refusal, chosen.size() == 1, !main);
            chart->addSeries(drawn);
            drawn->attachAxis(horizontal);
            drawn->attachAxis(vertical);
            legend << style::swatch(ink) + QStringLiteral("&nbsp;") + seriesName(name).toHtmlEscaped();
        }
    }
    m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp; ")));
    QChart* before = m_view->chart();
    m_view->setChart(chart);
    delete before;
}

void ThroughputChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int valueSteps = std::max(2, (height() - kBesidePlot) / kValueLabelHeight + 1);
    const int timeSteps = std::clamp(width() / kTimeLabelWidth - 1, 1, 5);
    if (valueSteps == m_valueSteps && timeSteps == m_timeSteps)
        return;
    m_valueSteps = valueSteps;
    m_timeSteps = timeSteps;
    draw();
}

}  // namespace plimsoll
