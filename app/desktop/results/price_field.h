// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"

#include <QtWidgets/QToolButton>

namespace plimsoll {

/// The one price of the window: "est. $1,340" while the design is edited, "run $1,338" after a run. A click asks for
/// the bill.
class PriceField final : public QToolButton {
    Q_OBJECT
public:
    PriceField(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);
    QSize sizeHint() const override;

private:
    void refresh();
    void showSides(const ComparedDesigns& compared);

    DesignDocument& m_document;
    RunSession& m_session;
};

}  // namespace plimsoll
