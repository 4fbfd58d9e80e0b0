// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/delay_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/results/labels.h"
#include "app/desktop/results/number_trees.h"
#include "app/desktop/results/waterfall.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/bars.h"
#include "app/desktop/widgets/scroll_column.h"
#include "app/desktop/widgets/why_label.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <numeric>
#include <optional>

namespace plimsoll {

namespace {

QLabel* plain(const QString& text, const char* role = nullptr)
{
    auto* label = new QLabel{text};
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", role);
    else
        label->setStyleSheet(QStringLiteral("font-weight: 600;"));
    return label;
}

/// Under its name; with `why` a click says how it comes about.
QLabel* addFigure(DelayPage& page, QGridLayout& grid, int column, const QString& name, const QString& value,
                  const std::optional<Derivation>& why, const char* ink = nullptr)
{
    QLabel* text = nullptr;
    if (why) {
        auto* asked = new WhyLabel{value};
        asked->setWhy(*why);
        asked->setAccessibleName(name + u' ' + value);
        QObject::connect(asked, &QLabel::linkActivated, &page, &DelayPage::linkActivated);
        text = asked;
    } else {
        text = plain(value);
    }
    text->setStyleSheet(ink ? QStringLiteral("font-weight: 600; color: %1;").arg(style::colour(ink).name())
                            : QStringLiteral("font-weight: 600;"));
    grid.addWidget(plain(name, "muted"), 0, column);
    grid.addWidget(text, 1, column, Qt::AlignLeft);
    return text;
}

QString legendOf(const double (&millis)[kTimeParts], const Format& format)
{
    const double total = sumOf(millis);
    QStringList parts;
    for (int i = 0; i < kTimeParts; ++i)
        if (total > 0 && millis[i] / total >= 0.0005)
            parts << style::swatch(style::part(static_cast<TimePart>(i)))
                         + QStringLiteral("&nbsp;%1&nbsp;<b>%2</b>")
                               .arg(partName(static_cast<TimePart>(i)), format.millis(millis[i]));
    return parts.join(QStringLiteral(" &nbsp; "));
}

/// A card headed by what it is about; `title` holds a %1 for the component, which is a link.
QVBoxLayout* addCard(QVBoxLayout& cards, const QString& title, const QString& name,
                     const ComponentId& component, DelayPage& page)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    card->setStyleSheet(
        QStringLiteral("QFrame#card { background-color: %1; border: 1px solid %2; border-radius: 8px; }")
            .arg(style::colour("surfaceRaised").name(), style::colour("border").name()));
    auto* layout = new QVBoxLayout{card};
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    auto* heading = new QLabel{title.arg(style::link(
        QStringLiteral("component:") + QString::fromStdString(component), name, style::colour("text")))};
    heading->setTextFormat(Qt::RichText);
    heading->setTextInteractionFlags(Qt::TextBrowserInteraction);
    heading->setStyleSheet(QStringLiteral("font-weight: 600;"));
    QObject::connect(heading, &QLabel::linkActivated, &page, &DelayPage::linkActivated);
    layout->addWidget(heading);
    cards.addWidget(card);
    return layout;
}

/// A row of figures under their names.
QGridLayout* addFigures(QVBoxLayout& layout)
{
    auto* figures = new QGridLayout;
    figures->setHorizontalSpacing(26);
    figures->setVerticalSpacing(0);
    layout.addLayout(figures);
    return figures;
}

void addPercentiles(DelayPage& page, QVBoxLayout& layout, const LatencySummary& summary,
                    const TimeSplit& split, const Format& format)
{
    QGridLayout& figures = *addFigures(layout);
    int column = 0;
    const QString note = Format::precisionNote(summary);
    for (const Percentile which : {Percentile::P50, Percentile::P90, Percentile::P99, Percentile::P999}) {
        QLabel* text = addFigure(page, figures, column++, Format::percentileName(which),
                                 format.percentileWithin(summary, which), treeOf(summary, which, split),
                                 valueOf(summary, which) ? nullptr : "textMuted");
        if (!note.isEmpty() && (which == Percentile::P50 || which == Percentile::P99))
            text->setToolTip(note);
    }
    if (summary.max)
        addFigure(page, figures, column++, DelayPage::tr("slowest"), format.millis(*summary.max),
                  slowestOf(summary));
    figures.setColumnStretch(column, 1);
}

void addSplit(QVBoxLayout& layout, const TimeSplit& split, const Format& format)
{
    const double mean = sumOf(split.meanMillis);
    const double tail = sumOf(split.p99Millis);
    if (mean <= 0 && tail <= 0)
        return;
    auto* bars = new QGridLayout;
    bars->setHorizontalSpacing(12);
    bars->setVerticalSpacing(2);
    bars->setColumnStretch(1, 1);
    int row = 0;
    const auto addBar = [&](const QString& what, const double(&millis)[kTimeParts], double total) {
        if (total <= 0)
            return;
        auto* bar = new PartsBar;
        bar->setParts(millis, std::max(mean, tail));
        bar->setAccessibleName(what);
        auto* legend = new QLabel{legendOf(millis, format)};
        legend->setTextFormat(Qt::RichText);
        legend->setWordWrap(true);
        bars->addWidget(plain(what, "muted"), row, 0);
        bars->addWidget(bar, row, 1);
        bars->addWidget(plain(format.millis(total)), row, 2, Qt::AlignRight);
        bars->addWidget(legend, row + 1, 1, 1, 2);
        row += 2;
    };
    addBar(DelayPage::tr("on average"), split.meanMillis, mean);
    addBar(DelayPage::tr("slowest 1%"), split.p99Millis, tail);
    layout.addLayout(bars);
}

QString quantileName(const std::string& quantile)
{
    return quantile == "max"   ? DelayPage::tr("Slowest")
           : quantile == "p50" ? DelayPage::tr("Typical (p50)")
                               : QString::fromStdString(quantile);
}

/// Buttons for the traces of this sink or path, and the waterfall of the one chosen; the p99's at first.
void addTraces(QVBoxLayout& layout, const RunReport& report, const ComponentId& component,
               const ConnectionId& connection, const Format& format)
{
    std::vector<RequestTrace> traces;
    for (const RequestTrace& trace : report.traces)
        if (trace.component == component && trace.connection == connection && !trace.segments.empty())
            traces.push_back(trace);
    if (traces.empty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(plain(DelayPage::tr("One message on its way:"), "muted"));
    auto* waterfall = new Waterfall;
    waterfall->setObjectName(QStringLiteral("waterfall"));
    auto* group = new QButtonGroup{waterfall};
    const auto chosen = std::find_if(traces.begin(), traces.end(),
                                     [](const RequestTrace& trace) { return trace.quantile == "p99"; });
    for (auto trace = traces.begin(); trace != traces.end(); ++trace) {
        auto* button = new QToolButton;
        button->setText(QStringLiteral("%1 \u00b7 %2")
                            .arg(quantileName(trace->quantile),
                                 format.millis(static_cast<double>(trace->totalNanos) / 1e6)));
        button->setObjectName(QStringLiteral("trace-") + QString::fromStdString(trace->quantile));
        button->setCheckable(true);
        button->setChecked(trace == (chosen == traces.end() ? traces.begin() : chosen));
        group->addButton(button, static_cast<int>(trace - traces.begin()));
        row->addWidget(button);
        if (button->isChecked())
            waterfall->setTrace(report, *trace);
    }
    row->addStretch();
    QObject::connect(group, &QButtonGroup::idClicked, waterfall,
                     [waterfall, &report, traces = std::move(traces)](int id) {
                         waterfall->setTrace(report, traces.at(static_cast<std::size_t>(id)));
                     });
    layout.addLayout(row);
    layout.addWidget(waterfall);
}

void addSink(QVBoxLayout& cards, const SinkReport& sink, const RunReport& report, const Format& format,
             DelayPage& page)
{
    QVBoxLayout* layout = addCard(cards, DelayPage::tr("%1: from the event until readable here"),
                                  labelOf(report, sink.component), sink.component, page);
    addPercentiles(page, *layout, sink.delay, sink.split, format);
    // A row of its own: beside the percentiles it would be wider than a small window.
    QGridLayout* figures = addFigures(*layout);
    int column = 0;
    addFigure(page, *figures, column++, DelayPage::tr("delivered"), format.count(sink.delivered),
              deliveredOf(sink));
    addFigure(page, *figures, column++, DelayPage::tr("not yet delivered"),
              sink.undelivered == 0
                  ? DelayPage::tr("none")
                  : DelayPage::tr("%1, oldest %2")
                        .arg(format.count(sink.undelivered), format.seconds(sink.undeliveredAgeSeconds)),
              undeliveredOf(sink));
    addFigure(page, *figures, column++, DelayPage::tr("freshness"),
              sink.freshnessMaxSeconds ? DelayPage::tr("%1 on average, worst %2")
                                             .arg(format.seconds(sink.freshnessMeanSeconds.value_or(0)),
                                                  format.seconds(*sink.freshnessMaxSeconds))
                                       : DelayPage::tr("caught up"),
              sink.freshnessMaxSeconds ? std::optional{freshnessOf(sink)} : std::nullopt);
    figures->setColumnStretch(column, 1);
    addSplit(*layout, sink.split, format);
    addTraces(*layout, report, sink.component, {}, format);
}

void addPath(QVBoxLayout& cards, const PathReport& path, const RunReport& report, const Design& design,
             const Format& format, DelayPage& page)
{
    QVBoxLayout* layout = addCard(cards, DelayPage::tr("%1: from sending until the answer is back"),
                                  labelOf(report, path, design), path.source, page);
    addPercentiles(page, *layout, path.response, path.split, format);
    QGridLayout* figures = addFigures(*layout);
    int column = 0;
    addFigure(page, *figures, column++, DelayPage::tr("answered"), format.count(path.succeeded),
              answeredOf(path));
    if (path.failed > 0)
        addFigure(page, *figures, column++, DelayPage::tr("failed"), format.count(path.failed),
                  answeredOf(path), "danger");
    if (path.gaveUp > 0)
        addFigure(page, *figures, column++, DelayPage::tr("gave up"), format.count(path.gaveUp),
                  answeredOf(path), "danger");
    figures->setColumnStretch(column, 1);
    addSplit(*layout, path.split, format);
    addTraces(*layout, report, path.source, path.connection, format);
}

}  // namespace

DelayPage::DelayPage(QWidget* parent) : QWidget{parent}
{
    auto* content = new QWidget;
    m_cards = new QVBoxLayout{content};
    m_cards->setContentsMargins(12, 10, 12, 10);
    m_cards->setSpacing(10);
    auto* scroll = new ScrollColumn;
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void DelayPage::setResult(const std::shared_ptr<const RunResult>& result, const Design& design)
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_result = result;
    if (!result)
        return;
    const Format format;
    const RunReport& report = result->report;
    for (const SinkReport& sink : report.sinks)
        addSink(*m_cards, sink, report, format, *this);
    for (const PathReport& path : report.paths)
        // An answer nobody waited for has nothing to show.
        if (path.response.samples > 0 || path.failed + path.gaveUp > 0)
            addPath(*m_cards, path, report, design, format, *this);
    if (m_cards->isEmpty())
        m_cards->addWidget(
            plain(tr("No record ends its way in this design, so there is no delay to show."), "muted"));
    m_cards->addStretch();
}

}  // namespace plimsoll
