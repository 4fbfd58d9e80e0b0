// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/results/throughput_chart.h"
#include "app/desktop/widgets/bars.h"
#include "app/desktop/widgets/derivation_view.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

#include <utility>

namespace plimsoll {

/// The run at a glance: rates over time, percentiles, objectives and what to change.
class OverviewPage final : public QWidget {
    Q_OBJECT
public:
    explicit OverviewPage(QWidget* parent = nullptr);
    /// `design`: says whom the connections of the run lead to.
    void setResult(const std::shared_ptr<const RunResult>& result, const Design& design);
    ThroughputChart& chart() { return *m_chart; }
    void setFieldFinder(ComponentFieldFinder finder) { m_fields = std::move(finder); }
    /// Whether "Try changes" may be pressed now.
    void setMayTry(bool may);

Q_SIGNALS:
    void tryRequested();
    void applyRequested(const plimsoll::Counterfactual& change);
    void linkActivated(const QString& link);

private:
    void fillFindings(const RunResult& result);

    ComponentFieldFinder m_fields;
    ThroughputChart* m_chart;
    PercentileChart* m_percentiles;
    QWidget* m_findings;
    QPushButton* m_try;
    QVBoxLayout* m_findingsLayout;
};

}  // namespace plimsoll
