// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/runs_picker.h"

#include <QtCore/QSettings>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr auto kRunsKey = "run/runs";

}  // namespace

RunsPicker::RunsPicker(RunSession& session, QWidget* parent) : ComboBox{parent}
{
    setObjectName(QStringLiteral("runs"));
    setAccessibleName(tr("How many times to run"));
    setToolTip(tr("More than once shows how far each number may be off"));
    const auto add = [this](const QString& text, const QString& tip, Runs runs) {
        addItem(text, static_cast<int>(runs));
        setItemData(count() - 1, tip, Qt::ToolTipRole);
    };
    add(tr("Run once"), tr("Quickest"), Runs::Once);
    add(tr("5 runs"), tr("Each with other random numbers; shows how far each number may be off"), Runs::Five);
    add(tr("Until ±5%"), tr("Runs until every delay is known to 5%, at most 100 times"), Runs::UntilSure);

    const int remembered = QSettings{}.value(QLatin1String{kRunsKey}, 0).toInt();
    setCurrentIndex(std::max(0, findData(remembered)));
    session.setRuns(static_cast<Runs>(currentData().toInt()));
    connect(this, &QComboBox::currentIndexChanged, this, [this, &session] {
        session.setRuns(static_cast<Runs>(currentData().toInt()));
        QSettings{}.setValue(QLatin1String{kRunsKey}, currentData().toInt());
    });
}

}  // namespace plimsoll
