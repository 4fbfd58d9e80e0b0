// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/inspector_page.h"

#include "app/desktop/inspector/scenario_list.h"

#include <QtWidgets/QLabel>

#include <algorithm>

namespace plimsoll {

InspectorPage::InspectorPage(const InspectorContext& context, QWidget* parent)
    : QWidget{parent}, m_context{context}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(12, 12, 10, 16);
    m_column->setSpacing(6);
}

Disclosure* InspectorPage::addSection(const QString& key, const QString& title, QWidget* content,
                                      bool openAtFirst)
{
    auto* section = new Disclosure{title, Disclosure::Kind::Section};
    section->setObjectName(key);
    section->setContent(content);
    const auto at = m_context.open.find(key);
    section->setOpen(at == m_context.open.end() ? openAtFirst : at->second);
    connect(section, &Disclosure::toggled, this, [this, key](bool open) { m_context.open[key] = open; });
    m_column->addWidget(section);
    return section;
}

bool InspectorPage::focusIn(const std::vector<ScenarioList*>& lists, const QString& key, int index)
{
    const auto at = std::find_if(lists.begin(), lists.end(),
                                 [&](const ScenarioList* each) { return each->key() == key; });
    if (at == lists.end() || index < 0)
        return false;
    for (QWidget* around = *at; around; around = around->parentWidget())
        if (auto* section = qobject_cast<Disclosure*>(around))
            section->setOpen(true);
    (*at)->focusItem(static_cast<std::size_t>(index));
    return true;
}

void InspectorPage::watchItems(const ScenarioList& list)
{
    connect(&list, &ScenarioList::itemShown, this, &InspectorPage::shown);
}

void addPair(QGridLayout& grid, const QString& name, const QString& value, const QString& tip)
{
    const int row = grid.rowCount();
    auto* key = new QLabel{name};
    key->setWordWrap(true);
    auto* text = new QLabel{value};
    text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setStyleSheet(QStringLiteral("font-weight: 600;"));
    text->setToolTip(tip);
    // Words, such as why there is no figure, wrap; figures stay whole.
    const bool isFigure = !value.isEmpty() && value.front().isDigit();
    const qsizetype longest = isFigure ? 26 : 16;
    text->setWordWrap(value.size() > longest);
    grid.addWidget(key, row, 0);
    grid.addWidget(text, row, 1);
}

void emptyLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            emptyLayout(*inner);
        }
        delete item;
    }
}

}  // namespace plimsoll
