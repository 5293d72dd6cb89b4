#include "ui/compare/compare_panel_private.h"

#include "ui/compare/agreement_words.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/path_text.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

QString orderText(int order)
{
    switch (order) {
    case 0:
        return ComparePanel::tr("wild type");
    case 1:
        return ComparePanel::tr("singles");
    case 2:
        return ComparePanel::tr("doubles");
    case 3:
        return ComparePanel::tr("triples");
    default:
        return ComparePanel::tr("%1 genes").arg(order);
    }
}

} // namespace

ComparePanel::Private::Private(ComparePanel *panel, Session *document, InferenceService *inference)
    : q(panel), session(document), service(inference)
{
    build();
    connectAll();
    updateEmptyPage();
}

void ComparePanel::Private::connectAll()
{
    connect(session, &Session::cellChanged, this, [this] { onCellChanged(); });
    connect(session, &Session::modelsChanged, this, [this] { compare(); });
    connect(session, &Session::measuredChanged, this, [this] { compare(); });
    connect(&labels, &LabelService::progressed, this,
            [this](const QString &stage, quint64 done, quint64 total) { showBusy(stage, done, total); });
    connect(&labels, &LabelService::refused, this, [this](const std::vector<Issue> &issues) {
        compare();
        emit q->reported(ComparePanel::tr("The measured values were not read"), issues);
    });
    connect(&labels, &LabelService::ready, this,
            [this](const auto &, const MeasuredLabelsPtr &measured, const std::vector<Issue> &issues) {
                session->setMeasured(measured);
                if (!issues.empty()) {
                    emit q->reported(ComparePanel::tr("%1 was read, with remarks").arg(measured->title()), issues);
                }
            });
    connect(&service, &ComparisonService::progressed, this, [this](quint64 done, quint64 total) {
        showBusy(done < total ? ComparePanel::tr("Predicting the measured genotypes")
                              : ComparePanel::tr("Fitting the baselines"),
                 done < total ? done : 0, done < total ? total : 0);
    });
    connect(&service, &ComparisonService::ready, this, [this](const ComparisonPtr &made) { showComparison(made); });
    connect(&service, &ComparisonService::failed, this, [this](const std::vector<Issue> &issues) {
        updateEmptyPage();
        emit q->reported(ComparePanel::tr("The measured genotypes were not predicted"), issues);
    });
    connect(&service, &ComparisonService::measured, this, [this](const AgreementReport &report) {
        agreement->show(report);
        showLeftOut(report.sameAsModel);
    });
    connect(phenotype, &QButtonGroup::idClicked, this, [this] { fillChoices(); });
    for (QComboBox *box : {order, source, use}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!choosing) {
                updateRows();
            }
        });
    }
    connect(plot, &PredictionPlot::rowActivated, this, [this](int row) { selectSource(row, true); });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { selectSource(model.sourceRow(current.row()), false); });
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit q->genotypeActivated(model.genotype(model.sourceRow(index.row())));
    });
}

void ComparePanel::Private::onCellChanged()
{
    labels.cancel();
    offered.clear();
    compare();
}

void ComparePanel::Private::compare()
{
    service.abandon();
    comparison.reset();
    model.show(nullptr, nullptr, {}, Phenotype::Fitness);
    plot->setPoints({});
    agreement->show({});
    showLeftOut({});
    const MeasuredLabelsPtr &measured = session->measured();
    if (measured && session->cell() && !session->models().empty()) {
        showBusy(ComparePanel::tr("Predicting the measured genotypes"), 0, measured->rows().size());
        service.compare(measured, session->models(), session->cell()->genes.size());
    } else {
        updateEmptyPage();
    }
}

void ComparePanel::Private::showBusy(const QString &text, quint64 done, quint64 total)
{
    busyText->setText(text);
    busyBar->setRange(0, total > 0 ? 1000 : 0);
    busyBar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    pages->setCurrentIndex(1);
}

void ComparePanel::Private::updateEmptyPage()
{
    pages->setCurrentIndex(0);
    offerButton->setVisible(!offered.empty() && !session->measured());
    offerButton->setText(ComparePanel::tr("Load %1").arg(toQString(offered.filename())));
    offerButton->setToolTip(toQString(offered));
    if (!session->cell()) {
        emptyText->setText(ComparePanel::tr("Open a cell and a model first; then load what was measured."));
    } else if (session->models().empty()) {
        emptyText->setText(ComparePanel::tr("No model is open that could be compared: File › Open model, or train one "
                                            "with Model › Train."));
    } else {
        emptyText->setText(ComparePanel::tr(
            "How good are the predictions? Load what was measured (or simulated): a table of knockouts with fitness or "
            "interaction, or the tables of Costanzo et al. 2016.\nExactly those genotypes are predicted and set beside "
            "simple baselines."));
    }
}

