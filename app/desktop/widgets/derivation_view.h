// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/derivation.h"
#include "model/support/id.h"

#include <QtWidgets/QTreeWidget>

#include <functional>
#include <utility>
#include <vector>

namespace plimsoll {

/// Finds the link to the field that holds an input, "parameter:orders/shards"; empty when no field does.
using FieldFinder = std::function<QString(const Derivation&)>;
/// The same for inputs of a number of this component.
using ComponentFieldFinder = std::function<QString(const ComponentId& component, const Derivation&)>;

/// The answer to "Why?": the formula tree behind a number, with evidence and source at each node.
class DerivationView final : public QTreeWidget {
    Q_OBJECT
public:
    explicit DerivationView(QWidget* parent = nullptr);
    explicit DerivationView(const Derivation& derivation, QWidget* parent = nullptr);
    /// Values that a field holds lead there. Before the derivations are set.
    void setFieldFinder(FieldFinder finder) { m_fields = std::move(finder); }
    void setDerivations(const std::vector<Derivation>& derivations);
    void setDerivation(const Derivation& derivation) { setDerivations({derivation}); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click on a node's source; opened in the browser unless someone else is connected.
    void sourceActivated(const QString& url);
    /// A click on a value that a field holds.
    void fieldActivated(const QString& link);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    int contentHeight() const;

    FieldFinder m_fields;
};

/// Roles of a derivation's rows, for views that put them under rows of their own.
enum DerivationRole {
    DerivationValueRole = Qt::UserRole + 1,
    DerivationHowRole,
    DerivationSourceRole,
    DerivationEvidenceRole,
    DerivationFieldRole  ///< where the value is edited
};

/// How a node is written: "ceil(records per second / 1000)", "documented: docs.aws.amazon.com", ...
QString howText(const Derivation& derivation);
/// The host of a URL, or the citation as it is.
QString sourceName(const std::string& source);
bool isUrl(const std::string& source);
/// The address at the start of a citation, without what is said after it.
QString urlOf(const std::string& source);

}  // namespace plimsoll
