// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/parameter_form.h"

#include "app/desktop/inspector/parameter_row.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/disclosure.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <set>

namespace plimsoll {

namespace {

// What decides most comes first in a spec; the rest waits under "More".
constexpr int kFirstShown = 5;

}  // namespace

ParameterForm::ParameterForm(std::vector<ParameterSpec> specs, QWidget* parent)
    : QWidget{parent}, m_specs{std::move(specs)}, m_first{new QVBoxLayout}, m_folded{nullptr}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_first);
    m_first->setSpacing(0);
    auto* folded = new QWidget;
    m_folded = new QVBoxLayout{folded};
    m_folded->setContentsMargins(0, 0, 0, 0);
    m_folded->setSpacing(0);
    m_more = new Disclosure{tr("More"), Disclosure::Kind::Inline};
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setContent(folded);
    layout->addWidget(m_more);
    for (const ParameterSpec& spec : m_specs) {
        auto* row = new ParameterRow{spec};
        m_rows[spec.id] = row;
        connect(row, &ParameterRow::edited, this, [this, id = spec.id](const ParameterEdit& edit) {
            emit edited(QString::fromStdString(id), edit);
        });
        connect(row, &ParameterRow::changeRequested, this,
                [this, id = spec.id] { emit changeRequested(QString::fromStdString(id)); });
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
    std::vector<std::string> first, rest;
    int folded = 0;
    int changed = 0;
    int shownFirst = 0;
    for (const ParameterSpec& spec : m_specs) {
        const bool shown = isShown(spec.id);
        const bool matters = !spec.advanced && (m_plain || !shown || shownFirst < kFirstShown);
        (matters ? first : rest).push_back(spec.id);
        shownFirst += matters && shown ? 1 : 0;
        folded += !matters && shown ? 1 : 0;
        changed += !matters && shown && m_rows.at(spec.id)->isChanged() ? 1 : 0;
    }
    // Moving a row takes its focus, so rows move only when the choice of another mode brings others to the front.
    if (first != m_shownFirst || m_first->count() + m_folded->count() == 0) {
        m_shownFirst = first;
        for (const std::string& id : first)
            m_first->addWidget(m_rows.at(id));
        for (const std::string& id : rest)
            m_folded->addWidget(m_rows.at(id));
    }
    for (const ParameterSpec& spec : m_specs)
        m_rows.at(spec.id)->setVisible(isShown(spec.id));
    m_more->setVisible(folded > 0);
    m_more->setTitle(changed > 0 ? tr("More (%1, %2 changed)").arg(folded).arg(changed)
                                 : tr("More (%1)").arg(folded));
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
    m_plain = plain;
    updateVisibility();
    for (const auto& [id, row] : m_rows)
        row->setPlain(plain);
}

void ParameterForm::showIssues(const std::vector<Issue>& issues, const std::string& place)
{
    std::map<std::string, QStringList> said;
    std::set<std::string> wrong;
    const auto first = std::find_if(m_specs.begin(), m_specs.end(),
                                    [this](const ParameterSpec& each) { return isShown(each.id); });
    for (const Issue& issue : issues) {
        const bool isBelow = issue.place.size() > place.size() && issue.place[place.size()] == '/';
        if (issue.severity == Severity::Hint || first == m_specs.end()
            || issue.place.compare(0, place.size(), place) != 0
            || !(isBelow || issue.place.size() == place.size()))
            continue;
        const std::string below = isBelow ? issue.place.substr(place.size() + 1) : std::string{};
        if (below.find('/') != std::string::npos)
            continue;  // of a list in it, which shows it
        const std::string field = isShown(below) ? below : first->id;
        QString text = coreText(issue.what) + QStringLiteral(": ") + coreText(issue.remedy);
        text[0] = text[0].toUpper();
        said[field] << text;
        if (issue.severity == Severity::Error)
            wrong.insert(field);
    }
    for (const auto& [id, row] : m_rows) {
        const auto at = said.find(id);
        row->setProblem(at == said.end() ? QString{} : at->second.join(u'\n'), wrong.contains(id));
        if (at != said.end() && std::find(m_shownFirst.begin(), m_shownFirst.end(), id) == m_shownFirst.end())
            m_more->setOpen(true);
    }
}

void ParameterForm::setOffersChanges(bool offers)
{
    for (const ParameterSpec& spec : m_specs)
        m_rows.at(spec.id)->setOffersChange(offers && spec.change.has_value());
}

QWidget* ParameterForm::field(const std::string& id) const
{
    const auto at = m_rows.find(id);
    return at == m_rows.end() ? nullptr : at->second->editor().field();
}

QWidget* ParameterForm::reveal(const std::string& id)
{
    if (!isShown(id) || !m_rows.contains(id))
        return nullptr;
    if (std::find(m_shownFirst.begin(), m_shownFirst.end(), id) == m_shownFirst.end())
        m_more->setOpen(true);
    return field(id);
}

}  // namespace plimsoll
