// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QChartView;
class QValueAxis;
QT_END_NAMESPACE

namespace plimsoll {

/// A component's rates over the run, refusals as an area; or its backlog, concurrency, ...
class ThroughputChart final : public QWidget {
    Q_OBJECT
public:
    explicit ThroughputChart(QWidget* parent = nullptr);
    void setResult(std::shared_ptr<const RunResult> result);
    /// Shows this component if the run knows it.
    void setComponent(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const ComponentReport* component() const;
    void fillMeasures();
    std::vector<const TimeSeries*> shownSeries() const;
    QValueAxis* makeTimeAxis(double seconds) const;
    QValueAxis* makeValueAxis(double largest) const;
    /// The stretches in which a limit of the component is near or reached.
    void shadeBinding(QChart& chart, QValueAxis& horizontal, QValueAxis& vertical, double divisor,
                      QStringList& legend) const;
    void draw();

    std::shared_ptr<const RunResult> m_result;
    QComboBox* m_components;
    QComboBox* m_measures;
    QLabel* m_legend;
    QChartView* m_view;
    int m_timeSteps = 5;   ///< as many as have room for their labels
    int m_valueSteps = 2;  ///< how many labels the scale has room for
};

}  // namespace plimsoll
