// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/compare_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/results/compared_bars.h"
#include "app/desktop/results/number_trees.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/combo_box.h"
#include "app/desktop/widgets/scroll_column.h"
#include "app/desktop/widgets/why_bubble.h"
#include "app/desktop/widgets/why_label.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int kNarrowest = 190;  // of a column
constexpr auto kOtherDesign = "other-design";

void clear(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->layout())
            clear(*item->layout());
        delete item->widget();
        delete item;
    }
}

QLabel* heading(const QString& text)
{
    auto* label = new QLabel{text};
    label->setWordWrap(true);
    label->setStyleSheet(QStringLiteral("font-weight: 600;"));
    return label;
}

QLabel* paragraph(const QString& html)
{
    auto* label = new QLabel{html};
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

ScrollColumn* column(const QList<QWidget*>& widgets, const QList<QLayout*>& layouts)
{
    auto* content = new QWidget;
    auto* all = new QVBoxLayout{content};
    all->setContentsMargins(12, 6, 12, 8);
    all->setSpacing(6);
    for (QLayout* each : layouts)
        all->addLayout(each);
    for (QWidget* each : widgets)
        all->addWidget(each);
    all->addStretch();
    auto* scroll = new ScrollColumn{nullptr, kNarrowest};
    scroll->setWidget(content);
    return scroll;
}

QString sideName(const Comparison& comparison, std::size_t side)
{
    return QString::fromStdString(comparison.sides[side].name);
}

/// "Archive", or the source of a path.
QString placeName(const ComparedSide& side, const std::string& where)
{
    if (!side.run)
        return QString::fromStdString(where);
    std::string id = where;
    for (const PathReport& path : side.run->paths)
        if (path.id == where)
            id = path.source;
    const ComponentReport* component = findComponent(*side.run, id);
    return QString::fromStdString(component && !component->label.empty() ? component->label : id);
}

QString amount(const ComparedFigure& figure, double value, const Format& format)
{
    if (figure.unit == "ms")
        return format.millis(value);
    if (figure.unit == "USD/month")
        return format.money(Money::nanodollars(std::llround(value * 1e9)));
    return format.percent(value);
}

}  // namespace

ComparePage::ComparePage(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_session{session},
      m_choices{new ComboBox},
      m_basis{new QLabel},
      m_run{new QPushButton{tr("Run the sides")}},
      m_sides{new QVBoxLayout},
      m_story{new QVBoxLayout},
      m_figures{new QVBoxLayout},
      m_bars{new ComparedBars},
      m_curves{new CostCurves},
      m_crossover{paragraph({})},
      m_crossoverTitle{heading(tr("Which is cheaper at which rate"))},
      m_nothing{new QLabel},
      m_content{new QWidget}
{
    m_choices->setObjectName(QStringLiteral("compare-with"));
    m_choices->setAccessibleName(tr("Compare"));
    m_choices->setMinimumContentsLength(6);
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_basis->setProperty("role", "muted");
    m_run->setObjectName(QStringLiteral("run-sides"));
    m_run->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    m_run->setToolTip(tr("Runs each side on the same draws and says which differences are real"));
    auto* with = new QHBoxLayout;
    with->setSpacing(8);
    auto* label = new QLabel{tr("Compare")};
    label->setProperty("role", "muted");
    with->addWidget(label);
    with->addWidget(m_choices, 1);
    m_basis->setWordWrap(true);

    auto* splitter = new QSplitter{Qt::Horizontal};
    splitter->setChildrenCollapsible(false);
    auto* left = column({m_run, m_basis}, {m_sides, m_story, with});
    splitter->addWidget(left);
    splitter->addWidget(column({heading(tr("Where the money goes")), m_bars}, {}));
    auto* right = column({m_crossoverTitle, m_crossover, m_curves}, {m_figures});
    splitter->addWidget(right);
    for (int i = 0; i < 3; ++i)
        splitter->setStretchFactor(i, 1);
    splitter->setSizes({400, 400, 400});
    m_nothing->setProperty("role", "muted");
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(24);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* content = new QVBoxLayout{m_content};
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(splitter);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_content, 1);

    connect(m_choices, &QComboBox::activated, this, &ComparePage::choose);
    connect(m_run, &QPushButton::clicked, &m_session, &RunSession::compare);
    connect(m_bars, &ComparedBars::rowClicked, this, [this](std::size_t row, const QPoint& below) {
        if (const ComparedDesigns* compared = m_session.compared())
            if (const ComparedLine* line = m_bars->lineOf(row, compared->comparison)) {
                auto* bubble =
                    new WhyBubble{treeOf(compared->comparison, *line),
                                  [this](const Derivation& input) { return fieldOf(input); }, m_bars};
                connect(bubble, &WhyBubble::linkActivated, this, &ComparePage::linkActivated);
                bubble->showAt(below);
            }
    });
}

