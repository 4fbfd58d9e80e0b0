// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/derivation_view.h"

#include <QtWidgets/QFrame>

namespace plimsoll {

/// How a number comes about, beside the number; gone with the next click elsewhere, or Esc.
class WhyBubble final : public QFrame {
    Q_OBJECT
public:
    WhyBubble(const Derivation& derivation, FieldFinder fields, QWidget* parent);
    /// Below this place of the screen, above it where there is no room.
    void showAt(QPoint place);
    DerivationView& view() { return *m_view; }

Q_SIGNALS:
    void linkActivated(const QString& link);

private:
    DerivationView* m_view;
};

}  // namespace plimsoll
