// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/study_session.h"
#include "app/desktop/widgets/front_chart.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

namespace plimsoll {

/// Sweeps and the search for the cheapest sizing: what to vary, the front of cost against an objective as it fills,
/// and every point as a row; a click on a point sets the design to it.
class StudyPage final : public QWidget {
    Q_OBJECT
public:
    StudyPage(DesignDocument& document, StudySession& studies, std::function<PriceChoice()> price,
              QWidget* parent = nullptr);
    FrontChart& chart() { return *m_chart; }
    QTreeWidget& table() { return *m_table; }
    /// The newest study as CSV; empty when there is none.
    std::string csv() const;

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Axis {
        QWidget* row;
        QComboBox* input;
        QLineEdit* values;
    };
    QWidget* makeForm();
    void addAxis();
    void fillInputs();
    void fillMetrics();
    void showKind();
    bool hasObjectives() const;
    void showPoints();
    /// A run takes all of them, and their sum, which points show, is nobody's price.
    bool isOfSeveralDesigns() const;
    void showSweep();
    void showSearch();
    QString whyTried(const std::string& note) const;
    void showState();
    void start();
    void load(std::size_t at);
    void save();
    void say(const QString& text, const char* ink);

    DesignDocument& m_document;
    StudySession& m_studies;
    std::function<PriceChoice()> m_price;
    std::vector<Axis> m_axes;
    QButtonGroup* m_kinds;
    QWidget* m_sweepForm;
    QVBoxLayout* m_axisRows;
    QComboBox* m_metric;
    QSpinBox* m_replications;
    QPushButton *m_start, *m_save, *m_addObjective;
    QProgressBar* m_progress;
    QLabel* m_said;
    FrontChart* m_chart;
    QTreeWidget* m_table;
};

}  // namespace plimsoll
