// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/overlay_switch.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace plimsoll {

OverlaySwitch::OverlaySwitch(QWidget* parent)
    : QFrame{parent}, m_buttons{new QButtonGroup{this}}, m_origin{new QLabel{this}}
{
    struct Segment {
        Overlay overlay;
        QString name, icon, tip;
    };
    const Segment segments[] = {
        {Overlay::Traffic, tr("Traffic"), QStringLiteral("traffic"), tr("Records per second (1)")},
        {Overlay::Limits, tr("Limits"), QStringLiteral("limits"), tr("How full the tightest limit is (2)")},
        {Overlay::Delay, tr("Delay"), QStringLiteral("delay"), tr("99th percentile of the run (3)")},
        {Overlay::Cost, tr("Cost"), QStringLiteral("cost"), tr("Dollars a month (4)")},
    };
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 3, 12, 3);
    layout->setSpacing(2);
    m_buttons->setExclusive(true);
    for (const Segment& segment : segments) {
        auto* button = new QToolButton{this};
        button->setText(segment.name);
        button->setIcon(Theme::current().icon(segment.icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolTip(segment.tip);
        // The canvas keeps the keyboard; the keys 1 to 4 do the same.
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addButton(button, static_cast<int>(segment.overlay));
        layout->addWidget(button);
    }
    m_origin->setProperty("role", "muted");
    layout->addSpacing(8);
    layout->addWidget(m_origin);
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { emit chosen(static_cast<Overlay>(id)); });
    setOverlay(Overlay::Traffic);
}

void OverlaySwitch::setOverlay(Overlay overlay)
{
    m_buttons->button(static_cast<int>(overlay))->setChecked(true);
}

void OverlaySwitch::setOrigin(const QString& origin)
{
    if (origin == m_origin->text())
        return;
    m_origin->setText(origin);
    adjustSize();
}

void OverlaySwitch::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("border"), 1});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

}  // namespace plimsoll