void ComparePanel::Private::showComparison(const ComparisonPtr &made)
{
    comparison = made;
    const LabelCounts &counts = made->measured->counts();
    QAbstractButton *fitness = phenotype->button(static_cast<int>(Phenotype::Fitness));
    QAbstractButton *interaction = phenotype->button(static_cast<int>(Phenotype::Interaction));
    fitness->setEnabled(counts.fitnessRows > 0);
    interaction->setEnabled(counts.interactionRows > 0);
    if (counts.fitnessRows == 0) {
        interaction->setChecked(true);
    } else if (counts.interactionRows == 0) {
        fitness->setChecked(true);
    }
    fillChoices();
    pages->setCurrentIndex(2);
}

/// Fills the boxes with what the labels hold of the phenotype, keeping what was chosen where it still exists.
void ComparePanel::Private::fillChoices()
{
    if (!comparison) {
        return;
    }
    choosing = true;
    const RowChoice before = choice();
    const bool first =
        use->count() == 0 || use->property("labels").toULongLong() != quint64(comparison->measured.get());
    std::map<int, std::int64_t> orders;
    std::map<std::string, std::int64_t> sources;
    for (const std::uint32_t row : chosenRows(*comparison, {before.phenotype, 0, std::nullopt, RowUse::All})) {
        ++orders[static_cast<int>(comparison->rows()[row].genotype.size())];
        ++sources[comparison->rows()[row].source];
    }
    order->clear();
    order->addItem(ComparePanel::tr("all orders"), 0);
    for (const auto &[n, count] : orders) {
        order->addItem(QStringLiteral("%1 (%2)").arg(orderText(n), formatCount(count)), n);
    }
    order->setCurrentIndex(std::max(0, order->findData(before.order)));
    order->setVisible(orders.size() > 1);
    source->clear();
    source->addItem(ComparePanel::tr("all sources"));
    for (const auto &[name, count] : sources) {
        const QString text = name.empty() ? ComparePanel::tr("no source named") : QString::fromStdString(name);
        source->addItem(QStringLiteral("%1 (%2)").arg(text, formatCount(count)), QString::fromStdString(name));
    }
    source->setCurrentIndex(before.source ? std::max(0, source->findData(QString::fromStdString(*before.source))) : 0);
    source->setVisible(sources.size() > 1);
    table->setColumnHidden(ComparisonModel::Source, sources.size() == 1 && sources.begin()->first.empty());
    use->clear();
    use->addItem(ComparePanel::tr("all rows"), static_cast<int>(RowUse::All));
    if (comparison->anyTrained) {
        use->addItem(ComparePanel::tr("held out"), static_cast<int>(RowUse::HeldOut));
        use->addItem(ComparePanel::tr("trained on"), static_cast<int>(RowUse::Trained));
    }
    const RowUse wanted = first && comparison->anyTrained ? RowUse::HeldOut : before.use;
    use->setCurrentIndex(std::max(0, use->findData(static_cast<int>(wanted))));
    use->setVisible(comparison->anyTrained);
    use->setProperty("labels", quint64(comparison->measured.get()));
    choosing = false;
    updateRows();
}

RowChoice ComparePanel::Private::choice() const
{
    RowChoice result;
    result.phenotype = static_cast<Phenotype>(phenotype->checkedId());
    result.order = order->currentData().toInt();
    if (source->currentData().isValid()) {
        result.source = source->currentData().toString().toStdString();
    }
    result.use = static_cast<RowUse>(use->currentData().toInt());
    return result;
}

void ComparePanel::Private::updateRows()
{
    if (!comparison) {
        return;
    }
    const RowChoice chosen = choice();
    const std::vector<std::uint32_t> rows = chosenRows(*comparison, chosen);
    model.show(session->cell(), comparison, rows, chosen.phenotype);
    std::vector<PlotPoint> points;
    points.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        PlotPoint point{static_cast<int>(row), model.label(static_cast<int>(row)), comparison->predictions[row]};
        point.measured = comparison->measuredValue(row, chosen.phenotype);
        point.measuredKind = comparison->kindOf(row);
        point.trainedOn = comparison->splits[row] == Split::Train;
        points.push_back(std::move(point));
    }
    plot->setLabelKind(comparison->measured->kind());
    plot->setQuantity(chosen.phenotype == Phenotype::Fitness ? MeasuredQuantity::Fitness
                                                             : MeasuredQuantity::Interaction);
    plot->setPoints(std::move(points));
    plot->resetZoom();
    service.measure(comparison, rows, chosen.phenotype);
    updateSummary();
}

