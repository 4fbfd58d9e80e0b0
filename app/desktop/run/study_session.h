// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/study/search.h"
#include "app/study/sweep.h"

#include <QtCore/QObject>

#include <memory>
#include <utility>

namespace plimsoll {

/// An input of the design that a sweep can vary.
struct StudyInput {
    std::string input;   ///< "orders.shards", "producers.rate"
    QString name;        ///< "Orders: Open shards"
    QString suggestion;  ///< values about the present one: "2:6:1", "provisioned,on-demand"
    bool isSize = false;
};

/// Sweeps and sizing searches over the document's design, beside its runs; what is done so far can be looked at
/// while the rest is under way.
class StudySession final : public QObject {
    Q_OBJECT
public:
    explicit StudySession(DesignDocument& document, QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~StudySession() override;

    /// All that can be varied, in the order of the components: sizes and rates first.
    std::vector<StudyInput> inputs() const;
    /// Does nothing while one is running. `metric` as of SweepOptions.
    void startSweep(std::vector<SweepAxis> axes, int replications, std::string metric,
                    const PriceChoice& price);
    void startSearch(const PriceChoice& price);
    void cancel();
    bool isRunning() const;

    /// The newest sweep, as far as it has come; null when the newest study is none. Its front is that of what is done.
    const Sweep* sweep() const { return m_sweep ? &*m_sweep : nullptr; }
    /// The newest search, as far as it has come: null when the newest study is none.
    const SizeSearch* search() const { return m_search ? &*m_search : nullptr; }
    /// "Orders: Open shards" of "orders.shards", and a value of it as people read it: "3 shards", "On demand".
    QString nameOf(const std::string& input) const;
    QString valueOf(const std::string& input, const std::string& value) const;
    /// The inputs of that point with their values, named: "Orders: Open shards = 3 shards".
    QStringList namedSettingsOf(std::size_t at) const;
    /// The inputs of that point or trial with their values.
    std::vector<std::pair<std::string, std::string>> settingsOf(std::size_t at) const;
    /// Sets the open design to that point or trial, in one undoable step. Error: an input that is no longer there.
    Status load(std::size_t at);

Q_SIGNALS:
    void started();
    void progressed(double fraction);
    /// sweep() or search() has another point, or is gone.
    void changed();
    void finished();
    void failed(const QString& error);

private:
    const ParameterSpec* parameterOf(const std::string& input) const;
    void take();
    void takeNews();

    struct Implementation;
    std::unique_ptr<Implementation> m_impl;
    DesignDocument& m_document;
    std::optional<Sweep> m_sweep;
    std::optional<SizeSearch> m_search;
};

}  // namespace plimsoll
