// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <QtWidgets/QFrame>

namespace plimsoll {

/// One finding: what is so, what to do about it, and on demand the arithmetic.
class FindingCard final : public QFrame {
    Q_OBJECT
public:
    /// `where` names the component; empty for findings about the whole design.
    FindingCard(const Finding& finding, const QString& where, QWidget* parent = nullptr);

signals:
    /// The change shall be made in the design.
    void applyRequested(const plimsoll::Counterfactual& change);
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FindingLevel m_level;
};

}  // namespace plimsoll
