#pragma once

#include <nlohmann/json.hpp>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

/// What a run of the program left behind.
struct CliResult {
    int exitCode = -1;
    QByteArray output;
    QByteArray error;

    QByteArrayList errorLines() const
    {
        QByteArrayList lines = error.split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }
};

/// knockscape-cli in a folder of its own: files and the user's data folder are there, nothing else is touched.
class CliProgram
{
public:
    QString path(const QString &name) const { return folder_.filePath(name); }
    QString database() const { return path("data/knockscape/runs.sqlite"); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The first columns of a table without quoted commas: those that a run keeps, which knows no intervals.
    QByteArrayList leadingColumns(const QString &name, qsizetype count = 11) const
    {
        QByteArrayList result;
        for (const QByteArray &line : lines(name)) {
            result.append(line.split(',').mid(0, count).join(','));
        }
        return result;
    }

    /// Lines of a table without its last, empty one.
    QByteArrayList lines(const QString &name) const
    {
        QByteArrayList result = read(name).split('\n');
        if (!result.isEmpty() && result.last().isEmpty()) {
            result.removeLast();
        }
        return result;
    }

    /// What the file beside a table says of where it comes from.
    nlohmann::json provenance(const QString &table) const
    {
        const nlohmann::json json =
            nlohmann::json::parse(read(table + QStringLiteral("-metadata.json")).toStdString(), nullptr, false);
        return json.is_object() && json.contains("notes") ? json["notes"][0] : nlohmann::json();
    }

    /// Starts the program in the folder.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        prepare(*process);
        process->start(KNOCKSCAPE_CLI_PROGRAM, arguments);
        process->waitForStarted();
        return process;
    }

    CliResult run(const QStringList &arguments, int timeout = 120'000) const { return end(*start(arguments), timeout); }

    static CliResult end(QProcess &process, int timeout = 120'000)
    {
        CliResult result;
        if (process.waitForFinished(timeout) && process.exitStatus() == QProcess::NormalExit) {
            result.exitCode = process.exitCode();
        }
        result.output = process.readAllStandardOutput();
        result.error = process.readAllStandardError();
        return result;
    }

    /// The runs of the database, as "runs list --json" has them.
    nlohmann::json runs() const
    {
        const CliResult result = run({"runs", "list", "--json"});
        return result.exitCode == 0 ? nlohmann::json::parse(result.output.toStdString(), nullptr, false)
                                    : nlohmann::json::array();
    }

    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_DATA_HOME", path("data"));
        environment.insert("HOME", path("home"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder_.path());
        process.setStandardInputFile(QProcess::nullDevice());
    }

private:
    QTemporaryDir folder_;
};

inline QString demoCell()
{
    return QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell");
}

inline QString demoModel()
{
    return QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.safetensors");
}

/// True if this build's program has the command.
inline bool hasCommand(const CliProgram &cli, const QByteArray &name)
{
    return cli.run({"--help"}).output.contains("\n  " + name + " ");
}

/// Compares the exit code of a run; shows what the program said when it is another.
#define COMPARE_EXIT(run, expected)                                                                                    \
    do {                                                                                                               \
        const CliResult ended = run;                                                                                   \
        QVERIFY2(ended.exitCode == (expected),                                                                         \
                 qPrintable(QString("exit code %1 instead of %2\n%3\n%4")                                              \
                                .arg(ended.exitCode)                                                                   \
                                .arg(expected)                                                                         \
                                .arg(QString::fromUtf8(ended.output), QString::fromUtf8(ended.error))));               \
    } while (false)
