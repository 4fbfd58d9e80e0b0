// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/derivation_view.h"
#include "app/study/remedies.h"

#include <QtWidgets/QFrame>

#include <vector>

class QLabel;

namespace plimsoll {

/// One finding: what is so, what to do about it, and on demand the arithmetic.
class FindingCard final : public QFrame {
    Q_OBJECT
public:
    /// `where` names the component; empty for findings about the whole design.
    /// Each remedy gets a button that makes the change.
    /// `fields` says which inputs of its arithmetic can be edited, and where.
    FindingCard(const Finding& finding, const QString& where, const std::vector<Remedy>& remedies,
                FieldFinder fields = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The change shall be made in the design.
    void applyRequested(const plimsoll::Counterfactual& change);
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addRemedy(const Remedy& remedy, const QString& name);
    void addTried(const Counterfactual& tried);
    void addChange(QLabel* what, const QString& spoken, const Counterfactual& change);

    FindingLevel m_level;
};

}  // namespace plimsoll
