#pragma once

#include <QString>
#include <QTemporaryDir>

namespace thidua::test
{

// Certificates as a city, a stranger and time make them; by the openssl program, since nothing of the product
// makes any.
class Certificates
{
public:
    struct Pair {
        QString certificate;
        QString key;
    };
    struct Wish {
        QString authority = {}; // name of one made by authority(); empty: signed by itself
        QString host = QStringLiteral("IP:127.0.0.1");
        QString from = {};  // "20200101000000Z"; empty: now
        QString until = {}; // empty: in a month
    };
    Certificates();
    Pair authority(const QString& name);
    Pair server(const QString& name, const Wish& wish);
    // Several authorities in one file.
    QString bundle(const QStringList& authorities);

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    void openssl(const QStringList& arguments) const;
    QTemporaryDir m_dir;
};

} // namespace thidua::test
