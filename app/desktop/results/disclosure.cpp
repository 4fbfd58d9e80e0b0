// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/disclosure.h"

#include "app/desktop/results/chart_style.h"

#include <QtWidgets/QVBoxLayout>

namespace plimsoll {

Disclosure::Disclosure(const QString& title, Kind kind, QWidget* parent)
    : QWidget{parent}, m_button{new QToolButton{this}}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_button);
    m_button->setText(title);
    m_button->setCheckable(true);
    m_button->setArrowType(Qt::RightArrow);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (kind == Kind::Section) {
        m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_button->setFont(style::bold(m_button->font()));
        // Checked means open here, not chosen, so it must not look like a pressed tool.
        m_button->setStyleSheet(QStringLiteral(
            "QToolButton { text-align: left; font-weight: 600; padding: 4px 0; }"
            "QToolButton:checked { background: transparent; }"));
    } else {
        m_button->setStyleSheet(QStringLiteral("QToolButton { padding: 1px 4px 1px 0; }"
                                               "QToolButton:checked { background: transparent; }"));
    }
    connect(m_button, &QToolButton::toggled, this, &Disclosure::show);
}

void Disclosure::setTitle(const QString& title)
{
    m_button->setText(title);
}

void Disclosure::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    content->setParent(this);
    layout()->addWidget(content);
    content->setVisible(isOpen());
}

void Disclosure::setContentMaker(std::function<QWidget*()> make)
{
    m_make = std::move(make);
}

void Disclosure::show(bool open)
{
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (open && !m_content && m_make)
        setContent(m_make());
    if (m_content)
        m_content->setVisible(open);
    emit toggled(open);
}

} // namespace plimsoll
