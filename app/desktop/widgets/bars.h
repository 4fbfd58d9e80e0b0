// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/text/format.h"
#include "simulator/metrics/run_report.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

namespace plimsoll {

/// One limit and how much of it is used: name, figures, a bar with a mark at its peak.
class UtilisationBar final : public QWidget {
    Q_OBJECT
public:
    explicit UtilisationBar(QWidget* parent = nullptr);
    void setUse(const LimitUse& use);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_label, m_figures;
    double m_share = 0;
    double m_peakShare = 0;
};

/// A distribution as a strip on a shared scale, with its percentiles written out: one row per path or sink.
class PercentileChart final : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QString kind;  ///< "delay", "response"
        LatencySummary summary;
        QString link;       ///< where a click leads
        TimeSplit split{};  ///< where the time goes, for whoever asks
    };
    explicit PercentileChart(QWidget* parent = nullptr);
    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// One of the numbers; `below` is a place of the screen.
    void figureClicked(const plimsoll::PercentileChart::Row& row, plimsoll::Percentile which,
                       const QPoint& below);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Axis {
        bool logarithmic = false;
        double low = 0, high = 1;
        std::vector<double> ticks;
        double position(double value) const;
    };
    Axis axis() const;
    struct Page;  ///< what is needed to paint one row after the other
    int rowHeight() const;
    std::vector<Percentile> written() const;
    struct Hit {
        std::size_t row;
        Percentile which;
        QRect cell;
    };
    /// The number at that place.
    std::optional<Hit> figureAt(QPoint at) const;
    std::vector<Row> m_rows;
};

/// Where a time goes: the parts of one mean as a stacked bar.
class PartsBar final : public QWidget {
    Q_OBJECT
public:
    explicit PartsBar(QWidget* parent = nullptr);
    /// `scale` is the value that fills the width, so that bars of one card compare.
    void setParts(const double (&millis)[kTimeParts], double scale);
    QSize sizeHint() const override { return {200, 20}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int partAt(int x) const;
    double m_millis[kTimeParts] = {};
    double m_scale = 1;
};

QString partName(TimePart part);

}  // namespace plimsoll
