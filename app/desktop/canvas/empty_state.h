// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace plimsoll {

class DesignDocument;
class DesignCard;

/// Where one begins: the comparison, templates and recent designs with pictures, an own source, a file.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const DesignDocument& document, QWidget* parent);
    /// Files that were open before, the last first; those that cannot be read any more are left out.
    void setRecentFiles(const QStringList& paths);
    QList<DesignCard*> cards() const { return m_templates + m_recent; }
    /// Fits it into a canvas of this size.
    void fitInto(QSize room);

Q_SIGNALS:
    void comparisonRequested();
    void sourceRequested();
    void openRequested();
    void guideRequested();
    void templateRequested(const QString& id);
    void fileRequested(const QString& path);

private:
    void place();

    const DesignDocument& m_document;
    QList<DesignCard*> m_templates, m_recent;
    QLabel* m_recentTitle;
    QGridLayout *m_templateGrid, *m_recentGrid;
    QScrollArea* m_scroll;
    int m_columns = 0;
};

}  // namespace plimsoll
