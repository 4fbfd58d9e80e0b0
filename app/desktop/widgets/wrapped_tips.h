// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QLabel;

namespace plimsoll {

/// Breaks the lines of tooltips: left alone, Qt writes a plain sentence of any length on one line across the screen.
class WrappedTips final : public QObject {
    Q_OBJECT
public:
    /// For all windows of the program, as long as the parent lives.
    explicit WrappedTips(QObject* parent);
    static constexpr int kWidest = 420;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wrap(QLabel& tip);
    bool m_wrapping = false;
};

}  // namespace plimsoll
