#include "base/arguments.h"

#include <algorithm>

namespace thidua
{

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList& line, const QStringList& flags)
{
    Arguments arguments;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!line[i].startsWith("--"_L1)) {
            arguments.m_words.append(line[i]);
            continue;
        }
        const QString name = line[i].mid(2);
        if (flags.contains(name)) {
            arguments.m_options.insert(name, {});
            continue;
        }
        if (i + 1 == line.size())
            return {ErrorCode::Malformed, u"--"_s + name + u" needs a value"_s};
        arguments.m_options.insert(name, line[++i]);
    }
    return arguments;
}

QStringList Arguments::values(const QString& option) const
{
    QStringList values = m_options.values(option);
    std::ranges::reverse(values);
    return values;
}

Result<void> Arguments::require(const QStringList& needed, const QStringList& optional) const
{
    for (const QString& name : needed) {
        if (!has(name))
            return {ErrorCode::Malformed, u"--"_s + name + u" is missing"_s};
    }
    for (auto option = m_options.keyBegin(); option != m_options.keyEnd(); ++option) {
        if (!needed.contains(*option) && !optional.contains(*option))
            return {ErrorCode::Malformed, u"there is no option --"_s + *option};
    }
    return {};
}

} // namespace thidua
