// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/summary_page.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "model/serialization/item_drawing.h"

#include <algorithm>
#include <map>
#include <vector>

namespace plimsoll {

namespace {

constexpr std::size_t kShown = 20;

/// By bisection alone, as the items of a document are in order: thousands of lines are asked whether they are components.
const Component* componentOf(const Design& design, const Id& id)
{
    const auto at =
        std::lower_bound(design.components.begin(), design.components.end(), id,
                         [](const Component& each, const Id& wanted) { return each.id < wanted; });
    return at == design.components.end() || at->id != id ? nullptr : &*at;
}

bool exists(const Design& design, const std::string& id)
{
    const auto has = [&](const auto& items) {
        return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    };
    return has(design.components) || has(design.connections) || has(design.groups) || has(design.notes);
}

const Note* findNote(const Design& design, const Id& id)
{
    const auto at = std::find_if(design.notes.begin(), design.notes.end(),
                                 [&](const Note& each) { return each.id == id; });
    return at == design.notes.end() ? nullptr : &*at;
}

QString shapeName(DrawnShape shape)
{
    switch (shape) {
    case DrawnShape::Note:
        return SummaryPage::tr("Sticky note");
    case DrawnShape::Text:
        return SummaryPage::tr("Text");
    case DrawnShape::Rectangle:
        return SummaryPage::tr("Rectangle");
    case DrawnShape::Ellipse:
        return SummaryPage::tr("Ellipse");
    case DrawnShape::Diamond:
        return SummaryPage::tr("Diamond");
    case DrawnShape::Line:
        return SummaryPage::tr("Line");
    case DrawnShape::Arrow:
        return SummaryPage::tr("Arrow");
    case DrawnShape::Pen:
        return SummaryPage::tr("Pen stroke");
    case DrawnShape::Frame:
        return SummaryPage::tr("Frame");
    }
    return {};
}

}  // namespace

SummaryPage::SummaryPage(const InspectorContext& context, QStringList ids, QWidget* parent)
    : InspectorPage{context, parent}, m_ids{std::move(ids)}, m_title{new QLabel}, m_text{new QLabel}
{
    for (const QString& id : m_ids)
        if (componentOf(design(), id.toStdString()))
            m_edited.push_back(id.toStdString());
    m_title->setProperty("role", "title");
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    connect(m_text, &QLabel::linkActivated, this,
            [this](const QString& link) { this->context().followLink(link); });
    column().addWidget(m_title);
    column().addWidget(m_text);
    if (const ServiceSpec* spec = commonSpec()) {
        m_form = new ParameterForm{spec->parameters};
        connect(m_form, &ParameterForm::edited, this, [this](const QString& key, const ParameterEdit& edit) {
            document().undoStack().push(
                new SetParameter{document(), m_edited, key.toStdString(), edit.value});
        });
        m_differences = new QLabel;
        m_differences->setObjectName(QStringLiteral("differences"));
        m_differences->setWordWrap(true);
        m_differences->setProperty("role", "muted");
        column().addWidget(m_differences);
        addSection(QStringLiteral("common-parameters"),
                   tr("Parameters of all %1").arg(static_cast<int>(m_edited.size())), m_form);
    }
    column().addStretch();
    refresh();
}

const ServiceSpec* SummaryPage::commonSpec() const
{
    const ServiceSpec* common = nullptr;
    for (const Id& id : m_edited) {
        const Component* component = componentOf(design(), id);
        const ServiceSpec* spec = component ? document().catalog().find(component->service) : nullptr;
        if (!spec || (common && common != spec))
            return nullptr;
        common = spec;
    }
    return m_edited.size() > 1 && common && !common->parameters.empty() ? common : nullptr;
}

void SummaryPage::refreshForm()
{
    if (!m_form)
        return;
    std::vector<const Component*> components;
    for (const Id& id : m_edited)
        if (const Component* component = componentOf(design(), id))
            components.push_back(component);
    if (components.empty())
        return;
    // The first one's values; where the others have their own, an edit makes them alike.
    m_form->setValues(components.front()->parameters);
    QStringList differing;
    if (const ServiceSpec* spec = commonSpec())
        for (const ParameterSpec& parameter : spec->parameters) {
            const auto valueOf = [&](const Component& component) {
                const auto at = component.parameters.find(parameter.id);
                return at == component.parameters.end() ? parameter.defaultValue : at->second;
            };
            QStringList values;
            for (const Component* each : components)
                if (const QString value = QString::fromStdString(toString(valueOf(*each)));
                    !values.contains(value))
                    values.append(value);
            if (values.size() > 1)
                differing.append(tr("%1: %2").arg(coreText(parameter.name), values.join(tr(", ", "values"))));
        }
    m_differences->setText(tr("They differ in %1").arg(differing.join(QStringLiteral("; "))));
    m_differences->setVisible(!differing.isEmpty());
}

bool SummaryPage::isCurrent() const
{
    return std::any_of(m_ids.begin(), m_ids.end(),
                       [&](const QString& id) { return exists(design(), id.toStdString()); });
}

void SummaryPage::refresh()
{
    refreshForm();
    const Format format;
    int components = 0;
    int connections = 0;
    int others = 0;
    Money cost;
    struct Line {
        Money cost;
        const Component* component;
    };
    std::vector<Line> lines;
    const RunResult* result = session().result();
    const bool fresh = result && result->bill && !session().isStale();
    const Bill* bill = context().numbersHidden     ? nullptr
                       : fresh                     ? &*result->bill
                       : session().estimate().bill ? &*session().estimate().bill
                                                   : nullptr;
    std::map<ComponentId, Money> costs;
    if (bill)
        for (const BillLine& line : bill->lines)
            if (line.state == LineState::Priced)
                costs[line.component] += line.amount;
    for (const QString& each : m_ids) {
        const std::string id = each.toStdString();
        if (const Component* component = componentOf(design(), id)) {
            ++components;
            const auto own = costs.find(id);
            lines.push_back({own == costs.end() ? Money{} : own->second, component});
            cost += lines.back().cost;
        } else if (findConnection(design(), id)) {
            ++connections;
        } else if (exists(design(), id)) {
            ++others;
        }
    }
    QStringList counted;
    if (components > 0)
        counted << (components == 1 ? tr("1 component") : tr("%1 components").arg(components));
    if (connections > 0)
        counted << (connections == 1 ? tr("1 connection") : tr("%1 connections").arg(connections));
    if (others > 0)
        counted << (others == 1 ? tr("1 note or group") : tr("%1 notes and groups").arg(others));
    m_title->setText(counted.join(QStringLiteral(", ")));
    // The dearest say most of what a large selection costs.
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.cost > b.cost; });
    QString rows;
    for (std::size_t at = 0; at < std::min(lines.size(), kShown); ++at) {
        const auto& [own, component] = lines[at];
        const QString name =
            style::link(QStringLiteral("component:") + QString::fromStdString(component->id),
                        QString::fromStdString(component->label.empty() ? component->id : component->label),
                        style::colour("info"));
        // Amounts stand below each other, to be read as a column.
        rows += QStringLiteral("<tr><td style=\"padding:1px 12px 1px 0\">%1</td>"
                               "<td align=\"right\" style=\"padding:1px 0\">%2</td></tr>")
                    .arg(name, bill ? format.money(own).toHtmlEscaped() : QString{});
    }
    QString text =
        rows.isEmpty() ? QString{} : QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
    if (lines.size() > kShown)
        text += tr("and %n more", nullptr, static_cast<int>(lines.size() - kShown));
    if (bill && components > 1)
        text += QStringLiteral("<p><b>%1</b></p>")
                    .arg((fresh ? tr("Together %1 per month") : tr("Together %1 per month, estimated"))
                             .arg(format.money(cost))
                             .toHtmlEscaped());
    if (const Note* note = m_ids.size() == 1 ? findNote(design(), m_ids.front().toStdString()) : nullptr) {
        const DrawnShape shape = drawingOf(note->extraJson).shape;
        m_title->setText(shapeName(shape));
        const bool isStroke =
            shape == DrawnShape::Line || shape == DrawnShape::Arrow || shape == DrawnShape::Pen;
        text +=
            QStringLiteral("<span style=\"color:%1\">%2</span>")
                .arg(style::colour("textMuted").name(),
                     (isStroke ? tr("Drag it to move it; Delete takes it away.")
                               : tr("Double-click it on the canvas to write in it; Delete takes it away."))
                         .toHtmlEscaped());
    }
    m_text->setText(text);
}

}  // namespace plimsoll
