#include "tests/ui/drop.h"
#include "tests/ui/genes/ui_fixture.h"

#include "tests/patience.h"
#include "tests/processor_timer.h"
#include "ui/genes/paste_dialog.h"
#include "ui/genes/undecided_name_row.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestPasteDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<PasteDialog> open(PasteDialog::Purpose purpose, std::shared_ptr<const Cell> cell = smallCell())
    {
        auto dialog = std::make_unique<PasteDialog>(std::move(cell), purpose);
        dialog->show();
        return dialog;
    }
    static QPushButton *ok(PasteDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static QString summary(PasteDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("pasteSummary"))->text();
    }
    static QToolButton *choice(PasteDialog &dialog, const QString &text)
    {
        for (QToolButton *button : dialog.findChildren<QToolButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    static QRadioButton *reading(PasteDialog &dialog, const char *name)
    {
        return dialog.findChild<QRadioButton *>(QString::fromLatin1(name));
    }

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void resolvedNamesCanGo()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        QVERIFY(!ok(*dialog)->isEnabled());
        dialog->setText(QStringLiteral("hxk2, YFR053C, pgi1 HXK2"));
        QVERIFY(ok(*dialog)->isEnabled());
        // One line can be read in one way only.
        QVERIFY(!reading(*dialog, "pasteAsSet")->isVisible());
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Knock out 3 genes"));
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{(Genotype{0, 1, 2})});
        QTest::mouseClick(ok(*dialog), Qt::LeftButton);
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
    }

    void severalGenotypesAreOfferedAsAList()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(QStringLiteral("hxk2, YFR053C\npgi1 HXK2\nZWF1"));
        QRadioButton *asSet = reading(*dialog, "pasteAsSet");
        QRadioButton *asList = reading(*dialog, "pasteAsList");
        QVERIFY(asSet->isVisible() && asList->isVisible());
        QCOMPARE(asSet->text(), QStringLiteral("As one knockout set of 4 genes"));
        QCOMPARE(asList->text(), QStringLiteral("As 3 genotypes for the list, one a line"));
        QVERIFY(asList->isChecked());
        QCOMPARE(dialog->reading(), PasteDialog::Purpose::GenotypeList);
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Add 3 genotypes"));
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{0, 1}, Genotype{1, 2}, Genotype{3}}));
        shoot(*dialog, QStringLiteral("paste-readings"));
        QTest::mouseClick(asSet, Qt::LeftButton, {}, QPoint(10, asSet->height() / 2));
        QVERIFY(asSet->isChecked());
        QCOMPARE(dialog->reading(), PasteDialog::Purpose::KnockoutSet);
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Knock out 4 genes"));
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{(Genotype{0, 1, 2, 3})});
        QCOMPARE(dialog->findChild<QListView *>(QStringLiteral("pastePreview"))->model()->rowCount(), 4);
        // What a person chose stays, whatever is typed next; the keyboard can choose as well.
        dialog->setText(QStringLiteral("hxk2 pgi1\nWT"));
        QVERIFY(asSet->isChecked());
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        asSet->setFocus();
        QTest::keyClick(asSet, Qt::Key_Down);
        QCOMPARE(dialog->reading(), PasteDialog::Purpose::GenotypeList);
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{1, 2}, Genotype{}}));
    }

    void whatLinesSuggest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asList");
        QTest::newRow("a column of genes") << QStringLiteral("hxk1\nhxk2\npgi1") << false;
        QTest::newRow("one of them twice") << QStringLiteral("hxk1\nhxk2\nhxk1") << false;
        QTest::newRow("genes in two lines") << QStringLiteral("hxk1\nhxk2\npgi1 zwf1") << false;
        QTest::newRow("pairs") << QStringLiteral("hxk1 pgi1\nhxk2;zwf1") << true;
        QTest::newRow("with the wild type") << QStringLiteral("hxk1\nhxk2\nWT") << true;
        QTest::newRow("with its single") << QStringLiteral("hxk1\nhxk1 hxk2") << true;
        QTest::newRow("a table") << QStringLiteral("knockouts,fitness\nhxk1;hxk2,0.5\npgi1;zwf1,0.4") << true;
    }

    void whatLinesSuggest()
    {
        QFETCH(QString, text);
        QFETCH(bool, asList);
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(text);
        QCOMPARE(reading(*dialog, "pasteAsList")->isChecked(), asList);
        QCOMPARE(dialog->genotypes().size() > 1, asList);
        // Where genotypes were asked for, they are what is offered first.
        auto list = open(PasteDialog::Purpose::GenotypeList);
        list->setText(text);
        QVERIFY(reading(*list, "pasteAsList")->isChecked());
        QVERIFY(reading(*list, "pasteAsSet")->isVisible());
    }

    void typingIsFollowed()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClicks(edit, QStringLiteral("zwf1"));
        // What was typed is not decided before it was looked up.
        QVERIFY(!ok(*dialog)->isEnabled());
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{3}});
    }

    void ambiguousNamesAreChosen()
    {
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(QStringLiteral("HXK1 shared\nSHARED PGI1\nWT"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY(dialog->genotypes().empty());
        QVERIFY2(summary(*dialog).contains("1 ambiguous"), qPrintable(summary(*dialog)));
        auto *combo = dialog->findChild<QComboBox *>();
        QVERIFY(combo != nullptr);
        QCOMPARE(combo->currentIndex(), -1);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        const GeneIndex chosen = combo->currentData().toInt();
        QVERIFY(chosen == 5 || chosen == 6);
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{0, chosen}, Genotype{2, chosen}, Genotype{}}));
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Add 3 genotypes"));
    }

    void unknownNamesAreCorrectedOrLeftOut()
    {
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(QStringLiteral("HXK3 PGI1\nNONSENSEGENE\nTPI1 HXK3"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY2(summary(*dialog).contains("2 unknown"), qPrintable(summary(*dialog)));
        shoot(*dialog, QStringLiteral("paste-list"));
        QToolButton *suggestion = choice(*dialog, QStringLiteral("HXK2"));
        QVERIFY(suggestion != nullptr);
        QTest::mouseClick(suggestion, Qt::LeftButton);
        QVERIFY(!ok(*dialog)->isEnabled());
        const auto rows = dialog->findChildren<UndecidedNameRow *>();
        QCOMPARE(rows.size(), 2);
        const auto buttons = rows.back()->findChildren<QToolButton *>();
        QCOMPARE(buttons.back()->text(), QStringLiteral("Leave out"));
        QTest::mouseClick(buttons.back(), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        // The line whose only name was left out is gone, not the wild type.
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{1, 2}, Genotype{1, 4}}));
        QVERIFY2(summary(*dialog).contains("1 name is left out"), qPrintable(summary(*dialog)));
    }

    void decisionsSurviveEditing()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(QStringLiteral("HXK3"));
        QTest::mouseClick(choice(*dialog, QStringLiteral("HXK1")), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        dialog->setText(QStringLiteral("hxk3 ZWF1"));
        QVERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{(Genotype{0, 3})});
    }

    void allUnknownNamesCanBeLeftOutAtOnce()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(QStringLiteral("FOO BAR BAZ HXK1"));
        auto *all = dialog->findChild<QPushButton *>(QStringLiteral("pasteLeaveOutAll"));
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        QVERIFY(!all->isVisible());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{0}});
    }

    void filesAreReadByDrop()
    {
        QTemporaryDir folder;
        const QString good = folder.filePath(QStringLiteral("list.csv"));
        QFile file(good);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("knockouts,fitness\nYFR053C;YGL253W,0.5\nYBR196C,0.1\n");
        file.close();
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        drop(edit->viewport(), {good.toStdString()});
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{0, 1}, Genotype{2}}));
        // A file that is no text leaves the list alone and says so.
        const QString bad = folder.filePath(QStringLiteral("picture.png"));
        QFile binary(bad);
        QVERIFY(binary.open(QIODevice::WriteOnly));
        binary.write(QByteArray("\x89PNG\0\0\xff\xfe", 8));
        binary.close();
        drop(edit->viewport(), {bad.toStdString()});
        auto *message = dialog->findChild<QLabel *>(QStringLiteral("pasteMessage"));
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains("picture.png"));
        QVERIFY(edit->toPlainText().startsWith("knockouts"));
        drop(edit->viewport(), {folder.filePath(QStringLiteral("missing.txt")).toStdString()});
        QVERIFY(message->text().contains("missing.txt"));
    }

    void manyLinesStayResponsive()
    {
        const auto yeast = yeastGenes();
        const auto cell = yeast ? yeast : smallCell();
        QString text;
        const auto count = static_cast<GeneIndex>(cell->genes.size());
        for (int line = 0; line < 20000; ++line)
            text += QString::fromStdString(cell->genes[line % count].id) + QLatin1Char(' ') +
                    QString::fromStdString(cell->genes[(line * 7 + 3) % count].label()) + QLatin1Char('\n');
        text += QStringLiteral("unknown1 unknown2\n");
        auto dialog = open(PasteDialog::Purpose::GenotypeList, cell);
        ::knockscape::testing::ProcessorTimer timer(::knockscape::testing::ProcessorTimer::Of::Thread);
        timer.start();
        dialog->setText(text);
        const double blocked = double(timer.nsecsElapsed()) / 1e6;
        QTRY_VERIFY(summary(*dialog).contains("2 unknown"));
        qInfo("20,001 lines: window blocked %.0f ms, preview after %.0f ms", blocked,
              double(timer.nsecsElapsed()) / 1e6);
        QVERIFY2(blocked < 1500.0, qPrintable(QString::number(blocked)));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("pasteLeaveOutAll")), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes().size(), std::size_t{20000});
    }

    void closingDuringALookUpIsSafe()
    {
        QString text;
        for (int line = 0; line < 5000; ++line)
            text += QStringLiteral("hxk1 nothing%1\n").arg(line);
        for (int i = 0; i < 5; ++i) {
            auto dialog = open(PasteDialog::Purpose::GenotypeList);
            dialog->setText(text);
        }
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(text);
        dialog->setText(QStringLiteral("HXK1"));
        QTest::qWait(1);
        QTRY_COMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{0}});
    }

    void withoutACellItSaysSo()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet, nullptr);
        dialog->setText(QStringLiteral("HXK1"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("pasteMessage"))->text().contains("No cell"));
    }
};

QTEST_MAIN(TestPasteDialog)
#include "test_paste_dialog.moc"
