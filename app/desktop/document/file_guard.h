// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtCore/QByteArray>
#include <QtCore/QFileSystemWatcher>
#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace plimsoll {

/// Looks after the file of the open design: notices when another program changes it, and says when another window has
/// the same file open. It never writes to the file or beside it.
class FileGuard final : public QObject {
    Q_OBJECT
public:
    /// Locks lie in `lockFolder`; empty: the user's runtime folder.
    explicit FileGuard(DesignDocument& document, const QString& lockFolder = {}, QObject* parent = nullptr);
    ~FileGuard() override;

    /// The file no longer holds what was last read from it or written to it. A file that is gone holds nothing that
    /// saving could overwrite.
    bool isChangedOutside() const;
    /// What is in the file now is known and may be overwritten.
    void accept();
    /// Another window had this file open when it was opened here.
    bool isOpenElsewhere() const { return m_openElsewhere; }

Q_SIGNALS:
    void changedOutside();
    void openElsewhere();

private:
    void follow();
    void lock();
    void look();
    QByteArray digest() const;

    DesignDocument& m_document;
    QString m_lockFolder;
    QString m_path;
    QByteArray m_known;     ///< digest of what was read or written; empty: no file
    QByteArray m_reported;  ///< digest that has been reported already
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
    std::unique_ptr<QLockFile> m_lock;
    bool m_openElsewhere = false;
};

}  // namespace plimsoll
