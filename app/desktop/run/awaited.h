// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFutureWatcher>

namespace plimsoll {

/// A watcher that is busy until the window was told of the outcome. The work itself ends a little earlier: who went by that
/// would start the next one over an outcome nobody has taken.
template <class T>
class Awaited : public QFutureWatcher<T> {
public:
    Awaited()
    {
        // Connected before any taker: in it the watcher is free for the next.
        QObject::connect(this, &QFutureWatcherBase::finished, this, [this] { m_busy = false; });
    }
    void await(const QFuture<T>& future)
    {
        m_busy = true;
        this->setFuture(future);
    }
    bool isBusy() const { return m_busy; }

private:
    bool m_busy = false;
};

}  // namespace plimsoll
