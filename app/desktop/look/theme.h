// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

#include <utility>

namespace plimsoll {

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Colours, fonts and icons of the window. Like Qt's own palette it belongs to the application: there is one per
/// QApplication, views read it when they paint and repaint on changed().
class Theme final : public QObject {
    Q_OBJECT
public:
    /// The application's theme, made on first use.
    static Theme& current();

    /// Dresses the application in the chosen colours; called once at start, later changes follow by themselves.
    void apply();
    ThemeChoice choice() const { return m_choice; }
    /// Takes effect at once and, unless told otherwise, is remembered.
    enum class Remember { No, Yes };
    void setChoice(ThemeChoice choice, Remember remember = Remember::Yes);
    bool isDark() const { return m_dark; }

    /// A colour of themes/light.json, dark.json or contrast.json, e.g. "textMuted".
    QColor colour(const QString& key) const;
    /// Series colours for charts, in order.
    const QList<QColor>& chartColours() const { return m_chart; }

    /// The base font, or one of another size and weight derived from it.
    QFont font(double points = 10, QFont::Weight weight = QFont::Normal) const;

    /// icons/actions/<name>.svg in the text colour (or another); follows theme changes by itself.
    QIcon icon(const QString& name, const QString& colourKey = QStringLiteral("text")) const;
    QPixmap actionPixmap(const QString& name, const QString& colourKey, QSize size, qreal pixelRatio) const;
    /// icons/services/<id>.svg, or the question mark when this build has no such service.
    QIcon serviceIcon(const QString& serviceId) const;
    QPixmap servicePixmap(const QString& serviceId, QSize size, qreal pixelRatio) const;
    /// The same drawn into `target`: as shapes where the device keeps them (SVG, PDF), else as a picture of the size it
    /// has on the device, which is `zoom` times the painter's.
    void paintService(QPainter& painter, const QString& serviceId, const QRectF& target, double zoom) const;

Q_SIGNALS:
    void changed();

private:
    friend class ThemeForPaper;
    explicit Theme(QObject* parent);
    void load();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
    bool m_dark = false;
    bool m_forPaper = false;
    QHash<QString, QColor> m_colours;
    QList<QColor> m_chart;
    mutable QHash<std::pair<long long, int>, QFont> m_fonts;
};

/// While one lives, whoever asks the theme gets these colours and letters without hinting, so that a drawing can be made
/// in either theme and at any size; the window keeps its own look and notices nothing.
class ThemeForPaper {
public:
    explicit ThemeForPaper(ThemeChoice choice);
    ~ThemeForPaper();
    Q_DISABLE_COPY_MOVE(ThemeForPaper)

private:
    ThemeChoice m_choice;
    bool m_forPaper;
};

}  // namespace plimsoll
