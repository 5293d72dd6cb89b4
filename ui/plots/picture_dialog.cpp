#include "ui/plots/picture_dialog.h"

#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr QSize kPreview(420, 300);
/// Smaller text than journals print.
constexpr double kReadable = 5.0;
enum Unit { Millimetres, Pixels };

/// A width that journals and slides have; the height follows the picture's shape.
struct Preset {
    const char *name;
    double width;
    double textSize;
};
constexpr std::array<Preset, 4> kPresets{{
    {QT_TRANSLATE_NOOP("PictureDialog", "One column (85 mm)"), 85.0, 7.0},
    {QT_TRANSLATE_NOOP("PictureDialog", "One and a half columns (120 mm)"), 120.0, 7.0},
    {QT_TRANSLATE_NOOP("PictureDialog", "Two columns (180 mm)"), 180.0, 8.0},
    {QT_TRANSLATE_NOOP("PictureDialog", "Slide (254 mm)"), 254.0, 12.0},
}};

const QString folderKey = QStringLiteral("folders/export");

} // namespace

PictureDialog::PictureDialog(PictureSource source, QWidget *parent)
    : QDialog(parent), source_(std::move(source)), layout_(rememberedLayout(source_.kind, source_.layout))
{
    setObjectName(QStringLiteral("pictureDialog"));
    setWindowTitle(tr("Export the picture"));
    build();
    showLayout();
    drawPreview();
}

