// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll {

/// Points of cost against something else that should be small, too; those that no other beats are joined by a line.
class FrontChart final : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Good, Bad, Unsure, Plain };
    struct Point {
        std::size_t id = 0;
        double across = 0, up = 0;
        std::optional<double> upWithin;  ///< half-width of its interval
        bool front = false;
        Tone tone = Tone::Plain;
        QString text;  ///< what it is, for the tooltip
    };
    struct Axis {
        QString title;
        std::function<QString(double)> text;
    };

    explicit FrontChart(QWidget* parent = nullptr);
    void setAxes(Axis across, Axis up);
    void setPoints(std::vector<Point> points);
    const std::vector<Point>& points() const { return m_points; }
    void setCurrent(std::optional<std::size_t> id);
    /// Where the point is drawn.
    QPointF placeOf(const Point& point) const;
    QSize minimumSizeHint() const override { return {220, 110}; }

Q_SIGNALS:
    void pointClicked(std::size_t id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Range {
        double from = 0, to = 1;
        int ticks = 5;
        double at(int tick) const { return from + (to - from) * tick / (ticks - 1); }
        double shareOf(double value) const { return (value - from) / (to - from); }
    };
    static Range rangeOf(double least, double most);
    QRectF plot() const;
    /// Those whose labels lie beside each other and not on each other.
    std::vector<int> ticksAcross(const QFontMetricsF& metrics, double width) const;
    const Point* pointAt(QPointF place) const;
    void paintAxes(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;

    Axis m_across, m_up;
    std::vector<Point> m_points;
    Range m_acrossRange, m_upRange;
    std::optional<std::size_t> m_current, m_hovered;
};

}  // namespace plimsoll