/// A baseline that is the model under another name is no line of the table, but a word under it.
void ComparePanel::Private::showLeftOut(const std::vector<std::string> &names)
{
    QStringList titles;
    for (const std::string &name : names) {
        titles << predictorTitle(name);
    }
    leftOut->setText(titles.isEmpty()
                         ? QString()
                         : trCount("ComparePanel", "Not listed: %2, which says of these rows what the model says.",
                                   "Not listed: %2, which say of these rows what the model says.", titles.size())
                               .arg(titles.join(QStringLiteral(", "))));
    leftOut->setToolTip(
        titles.isEmpty()
            ? QString()
            : ComparePanel::tr("The product of single deletions, none of which is among the labels, is the product of "
                               "the model's own: it is no yardstick for the model."));
}

void ComparePanel::Private::updateSummary()
{
    const RowChoice chosen = choice();
    title->setText(comparison->measured->title());
    QStringList files;
    for (const auto &file : comparison->measured->files()) {
        files << toQString(file);
    }
    title->setToolTip(files.join(QLatin1Char('\n')));
    const auto rows = static_cast<std::int64_t>(model.seenRows().size());
    QString text = trCount("ComparePanel", "%2 of %1 row", "%2 of %1 rows", comparison->measured->counts().rows)
                       .arg(formatCount(rows));
    if (const LabelKind kind = comparison->measured->kind(); kind == LabelKind::Simulated || kind == LabelKind::Mixed) {
        text += QStringLiteral(" · ") + QString::fromStdString(adjectiveOf(kind));
    }
    QString tip;
    if (comparison->anyTrained && chosen.use != RowUse::HeldOut) {
        const QString amber = severityColour(Severity::Warning, q->palette()).name();
        text += QStringLiteral(" · <span style='color:%1'>⚠</span> %2")
                    .arg(amber, chosen.use == RowUse::Trained
                                    ? ComparePanel::tr("the model learnt from these rows")
                                    : ComparePanel::tr("the model learnt from some of these rows"));
        tip = ComparePanel::tr("Accuracy on rows that were trained on flatters the model; choose “held out”.");
    } else if (comparison->anyTrained) {
        text += QStringLiteral(" · ") + ComparePanel::tr("not trained on");
        tip = ComparePanel::tr("The split is recorded in the model file; the baselines learn from the training rows.");
    } else {
        text += QStringLiteral(" · ") + ComparePanel::tr("the model was trained on other labels");
        tip =
            ComparePanel::tr("The hash of these labels is not the one in the model file, so which of them it has seen "
                             "is not known. Each baseline learns from four fifths of the rows and predicts the rest.");
    }
    if (comparison->measured->derivedInteractions() > 0 && chosen.phenotype == Phenotype::Interaction) {
        tip += QLatin1Char('\n') + trCount("ComparePanel", "%1 interaction follows from the fitness of parts.",
                                           "%1 interactions follow from the fitness of parts.",
                                           qint64(comparison->measured->derivedInteractions()));
    }
    summary->setText(text);
    summary->setToolTip(tip);
}

void ComparePanel::Private::selectSource(int row, bool fromPlot)
{
    if (!comparison || row < 0) {
        return;
    }
    plot->setSelectedRows({row});
    if (fromPlot) {
        const QSignalBlocker quiet(table->selectionModel());
        const QModelIndex index = model.index(model.rowOfSource(row), 0);
        table->selectionModel()->setCurrentIndex(index,
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        table->scrollTo(index);
        table->viewport()->update();
    }
    emit q->genotypeSelected(model.genotype(row));
}

ComparePanel::ComparePanel(Session *session, InferenceService *inference, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, inference))
{
}

ComparePanel::~ComparePanel() = default;

void ComparePanel::load(const std::vector<std::filesystem::path> &files)
{
    if (!d->session->cell() || files.empty()) {
        return;
    }
    d->service.abandon();
    d->showBusy(tr("Reading labels"), 0, 0);
    d->labels.read(files, d->session->cell());
}

void ComparePanel::offer(const std::filesystem::path &labels)
{
    d->offered = labels;
    if (!d->labels.busy() && !d->service.busy() && !d->comparison) {
        d->updateEmptyPage();
    }
}

void ComparePanel::chooseFiles()
{
    const QString key = QStringLiteral("folders/labels");
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Load measured values (several files are joined)"),
                                                            QSettings().value(key, QDir::homePath()).toString(),
                                                            tr("Labels (*.tsv *.csv *.txt *.gz *.bz2);;All files (*)"));
    if (files.isEmpty()) {
        return;
    }
    QSettings().setValue(key, QFileInfo(files.front()).absolutePath());
    std::vector<std::filesystem::path> paths;
    for (const QString &file : files) {
        paths.emplace_back(file.toStdString());
    }
    load(paths);
}

ComparisonPtr ComparePanel::comparison() const
{
    return d->comparison;
}

std::vector<std::uint32_t> ComparePanel::chosen() const
{
    return d->model.seenRows();
}

} // namespace knockscape::ui