QString ComparePage::fieldOf(const Derivation& input) const
{
    return m_fields && m_session.comparisonChoice().with != ComparisonChoice::With::Design ? m_fields(input)
                                                                                           : QString{};
}

bool ComparePage::hasAnything() const
{
    return m_session.compared() != nullptr
           || m_session.comparisonChoice().with != ComparisonChoice::With::Branches;
}

void ComparePage::fillChoices()
{
    const ComparisonChoice& choice = m_session.comparisonChoice();
    const QSignalBlocker blocker{m_choices};
    m_choices->clear();
    m_choices->addItem(tr("the branches of this design"));
    for (const Scenario& scenario : m_document.design().scenarios) {
        if (scenario.id == m_document.currentScenario())
            continue;
        m_choices->addItem(
            tr("with the scenario %1")
                .arg(QString::fromStdString(scenario.label.empty() ? scenario.id : scenario.label)),
            QString::fromStdString(scenario.id));
        if (choice.with == ComparisonChoice::With::Scenario && choice.scenario == scenario.id)
            m_choices->setCurrentIndex(m_choices->count() - 1);
    }
    if (choice.with == ComparisonChoice::With::Design) {
        m_choices->addItem(tr("with %1").arg(QString::fromStdString(choice.otherName)),
                           QLatin1String{"same"});
        m_choices->setCurrentIndex(m_choices->count() - 1);
    }
    m_choices->addItem(tr("with another design…"), QLatin1String{kOtherDesign});
}

void ComparePage::choose(int index)
{
    const QString chosen = m_choices->itemData(index).toString();
    if (chosen == QLatin1String{"same"})
        return;
    if (chosen == QLatin1String{kOtherDesign}) {
        fillChoices();  // until a design has been chosen the old answer stands
        emit otherDesignRequested();
        return;
    }
    ComparisonChoice choice;
    if (!chosen.isEmpty()) {
        choice.with = ComparisonChoice::With::Scenario;
        choice.scenario = chosen.toStdString();
    }
    m_session.setComparisonChoice(std::move(choice));
}

void ComparePage::refresh()
{
    fillChoices();
    const ComparedDesigns* compared = m_session.compared();
    m_content->setVisible(compared != nullptr);
    m_nothing->setVisible(!compared);
    m_nothing->setText(tr("These two cannot be compared yet: each needs traffic and a price."));
    clear(*m_sides);
    clear(*m_story);
    clear(*m_figures);
    m_run->setVisible(compared && !compared->simulated && m_session.result() && !m_session.isStale());
    m_run->setEnabled(!m_session.isRunning());
    if (!compared) {
        m_basis->clear();
        return;
    }
    const int runs = compared->simulated && compared->comparison.sides.front().run
                         ? compared->comparison.sides.front().run->provenance.replications
                         : 0;
    m_basis->setText(runs > 0                  ? tr("%n run(s) of each side on the same draws", nullptr, runs)
                     : m_session.isComparing() ? tr("Estimate; the sides are being run …")
                                               : tr("Estimate"));
    fillSides(*compared);
    fillStory(*compared);
    m_bars->setComparison(compared->comparison);
    fillFigures(*compared);
    fillCrossover(*compared);
}

void ComparePage::fillSides(const ComparedDesigns& compared)
{
    const Comparison& comparison = compared.comparison;
    const Format format;
    for (std::size_t side = 0; side < comparison.sides.size(); ++side) {
        auto* name = paragraph(QStringLiteral("%1 &nbsp;%2")
                                   .arg(style::swatch(style::series(static_cast<int>(side))),
                                        sideName(comparison, side).toHtmlEscaped()));
        m_sides->addWidget(name);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 0, 4);
        row->setSpacing(8);
        auto* price = new WhyLabel{QStringLiteral("<span style=\"font-size:14pt; font-weight:600\">%1</span>"
                                                  "<span style=\"color:%2\">%3</span>")
                                       .arg(format.money(comparison.sides[side].bill.total),
                                            style::colour("textMuted").name(), tr("/month"))};
        price->setTextFormat(Qt::RichText);
        price->setObjectName(QStringLiteral("side-price"));
        price->setWhy(treeOf(comparison.sides[side].bill),
                      [this](const Derivation& input) { return fieldOf(input); });
        connect(price, &QLabel::linkActivated, this, &ComparePage::linkActivated);
        row->addWidget(price);
        if (side == comparison.cheapest && comparison.sides.size() > 1) {
            auto* badge = new QLabel{tr("cheaper")};
            badge->setProperty("role", "badge-ok");
            row->addWidget(badge, 0, Qt::AlignVCenter);
        }
        row->addStretch(1);
        m_sides->addLayout(row);
    }
}

