#include "protocol/members.h"

namespace thidua::protocol
{

namespace
{

constexpr int maxFields = 256; // of one edit; the widest kind has about thirty
constexpr qsizetype maxName = 64;

} // namespace

bool isName(QStringView text)
{
    const auto allowed = [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'-' || c == u'.';
    };
    return !text.isEmpty() && text.size() <= maxName && std::ranges::all_of(text, allowed);
}

void readMembers(BodyReader& in, std::initializer_list<Member> members)
{
    quint32 seen = 0;
    in.map([&](const QString& key) {
        quint32 bit = 1;
        for (const Member& member : members) {
            if (member.name == key) {
                if (!member.required && in.takeNull())
                    return;
                seen |= bit;
                return member.read();
            }
            bit <<= 1;
        }
    });
    quint32 bit = 1;
    for (const Member& member : members) {
        if (member.required && !(seen & bit))
            in.failAt(member.name, ErrorCode::Malformed, "a member is missing");
        bit <<= 1;
    }
}

QStringList readTexts(BodyReader& in)
{
    QStringList texts;
    in.list([&] { texts.append(in.text()); });
    return texts;
}

QString readName(BodyReader& in)
{
    const QString name = in.text();
    if (in.ok() && !isName(name))
        in.fail(ErrorCode::Malformed, "not a name");
    return name;
}

Fields readFields(BodyReader& in, QStringView kind)
{
    Fields fields;
    in.map([&](const QString& name) {
        if (!isName(name))
            return in.fail(ErrorCode::Malformed, "not a name");
        if (fields.size() >= maxFields)
            return in.fail(ErrorCode::TooLarge, "too many fields in one edit");
        fields.insert(name, in.value(fieldTypeOf(kind, name)));
    });
    return fields;
}

void writeTexts(BodyWriter& out, const QStringList& texts)
{
    out.beginList(texts.size());
    for (const QString& text : texts)
        out.text(text);
    out.endList();
}

void writeFields(BodyWriter& out, QStringView kind, const Fields& fields)
{
    out.beginMap(fields.size());
    for (const auto& [name, value] : inKeyOrder(fields)) {
        out.key(name);
        out.value(fieldTypeOf(kind, QString::fromUtf8(name)), value);
    }
    out.endMap();
}

} // namespace thidua::protocol
