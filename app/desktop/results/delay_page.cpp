// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/delay_page.h"

#include "app/desktop/results/bars.h"
#include "app/desktop/results/chart_style.h"
#include "app/desktop/results/scroll_column.h"
#include "app/desktop/text/format.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <numeric>

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

void addFigure(QGridLayout& grid, int column, const QString& name, const QString& value,
               const char* ink = nullptr)
{
    QLabel* text = plain(value);
    if (ink)
        text->setStyleSheet(QStringLiteral("font-weight: 600; color: %1;").arg(style::colour(ink).name()));
    grid.addWidget(plain(name, "muted"), 0, column);
    grid.addWidget(text, 1, column);
}

double sumOf(const double (&millis)[kTimeParts])
{
    return std::accumulate(std::begin(millis), std::end(millis), 0.0);
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

QWidget* cardOf(const SinkReport& sink, const RunReport& report, const Format& format, DelayPage& page)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    card->setStyleSheet(
        QStringLiteral("QFrame#card { background-color: %1; border: 1px solid %2; border-radius: 8px; }")
            .arg(style::colour("surfaceRaised").name(), style::colour("border").name()));
    auto* layout = new QVBoxLayout{card};
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);

    const ComponentReport* component = findComponent(report, sink.component);
    const QString name =
        QString::fromStdString(component && !component->label.empty() ? component->label : sink.component);
    auto* title =
        new QLabel{DelayPage::tr("%1: from the event until readable here")
                       .arg(style::link(QStringLiteral("component:") + QString::fromStdString(sink.component),
                                        name, style::colour("text")))};
    title->setTextFormat(Qt::RichText);
    title->setTextInteractionFlags(Qt::TextBrowserInteraction);
    title->setStyleSheet(QStringLiteral("font-weight: 600;"));
    QObject::connect(title, &QLabel::linkActivated, &page, &DelayPage::linkActivated);
    layout->addWidget(title);

    auto* figures = new QGridLayout;
    figures->setHorizontalSpacing(26);
    figures->setVerticalSpacing(0);
    int column = 0;
    for (const Percentile which : {Percentile::P50, Percentile::P90, Percentile::P99, Percentile::P999})
        addFigure(*figures, column++, Format::percentileName(which), format.percentile(sink.delay, which),
                  valueOf(sink.delay, which) ? nullptr : "textMuted");
    if (sink.delay.max)
        addFigure(*figures, column++, DelayPage::tr("slowest"), format.millis(*sink.delay.max));
    addFigure(*figures, column++, DelayPage::tr("delivered"), format.count(sink.delivered));
    addFigure(*figures, column++, DelayPage::tr("not yet delivered"),
              sink.undelivered == 0
                  ? DelayPage::tr("none")
                  : DelayPage::tr("%1, oldest %2")
                        .arg(format.count(sink.undelivered), format.seconds(sink.undeliveredAgeSeconds)));
    addFigure(*figures, column++, DelayPage::tr("freshness"),
              sink.freshnessMaxSeconds ? DelayPage::tr("%1 on average, worst %2")
                                             .arg(format.seconds(sink.freshnessMeanSeconds.value_or(0)),
                                                  format.seconds(*sink.freshnessMaxSeconds))
                                       : DelayPage::tr("caught up"));
    figures->setColumnStretch(column, 1);
    layout->addLayout(figures);

    const double mean = sumOf(sink.split.meanMillis);
    const double tail = sumOf(sink.split.p99Millis);
    if (mean > 0 || tail > 0) {
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
        addBar(DelayPage::tr("on average"), sink.split.meanMillis, mean);
        addBar(DelayPage::tr("slowest 1%"), sink.split.p99Millis, tail);
        layout->addLayout(bars);
    }
    return card;
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

void DelayPage::setResult(const std::shared_ptr<const RunResult>& result)
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!result)
        return;
    const Format format;
    for (const SinkReport& sink : result->report.sinks)
        m_cards->addWidget(cardOf(sink, result->report, format, *this));
    if (result->report.sinks.empty())
        m_cards->addWidget(
            plain(tr("No record ends its way in this design, so there is no delay to show."), "muted"));
    m_cards->addStretch();
}

}  // namespace plimsoll
