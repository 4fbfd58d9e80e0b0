// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/derivation.h"

#include <QtWidgets/QTreeWidget>

#include <vector>

namespace plimsoll {

/// The answer to "Why?": the formula tree behind a number, with evidence and source at each node.
class DerivationView final : public QTreeWidget {
    Q_OBJECT
public:
    explicit DerivationView(QWidget* parent = nullptr);
    explicit DerivationView(const Derivation& derivation, QWidget* parent = nullptr);
    void setDerivations(const std::vector<Derivation>& derivations);
    void setDerivation(const Derivation& derivation) { setDerivations({derivation}); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A click on a node's source; opened in the browser unless someone else is connected.
    void sourceActivated(const QString& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    int contentHeight() const;
};

/// Roles of a derivation's rows, for views that put them under rows of their own.
enum DerivationRole {
    DerivationValueRole = Qt::UserRole + 1,
    DerivationHowRole,
    DerivationSourceRole,
    DerivationEvidenceRole
};

/// How a node is written: "ceil(records per second / 1000)", "documented: docs.aws.amazon.com", ...
QString howText(const Derivation& derivation);
/// The host of a URL, or the citation as it is.
QString sourceName(const std::string& source);
bool isUrl(const std::string& source);
/// The address at the start of a citation, without what is said after it.
QString urlOf(const std::string& source);

}  // namespace plimsoll
