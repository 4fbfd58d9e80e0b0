// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/empty_state.h"

#include "app/desktop/canvas/design_card.h"
#include "app/desktop/document/design_document.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kGap = 12;
constexpr int kMostRecent = 4;
constexpr auto kFirst = "reference-comparison";

QLabel* heading(const QString& text)
{
    auto* label = new QLabel{text};
    label->setStyleSheet(QStringLiteral("font-weight: 600;"));
    return label;
}

}  // namespace

EmptyState::EmptyState(const DesignDocument& document, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_recentTitle{heading(tr("Opened before"))},
      m_templateGrid{new QGridLayout},
      m_recentGrid{new QGridLayout},
      m_scroll{new QScrollArea}
{
    auto* title = new QLabel{tr("Draw an architecture, push traffic through it"), this};
    title->setProperty("role", "title");
    title->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel{tr("Drag services from the left, or begin with one of these."), this};
    text->setAlignment(Qt::AlignCenter);
    auto* comparison = new QPushButton{tr("Open the comparison"), this};
    comparison->setProperty("role", "primary");
    auto* source = new QPushButton{tr("Start with a traffic source"), this};
    auto* open = new QPushButton{tr("Open a file…"), this};
    auto* guide = new QPushButton{tr("Show me, in 5 steps"), this};
    guide->setObjectName(QStringLiteral("startGuide"));
    comparison->setObjectName(QStringLiteral("startComparison"));
    source->setObjectName(QStringLiteral("startSource"));
    open->setObjectName(QStringLiteral("startOpen"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton* button : {comparison, guide, source, open}) {
        button->setCursor(Qt::PointingHandCursor);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto* content = new QWidget;
    auto* column = new QVBoxLayout{content};
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(8);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recentGrid);
    column->addWidget(heading(tr("Templates")));
    column->addLayout(m_templateGrid);
    column->addStretch();
    for (QGridLayout* grid : {m_recentGrid, m_templateGrid})
        grid->setSpacing(kGap);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setStyleSheet(
        QStringLiteral("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"));
    m_recentTitle->hide();

    auto* layout = new QVBoxLayout{this};
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addWidget(m_scroll, 1);
    connect(comparison, &QPushButton::clicked, this, &EmptyState::comparisonRequested);
    connect(source, &QPushButton::clicked, this, &EmptyState::sourceRequested);
    connect(open, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(guide, &QPushButton::clicked, this, &EmptyState::guideRequested);

    std::vector<const DesignTemplate*> templates;
    for (const DesignTemplate& each : designTemplates())
        templates.push_back(&each);
    std::stable_partition(templates.begin(), templates.end(),
                          [](const DesignTemplate* each) { return each->id == kFirst; });
    for (const DesignTemplate* each : templates) {
        const Result<LoadedDesign> loaded = parseDesign(each->text, document.catalog());
        if (!loaded)
            continue;
        const QString id = QString::fromStdString(each->id);
        auto* card = new DesignCard{loaded->design, document.library(), id};
        card->setToolTip(QString::fromStdString(each->summary));
        connect(card, &DesignCard::clicked, this, [this, id] { emit templateRequested(id); });
        m_templates.append(card);
    }
    place();
}

void EmptyState::setRecentFiles(const QStringList& paths)
{
    qDeleteAll(std::exchange(m_recent, {}));
    for (const QString& path : paths) {
        if (m_recent.size() == kMostRecent)
            break;
        const Result<LoadedDesign> loaded =
            loadDesignFile(std::filesystem::path{path.toStdU16String()}, m_document.catalog());
        if (!loaded)
            continue;
        auto* card = new DesignCard{loaded->design, m_document.library(), QFileInfo{path}.completeBaseName()};
        card->setToolTip(path);
        connect(card, &DesignCard::clicked, this, [this, path] { emit fileRequested(path); });
        m_recent.append(card);
    }
    m_recentTitle->setVisible(!m_recent.isEmpty());
    m_columns = 0;
    place();
}

void EmptyState::fitInto(QSize room)
{
    const int columns = std::clamp((room.width() - 80) / (DesignCard::kWidth + kGap), 1, 4);
    const int width = std::max(columns * (DesignCard::kWidth + kGap) + 50, 720);
    setGeometry((room.width() - std::min(width, room.width() - 16)) / 2, 56,
                std::min(width, room.width() - 16), std::max(200, room.height() - 64));
    place();
}

void EmptyState::place()
{
    const int room = width() - 40;  // without margins and the scroll bar
    const int columns = std::clamp(room / (DesignCard::kWidth + kGap), 1, 4);
    // Below the buttons, which stand in the middle, the cards do, too.
    const int side = (room - columns * (DesignCard::kWidth + kGap) + kGap) / 2;
    m_scroll->widget()->layout()->setContentsMargins(std::max(4, side), 4, 4, 4);
    if (columns == std::exchange(m_columns, columns))
        return;
    const auto fill = [columns](QGridLayout& grid, const QList<DesignCard*>& cards) {
        while (QLayoutItem* item = grid.takeAt(0))
            delete item;
        for (int at = 0; at < cards.size(); ++at)
            grid.addWidget(cards[at], at / columns, at % columns, Qt::AlignLeft | Qt::AlignTop);
        grid.setColumnStretch(columns, 1);
    };
    fill(*m_templateGrid, m_templates);
    // One row of them: the templates stay in sight.
    fill(*m_recentGrid, m_recent.mid(0, columns));
    for (int at = 0; at < m_recent.size(); ++at)
        m_recent[at]->setVisible(at < columns);
}

}  // namespace plimsoll
