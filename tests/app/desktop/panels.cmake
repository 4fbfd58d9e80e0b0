# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
# PLIMSOLL_PANEL_TESTS: inspector, results, run and text.
set(PLIMSOLL_PANEL_TESTS
  panel_fixture.h
  tst_accessibility.cpp
  tst_arrange.cpp
  tst_charts.cpp
  tst_compare_page.cpp
  tst_differences.cpp
  tst_history.cpp
  tst_inspector.cpp
  misfits.h
  tst_languages.cpp
  pdf_text.h
  tst_render_picture.cpp
  tst_render_report.cpp
  tst_results.cpp
  text_recorder.h
  tst_run_session.cpp
  tst_text.cpp
  tst_studies.cpp
  tst_timeline.cpp
  tst_text_fits.cpp
)
