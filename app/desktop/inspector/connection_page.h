// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/inspector_page.h"
#include "app/desktop/inspector/parameter_form.h"

#include <QtCore/QStringList>
#include <QtWidgets/QLabel>

namespace plimsoll {

/// One connection: its sentence, what flows over it, and its parameters.
class ConnectionPage final : public InspectorPage {
    Q_OBJECT
public:
    ConnectionPage(const InspectorContext& context, ConnectionId id, QWidget* parent = nullptr);
    void refresh() override;
    bool isCurrent() const override;
    ParameterForm* form() const { return m_form; }

private:
    const Connection* connection() const { return findConnection(design(), m_id); }
    /// Kind and ends decide which parameters there are.
    std::string identity() const;
    /// The sentence with the words that can be changed as links.
    QString sentenceHtml() const;
    /// Offers what the words of the sentence could say instead, where they stand.
    void editWords(const QString& parameter);
    /// What a run counted on this line: names and values in turn.
    QStringList runFigures(const RunReport& report, bool fresh) const;
    void showRun();
    void set(const QString& key, const std::optional<ParameterValue>& value);

    ConnectionId m_id;
    std::string m_identity;
    QLabel* m_sentence = nullptr;
    QLabel* m_flow = nullptr;
    QVBoxLayout* m_run = nullptr;
    Disclosure* m_runSection = nullptr;
    QStringList m_shownRun;  ///< names and values of the figures shown
    ParameterForm* m_form = nullptr;
};

}  // namespace plimsoll
