// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/board_bar.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace plimsoll {

namespace {

/// A dot of the colour that it chooses, ringed when it is chosen.
class ColourButton final : public QAbstractButton {
public:
    ColourButton(std::string colour, const QString& name, QWidget* parent)
        : QAbstractButton{parent}, m_colour{std::move(colour)}
    {
        setCheckable(true);
        setToolTip(name);
        setAccessibleName(name);
        setFixedSize(22, 26);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF{rect()}.center();
        painter.setPen(Qt::NoPen);
        painter.setBrush(boardInk(m_colour));
        painter.drawEllipse(middle, 6, 6);
        if (!isChecked() && !hasFocus())
            return;
        painter.setPen(QPen{Theme::current().colour(isChecked() ? "accent" : "textMuted"), 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, 9, 9);
    }

private:
    std::string m_colour;
};

}  // namespace

BoardBar::BoardBar(QWidget* parent)
    : QFrame{parent}, m_tools{new QButtonGroup{this}}, m_colours{new QButtonGroup{this}}
{
    struct Tool {
        BoardTool tool;
        QString icon, tip;
    };
    const Tool tools[] = {
        {BoardTool::Select, QStringLiteral("pointer"), tr("Select and move (Esc)")},
        {BoardTool::Note, QStringLiteral("note"), tr("Sticky note")},
        {BoardTool::Text, QStringLiteral("text"), tr("Text")},
        {BoardTool::Pen, QStringLiteral("pen"), tr("Pen")},
        {BoardTool::Rectangle, QStringLiteral("rectangle"), tr("Rectangle")},
        {BoardTool::Ellipse, QStringLiteral("ellipse"), tr("Ellipse")},
        {BoardTool::Diamond, QStringLiteral("diamond"), tr("Diamond")},
        {BoardTool::Line, QStringLiteral("line"), tr("Line")},
        {BoardTool::Arrow, QStringLiteral("arrow"), tr("Arrow")},
        {BoardTool::Frame, QStringLiteral("frame"), tr("Frame")},
        {BoardTool::Eraser, QStringLiteral("eraser"),
         tr("Eraser: takes away what was drawn, not components")},
    };
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Whiteboard"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(5, 3, 8, 3);
    layout->setSpacing(1);
    for (const Tool& tool : tools) {
        auto* button = new QToolButton{this};
        button->setIcon(Theme::current().icon(tool.icon));
        button->setIconSize({17, 17});
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolTip(tool.tip);
        button->setAccessibleName(tool.tip);
        button->setFocusPolicy(Qt::TabFocus);
        m_tools->addButton(button, static_cast<int>(tool.tool));
        layout->addWidget(button);
    }
    layout->addSpacing(8);
    const QString names[] = {tr("Yellow"), tr("Blue"), tr("Green"), tr("Red"), tr("Grey")};
    const auto addColour = [&](int id, const std::string& colour, const QString& name) {
        auto* button = new ColourButton{colour, name, this};
        m_colours->addButton(button, id);
        layout->addWidget(button);
    };
    addColour(0, {}, tr("As usual"));
    for (std::size_t at = 0; at < kBoardColours.size(); ++at)
        addColour(static_cast<int>(at) + 1, kBoardColours[at], names[at]);
    m_colours->button(0)->setChecked(true);
    m_tools->button(static_cast<int>(BoardTool::Select))->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, this, [this] { emit penChanged(pen()); });
    connect(m_colours, &QButtonGroup::idClicked, this, [this] {
        emit penChanged(pen());
        emit colourChosen(pen().colour);
    });
    adjustSize();
}

BoardPen BoardBar::pen() const
{
    const int colour = m_colours->checkedId();
    return {static_cast<BoardTool>(m_tools->checkedId()),
            colour > 0 ? std::string{kBoardColours[static_cast<std::size_t>(colour) - 1]} : std::string{}};
}

void BoardBar::setTool(BoardTool tool)
{
    m_tools->button(static_cast<int>(tool))->setChecked(true);
    emit penChanged(pen());
}

void BoardBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("border"), 1});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

}  // namespace plimsoll
