// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/command_palette.h"

#include "app/desktop/look/theme.h"
#include "app/desktop/widgets/line_edit.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <optional>

namespace plimsoll {

namespace {

constexpr int kIndexRole = Qt::UserRole;
constexpr int kShortcutRole = Qt::UserRole + 1;

/// The command at the left, its key at the right.
class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, 34}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF{option.rect}.adjusted(4, 1, -4, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.colour("selection"));
            painter->drawRoundedRect(row, 6, 6);
        }
        constexpr int kIcon = 18;
        const QRectF text = row.adjusted(12 + kIcon + 10, 0, -12, 0);
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull())
            icon.paint(painter, QRect{int(row.left()) + 12, int(row.center().y()) - kIcon / 2, kIcon, kIcon});
        const QString keys = index.data(kShortcutRole).toString();
        painter->setFont(theme.font(9));
        painter->setPen(theme.colour("textMuted"));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, keys);
        const double taken = keys.isEmpty() ? 0 : QFontMetricsF{painter->font()}.horizontalAdvance(keys) + 16;
        painter->setFont(theme.font());
        painter->setPen(theme.colour("text"));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetricsF{painter->font()}.elidedText(index.data(Qt::DisplayRole).toString(),
                                                                    Qt::ElideRight, text.width() - taken));
        painter->restore();
    }
};

/// Letters in order anywhere score, runs and word beginnings score better; nothing when a letter is missing.
std::optional<int> score(const QString& text, const QString& wanted)
{
    int points = 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        if (found == previous + 1)
            points += 5;
        if (found == 0 || !text[found - 1].isLetterOrNumber())
            points += 8;
        points -= static_cast<int>(std::min<qsizetype>(3, found - at));
        previous = found;
        at = found + 1;
    }
    return points;
}

QString plain(QString text)
{
    return text.remove(QLatin1Char{'&'});
}

}  // namespace

CommandPalette::CommandPalette(const QMenuBar& menus, std::vector<Entry> more, QWidget* parent)
    : QDialog{parent, Qt::Popup | Qt::FramelessWindowHint},
      m_search{new LineEdit{this}},
      m_list{new QListWidget{this}}
{
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setPlaceholderText(tr("Find a command, service, component, finding or parameter"));
    m_search->installEventFilter(this);
    m_list->setItemDelegate(new CommandDelegate{m_list});
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: none; }"));
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);

    collect(menus.actions(), {});
    for (Entry& entry : more)
        m_commands.append({entry.name, nullptr, entry.icon, std::move(entry.run)});
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});

    const QRect around = parent->geometry();
    resize(std::min(560, around.width() - 40), std::min(420, around.height() - 120));
    move(around.center().x() - width() / 2, around.top() + 90);
    m_search->setFocus();
}

void CommandPalette::collect(const QList<QAction*>& actions, const QString& path)
{
    for (QAction* action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString name =
            path.isEmpty() ? plain(action->text()) : path + QStringLiteral(" › ") + plain(action->text());
        if (QMenu* menu = action->menu())
            collect(menu->actions(), name);
        else
            m_commands.append({name, action, action->icon(), {}});
    }
}

void CommandPalette::filter(const QString& text)
{
    struct Match {
        int points;
        qsizetype index;
    };
    std::vector<Match> matches;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (m_commands[i].action && !m_commands[i].action->isEnabled())
            continue;
        if (const auto points = score(m_commands[i].path, text))
            matches.push_back({*points, i});
    }
    // More rows than anyone reads cost time with every letter.
    constexpr std::size_t kMostRows = 60;
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.points > b.points; });
    m_list->clear();
    matches.resize(std::min(matches.size(), kMostRows));
    for (const Match& match : matches) {
        const Command& command = m_commands[match.index];
        auto* item = new QListWidgetItem{command.path, m_list};
        item->setData(kIndexRole, match.index);
        if (command.action)
            item->setData(kShortcutRole, command.action->shortcut().toString(QKeySequence::NativeText));
        if (!command.icon.isNull())
            item->setIcon(command.icon);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run(QListWidgetItem* item)
{
    if (!item)
        return;
    // After the popup is gone, so that the command finds the window as the user left it.
    const Command command = m_commands[item->data(kIndexRole).toLongLong()];
    const QPointer<QAction> action = command.action;
    const QPointer<QWidget> window = parentWidget();
    close();
    QTimer::singleShot(0, qApp, [action, window, run = command.run] {
        if (action)
            action->trigger();
        else if (run && window)
            run();
    });
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setPen(theme.colour("borderStrong"));
    painter.setBrush(theme.colour("surface"));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run(m_list->currentItem());
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace plimsoll
