// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/file_guard.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace plimsoll {

namespace {

// Programs write in several steps; what they are about is there a moment later.
constexpr int kSettleMillis = 250;

}  // namespace

FileGuard::FileGuard(DesignDocument& document, const QString& lockFolder, QObject* parent)
    : QObject{parent},
      m_document{document},
      m_lockFolder{lockFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                              + QStringLiteral("/open")
                                        : lockFolder}
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kSettleMillis);
    connect(&m_pause, &QTimer::timeout, this, &FileGuard::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_document, &DesignDocument::designReplaced, this, &FileGuard::follow);
    connect(&m_document, &DesignDocument::saved, this, &FileGuard::follow);
    follow();
}

FileGuard::~FileGuard() = default;

QByteArray FileGuard::digest() const
{
    QFile file{m_path};
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash{QCryptographicHash::Sha256};
    hash.addData(&file);
    return hash.result();
}

void FileGuard::follow()
{
    const bool sameFile = m_path == m_document.filePath();
    m_path = m_document.filePath();
    m_known = digest();
    m_reported.clear();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    if (!m_path.isEmpty()) {
        m_watcher.addPath(m_path);
        // A program that writes aside and renames takes the watched file away; the folder tells of the new one.
        m_watcher.addPath(QFileInfo{m_path}.path());
    }
    if (!sameFile)
        lock();
}

void FileGuard::lock()
{
    m_lock.reset();
    m_openElsewhere = false;
    if (m_path.isEmpty())
        return;
    const QString canonical = QFileInfo{m_path}.canonicalFilePath();
    const QByteArray name = QCryptographicHash::hash((canonical.isEmpty() ? m_path : canonical).toUtf8(),
                                                     QCryptographicHash::Sha1)
                                .toHex();
    QDir{}.mkpath(m_lockFolder);
    m_lock = std::make_unique<QLockFile>(m_lockFolder + QLatin1Char{'/'} + QString::fromLatin1(name)
                                         + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);  // held for as long as the window has the file
    if (!m_lock->tryLock() && m_lock->error() == QLockFile::LockFailedError) {
        m_lock.reset();
        m_openElsewhere = true;
        emit openElsewhere();
    }
}

void FileGuard::look()
{
    if (m_path.isEmpty())
        return;
    if (QFileInfo::exists(m_path) && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
    const QByteArray now = digest();
    if (now.isEmpty() || now == m_known || now == m_reported)
        return;
    m_reported = now;
    emit changedOutside();
}

bool FileGuard::isChangedOutside() const
{
    const QByteArray now = digest();
    return !now.isEmpty() && now != m_known;
}

void FileGuard::accept()
{
    m_known = digest();
    m_reported.clear();
}

}  // namespace plimsoll
