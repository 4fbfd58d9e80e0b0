// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/charts_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/results/run_figures.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/chart_card.h"
#include "app/desktop/widgets/combo_box.h"
#include "app/desktop/widgets/elided_label.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kCardWidth = 340;
constexpr int kCardHeight = 220;
constexpr int kLeastCardHeight = 140;  // in a low panel, so that one row is seen whole
constexpr int kBarHeight = 52;
constexpr int kLeastPlotHeight = 110;
constexpr int kGridMargin = 16;

}  // namespace

ChartsPage::ChartsPage(RunSession& session, QWidget* parent)
    : QWidget{parent},
      m_session{session},
      m_views{new QButtonGroup{this}},
      m_components{new ComboBox},
      m_note{new ElidedLabel},
      m_nothing{new QLabel},
      m_content{new QWidget},
      m_grid{new QGridLayout}
{
    auto* top = new QHBoxLayout;
    top->setContentsMargins(10, 4, 10, 2);
    top->setSpacing(4);
    const std::pair<View, QString> views[] = {
        {View::Time, tr("Over time")}, {View::Distribution, tr("Distribution")}, {View::Cost, tr("Cost")}};
    for (const auto& [view, text] : views) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(view == View::Time);
        m_views->addButton(button, static_cast<int>(view));
        top->addWidget(button);
    }
    top->addSpacing(8);
    m_components->setAccessibleName(tr("What the charts are of"));
    m_components->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_components->setMinimumContentsLength(16);
    top->addWidget(m_components);
    m_note->setProperty("role", "muted");
    top->addWidget(m_note, 1);

    m_grid->setContentsMargins(10, 2, 10, 8);
    m_grid->setSpacing(8);
    auto* column = new QVBoxLayout{m_content};
    column->setContentsMargins(0, 0, 0, 0);
    m_nothing->setProperty("role", "muted");
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(20);
    m_nothing->setWordWrap(true);
    column->addWidget(m_nothing);
    column->addLayout(m_grid);
    column->addStretch();
    auto* scroll = new ScrollColumn{nullptr, kCardWidth};
    scroll->setWidget(m_content);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);

    connect(m_views, &QButtonGroup::idClicked, this, [this] { refresh(); });
    connect(m_components, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(&m_session, &RunSession::costCurveChanged, this, [this] {
        if (view() == View::Cost)
            refresh();
    });
}

ChartsPage::View ChartsPage::view() const
{
    return static_cast<View>(m_views->checkedId());
}

void ChartsPage::setView(View view)
{
    m_views->button(static_cast<int>(view))->setChecked(true);
    refresh();
}

void ChartsPage::setResult(std::shared_ptr<const RunResult> result, std::shared_ptr<const Design> design)
{
    m_design = std::move(design);
    m_result = std::move(result);
    const QString before = m_components->currentData().toString();
    {
        const QSignalBlocker quiet{m_components};
        m_components->clear();
        m_components->addItem(tr("Whole design"), QString{});
        if (m_result)
            for (const ComponentReport& each : m_result->report.components)
                if (!each.series.empty())
                    m_components->addItem(Theme::current().serviceIcon(QString::fromStdString(each.service)),
                                          QString::fromStdString(each.label.empty() ? each.id : each.label),
                                          QString::fromStdString(each.id));
        m_components->setCurrentIndex(std::max(0, m_components->findData(before)));
    }
    refresh();
}

void ChartsPage::setComponent(const QString& id)
{
    if (const int at = m_components->findData(id); at >= 0)
        m_components->setCurrentIndex(at);
}

void ChartsPage::setMoment(std::optional<double> seconds)
{
    for (ChartCard* card : std::as_const(m_cards))
        if (card->figure().kind == Figure::Kind::Curves && card->figure().across == Figure::Across::Seconds)
            card->curves().setCursorAt(seconds);
}

