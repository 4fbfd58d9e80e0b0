// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/figure.h"

#include <QtWidgets/QWidget>

#include <memory>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;

namespace plimsoll {

class ChartCard;

/// The run as charts: over time with cursors in step, as distributions, and what it costs.
class ChartsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ChartsPage(RunSession& session, QWidget* parent = nullptr);
    enum class View { Time, Distribution, Cost };
    void setResult(std::shared_ptr<const RunResult> result, std::shared_ptr<const Design> design);
    void setView(View view);
    View view() const;
    /// Charts this component if the run knows it.
    void setComponent(const QString& id);
    /// The moment that all charts over time point at; nothing takes the cursors away.
    void setMoment(std::optional<double> seconds);
    QList<ChartCard*> cards() const { return m_cards; }

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// A cursor was moved over a chart of the run's time.
    void momentPointedAt(std::optional<double> seconds);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void show(const std::vector<Figure>& figures);
    std::vector<Figure> costs() const;
    void place();
    ChartCard* makeCard();

    RunSession& m_session;
    std::shared_ptr<const RunResult> m_result;
    std::shared_ptr<const Design> m_design;  ///< never null with a result
    QButtonGroup* m_views;
    QComboBox* m_components;
    QLabel* m_note;
    QLabel* m_nothing;
    QWidget* m_content;
    QGridLayout* m_grid;
    QList<ChartCard*> m_cards;
    int m_columns = 0;
    bool m_dirty = true;  ///< drawn when it is looked at
};

}  // namespace plimsoll
