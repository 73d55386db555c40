#pragma once

#include "base/result.h"

#include <QMultiHash>
#include <QStringList>

namespace thidua
{

// A command line taken apart: words, --name VALUE, and --name without a value.
class Arguments
{
public:
    // flags: the options that take no value; every other --option needs one. Malformed otherwise.
    [[nodiscard]] static Result<Arguments> parse(const QStringList& line, const QStringList& flags);

    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] QString word(qsizetype index) const { return m_words.value(index); }
    [[nodiscard]] bool has(const QString& option) const { return m_options.contains(option); }
    [[nodiscard]] QString value(const QString& option) const { return m_options.value(option); }
    [[nodiscard]] QStringList values(const QString& option) const; // in the order given
    // Malformed if an option is missing, or one is there that is not among these.
    [[nodiscard]] Result<void> require(const QStringList& needed, const QStringList& optional = {}) const;

private:
    QStringList m_words;
    QMultiHash<QString, QString> m_options;
};

} // namespace thidua
