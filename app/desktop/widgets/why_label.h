// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/derivation_view.h"

#include <QtWidgets/QLabel>

namespace plimsoll {

/// A number that says how it comes about when it is clicked, or with Enter. Links in the answer go out as linkActivated.
class WhyLabel final : public QLabel {
    Q_OBJECT
public:
    explicit WhyLabel(const QString& text, QWidget* parent = nullptr);
    void setWhy(Derivation derivation, FieldFinder fields = {});
    const Derivation& why() const { return m_why; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void answer();

    Derivation m_why;
    FieldFinder m_fields;
};

}  // namespace plimsoll
