#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QPair>
#include <QTranslator>
#include <QXmlStreamReader>

/// The German texts as the translators' file has them, without a compiled one.
namespace knockscape::ui::tests
{

/// Speaks German from load() until it is destroyed; what is not translated yet stays English.
class German : public QTranslator
{
public:
    ~German() override { QCoreApplication::removeTranslator(this); }

    /// False where the file cannot be read.
    bool load()
    {
        QFile file(QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/../translations/knockscape_de.ts"));
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                readTranslation(xml, {context, source});
            }
        }
        return !texts_.isEmpty() && QCoreApplication::installTranslator(this);
    }

    bool isEmpty() const override { return texts_.isEmpty(); }

    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        const QStringList forms = texts_.value({QString::fromUtf8(context), QString::fromUtf8(source)});
        return forms.isEmpty() ? QString() : forms.at(forms.size() > 1 && n != 1 ? 1 : 0);
    }

private:
    void readTranslation(QXmlStreamReader &xml, const QPair<QString, QString> &key)
    {
        QString text;
        QStringList forms;
        while (!(xml.isEndElement() && xml.name() == QLatin1String("translation")) && !xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) {
                forms << xml.readElementText();
            } else if (xml.isCharacters()) {
                text += xml.text();
            }
        }
        if (forms.isEmpty() && !text.isEmpty()) {
            forms << text;
        }
        if (!forms.isEmpty() && !forms.first().isEmpty()) {
            texts_.insert(key, forms);
        }
    }

    QHash<QPair<QString, QString>, QStringList> texts_;
};

} // namespace knockscape::ui::tests
