// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/derivation_view.h"

#include <QtWidgets/QWidget>

#include <utility>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plimsoll {

class ComparedBars;
class CostCurves;

/// The sides of a comparison next to each other: what each costs and why, what their runs say about each other, and at
/// which rate the cheaper one changes.
class ComparePage final : public QWidget {
    Q_OBJECT
public:
    ComparePage(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);
    /// There are two sides or a choice of them.
    bool hasAnything() const;
    void refresh();
    ComparedBars& bars() { return *m_bars; }
    void setFieldFinder(FieldFinder finder) { m_fields = std::move(finder); }
    /// What the page says in sentences: the story, the differences, the crossover.
    QStringList sentences() const;

Q_SIGNALS:
    /// The user wants another design beside this one.
    void otherDesignRequested();
    void linkActivated(const QString& link);

private:
    void fillChoices();
    void choose(int index);
    void fillSides(const ComparedDesigns& compared);
    void fillStory(const ComparedDesigns& compared);
    void fillFigures(const ComparedDesigns& compared);
    void fillCrossover(const ComparedDesigns& compared);

    /// The field of an input of a number of the present design; another design's are not edited here.
    QString fieldOf(const Derivation& input) const;

    DesignDocument& m_document;
    RunSession& m_session;
    FieldFinder m_fields;
    QComboBox* m_choices;
    QLabel* m_basis;
    QPushButton* m_run;
    QVBoxLayout *m_sides, *m_story, *m_figures;
    ComparedBars* m_bars;
    CostCurves* m_curves;
    QLabel* m_crossover;
    QLabel* m_crossoverTitle;
    QLabel* m_nothing;
    QWidget* m_content;
};

}  // namespace plimsoll
