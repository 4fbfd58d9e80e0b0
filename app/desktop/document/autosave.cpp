// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/autosave.h"

#include "model/serialization/design_file.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUuid>

namespace plimsoll {

namespace {

QString lockOf(const QString& copy)
{
    return copy + QStringLiteral(".lock");
}

/// A second small file, because the design file itself has no place for where it came from.
QString originOf(const QString& copy)
{
    return copy + QStringLiteral(".origin");
}

}  // namespace

Autosave::Autosave(DesignDocument& document, const QString& folder, QObject* parent)
    : QObject{parent},
      m_document{document},
      m_folder{folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                      + QStringLiteral("/recovery")
                                : folder},
      m_name{QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".plimsoll")}
{
    QDir{}.mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(lockOf(copyPath()));
    m_lock->setStaleLockTime(0);  // held for as long as the program runs
    m_lock->tryLock();
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::flush);
    connect(&m_document, &DesignDocument::saved, this, &Autosave::flush);
    m_timer.start();
}

Autosave::~Autosave()
{
    // An orderly end has asked about unsaved work already.
    QFile::remove(copyPath());
    QFile::remove(originOf(copyPath()));
}

QString Autosave::copyPath() const
{
    return m_folder + QLatin1Char{'/'} + m_name;
}

void Autosave::flush()
{
    if (!m_document.isModified()) {
        QFile::remove(copyPath());
        m_written = 0;
        return;
    }
    if (m_document.revision() == m_written)
        return;
    // A failure here is not worth a message every ten seconds; saving proper reports it.
    if (saveFileAtomically(copyPath().toStdString(), writeDesign(m_document.design())))
        m_written = m_document.revision();
    QFile origin{originOf(copyPath())};
    if (origin.open(QIODevice::WriteOnly))
        origin.write(m_document.filePath().toUtf8());
}

std::optional<Autosave::Leftover> Autosave::leftover() const
{
    const QFileInfoList copies =
        QDir{m_folder}.entryInfoList({QStringLiteral("*.plimsoll")}, QDir::Files, QDir::Time);
    for (const QFileInfo& copy : copies) {
        if (copy.fileName() == m_name)
            continue;
        QLockFile lock{lockOf(copy.absoluteFilePath())};
        lock.setStaleLockTime(0);
        if (!lock.tryLock())
            continue;  // another window is at work on it
        QFile origin{originOf(copy.absoluteFilePath())};
        const QString path =
            origin.open(QIODevice::ReadOnly) ? QString::fromUtf8(origin.readAll()) : QString{};
        return Leftover{copy.absoluteFilePath(), path, copy.lastModified()};
    }
    return std::nullopt;
}

void Autosave::discard(const Leftover& leftover)
{
    QFile::remove(leftover.copy);
    QFile::remove(originOf(leftover.copy));
}

}  // namespace plimsoll
