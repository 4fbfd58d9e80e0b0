// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

namespace plimsoll {

/// How late data is at each sink, what is still on its way, and where the time went.
class DelayPage final : public QWidget {
    Q_OBJECT
public:
    explicit DelayPage(QWidget* parent = nullptr);
    /// `design`: says whom the connections of the run lead to.
    void setResult(const std::shared_ptr<const RunResult>& result, const Design& design);

Q_SIGNALS:
    void linkActivated(const QString& link);

private:
    std::shared_ptr<const RunResult> m_result;  ///< the cards look at it
    QVBoxLayout* m_cards;
};

}  // namespace plimsoll
