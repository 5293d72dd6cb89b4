// Undoing and redoing what a person did to the list of files. An edit keeps the entries before and after it; what was
// found out about a file meanwhile is taken from the newest look at it.
#include "ui/importing/import_list_model.h"

#include <QUndoCommand>

namespace knockscape::ui
{
namespace
{

/// Typing a network's type is one edit, however many letters it has.
constexpr int typingId = 1;

} // namespace

class ImportListModel::Edit : public QUndoCommand
{
public:
    Edit(ImportListModel *model, QString text, std::vector<ImportEntry> before, quint64 typedOf)
        : QUndoCommand(text), model_(model), before_(std::move(before)), after_(model->entries_), typedOf_(typedOf)
    {
    }

    void undo() override { model_->restore(before_); }
    void redo() override
    {
        // The first time it has been done already.
        if (done_) {
            model_->restore(after_);
        }
        done_ = true;
    }
    int id() const override { return typedOf_ != 0 ? typingId : -1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const Edit *>(other);
        if (next->typedOf_ != typedOf_) {
            return false;
        }
        after_ = next->after_;
        return true;
    }

private:
    ImportListModel *model_;
    std::vector<ImportEntry> before_;
    std::vector<ImportEntry> after_;
    /// The entry whose type was typed; 0 for another edit.
    quint64 typedOf_;
    bool done_ = false;
};

void ImportListModel::record(const QString &text, std::vector<ImportEntry> before, quint64 typedOf)
{
    undo_.push(new Edit(this, text, std::move(before), typedOf));
}

void ImportListModel::restore(const std::vector<ImportEntry> &entries)
{
    beginResetModel();
    entries_ = entries;
    for (ImportEntry &entry : entries_) {
        // Of an earlier preview; the next one says it anew.
        entry.imported.clear();
        entry.issues.clear();
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto found = recognised_.find(entries_[i].id);
        if (!entries_[i].recognised && found != recognised_.end()) {
            recognise(entries_[i], found->second);
        }
    }
    endResetModel();
    changed();
}

} // namespace knockscape::ui
