// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/parameter_form.h"

#include "app/desktop/inspector/parameter_row.h"
#include "app/desktop/widgets/disclosure.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace plimsoll {

ParameterForm::ParameterForm(std::vector<ParameterSpec> specs, QWidget* parent)
    : QWidget{parent}, m_specs{std::move(specs)}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* folded = new QWidget;
    auto* foldedLayout = new QVBoxLayout{folded};
    foldedLayout->setContentsMargins(0, 0, 0, 0);
    foldedLayout->setSpacing(0);
    for (const ParameterSpec& spec : m_specs) {
        auto* row = new ParameterRow{spec};
        (spec.advanced ? foldedLayout : layout)->addWidget(row);
        m_rows[spec.id] = row;
        connect(row, &ParameterRow::edited, this, [this, id = spec.id](const ParameterEdit& edit) {
            emit edited(QString::fromStdString(id), edit);
        });
    }
    if (foldedLayout->count() > 0) {
        m_advanced = new Disclosure{tr("Advanced"), Disclosure::Kind::Inline};
        m_advanced->setObjectName(QStringLiteral("advanced"));
        m_advanced->setContent(folded);
        layout->addWidget(m_advanced);
    } else {
        delete folded;
    }
    updateVisibility();
}

ParameterForm::~ParameterForm() = default;

void ParameterForm::setValues(const ParameterMap& values)
{
    m_values = values;
    for (const auto& [id, row] : m_rows) {
        const auto at = m_values.find(id);
        row->setValue(at == m_values.end() ? std::nullopt : std::optional{at->second});
    }
    updateVisibility();
}

ParameterValue ParameterForm::effective(const std::string& id) const
{
    if (const auto at = m_values.find(id); at != m_values.end())
        return at->second;
    const auto spec = std::find_if(m_specs.begin(), m_specs.end(),
                                   [&](const ParameterSpec& each) { return each.id == id; });
    return spec == m_specs.end() ? ParameterValue{std::string{}} : spec->defaultValue;
}

bool ParameterForm::isShown(const std::string& id) const
{
    const auto spec = std::find_if(m_specs.begin(), m_specs.end(),
                                   [&](const ParameterSpec& each) { return each.id == id; });
    if (spec == m_specs.end())
        return false;
    const VisibleWhen& when = spec->visibleWhen;
    if (when.parameter.empty())
        return true;
    // What depends on a hidden parameter is hidden with it.
    return isShown(when.parameter)
           && std::find(when.values.begin(), when.values.end(), toString(effective(when.parameter)))
                  != when.values.end();
}

void ParameterForm::updateVisibility()
{
    int folded = 0;
    int changed = 0;
    for (const ParameterSpec& spec : m_specs) {
        ParameterRow* row = m_rows.at(spec.id);
        const bool shown = isShown(spec.id);
        row->setVisible(shown);
        folded += spec.advanced && shown ? 1 : 0;
        changed += spec.advanced && shown && row->isChanged() ? 1 : 0;
    }
    if (!m_advanced)
        return;
    m_advanced->setVisible(folded > 0);
    m_advanced->setTitle(changed > 0 ? tr("Advanced (%1, %2 changed)").arg(folded).arg(changed)
                                     : tr("Advanced (%1)").arg(folded));
}

void ParameterForm::setResolved(const std::string& id, std::optional<double> value)
{
    if (const auto at = m_rows.find(id); at != m_rows.end())
        at->second->setResolved(value);
}

void ParameterForm::setZeroText(const std::string& id, const QString& text)
{
    if (const auto at = m_rows.find(id); at != m_rows.end())
        at->second->editor().setZeroText(text);
}

void ParameterForm::setPlain(bool plain)
{
    for (const auto& [id, row] : m_rows)
        row->setPlain(plain);
}

QWidget* ParameterForm::field(const std::string& id) const
{
    const auto at = m_rows.find(id);
    return at == m_rows.end() ? nullptr : at->second->editor().field();
}

}  // namespace plimsoll
