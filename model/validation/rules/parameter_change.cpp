// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/parameter_changes.h"
#include "model/support/number_text.h"
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace plimsoll::validation {

namespace {

constexpr double kDay = 86'400, kHour = 3600;

/// What a component's parameters can be changed to while it runs, in words.
std::string changeable(const ServiceSpec& spec, const Component& component)
{
    std::string names;
    for (const ParameterSpec& parameter : spec.parameters) {
        if (parameter.change && isVisible(parameter, spec.parameters, component.parameters))
            names += (names.empty() ? "" : ", ") + parameter.id;
    }
    return names.empty() ? "nothing of it can be: make it a second design and compare the two"
                         : "what can be changed of it: " + names;
}

/// What was asked of one parameter before.
struct Course {
    double value = 0;
    ParameterValue stands;
    double busyUntil = 0;        ///< the last change takes so long
    std::vector<double> starts;  ///< of changes
    double decreases = 0;        ///< left in hand ...
    double decreasesAt = 0;      ///< ... at this time
    bool opened = false;
};

class Changes {
public:
    Changes(const Subject& subject, const Scenario& scenario, Issues& issues)
        : m_subject{subject}, m_scenario{scenario}, m_issues{issues}
    {}
    void judge()
    {
        if (m_scenario.changes.size() > kMostParameterChanges) {
            m_issues.push_back(aboutPlace(Severity::Error, "parameter-change",
                                          scenarioPlace(m_scenario.id) + "/changes",
                                          "has " + std::to_string(m_scenario.changes.size()) + " changes",
                                          "use at most " + std::to_string(kMostParameterChanges)));
            return;
        }
        std::vector<const ParameterChange*> ordered;
        for (const ParameterChange& change : m_scenario.changes)
            ordered.push_back(&change);
        std::sort(ordered.begin(), ordered.end(), [](const ParameterChange* a, const ParameterChange* b) {
            return std::tie(a->startSeconds, a->id) < std::tie(b->startSeconds, b->id);
        });
        for (const ParameterChange* change : ordered)
            judge(*change);
    }

private:
    void report(const ParameterChange& change, Severity severity, const char* member, const std::string& what,
                const std::string& remedy, const std::string& source = {})
    {
        m_issues.push_back(aboutPlace(severity, "parameter-change",
                                      scenarioPlace(m_scenario.id) + "/changes/" + change.id + member, what,
                                      remedy));
        m_issues.back().source = source;
    }
    void judge(const ParameterChange& change)
    {
        const auto refuse = [&](const char* member, const std::string& what, const std::string& remedy) {
            report(change, Severity::Error, member, what, remedy);
        };
        const Component* component = m_subject.find(change.component);
        if (component == nullptr)
            return refuse("/component", "there is no component \"" + change.component + "\"",
                          "name a component of this design");
        const ServiceSpec* spec = m_subject.catalog.find(component->service);
        if (spec == nullptr)
            return;  // said already
        const ParameterSpec* parameter = findParameter(*spec, change.parameter);
        if (parameter == nullptr || !parameter->change)
            return refuse("/parameter",
                          (parameter ? parameter->name : "\"" + change.parameter + "\"") + " of "
                              + nameOf(*component)
                              + (parameter ? " cannot be changed while it runs" : " is no parameter of it"),
                          changeable(*spec, *component));
        if (!isVisible(*parameter, spec->parameters, component->parameters))
            return refuse("/parameter",
                          parameter->name + " of " + nameOf(*component) + " has no effect as it is set",
                          changeable(*spec, *component));
        if (!holds(parameter->change->onlyWhile, spec->parameters, component->parameters))
            return refuse("/parameter",
                          parameter->name + " of " + nameOf(*component)
                              + " is set by its own scaling, which would undo the change",
                          "turn that off, or leave the change out");
        if (isAuto(*spec, component->parameters, change.parameter))
            return refuse("/parameter",
                          parameter->name + " of " + nameOf(*component)
                              + " is sized automatically, so there is nothing it could change from",
                          "give it a number");
        const ValueProblem problem = std::holds_alternative<Auto>(change.value)
                                         ? ValueProblem{"cannot be sized automatically", "give a number"}
                                         : problemOf(*parameter, change.value);
        if (!problem.what.empty())
            return refuse("/value", parameter->name + " of " + nameOf(*component) + " " + problem.what,
                          problem.remedy);
        if (!(change.startSeconds >= 0 && std::isfinite(change.startSeconds)))
            return refuse("/startSeconds", "the change's start must be 0 or more", "correct the number");
        if (change.startSeconds >= m_scenario.durationSeconds)
            report(change, Severity::Warning, "/startSeconds",
                   "the change is asked for after the scenario has ended",
                   "ask for it earlier, or let the scenario last longer");
        Course& course = m_courses[{change.component, change.parameter}];
        if (!course.opened) {
            course.opened = true;
            course.stands = effectiveValue(*spec, component->parameters, change.parameter);
            course.value = asNumber(course.stands);
            course.decreases = parameter->change->decreasesAtOnce;
        }
        judgeCourse(change, *component, *parameter, course);
    }
    /// What AWS allows from one value to the next.
    void judgeCourse(const ParameterChange& change, const Component& component,
                     const ParameterSpec& parameter, Course& course)
    {
        const ChangeSpec& rule = *parameter.change;
        const std::string name = parameter.name + " of " + nameOf(component);
        const double value = asNumber(change.value), before = course.value, at = change.startSeconds;
        const auto refuse = [&](const char* member, const std::string& what, const std::string& remedy) {
            report(change, Severity::Error, member, what, remedy, rule.quotaSource);
        };
        if (change.value == course.stands || (value == before && value != 0))
            report(change, Severity::Warning, "/value", name + " is " + toString(change.value) + " already",
                   "change it to something else");
        if (at < course.busyUntil)
            refuse("/startSeconds",
                   "the change of " + name + " before is in force at " + plainNumber(course.busyUntil)
                       + " s only",
                   "ask for this one then or later");
        if (rule.mostFactor > 0 && (value > before * rule.mostFactor || value * rule.mostFactor < before))
            refuse("/value",
                   name + " can go from " + plainNumber(before) + " to at most "
                       + plainNumber(before * rule.mostFactor) + " and at least "
                       + plainNumber(std::ceil(before / rule.mostFactor)) + " at once",
                   "go there in several steps");
        std::erase_if(course.starts, [&](double start) { return start <= at - kDay; });
        if (rule.mostPerDay > 0 && course.starts.size() >= static_cast<std::size_t>(rule.mostPerDay))
            refuse("/startSeconds",
                   name + " can be changed " + std::to_string(rule.mostPerDay) + " times in 24 hours",
                   "leave a change out, or ask for it later");
        if (rule.decreasesAtOnce > 0 && value < before) {
            const double most = rule.decreasesAtOnce;
            course.decreases = std::min(most, course.decreases + std::floor(at / kHour)
                                                  - std::floor(course.decreasesAt / kHour));
            course.decreasesAt = at;
            if (course.decreases < 1)
                refuse("/startSeconds",
                       name + " can be lowered " + plainNumber(most) + " times, then once more each hour",
                       "leave it higher for longer");
            course.decreases -= 1;
        }
        course.starts.push_back(at);
        course.value = value;
        course.stands = change.value;
        course.busyUntil = at + secondsOf(rule, before, value);
    }

    const Subject& m_subject;
    const Scenario& m_scenario;
    Issues& m_issues;
    std::map<std::pair<ComponentId, std::string>, Course> m_courses;
};

}  // namespace

void parameterChange(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios)
        Changes{subject, scenario, issues}.judge();
}

}  // namespace plimsoll::validation