void PictureDialog::build()
{
    preset_ = new QComboBox;
    preset_->setObjectName(QStringLiteral("picturePreset"));
    preset_->addItem(tr("Chosen below"));
    for (const Preset &preset : kPresets)
        preset_->addItem(tr(preset.name));
    const auto side = [](const QString &name, const QString &caption) {
        auto *box = new QDoubleSpinBox;
        box->setObjectName(name);
        box->setAccessibleName(caption);
        box->setDecimals(0);
        box->setKeyboardTracking(false);
        return box;
    };
    width_ = side(QStringLiteral("pictureWidth"), tr("Width"));
    height_ = side(QStringLiteral("pictureHeight"), tr("Height"));
    unit_ = new QComboBox;
    unit_->setObjectName(QStringLiteral("pictureUnit"));
    unit_->setAccessibleName(tr("Unit"));
    unit_->addItems({tr("mm"), tr("pixels")});
    auto *size = new QHBoxLayout;
    size->setSpacing(gridUnit);
    size->addWidget(width_, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(height_, 1);
    size->addWidget(unit_);
    text_ = new QDoubleSpinBox;
    text_->setObjectName(QStringLiteral("pictureText"));
    text_->setRange(PictureLayout::smallestText, PictureLayout::largestText);
    text_->setDecimals(1);
    text_->setSingleStep(0.5);
    text_->setSuffix(tr(" pt"));
    dpi_ = new QSpinBox;
    dpi_->setObjectName(QStringLiteral("pictureDpi"));
    dpi_->setRange(PictureLayout::fewestDots, PictureLayout::mostDots);
    dpi_->setSuffix(tr(" dpi"));
    dpi_->setToolTip(tr("Dots per inch of a .png; .svg and .pdf are sharp at any size"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * gridUnit);
    form->setVerticalSpacing(gridUnit);
    form->addRow(tr("Width of"), preset_);
    form->addRow(tr("Size"), size);
    form->addRow(tr("Text"), text_);
    form->addRow(tr("Resolution"), dpi_);

    preview_ = new QLabel;
    preview_->setObjectName(QStringLiteral("picturePreview"));
    preview_->setAccessibleName(tr("Preview"));
    preview_->setFixedSize(kPreview + QSize(2, 2));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setWordWrap(true);
    facts_ = new QLabel;
    facts_->setObjectName(QStringLiteral("pictureFacts"));
    facts_->setForegroundRole(QPalette::PlaceholderText);
    remark_ = new QLabel;
    remark_->setObjectName(QStringLiteral("pictureRemark"));
    remark_->setWordWrap(true);
    // Room at all times, so that nothing jumps while one chooses.
    remark_->setMinimumHeight(2 * remark_->fontMetrics().lineSpacing());
    remark_->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    copy_ = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy_->setObjectName(QStringLiteral("pictureCopy"));
    copy_->setIcon(themedIcon(QStringLiteral("copy")));
    save_ = buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("pictureSave"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    column->setSpacing(gridUnit);
    column->addLayout(form);
    column->addWidget(preview_, 0, Qt::AlignHCenter);
    column->addWidget(facts_, 0, Qt::AlignHCenter);
    column->addWidget(remark_);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
    save_->setDefault(true);

    connect(preset_, &QComboBox::activated, this, &PictureDialog::choosePreset);
    for (QDoubleSpinBox *box : {width_, height_, text_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &PictureDialog::read);
    connect(dpi_, &QSpinBox::valueChanged, this, &PictureDialog::read);
    connect(unit_, &QComboBox::currentIndexChanged, this, &PictureDialog::showLayout);
    // Not QDialogButtonBox::accepted: the dialog stays where no file was chosen.
    connect(save_, &QPushButton::clicked, this, &PictureDialog::chooseFile);
    connect(copy_, &QPushButton::clicked, this, &PictureDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    pause_.setSingleShot(true);
    pause_.setInterval(60);
    connect(&pause_, &QTimer::timeout, this, &PictureDialog::drawPreview);
}

void PictureDialog::setLayoutChosen(const PictureLayout &layout)
{
    layout_ = layout;
    showLayout();
}

/// Fields, facts and remark say what layout_ is.
void PictureDialog::showLayout()
{
    const QScopedValueRollback<bool> quiet(showing_, true);
    const bool pixels = unit_->currentIndex() == Pixels;
    const auto shown = [&](double millimetres) { return pixels ? pixelsOf(millimetres, layout_.dpi) : millimetres; };
    for (QDoubleSpinBox *box : {width_, height_})
        box->setRange(std::ceil(shown(PictureLayout::smallestSide)), std::floor(shown(PictureLayout::largestSide)));
    width_->setValue(shown(layout_.width));
    height_->setValue(shown(layout_.height));
    text_->setValue(layout_.textSize);
    dpi_->setValue(layout_.dpi);
    int preset = 0;
    for (std::size_t i = 0; i < kPresets.size(); ++i) {
        if (std::abs(kPresets[i].width - layout_.width) < 0.5)
            preset = static_cast<int>(i) + 1;
    }
    preset_->setCurrentIndex(preset);
    const QSize dots = layout_.pixels();
    const QLocale locale;
    facts_->setText(tr("%1 × %2 mm · %3 × %4 pixels as .png")
                        .arg(locale.toString(layout_.width, 'f', 0), locale.toString(layout_.height, 'f', 0),
                             locale.toString(dots.width()), locale.toString(dots.height())));
    QString remark = source_.remark ? source_.remark(layout_) : QString();
    if (remark.isEmpty() && layout_.textSize < kReadable)
        remark = tr("Text smaller than %1 points is hard to read.").arg(locale.toString(kReadable, 'f', 0));
    QPalette amber = palette();
    amber.setColor(QPalette::WindowText, severityColour(Severity::Warning, palette()));
    remark_->setPalette(amber);
    remark_->setText(remark);
    pause_.start();
}

void PictureDialog::read()
{
    if (showing_)
        return;
    const int before = layout_.dpi;
    layout_.dpi = dpi_->value();
    layout_.textSize = text_->value();
    // The sizes in the fields are those of the resolution that they were entered with.
    const bool pixels = unit_->currentIndex() == Pixels;
    const auto millimetres = [&](const QDoubleSpinBox *box, double now) {
        const double shown = pixels ? pixelsOf(now, before) : now;
        // A field shows whole numbers: what was not changed keeps its fraction.
        if (std::abs(shown - box->value()) < 0.5)
            return now;
        return pixels ? millimetresOf(box->value(), before) : box->value();
    };
    layout_.width = millimetres(width_, layout_.width);
    layout_.height = millimetres(height_, layout_.height);
    showLayout();
}

void PictureDialog::choosePreset(int index)
{
    if (index > 0) {
        const Preset &preset = kPresets[static_cast<std::size_t>(index - 1)];
        layout_.height = std::clamp(preset.width * source_.layout.height / source_.layout.width,
                                    PictureLayout::smallestSide, PictureLayout::largestSide);
        layout_.width = preset.width;
        layout_.textSize = preset.textSize;
        showLayout();
    }
}

void PictureDialog::drawPreview()
{
    const bool something = static_cast<bool>(source_.paint);
    save_->setEnabled(something);
    copy_->setEnabled(something);
    if (!something) {
        preview_->setText(tr("There is nothing to export yet."));
        return;
    }
    const QSize logical = layout_.logicalSize();
    const QSize fitted = logical.scaled(kPreview, Qt::KeepAspectRatio);
    const double ratio = devicePixelRatioF();
    QImage image((QSizeF(fitted) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(static_cast<double>(image.width()) / logical.width());
    image.fill(Qt::white);
    source_.paint(image, layout_, false);
    image.setDevicePixelRatio(ratio);
    preview_->setPixmap(QPixmap::fromImage(image));
}

void PictureDialog::chooseFile()
{
    const QString folder = QSettings().value(folderKey, QDir::homePath()).toString();
    QString chosen;
    QString file = QFileDialog::getSaveFileName(
        this, tr("Export the picture"), QDir(folder).filePath(source_.kind + QStringLiteral(".png")),
        tr("Image (*.png);;Scalable picture (*.svg);;Document (*.pdf)"), &chosen);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty()) {
        // "Image (*.png)" → ".png"
        file += chosen.section(QLatin1Char('*'), 1, 1).section(QLatin1Char(')'), 0, 0);
    }
    QSettings().setValue(folderKey, QFileInfo(file).absolutePath());
    saveTo(file);
}

void PictureDialog::saveTo(const QString &file)
{
    rememberLayout(source_.kind, layout_);
    QString error;
    const bool written = writePicture(source_, layout_, file, &error);
    accept();
    emit ended(written, file, error);
}

void PictureDialog::copy()
{
    rememberLayout(source_.kind, layout_);
    QApplication::clipboard()->setImage(pictureImage(source_, layout_));
    accept();
}

} // namespace knockscape::ui
