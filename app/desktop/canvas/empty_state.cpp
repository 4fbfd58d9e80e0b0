// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/empty_state.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace plimsoll {

EmptyState::EmptyState(QWidget* parent) : QWidget{parent}
{
    auto* title = new QLabel{tr("Draw an architecture, push traffic through it"), this};
    title->setProperty("role", "title");
    title->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel{
        tr("Drag services from the left and connect their ports.\nThen read limits, delays and the bill."),
        this};
    text->setAlignment(Qt::AlignCenter);
    auto* comparison = new QPushButton{tr("Open the 3,000 messages/s comparison"), this};
    comparison->setProperty("role", "primary");
    auto* source = new QPushButton{tr("Start with a traffic source"), this};
    auto* open = new QPushButton{tr("Open a file…"), this};
    comparison->setObjectName(QStringLiteral("startComparison"));
    source->setObjectName(QStringLiteral("startSource"));
    open->setObjectName(QStringLiteral("startOpen"));

    auto* layout = new QVBoxLayout{this};
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(14);
    for (QPushButton* button : {comparison, source, open}) {
        button->setMinimumWidth(320);
        button->setCursor(Qt::PointingHandCursor);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    connect(comparison, &QPushButton::clicked, this, &EmptyState::comparisonRequested);
    connect(source, &QPushButton::clicked, this, &EmptyState::sourceRequested);
    connect(open, &QPushButton::clicked, this, &EmptyState::openRequested);
}

}  // namespace plimsoll
