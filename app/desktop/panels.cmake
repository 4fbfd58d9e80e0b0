# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Inspector, results, run and text of the desktop program; listed by the CMakeLists beside this file.
set(PLIMSOLL_DESKTOP_PANELS
  inspector/component_page.cpp inspector/component_page.h
  inspector/connection_page.cpp inspector/connection_page.h
  inspector/design_page.cpp inspector/design_page.h
  inspector/group_page.cpp inspector/group_page.h
  inspector/inspector_page.cpp inspector/inspector_page.h
  inspector/inspector_panel.cpp inspector/inspector_panel.h
  inspector/parameter_form.cpp inspector/parameter_form.h
  inspector/parameter_row.cpp inspector/parameter_row.h
  inspector/profile_preview.cpp inspector/profile_preview.h
  inspector/region_picker.cpp inspector/region_picker.h
  inspector/scenario_fields.cpp inspector/scenario_fields.h
  inspector/scenario_list.cpp inspector/scenario_list.h
  inspector/scenario_picker.cpp inspector/scenario_picker.h
  inspector/sentence_words.cpp
  inspector/summary_page.cpp inspector/summary_page.h
  render/report_export.cpp render/report_export.h
  results/audit_page.cpp results/audit_page.h
  results/bill_page.cpp results/bill_page.h
  results/charts_page.cpp results/charts_page.h
  results/compare_page.cpp results/compare_page.h
  results/compared_bars.cpp results/compared_bars.h
  results/components_page.cpp results/components_page.h
  results/number_trees.cpp results/number_trees.h
  results/cost_bars.cpp results/cost_bars.h
  results/delay_page.cpp results/delay_page.h
  results/difference_page.cpp results/difference_page.h
  results/finding_card.cpp results/finding_card.h
  results/history_page.cpp results/history_page.h
  results/overview_page.cpp results/overview_page.h
  results/price_field.cpp results/price_field.h
  results/results_panel.cpp results/results_panel.h
  results/run_figures.cpp
  results/run_series.cpp
  results/study_page.cpp results/study_page.h
  results/throughput_chart.cpp results/throughput_chart.h
  results/waterfall.cpp results/waterfall.h
  run/compared_designs.cpp run/compared_designs.h
  run/difference_session.cpp run/difference_session.h
  run/line_counts.cpp
  run/run_session.cpp run/run_session.h
  run/study_session.cpp run/study_session.h
  text/core_text.cpp
  text/format.cpp text/format.h
  text/language.cpp text/language.h
  text/metric_name.cpp
  text/parameter_text.cpp
  text/pseudo_translator.cpp text/pseudo_translator.h
)
