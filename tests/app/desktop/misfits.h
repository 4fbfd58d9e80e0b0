// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

namespace plimsoll::tests {

inline QString nameOf(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* each = &widget; each && !each->isWindow() && path.size() < 4;
         each = each->parentWidget())
        path.prepend(QString::fromLatin1(each->metaObject()->className())
                     + (each->objectName().isEmpty() ? QString{} : QLatin1Char{'#'} + each->objectName()));
    return path.join(QLatin1Char{'/'});
}

/// What a label needs and has, when it has too little; an Ignored width says that it may be cut.
inline QString tooSmall(const QLabel& label)
{
    if (label.text().isEmpty() || label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return {};
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + 1
                   ? QStringLiteral("needs %1 px of height, has %2").arg(needed).arg(label.height())
                   : QString{};
    }
    const QSize needed = label.sizeHint();
    if (needed.width() > label.width() + 1)
        return QStringLiteral("needs %1 px of width, has %2").arg(needed.width()).arg(label.width());
    if (needed.height() > label.height() + 2)
        return QStringLiteral("needs %1 px of height, has %2").arg(needed.height()).arg(label.height());
    return {};
}

inline QString tooSmall(const QAbstractButton& button)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty()
        || (tool
            && (tool->toolButtonStyle() == Qt::ToolButtonIconOnly
                || (tool->toolButtonStyle() == Qt::ToolButtonFollowStyle && !tool->icon().isNull()))))
        return {};
    QString shown = button.text();
    shown.remove(QLatin1Char{'&'});
    double needed = QFontMetricsF{button.font()}.horizontalAdvance(shown);
    if (!button.icon().isNull())
        needed += button.iconSize().width() + 4;
    if (qobject_cast<const QCheckBox*>(&button) || qobject_cast<const QRadioButton*>(&button))
        needed += button.style()->pixelMetric(QStyle::PM_IndicatorWidth) + 4;
    return needed > button.width()
               ? QStringLiteral("needs %1 px of width, has %2").arg(needed).arg(button.width())
               : QString{};
}

inline QString tooSmall(const QTabBar& bar)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        QString shown = bar.tabText(tab);
        shown.remove(QLatin1Char{'&'});
        const double needed = QFontMetricsF{bar.font()}.horizontalAdvance(shown);
        if (bar.isTabVisible(tab) && needed > bar.tabRect(tab).width())
            return QStringLiteral("tab \"%1\" needs %2 px, has %3")
                .arg(shown)
                .arg(needed)
                .arg(bar.tabRect(tab).width());
    }
    // The last of them stands where a reader sees it without scrolling.
    for (int tab = bar.count() - 1; tab >= 0; --tab)
        if (bar.isTabVisible(tab))
            return bar.tabRect(tab).right() <= bar.width() + 1
                       ? QString{}
                       : QStringLiteral("its last tab ends %1 px beyond it")
                             .arg(bar.tabRect(tab).right() - bar.width());
    return {};
}

/// A number that is cut before its unit or at the buttons beside it.
inline QString tooSmall(const QAbstractSpinBox& box)
{
    constexpr int kOwnMargins = 4;
    const auto* line = box.findChild<const QLineEdit*>();
    const int needed = box.fontMetrics().horizontalAdvance(box.text()) + kOwnMargins;
    return line && needed > line->width()
               ? QStringLiteral("\"%1\" needs %2 px, has %3").arg(box.text()).arg(needed).arg(line->width())
               : QString{};
}

/// A word of a name that is cut, where the name may break between words only.
inline QString cutWord(const QLabel& label)
{
    if (!label.wordWrap() || label.textFormat() == Qt::RichText || label.buddy() == nullptr)
        return {};
    for (const QString& word : label.text().split(QLatin1Char{' '}))
        if (const int needed = label.fontMetrics().horizontalAdvance(word); needed > label.width())
            return QStringLiteral("\"%1\" needs %2 px, has %3").arg(word).arg(needed).arg(label.width());
    return {};
}

/// Which part asks for most of a column's width.
inline QString widestOf(const QWidget& column)
{
    const QWidget* widest = &column;
    int most = 0;
    for (const QWidget* each : column.findChildren<QWidget*>()) {
        const int needed = std::max(each->minimumSizeHint().width(), each->minimumWidth());
        // The innermost of those that need as much.
        if (each->isVisible() && needed >= most) {
            most = needed;
            widest = each;
        }
    }
    return nameOf(*widest) + QStringLiteral(" needs %1").arg(most);
}

/// A field that reaches under the side of a column that scrolls up and down only.
inline QString beyondColumn(const QWidget& widget)
{
    for (const QWidget* each = widget.parentWidget(); each; each = each->parentWidget()) {
        const auto* area = qobject_cast<const QScrollArea*>(each);
        if (!area || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        const int right = widget.mapTo(area->viewport(), QPoint{widget.width(), 0}).x();
        if (right > area->viewport()->width() + 1)
            return QStringLiteral("ends %1 px beyond its column, where %2")
                .arg(right - area->viewport()->width())
                .arg(widestOf(*area->widget()));
    }
    return {};
}

inline QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return {};
}

/// All that does not fit its widget, or lies on another one's text.
inline QStringList misfitsOf(const QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QString wrong;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            wrong = tooSmall(*label).isEmpty() ? cutWord(*label) : tooSmall(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            wrong = tooSmall(*button);
        else if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            wrong = tooSmall(*bar);
        else if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget))
            wrong = tooSmall(*spin);
        if (wrong.isEmpty()
            && (!textOf(*widget).isEmpty() || qobject_cast<const QComboBox*>(widget)
                || qobject_cast<const QLineEdit*>(widget)))
            wrong = beyondColumn(*widget);
        if (!wrong.isEmpty())
            found.append(
                QStringLiteral("%1 \"%2\": %3").arg(nameOf(*widget), textOf(*widget).left(60), wrong));
        // Siblings share one space; what floats above a canvas is its own window or raised on purpose.
        if (textOf(*widget).isEmpty() || !widget->parentWidget())
            continue;
        for (const QWidget* other :
             widget->parentWidget()->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
            if (other <= widget || !other->isVisible() || textOf(*other).isEmpty())
                continue;
            const QRect common = widget->geometry() & other->geometry();
            if (common.width() > 2 && common.height() > 2)
                found.append(QStringLiteral("%1 \"%2\" lies on \"%3\"")
                                 .arg(nameOf(*widget), textOf(*widget).left(40), textOf(*other).left(40)));
        }
    }
    return found;
}

}  // namespace plimsoll::tests
