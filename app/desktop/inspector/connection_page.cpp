// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/connection_page.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/inspector/sentence_words.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/run/line_counts.h"
#include "app/desktop/text/format.h"
#include "model/catalog/connection_parameters.h"
#include "model/catalog/connection_sentence.h"

#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QWidgetAction>

#include <algorithm>
#include <cmath>
#include <map>

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
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse
                                        | Qt::LinksAccessibleByKeyboard);
    connect(m_sentence, &QLabel::linkActivated, this, &ConnectionPage::editWords);
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
        connect(m_form, &ParameterForm::edited, this,
                [this](const QString& key, const ParameterEdit& edit) { set(key, edit.value); });
        addSection(QStringLiteral("connection-parameters"), tr("Parameters"), m_form);
    }
    auto* run = new QWidget;
    m_run = new QVBoxLayout{run};
    m_run->setContentsMargins(0, 0, 0, 4);
    m_runSection = addSection(QStringLiteral("run"), tr("Last run"), run);
    column().addStretch();
    refresh();
}

void ConnectionPage::set(const QString& key, const std::optional<ParameterValue>& value)
{
    document().undoStack().push(new SetParameter{document(), m_id, key.toStdString(), value});
}

QString ConnectionPage::sentenceHtml() const
{
    const Connection& shown = *connection();
    const QString text = coreText(connectionSentence(shown, design(), document().catalog()));
    QString html;
    qsizetype at = 0;
    for (const SentenceWords& words : sentenceWords(shown, design(), document().catalog(), text)) {
        html += text.mid(at, words.start - at).toHtmlEscaped();
        html += QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                    .arg(words.parameter, style::colour("info").name(),
                         text.mid(words.start, words.length).toHtmlEscaped());
        at = words.start + words.length;
    }
    return html + text.mid(at).toHtmlEscaped();
}

void ConnectionPage::editWords(const QString& parameter)
{
    const Connection* shown = connection();
    const Ends ends = shown ? endsOf(*shown, document()) : Ends{};
    if (!ends.areKnown())
        return;
    const std::vector<ParameterSpec> specs =
        connectionParameters(kindOf(*shown, *ends.fromSpec, *ends.toSpec), *ends.fromSpec, *ends.toSpec);
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const ParameterSpec& each) {
        return each.id == parameter.toStdString();
    });
    if (spec == specs.end())
        return;
    const auto own = shown->parameters.find(spec->id);
    const ParameterValue now = own == shown->parameters.end() ? spec->defaultValue : own->second;
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("words"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // A section's name is not drawn in a menu that has a style of its own.
    auto* name = new QLabel{coreText(spec->name)};
    name->setProperty("role", "muted");
    name->setContentsMargins(10, 6, 10, 2);
    auto* named = new QWidgetAction{menu};
    named->setDefaultWidget(name);
    menu->addAction(named);
    if (spec->type == ParameterType::Choice) {
        for (const ParameterChoice& choice : spec->choices) {
            QAction* action =
                menu->addAction(coreText(choice.name.empty() ? choice.value : choice.name), this,
                                [this, parameter, value = choice.value] { set(parameter, {value}); });
            action->setCheckable(true);
            action->setChecked(choice.value == toString(now));
        }
    } else {
        auto* editor = new ValueEditor{*spec};
        editor->setValue(now);
        editor->setContentsMargins(8, 4, 8, 8);
        connect(editor, &ValueEditor::edited, this,
                [this, parameter](const ParameterEdit& edit) { set(parameter, edit.value); });
        auto* holder = new QWidgetAction{menu};
        holder->setDefaultWidget(editor);
        menu->addAction(holder);
        // The number is there to be typed over.
        connect(
            menu, &QMenu::aboutToShow, editor,
            [editor] {
                editor->field()->setFocus();
                if (auto* box = qobject_cast<QAbstractSpinBox*>(editor->field()))
                    box->selectAll();
            },
            Qt::QueuedConnection);
    }
    menu->popup(QCursor::pos());
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
    const QString html =
        ends.areKnown() ? sentenceHtml() : tr("One end is a service this version does not know.");
    // What stands already stays, so that a word that has the focus keeps it.
    if (html != m_sentence->text())
        m_sentence->setText(html);
    m_sentence->setAccessibleName(
        ends.areKnown() ? coreText(connectionSentence(*shown, design(), document().catalog())) : html);
    const LiveEstimate& estimate = session().estimate();
    if (m_form) {
        m_form->setValues(shown->parameters);
        m_form->showIssues(estimate.issues, "/connections/" + m_id + "/parameters");
    }
    // A run's own figures go before the estimate's while they hold.
    const bool fresh = session().result() && !session().isStale();
    QString flow;
    if (estimate.flow && !fresh)
        if (const auto at = estimate.flow->connections.find(m_id); at != estimate.flow->connections.end()) {
            const Format format;
            QStringList parts{format.rate(at->second.recordsPerSecond, tr("records")),
                              format.byteRate(at->second.bytesPerSecond)};
            if (at->second.messagesPerSecond < at->second.recordsPerSecond * 0.999)
                parts.insert(1, tr("in %1 messages").arg(format.rate(at->second.messagesPerSecond)));
            flow = tr("Estimated:\n%1").arg(parts.join(QStringLiteral("\n")));
        }
    m_flow->setText(flow);
    m_flow->setVisible(!flow.isEmpty() && !context().numbersHidden);
    showRun();
}