void ComparePage::fillStory(const ComparedDesigns& compared)
{
    // The verdict above the tabs says the first sentence already.
    for (std::size_t at = 1; at < compared.comparison.why.size(); ++at) {
        auto* label = paragraph(coreText(compared.comparison.why[at]).toHtmlEscaped());
        label->setObjectName(QStringLiteral("story"));
        m_story->addWidget(label);
    }
}

void ComparePage::fillFigures(const ComparedDesigns& compared)
{
    const Comparison& comparison = compared.comparison;
    m_figures->addWidget(heading(tr("Delay, response and refusals")));
    if (comparison.figures.empty()) {
        auto* none =
            new QLabel{m_session.isComparing() ? tr("The sides are being run; what differs appears here.")
                                               : tr("Run the design to see which differences are real.")};
        none->setProperty("role", "muted");
        none->setWordWrap(true);
        m_figures->addWidget(none);
        return;
    }
    const Format format;
    for (const ComparedFigure& figure : comparison.figures) {
        QString name = coreText(figure.figure);
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        QString where;
        if (!figure.firstWhere.empty()) {
            const QString a = placeName(comparison.sides[figure.first], figure.firstWhere);
            const QString b = placeName(comparison.sides[figure.second], figure.secondWhere);
            where = a == b ? a : tr("%1 and %2", "two places").arg(a, b);
        }
        const auto value = [&](std::size_t side, double mean) {
            return style::swatch(style::series(static_cast<int>(side))) + QStringLiteral("&nbsp;")
                   + amount(figure, mean, format).toHtmlEscaped();
        };
        auto* row = new QHBoxLayout;
        auto* text = paragraph(QStringLiteral("<b>%1</b> <span style=\"color:%2\">%3</span><br>%4 &nbsp; %5")
                                   .arg(name.toHtmlEscaped(), style::colour("textMuted").name(),
                                        where.toHtmlEscaped(), value(figure.first, figure.firstMean),
                                        value(figure.second, figure.secondMean)));
        text->setToolTip(coreText(figure.text));
        text->setObjectName(QStringLiteral("figure"));
        row->addWidget(text, 1);
        const double difference = figure.secondMean - figure.firstMean;
        const bool same = difference == 0 && (!figure.difference || figure.difference->halfWidth == 0);
        QString verdict = same                                           ? tr("the same")
                          : figure.difference && !figure.distinguishable ? tr("not distinguishable")
                                                                         : QString{};
        if (verdict.isEmpty()) {
            // The side with less leads: less delay, fewer refusals, fewer dollars.
            const std::size_t less = difference > 0 ? figure.first : figure.second;
            verdict = style::swatch(style::series(static_cast<int>(less))) + QStringLiteral("&nbsp;\u2212")
                      + amount(figure, std::fabs(difference), format).toHtmlEscaped();
            if (figure.difference && figure.difference->halfWidth > 0)
                verdict += QStringLiteral(" \u00b1 ")
                           + amount(figure, figure.difference->halfWidth, format).toHtmlEscaped();
        }
        auto* badge = new WhyLabel{verdict};
        badge->setTextFormat(Qt::RichText);
        badge->setObjectName(QStringLiteral("difference"));
        badge->setToolTip(coreText(figure.text));
        badge->setWhy(treeOf(comparison, figure));
        if (same || (figure.difference && !figure.distinguishable))
            badge->setProperty("role", "muted");
        row->addWidget(badge, 0, Qt::AlignRight | Qt::AlignVCenter);
        m_figures->addLayout(row);
    }
    // What the page calls "±" rests on this; the command line's advice to repeat runs is of no use here.
    if (compared.comparison.figures.front().difference) {
        auto* note = new QLabel{coreText(comparison.figuresNote)};
        note->setProperty("role", "muted");
        note->setWordWrap(true);
        m_figures->addWidget(note);
    }
}

void ComparePage::fillCrossover(const ComparedDesigns& compared)
{
    const LiveEstimate& estimate = m_session.estimate();
    // Prices of other loads never come from a run, so the estimate's do until the run's comparison has its own.
    const bool fromEstimate = compared.crossover.curve.empty() && estimate.compared && !m_session.isStale();
    const Crossover& crossover = fromEstimate ? estimate.compared->crossover : compared.crossover;
    m_crossoverTitle->setVisible(!crossover.text.empty());
    m_crossover->setVisible(!crossover.text.empty());
    m_crossover->setText(coreText(crossover.text).toHtmlEscaped());
    m_curves->setCrossover(crossover);
}

QStringList ComparePage::sentences() const
{
    QStringList all;
    for (const QLabel* label : findChildren<QLabel*>(QStringLiteral("story")))
        all << label->text();
    for (const QLabel* label : findChildren<QLabel*>(QStringLiteral("figure")))
        all << label->toolTip();
    all << m_crossover->text();
    return all;
}

}  // namespace plimsoll
