// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;

namespace plimsoll {

/// Finds items on the canvas by label, id, service or text, and steps through them.
class FindBar final : public QFrame {
    Q_OBJECT
public:
    FindBar(const DesignDocument& document, QWidget* parent);
    /// Shows the bar with the last text chosen, ready to be typed over.
    void open();

Q_SIGNALS:
    /// Bring this item into view and select it.
    void found(const QString& id);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();
    void step(int by);
    void showPlace();

    const DesignDocument& m_document;
    QLineEdit* m_text;
    QLabel* m_place;
    QStringList m_ids;
    qsizetype m_at = 0;
};

}  // namespace plimsoll