QStringList ConnectionPage::runFigures(const RunReport& report, bool fresh) const
{
    const Format format;
    QStringList figures;
    const auto add = [&](const QString& name, const QString& value) { figures << name << value; };
    const auto addCount = [&](const QString& name, std::uint64_t count) {
        if (count > 0)
            add(name, format.count(count));
    };
    const double seconds = report.provenance.simulatedSeconds;
    // Lines may have come and gone since a run of an earlier version: their shares cannot be told from it.
    const std::map<ConnectionId, double> lines =
        fresh ? recordsByLine(report, design()) : std::map<ConnectionId, double>{};
    if (const auto carried = lines.find(m_id); carried != lines.end() && seconds > 0) {
        add(tr("Carried, on average"), format.rate(carried->second / seconds, tr("records")));
        add(tr("Carried"), format.count(static_cast<std::uint64_t>(std::llround(carried->second))));
    }
    for (const ComponentReport& store : report.components)
        for (const ConsumerCounts& each : store.consumers) {
            if (each.connection != m_id)
                continue;
            add(tr("Delivered"), format.count(each.delivered));
            addCount(tr("Filtered out"), each.filtered);
            addCount(tr("Expired unread"), each.expired);
            addCount(tr("Waiting at the end"), each.resident);
            if (each.peakAgeSeconds > 0)
                add(tr("Oldest record waiting, peak"), format.seconds(each.peakAgeSeconds));
        }
    for (const PathReport& path : report.paths) {
        if (path.connection != m_id)
            continue;
        add(tr("Answered"), format.count(path.succeeded));
        addCount(tr("Answered with an error"), path.failed);
        addCount(tr("Given up"), path.gaveUp);
        for (const Percentile which : {Percentile::P50, Percentile::P99})
            add(tr("Response, %1").arg(Format::percentileName(which)),
                format.percentile(path.response, which));
    }
    return figures;
}

void ConnectionPage::showRun()
{
    const RunResult* result = session().result();
    m_runSection->setVisible(result && !context().numbersHidden);
    if (!result)
        return;
    const bool fresh = !session().isStale();
    m_runSection->setTitle(fresh ? tr("Last run") : tr("Last run, of an earlier version"));
    const QStringList figures = runFigures(result->report, fresh);
    // What stands already stays, so that text chosen to be copied keeps chosen.
    if (figures == m_shownRun && m_run->count() > 0)
        return;
    m_shownRun = figures;
    emptyLayout(*m_run);
    if (figures.isEmpty()) {
        auto* none = new QLabel{
            fresh ? tr("A run counts at components. What this line alone carried cannot be told apart.")
                  : tr("Run again to see what this line carries.")};
        none->setProperty("role", "muted");
        none->setWordWrap(true);
        m_run->addWidget(none);
        return;
    }
    auto* table = new QWidget;
    auto* grid = new QGridLayout{table};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    for (qsizetype i = 0; i + 1 < figures.size(); i += 2)
        addPair(*grid, figures[i], figures[i + 1]);
    m_run->addWidget(table);
}

}  // namespace plimsoll
