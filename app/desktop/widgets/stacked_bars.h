// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/figure.h"

#include <QtWidgets/QWidget>

namespace plimsoll {

/// The bars of a figure, one row each, made of its parts.
class StackedBars final : public QWidget {
    Q_OBJECT
public:
    explicit StackedBars(QWidget* parent = nullptr);
    void setFigure(const Figure& figure);
    void setHidden(const QStringList& parts);
    static QColor inkOf(std::size_t part);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool isShown(std::size_t part) const;
    double sumOf(const Figure::Bar& bar) const;
    int rowHeight() const;
    const Figure::Bar* barAt(int y) const;
    QString spoken(const Figure::Bar& bar) const;

    Figure m_figure;
    QStringList m_hidden;
};

}  // namespace plimsoll
