#include "ui/importing/import_preview_panel.h"

#include "ui/importing/import_draft.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// "5,612 of 5,640 names resolve; first unresolved: YBX1, YBX2"
QString resolution(const ImportedFile &file)
{
    QString text = resolvedText(file);
    if (!file.firstUnresolved.empty()) {
        QStringList names;
        for (std::size_t i = 0; i < std::min<std::size_t>(file.firstUnresolved.size(), 3); ++i) {
            names << QString::fromStdString(file.firstUnresolved[i].substr(0, 40));
        }
        text = ImportPreviewPanel::tr("%1; first unresolved: %2").arg(text, names.join(QStringLiteral(", ")));
    }
    return text;
}

QString sentence(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral(" · "));
}

} // namespace

ImportPreviewPanel::ImportPreviewPanel(ImportDraft *draft, QWidget *parent) : QWidget(parent), draft_(draft)
{
    state_ = new QLabel(this);
    state_->setObjectName(QStringLiteral("importPreviewState"));
    state_->setForegroundRole(QPalette::PlaceholderText);
    state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    state_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    scroll_ = new QScrollArea(this);
    scroll_->setObjectName(QStringLiteral("importPreview"));
    scroll_->setAccessibleName(tr("What the cell will hold"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    auto *title = new QHBoxLayout;
    title->setSpacing(gridUnit);
    title->addWidget(makeCaption(tr("Preview"), this));
    title->addWidget(state_, 1);
    column->addLayout(title);
    column->addWidget(scroll_, 1);
    connect(draft, &ImportDraft::changed, this, &ImportPreviewPanel::refresh);
    refresh();
}

QString ImportPreviewPanel::text() const
{
    return text_;
}

void ImportPreviewPanel::describeFile(const ImportedFile &file, std::vector<Row> &rows)
{
    const QString path = QString::fromStdString(file.path.string());
    if (file.failed) {
        rows.push_back({QString::fromStdString(file.path.filename().string()), QStringLiteral("–"),
                        tr("cannot be used, see the issues"), path});
        return;
    }
    switch (file.kind) {
    case FileKind::Network: {
        const QString left = file.edgesLeftOut > 0 ? tr("%1 left out").arg(formatCount(file.edgesLeftOut)) : QString();
        const QString repeated =
            file.edgesRepeated > 0 ? tr("%1 repeated").arg(formatCount(file.edgesRepeated)) : QString();
        rows.push_back({QString::fromStdString(file.interactionType), formatCount(file.edgesKept),
                        sentence({tr("interactions"), left, repeated, resolution(file)}), path});
        break;
    }
    case FileKind::SbmlModel:
    case FileKind::CobraModel:
        rows.push_back({tr("Metabolism"), formatCount(file.hyperedges),
                        sentence({trCount("ImportPreviewPanel", "hyperedges over %1 metabolite",
                                          "hyperedges over %1 metabolites", qint64(file.hypergraphNodes)),
                                  trCount("ImportPreviewPanel", "%1 reaction in the file", "%1 reactions in the file",
                                          qint64(file.reactions)),
                                  resolution(file)}),
                        path});
        break;
    case FileKind::Annotations:
        rows.push_back(
            {tr("Annotations"), formatCount(file.genes), sentence({tr("genes have some"), resolution(file)}), path});
        break;
    case FileKind::Features:
    case FileKind::Sequences:
        if (file.featureColumns > 0) {
            rows.push_back({tr("Features"), formatCount(file.featureColumns),
                            sentence({trCount("ImportPreviewPanel", "numbers for %1 gene",
                                              "numbers for each of %1 genes", qint64(file.genes)),
                                      resolution(file)}),
                            path});
        }
        break;
    default:
        break;
    }
}

std::vector<ImportPreviewPanel::Row> ImportPreviewPanel::rows() const
{
    std::vector<Row> rows;
    const std::optional<PreviewResult> &preview = draft_->preview();
    if (!preview) {
        return rows;
    }
    if (preview->hasCell) {
        const QString named = preview->genesWithName > 0
                                  ? tr("%1 with a standard name").arg(formatCount(preview->genesWithName))
                                  : QString();
        rows.push_back({tr("Genes"), formatCount(preview->genes), named, {}});
    }
    for (const ImportedFile &file : preview->files) {
        describeFile(file, rows);
    }
    return rows;
}

void ImportPreviewPanel::fill(const std::vector<Row> &rows)
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, gridUnit, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(gridUnit);
    grid->setColumnStretch(2, 1);
    text_.clear();
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Row &row = rows[static_cast<std::size_t>(i)];
        auto *what = new QLabel(row.what, content);
        auto *number = new QLabel(row.number, content);
        auto *detail = new QLabel(row.detail, content);
        QFont bold = numberFont();
        bold.setBold(true);
        number->setFont(bold);
        what->setTextFormat(Qt::PlainText);
        detail->setTextFormat(Qt::PlainText);
        detail->setWordWrap(true);
        detail->setForegroundRole(QPalette::PlaceholderText);
        detail->setToolTip(row.path);
        grid->addWidget(what, i, 0, Qt::AlignTop);
        grid->addWidget(number, i, 1, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(detail, i, 2, Qt::AlignTop);
        text_ += QStringLiteral("%1 %2 %3\n").arg(row.what, row.number, row.detail);
    }
    grid->setRowStretch(static_cast<int>(rows.size()), 1);
    scroll_->setWidget(content);
    content->setEnabled(draft_->previewCurrent());
}

void ImportPreviewPanel::refresh()
{
    const std::vector<Row> all = rows();
    fill(all);
    QString state;
    if (draft_->importing()) {
        state = tr("Importing…");
    } else if (draft_->entries().empty()) {
        state = tr("Nothing to preview yet.");
    } else if (!hasSomethingToImport(draft_->entries())) {
        state = tr("The cell will appear here once a file names genes.");
    } else if (!draft_->previewCurrent()) {
        state = draft_->preview() ? tr("Working out what changes…") : tr("Working out what the cell will hold…");
    } else if (!draft_->preview()->hasCell) {
        state = tr("No cell can be made of these files yet; the issues say why.");
    }
    state_->setText(state);
    state_->setToolTip(state);
}

} // namespace knockscape::ui
