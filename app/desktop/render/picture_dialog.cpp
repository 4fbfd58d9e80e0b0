// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/picture_dialog.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/document/pages.h"

#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace plimsoll {

namespace {

enum Part { Whole, Selection, AllPages };

}  // namespace

PictureDialog::PictureDialog(CanvasScene& scene, QWidget* parent)
    : QDialog{parent},
      m_scene{scene},
      m_selected{scene.selectedIds()},
      m_kind{new QComboBox{this}},
      m_scale{new QComboBox{this}},
      m_part{new QComboBox{this}},
      m_colours{new QComboBox{this}},
      m_transparent{new QCheckBox{tr("&Nothing behind the drawing"), this}},
      m_size{new QLabel{this}}
{
    setWindowTitle(tr("Export a picture"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->addItem(tr("PNG, pixels"), QStringLiteral("png"));
    m_kind->addItem(tr("SVG, shapes and text"), QStringLiteral("svg"));
    m_kind->addItem(tr("PDF, for printing"), QStringLiteral("pdf"));
    m_scale->setObjectName(QStringLiteral("scale"));
    for (int scale = 1; scale <= kLargestPictureScale; ++scale)
        m_scale->addItem(tr("%1×").arg(scale), scale);
    m_scale->setCurrentIndex(PictureOptions{}.scale - 1);
    m_part->setObjectName(QStringLiteral("part"));
    const Pages pages{scene.document().design()};
    const auto count = static_cast<int>(pages.list().size());
    m_part->addItem(count > 1 ? tr("This page") : tr("The whole drawing"), Whole);
    if (count > 1)
        m_part->addItem(tr("All %n pages", nullptr, count), AllPages);
    if (!m_selected.isEmpty())
        m_part->addItem(tr("The selection (%n)", nullptr, static_cast<int>(m_selected.size())), Selection);
    m_part->setEnabled(m_part->count() > 1);
    m_colours->setObjectName(QStringLiteral("colours"));
    m_colours->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_colours->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_colours->setCurrentIndex(Theme::current().isDark() ? 1 : 0);
    m_size->setProperty("role", "muted");

    auto* form = new QFormLayout{this};
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Size"), m_scale);
    form->addRow(tr("&Part"), m_part);
    form->addRow(tr("&Colours"), m_colours);
    form->addRow(QString{}, m_transparent);
    form->addRow(QString{}, m_size);
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Save | QDialogButtonBox::Cancel, this};
    buttons->button(QDialogButtonBox::Save)->setText(tr("Export…"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox* each : {m_kind, m_scale, m_part})
        connect(each, &QComboBox::currentIndexChanged, this, &PictureDialog::showSize);
    showSize();
}

PictureOptions PictureDialog::options() const
{
    PictureOptions options;
    options.scale = m_scale->currentData().toInt();
    options.theme = static_cast<ThemeChoice>(m_colours->currentData().toInt());
    options.transparent = m_transparent->isChecked();
    return options;
}

std::vector<Drawing> PictureDialog::drawings() const
{
    if (m_part->currentData().toInt() == AllPages)
        return drawingsOfPages(m_scene);
    return {shown()};
}

Drawing PictureDialog::shown() const
{
    return drawingOf(m_scene, m_part->currentData().toInt() == Selection ? m_selected : QStringList{});
}

QString PictureDialog::suffix() const
{
    return m_kind->currentData().toString();
}

QString PictureDialog::filter() const
{
    return QStringLiteral("%1 (*.%2)").arg(suffix().toUpper(), suffix());
}

void PictureDialog::showSize()
{
    const bool pixels = suffix() == QLatin1String{"png"};
    m_scale->setEnabled(pixels);
    if (m_part->currentData().toInt() == AllPages) {
        m_size->setText(suffix() == QLatin1String{"pdf"} ? tr("One file, a page for each")
                                                         : tr("A file for each, called after its page"));
        return;
    }
    const QSizeF size = shown().size * (pixels ? m_scale->currentData().toInt() : 1);
    const QLocale locale;
    m_size->setText(
        pixels ? tr("%1 × %2 pixels")
                     .arg(locale.toString(qRound(size.width())), locale.toString(qRound(size.height())))
               : tr("Shapes: sharp at any size"));
}

}  // namespace plimsoll
