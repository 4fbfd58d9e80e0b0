// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace plimsoll {

/// Says why two components cannot be connected and offers what can stand between them.
class RefusalBubble final : public QFrame {
    Q_OBJECT
public:
    struct Remedy {
        QString text;
        std::function<void()> apply;
    };
    explicit RefusalBubble(QWidget* parent);
    /// Stays until a remedy is taken, Esc is pressed or the bubble loses the focus.
    void showAt(const QString& text, const QList<Remedy>& remedies, QPoint at);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QHBoxLayout* m_buttons;
};

}  // namespace plimsoll
