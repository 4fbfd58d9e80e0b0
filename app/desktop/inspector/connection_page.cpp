// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/connection_page.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "model/design/connection_parameters.h"

#include <QtWidgets/QFrame>

namespace plimsoll {

namespace {

struct Ends {
    const Component* from = nullptr;
    const Component* to = nullptr;
    const ServiceSpec* fromSpec = nullptr;
    const ServiceSpec* toSpec = nullptr;
    bool areKnown() const { return fromSpec && toSpec; }
};

Ends endsOf(const Connection& connection, const DesignDocument& document)
{
    Ends ends;
    ends.from = findComponent(document.design(), connection.from);
    ends.to = findComponent(document.design(), connection.to);
    if (ends.from)
        ends.fromSpec = document.catalog().find(ends.from->service);
    if (ends.to)
        ends.toSpec = document.catalog().find(ends.to->service);
    return ends;
}

QString nameOf(const Component* component, const ComponentId& id)
{
    return QString::fromStdString(component && !component->label.empty() ? component->label : id);
}

}  // namespace

ConnectionPage::ConnectionPage(const InspectorContext& context, ConnectionId id, QWidget* parent)
    : InspectorPage{context, parent}, m_id{std::move(id)}
{
    const Connection* shown = connection();
    if (!shown)
        return;
    m_identity = identity();
    const Ends ends = endsOf(*shown, document());

    auto* title = new QLabel;
    title->setTextFormat(Qt::RichText);
    title->setWordWrap(true);
    title->setProperty("role", "title");
    const QString arrow =
        QStringLiteral(" <span style=\"color:%1\">\u2192</span> ").arg(style::colour("textMuted").name());
    title->setText(style::link(QStringLiteral("component:") + QString::fromStdString(shown->from),
                               nameOf(ends.from, shown->from), style::colour("text"))
                   + arrow
                   + style::link(QStringLiteral("component:") + QString::fromStdString(shown->to),
                                 nameOf(ends.to, shown->to), style::colour("text")));
    title->setStyleSheet(QStringLiteral("font-size: 12pt;"));
    connect(title, &QLabel::linkActivated, this,
            [this](const QString& link) { this->context().followLink(link); });
    column().addWidget(title);

    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setStyleSheet(
        QStringLiteral("QLabel { background-color: %1; border-radius: 6px; padding: 8px 10px; }")
            .arg(style::colour("infoSoft").name()));
    column().addWidget(m_sentence);
    m_flow = new QLabel;
    m_flow->setWordWrap(true);
    m_flow->setProperty("role", "muted");
    column().addWidget(m_flow);

    if (ends.areKnown()) {
        m_form = new ParameterForm{
            connectionParameters(kindOf(*shown, *ends.fromSpec, *ends.toSpec), *ends.fromSpec, *ends.toSpec)};
        connect(m_form, &ParameterForm::edited, this, [this](const QString& key, const ParameterEdit& edit) {
            document().undoStack().push(new SetParameter{document(), m_id, key.toStdString(), edit.value});
        });
        addSection(QStringLiteral("connection-parameters"), tr("Parameters"), m_form);
    }
    column().addStretch();
    refresh();
}

std::string ConnectionPage::identity() const
{
    const Connection* shown = connection();
    if (!shown)
        return {};
    const Ends ends = endsOf(*shown, document());
    std::string text = shown->from + "\n" + shown->to;
    if (ends.areKnown())
        text += "\n" + std::string{toString(kindOf(*shown, *ends.fromSpec, *ends.toSpec))};
    return text;
}

bool ConnectionPage::isCurrent() const
{
    return connection() && identity() == m_identity;
}

void ConnectionPage::refresh()
{
    const Connection* shown = connection();
    if (!shown)
        return;
    const Ends ends = endsOf(*shown, document());
    m_sentence->setText(ends.areKnown() ? coreText(sentence(*shown, design(), document().catalog()))
                                        : tr("One end is a service this version does not know."));
    if (m_form)
        m_form->setValues(shown->parameters);
    const LiveEstimate& estimate = session().estimate();
    QString flow;
    if (estimate.flow)
        if (const auto at = estimate.flow->connections.find(m_id); at != estimate.flow->connections.end()) {
            const Format format;
            QStringList parts{format.rate(at->second.recordsPerSecond, tr("records")),
                              format.byteRate(at->second.bytesPerSecond)};
            if (at->second.messagesPerSecond < at->second.recordsPerSecond * 0.999)
                parts.insert(1, tr("in %1 messages").arg(format.rate(at->second.messagesPerSecond)));
            flow = tr("Estimated:\n%1").arg(parts.join(QStringLiteral("\n")));
        }
    m_flow->setText(flow);
    m_flow->setVisible(!flow.isEmpty());
}

}  // namespace plimsoll
