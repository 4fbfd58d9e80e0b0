// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/parameter_text.h"

#include "app/desktop/text/format.h"

namespace plimsoll {

namespace {

struct ParameterWords {
    Q_DECLARE_TR_FUNCTIONS(ParameterText)
};

}  // namespace

QString parameterText(const ParameterSpec& parameter, const std::string& value)
{
    for (const ParameterChoice& choice : parameter.choices)
        if (choice.value == value)
            return coreText(choice.name.empty() ? choice.value : choice.name);
    if (parameter.type == ParameterType::Boolean && (value == "true" || value == "false"))
        return value == "true" ? ParameterWords::tr("on") : ParameterWords::tr("off");
    if (value == "auto")
        return ParameterWords::tr("auto");
    const QString text = QString::fromStdString(value);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? Format{}.value(number, QString::fromStdString(parameter.unit)) : text;
}

}  // namespace plimsoll
