// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"
#include "app/desktop/text/format.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace plimsoll {

/// The one question the canvas answers at a time.
enum class Overlay { Traffic, Limits, Delay, Cost };

/// What a card shows below its name: one number and one bar. What is not known is not there.
struct ComponentFigure {
    enum class Tone { Neutral, Good, Warn, Danger, Muted };
    QString caption;
    QString text;
    std::optional<double> fill;  ///< of the bar, 0..1
    Tone tone = Tone::Neutral;
    bool stale = false;  ///< of an earlier state of the design
    friend bool operator==(const ComponentFigure&, const ComponentFigure&) = default;
};

struct ConnectionFigure {
    QString text;
    std::optional<double> perSecond;
    bool stale = false;
    friend bool operator==(const ConnectionFigure&, const ConnectionFigure&) = default;
};

/// The figures of all items under one overlay, from the run when it fits the design, else from the live estimate, else
/// from the last run, marked stale.
class OverlayFigures {
public:
    OverlayFigures() = default;
    /// With a moment, as it was then in the last run.
    OverlayFigures(const DesignDocument& document, const RunSession& session, Overlay overlay,
                   std::optional<double> moment = {});
    ComponentFigure component(const QString& id) const { return m_components.value(id); }
    ConnectionFigure connection(const QString& id) const { return m_connections.value(id); }
    /// Of lines that are drawn as one.
    ConnectionFigure together(const QStringList& ids) const;
    /// Where the numbers come from: "estimate", "run", "run of an earlier state", or why there are none.
    QString origin() const { return m_origin; }

private:
    void showMoment(const RunReport& report, const DesignDocument& document, Overlay overlay, double moment);
    void trafficAt(const RunReport& report, double moment);
    void limitsAt(const RunReport& report, double moment);
    void delayAt(const RunReport& report, double moment);
    void connectionRatesAt(const RunReport& report, const Design& design, double moment);
    ComponentFigure limitFigure(const QString& limit, double share) const;
    void traffic(const FlowReport& flow);
    void traffic(const RunReport& report);
    template <class Report>
    void limits(const Report& report);
    void delay(const RunReport& report, const ServiceCatalog& catalog);
    void cost(const Bill& bill, const Design& design);
    void connectionRates(const FlowReport& flow);
    void connectionRates(const RunReport& report, const Design& design);
    void markStale();

    Format m_format;
    QHash<QString, ComponentFigure> m_components;
    QHash<QString, ConnectionFigure> m_connections;
    QString m_origin;
};

}  // namespace plimsoll
