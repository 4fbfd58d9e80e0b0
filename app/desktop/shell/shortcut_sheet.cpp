// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/shortcut_sheet.h"

#include "app/desktop/widgets/scroll_column.h"

#include <QtGui/QAction>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

using Rows = QList<std::pair<QString, QString>>;

void collect(const QList<QAction*>& actions, Rows& rows)
{
    for (const QAction* action : actions) {
        if (const QMenu* menu = action->menu()) {
            collect(menu->actions(), rows);
            continue;
        }
        QStringList keys;
        for (const QKeySequence& each : action->shortcuts()) {
            // Keyboards with F13 and beyond are museum pieces.
            const int key = each.count() == 1 ? each[0].key() : 0;
            if (key < Qt::Key_F13 || key > Qt::Key_F35)
                keys << each.toString(QKeySequence::NativeText);
        }
        if (!keys.isEmpty())
            rows.append({QString{action->text()}.remove(u'&').remove(u'…'),
                         keys.mid(0, 2).join(ShortcutSheet::tr(" or ", "between two keys"))});
    }
}

QWidget* block(const QString& title, const Rows& rows)
{
    auto* made = new QWidget;
    auto* grid = new QGridLayout{made};
    grid->setContentsMargins(0, 0, 0, 12);
    // What room is left goes below all blocks, not between them.
    made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    auto* heading = new QLabel{title};
    heading->setStyleSheet(QStringLiteral("font-weight: 600;"));
    grid->addWidget(heading, 0, 0, 1, 2);
    int row = 1;
    for (const auto& [what, keys] : rows) {
        auto* name = new QLabel{what};
        auto* key = new QLabel{keys};
        key->setProperty("role", "muted");
        key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, row, 0);
        grid->addWidget(key, row, 1);
        ++row;
    }
    return made;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const QMenuBar& menus, QWidget* parent) : QDialog{parent}
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    const Rows canvas{{tr("Add a service"), tr("double-click, or /")},
                      {tr("Connect"), tr("drag from a port")},
                      {tr("Next component that way"), tr("Ctrl+arrow")},
                      {tr("Move"), tr("arrows; Alt: by a pixel")},
                      {tr("Extend the selection"), tr("Shift+arrows")},
                      {tr("From card to card"), tr("Tab, Shift+Tab")},
                      {tr("Edit what is selected"), tr("Enter, or F2")},
                      {tr("Pan"), tr("Space and drag, or middle button")},
                      {tr("Zoom"), tr("wheel")},
                      {tr("Leave, or choose nothing"), tr("Esc")}};
    QList<QWidget*> blocks{block(tr("On the canvas"), canvas)};
    for (const QAction* each : menus.actions()) {
        Rows rows;
        if (each->menu())
            collect(each->menu()->actions(), rows);
        if (!rows.isEmpty())
            blocks.append(block(QString{each->text()}.remove(u'&'), rows));
    }
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout{content};
    columns->setContentsMargins(18, 14, 18, 14);
    columns->setSpacing(36);
    QVBoxLayout* sides[2];
    for (QVBoxLayout*& side : sides) {
        side = new QVBoxLayout;
        columns->addLayout(side, 1);
    }
    // Each block into the shorter column.
    int heights[2] = {0, 0};
    for (QWidget* each : blocks) {
        const int side = heights[0] <= heights[1] ? 0 : 1;
        heights[side] += each->sizeHint().height();
        sides[side]->addWidget(each);
    }
    for (QVBoxLayout* side : sides)
        side->addStretch();
    auto* scroll = new ScrollColumn;
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    resize(std::min(820, parent->width() - 40),
           std::min(content->sizeHint().height() + 10, parent->height() - 80));
}

}  // namespace plimsoll
