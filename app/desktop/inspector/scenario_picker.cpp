// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/scenario_picker.h"

namespace plimsoll {

ScenarioPicker::ScenarioPicker(DesignDocument& document, QWidget* parent)
    : ComboBox{parent}, m_document{document}
{
    setAccessibleName(tr("Scenario"));
    setToolTip(tr("The traffic that Run, price and charts are about"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(11);
    connect(&m_document, &DesignDocument::designReplaced, this, &ScenarioPicker::refresh);
    connect(&m_document, &DesignDocument::scenarioChanged, this, &ScenarioPicker::refresh);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &ScenarioPicker::refresh);
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_document.setCurrentScenario(itemData(index).toString().toStdString());
    });
    refresh();
}

void ScenarioPicker::refresh()
{
    const QSignalBlocker quiet{this};
    clear();
    for (const Scenario& each : m_document.design().scenarios)
        addItem(QString::fromStdString(each.label.empty() ? each.id : each.label),
                QString::fromStdString(each.id));
    setPlaceholderText(tr("No scenario"));
    setCurrentIndex(findData(QString::fromStdString(m_document.currentScenario())));
    setEnabled(count() > 0);
}

}  // namespace plimsoll
