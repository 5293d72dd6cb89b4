#pragma once

#include "tests/ui/drop.h"
#include "ui/importing/import_draft.h"
#include "ui/importing/import_list_view.h"
#include "ui/importing/import_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::ui::tests
{

/// Reading and previewing small files on a busy machine.
inline constexpr int readingPatience = 60'000;

/// Small files as people have them, in a folder of their own.
class ImportFiles
{
public:
    std::filesystem::path folder() const { return std::filesystem::path(folder_.path().toStdString()); }

    std::filesystem::path write(const std::string &name, const std::string &content) const
    {
        std::ofstream(folder() / name, std::ios::binary) << content;
        return folder() / name;
    }

    std::filesystem::path genes() const
    {
        return write("genes.tsv", "id\tname\tdescription\nYAL001C\tTFC3\tfirst\nYAL002W\tVPS8\tsecond\nYAL003W\tEFB1\t"
                                  "third\nYBR058C-A\tTSC3\tfourth\n");
    }

    /// Line 4 names a gene that the gene table lacks.
    std::filesystem::path physical() const
    {
        return write("physical.tsv", "source\ttarget\nYAL001C\tYAL002W\nYAL002W\tYAL003W\nYAL003W\tNOGENE1\n");
    }

    std::filesystem::path regulatory() const
    {
        return write("regulatory.gml",
                     "graph [\n directed 1\n node [ id 0 label \"TFC3\" ]\n node [ id 1 label \"VPS8\" "
                     "]\n edge [ source 0 target 1 ]\n]\n");
    }

    std::filesystem::path model(const std::string &name = "model.xml") const
    {
        return write(name,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\"><model "
                     "id=\"small\"><listOfCompartments><compartment id=\"c\"/></listOfCompartments><listOfSpecies>"
                     "<species id=\"M_a\" compartment=\"c\"/><species id=\"M_b\" compartment=\"c\"/></listOfSpecies>"
                     "<listOfReactions><reaction id=\"R_r1\" reversible=\"false\"><notes><body "
                     "xmlns=\"http://www.w3.org/1999/xhtml\"><p>GENE_ASSOCIATION: YAL001C or YAL002W</p></body></notes>"
                     "<listOfReactants><speciesReference species=\"M_a\"/></listOfReactants><listOfProducts>"
                     "<speciesReference species=\"M_b\"/></listOfProducts></reaction><reaction id=\"R_r2\" "
                     "reversible=\"false\"><listOfReactants><speciesReference species=\"M_b\"/></listOfReactants>"
                     "<listOfProducts><speciesReference species=\"M_a\"/></listOfProducts></reaction>"
                     "</listOfReactions></model></sbml>\n");
    }

    /// A network that takes a while to read.
    std::filesystem::path bigNetwork(int rows) const
    {
        std::ofstream out(folder() / "big.tsv");
        out << "source\ttarget\n";
        for (int i = 0; i < rows; ++i) {
            out << 'G' << i % 9973 << "\tG" << (i * 31LL + 7) % 7919 << '\n';
        }
        return folder() / "big.tsv";
    }

    /// A table whose columns nobody can guess.
    std::filesystem::path oddColumns() const
    {
        return write("pairs.tsv", "experiment\tleft\tright\nrun 1\tYAL001C\tYAL002W\nrun 2\tYAL002W\tYBR058C-A\n");
    }

private:
    QTemporaryDir folder_;
};

/// Chooses an entry of a list by clicking it open and by keys, as a person does without a mouse wheel.
inline void chooseInCombo(QComboBox *combo, const QString &text)
{
    const int wanted = combo->findText(text, Qt::MatchStartsWith);
    QVERIFY2(wanted >= 0, qPrintable(text));
    combo->setFocus();
    const bool down = wanted > combo->currentIndex();
    for (int step = std::abs(wanted - combo->currentIndex()); step > 0; --step) {
        QTest::keyClick(combo, down ? Qt::Key_Down : Qt::Key_Up);
    }
    QCOMPARE(combo->currentIndex(), wanted);
}

/// The assistant alone in a window.
class ImportFixture
{
public:
    ImportFixture()
    {
        page.resize(1240, 660);
        page.show();
        page.activateWindow();
    }

    ImportDraft *draft() { return page.draft(); }
    ImportListModel *list() { return page.draft()->list(); }
    ImportListView *view() { return page.findChild<ImportListView *>(); }
    template <typename Widget>
    Widget *child(const char *name)
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    QString status() { return child<QLabel>("importStatus")->text(); }
    QString cell(int row, int column) { return list()->index(row, column).data().toString(); }
    QComboBox *useOf(int row)
    {
        return qobject_cast<QComboBox *>(view()->indexWidget(list()->index(row, ImportListModel::UseColumn)));
    }
    /// Waits until every file was looked at and the preview is of the list as it is.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(draft()->previewCurrent(), readingPatience); }

    ImportFiles files;
    ImportPage page;
};

} // namespace knockscape::ui::tests
