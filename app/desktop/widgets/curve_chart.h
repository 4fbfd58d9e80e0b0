// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/figure.h"

#include <QtCharts/QChartView>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QValueAxis;
QT_END_NAMESPACE

namespace plimsoll {

/// The curves of a figure. Pointing reads them off, dragging looks closer, a double-click shows all again; by keyboard
/// the arrows move the cursor and Escape shows all.
class CurveChart final : public QChartView {
    Q_OBJECT
public:
    explicit CurveChart(QWidget* parent = nullptr);
    void setFigure(const Figure& figure);
    const Figure& figure() const { return m_figure; }
    void setHidden(const QStringList& curves);
    /// The part of x that is shown; the whole figure when there is none.
    void setRange(std::optional<Figure::Stretch> range);
    std::optional<Figure::Stretch> range() const { return m_range; }
    void setCursorAt(std::optional<double> x);
    std::optional<double> cursorAt() const { return m_cursor; }
    /// The largest value that its height has room for.
    double largestShown() const { return m_up.to; }
    /// What stands beside the cursor: a line for x, then one per curve.
    QStringList readings() const;
    /// The colour of the n-th curve, for legends.
    static QColor inkOf(const Figure& figure, std::size_t curve);
    /// Where x is drawn, in the view's coordinates.
    int positionOf(double x) const;

    QSize sizeHint() const override { return {360, 90}; }

Q_SIGNALS:
    void cursorMoved(std::optional<double> x);
    void rangeChosen(std::optional<plimsoll::Figure::Stretch> range);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    /// The chart draws curves alone: its axes would cut labels that are not plain numbers.
    struct Tick {
        double at = 0;  ///< as scaled
        QString text;
    };
    struct Scale {
        double from = 0, to = 1;  ///< as scaled
        std::vector<Tick> ticks;
    };
    void draw();
    void drawCurve(QChart& chart, std::size_t curve, QValueAxis& across, QValueAxis& up) const;
    void drawReadings(QPainter& painter, double x) const;
    void drawMarks(QPainter& painter) const;
    Scale acrossScale() const;
    Scale upScale() const;
    QRectF plotArea() const;
    double heightOf(double scaledValue) const;
    double scaled(double x) const;
    double unscaled(double position) const;
    Figure::Stretch shownRange() const;
    double valueAtPosition(double position) const;
    void moveCursor(std::optional<double> x);

    Figure m_figure;
    QStringList m_hidden;
    std::optional<Figure::Stretch> m_range;
    std::optional<double> m_cursor;
    std::optional<int> m_dragFrom;
    int m_dragTo = 0;
    Scale m_across, m_up;
};

}  // namespace plimsoll
