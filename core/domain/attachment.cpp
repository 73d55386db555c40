#include "domain/attachment.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

#include <algorithm>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

Attachment Attachment::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .report = fields.value(name::report).toId(),
            .sha256 = fields.value(name::sha256).toBytes(),
            .size = fields.value(name::size).toInteger(),
            .mediaType = fields.value(name::mediaType).toText(),
            .name = fields.value(name::name).toText(),
            .note = fields.value(name::note).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Attachment::toFields() const
{
    return withoutEmptyGroups(kind::attachment, {{name::unit, unit},
                                                 {name::report, report},
                                                 {name::sha256, sha256},
                                                 {name::size, size},
                                                 {name::mediaType, mediaType},
                                                 {name::name, name},
                                                 {name::note, toValue(note)}});
}

QByteArray sha256FromName(QByteArrayView name)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (name.size() != 2 * sha256Bytes || !std::ranges::all_of(name, isDigit))
        return {};
    return QByteArray::fromHex(name.toByteArray());
}

static bool isHidden(char32_t letter)
{
    const auto category = QChar::category(letter);
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

QString displayNameOf(const QString& fileName)
{
    static constexpr qsizetype longest = 200;
    // Halves of letters become replacement characters on the way.
    QList<uint> letters = fileName.normalized(QString::NormalizationForm_C).toUcs4();
    for (uint& letter : letters)
        letter = isHidden(letter) ? U' ' : letter;
    // Of a path, on whatever system it was made, only the last part is a name.
    const auto isSlash = [](uint letter) { return letter == U'/' || letter == U'\\'; };
    const auto last = std::find_if(letters.crbegin(), letters.crend(), isSlash).base();
    letters.erase(letters.cbegin(), last);
    letters.resize(std::min(letters.size(), longest));
    const QString shown =
        QString::fromUcs4(reinterpret_cast<const char32_t*>(letters.constData()), letters.size())
            .simplified();
    return shown.isEmpty() ? u"tep"_s : shown;
}

} // namespace thidua::domain