std::vector<Figure> ChartsPage::costs() const
{
    std::vector<Figure> figures;
    if (m_result && m_result->bill)
        figures = costFigures(*m_result->bill);
    QStringList sides;
    const Crossover* curve = m_session.costCurve();
    if (!curve)
        return figures;
    const ComparedDesigns* compared = m_session.compared();
    if (compared && compared->alternatives)
        for (const ComparedSide& side : compared->comparison.sides)
            sides << QString::fromStdString(side.name);
    else
        sides << tr("this design");
    Figure figure = costAgainstRate(*curve, sides);
    if (!figure.isEmpty())
        figures.insert(figures.begin(), std::move(figure));
    return figures;
}

void ChartsPage::refresh()
{
    m_dirty = !isVisible();
    if (m_dirty)
        return;
    m_components->setVisible(view() == View::Time);
    m_note->setText(view() == View::Cost ? QString{}
                                         : tr("Point to read, drag to zoom, double-click for all."));
    std::vector<Figure> figures;
    if (view() == View::Time && m_result)
        figures = figuresOverTime(m_result->report, *m_design,
                                  m_components->currentData().toString().toStdString());
    else if (view() == View::Distribution && m_result)
        figures = distributionFigures(m_result->report, *m_design);
    else if (view() == View::Cost) {
        m_session.requestCostCurve();
        figures = costs();
    }
    show(figures);
}

ChartCard* ChartsPage::makeCard()
{
    auto* card = new ChartCard{m_content};
    connect(card, &ChartCard::linkActivated, this, &ChartsPage::linkActivated);
    connect(card, &ChartCard::legendFolded, this, &ChartsPage::place);
    connect(&card->curves(), &CurveChart::cursorMoved, this, [this, card](std::optional<double> x) {
        const Figure& figure = card->figure();
        for (ChartCard* other : std::as_const(m_cards))
            if (other != card && other->figure().kind == figure.kind
                && other->figure().across == figure.across)
                other->curves().setCursorAt(x);
        if (figure.across == Figure::Across::Seconds)
            emit momentPointedAt(x);
    });
    connect(&card->curves(), &CurveChart::rangeChosen, this,
            [this, card](std::optional<Figure::Stretch> range) {
                for (ChartCard* other : std::as_const(m_cards))
                    if (other != card && other->figure().kind == card->figure().kind
                        && other->figure().across == card->figure().across)
                        other->curves().setRange(range);
            });
    return card;
}

void ChartsPage::show(const std::vector<Figure>& figures)
{
    // Cards are kept: what a reader has hidden stays hidden when the next run arrives.
    while (m_cards.size() > static_cast<qsizetype>(figures.size()))
        delete m_cards.takeLast();
    while (m_cards.size() < static_cast<qsizetype>(figures.size()))
        m_cards.append(makeCard());
    for (qsizetype at = 0; at < m_cards.size(); ++at)
        m_cards[at]->setFigure(figures[static_cast<std::size_t>(at)]);
    m_nothing->setVisible(figures.empty());
    m_nothing->setText(!m_result ? tr("The charts appear here after a run.")
                                 : tr("This run has nothing to draw here."));
    m_columns = 0;
    place();
}

void ChartsPage::place()
{
    const int high = std::clamp(height() - kBarHeight, kLeastCardHeight, kCardHeight);
    const int columns = std::clamp(width() / kCardWidth, 1, 3);
    const int cardWidth = width() / columns - kGridMargin;
    // Curves fit any height that their legend leaves; bars have one of their own.
    for (ChartCard* card : std::as_const(m_cards))
        card->setMinimumHeight(card->figure().kind == Figure::Kind::Curves
                                   ? std::max(high, card->headHeight(cardWidth) + kLeastPlotHeight)
                                   : 0);
    if (columns == std::exchange(m_columns, columns))
        return;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int at = 0; at < m_cards.size(); ++at)
        m_grid->addWidget(m_cards[at], at / columns, at % columns);
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (ChartCard* card : std::as_const(m_cards))
        card->show();
}

void ChartsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChartsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        refresh();
}

}  // namespace plimsoll
