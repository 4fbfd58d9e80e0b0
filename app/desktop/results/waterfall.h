// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <QtWidgets/QWidget>

#include <vector>

namespace plimsoll {

/// The way of one message through the design: a row for each component in the order it got there, bars for where the
/// time went.
class Waterfall final : public QWidget {
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    void setTrace(const RunReport& report, const RequestTrace& trace);
    /// The components, top to bottom.
    QStringList rowNames() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {280, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bar {
        TimePart part = TimePart::Service;
        double from = 0, to = 0;  ///< milliseconds since the message was born
    };
    struct Row {
        ComponentId component;
        QString name;
        double total = 0;
        std::vector<Bar> bars;
    };
    int rowHeight() const;
    int namesWidth() const;
    int timesWidth() const;
    QRectF plot() const;
    std::vector<Row> m_rows;
    double m_total = 0;
};

}  // namespace plimsoll
