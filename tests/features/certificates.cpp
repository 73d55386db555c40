#include "features/certificates.h"

#include "support/programs.h"

#include <QFile>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static constexpr auto configuration = R"([ca]
default_ca = city
[city]
database = %1/index.txt
new_certs_dir = %1
rand_serial = yes
default_md = sha256
default_days = 30
unique_subject = no
copy_extensions = copy
policy = any
[any]
commonName = supplied
)";

static void write(const QString& path, const QString& text)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        qFatal("%s", qPrintable(path));
    file.write(text.toUtf8());
}

Certificates::Certificates()
{
    write(path(u"index.txt"_s), {});
    write(path(u"ca.conf"_s), QString::fromLatin1(configuration).arg(m_dir.path()));
}

void Certificates::openssl(const QStringList& arguments) const
{
    const Outcome outcome = runProgram(u"/usr/bin/openssl"_s, arguments);
    if (!outcome.ok())
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), outcome.messages.constData());
}

static QStringList newKey(const QString& file)
{
    return {u"req"_s,    u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
            u"-nodes"_s, u"-keyout"_s, file};
}

Certificates::Pair Certificates::authority(const QString& name)
{
    const Pair made{path(name + u".pem"_s), path(name + u".key"_s)};
    openssl(newKey(made.key) + QStringList{u"-x509"_s, u"-days"_s, u"3650"_s, u"-subj"_s, u"/CN="_s + name,
                                           u"-out"_s, made.certificate});
    return made;
}

Certificates::Pair Certificates::server(const QString& name, const Wish& wish)
{
    const Pair made{path(name + u".pem"_s), path(name + u".key"_s)};
    const QStringList subject{u"-subj"_s, u"/CN=thidua"_s, u"-addext"_s, u"subjectAltName="_s + wish.host};
    if (wish.authority.isEmpty()) {
        openssl(newKey(made.key) + subject + QStringList{u"-x509"_s, u"-out"_s, made.certificate});
        return made;
    }
    openssl(newKey(made.key) + subject + QStringList{u"-out"_s, path(u"request.csr"_s)});
    QStringList sign{u"ca"_s,
                     u"-batch"_s,
                     u"-notext"_s,
                     u"-config"_s,
                     path(u"ca.conf"_s),
                     u"-in"_s,
                     path(u"request.csr"_s),
                     u"-out"_s,
                     made.certificate,
                     u"-cert"_s,
                     path(wish.authority + u".pem"_s),
                     u"-keyfile"_s,
                     path(wish.authority + u".key"_s)};
    if (!wish.from.isEmpty())
        sign += {u"-startdate"_s, wish.from};
    if (!wish.until.isEmpty())
        sign += {u"-enddate"_s, wish.until};
    openssl(sign);
    return made;
}

QString Certificates::bundle(const QStringList& authorities)
{
    QString all;
    for (const QString& name : authorities) {
        QFile file(path(name + u".pem"_s));
        if (file.open(QFile::ReadOnly))
            all += QString::fromLatin1(file.readAll());
    }
    const QString file = path(authorities.join(u'+') + u".bundle"_s);
    write(file, all);
    return file;
}

} // namespace thidua::test
