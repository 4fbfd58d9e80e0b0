// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtCore/QDateTime>
#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace plimsoll {

/// Keeps a copy of unsaved work in the user's data folder; the next start offers what a crash left behind.
class Autosave final : public QObject {
    Q_OBJECT
public:
    /// Between two copies: what a crash may cost, with room for a slow disk.
    static constexpr std::chrono::seconds kPause{5};

    /// `folder` is where the copies lie; empty = the application's data folder.
    explicit Autosave(DesignDocument& document, const QString& folder = {}, QObject* parent = nullptr);
    ~Autosave() override;

    struct Leftover {
        QString copy;      ///< file to load
        QString original;  ///< where it was saved last; empty when never
        QDateTime when;
    };
    /// The newest copy that belongs to no running program.
    std::optional<Leftover> leftover() const;
    void discard(const Leftover& leftover);
    /// Writes now if there is unsaved work; else removes the copy.
    void flush();

private:
    QString copyPath() const;

    DesignDocument& m_document;
    QString m_folder, m_name;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    quint64 m_written = 0;
};

}  // namespace plimsoll
