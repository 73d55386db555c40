#include "app/languages.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QLocale>

namespace thidua::app
{

void Languages::choose(const QString& language)
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(QLocale(language));
    // English has its plurals in a translation, too; without it the source texts stand.
    if (m_translator.load(QStringLiteral(":/i18n/thidua_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    else if (language != QLatin1String("en"))
        qCWarning(logApp) << "no translation for" << language;
}

} // namespace thidua::app
