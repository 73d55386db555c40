#include "viewmodels/devicesettings.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

static constexpr qsizetype mostRecentSearches = 8;

DeviceSettings::DeviceSettings(const QString& file)
    : m_file(file, QSettings::IniFormat)
{
}

static QString oneOf(const QStringList& choices, const QString& value)
{
    return choices.contains(value) ? value : choices.first();
}

QString DeviceSettings::language() const
{
    return oneOf({u"vi"_s, u"en"_s}, m_file.value(u"language"_s).toString());
}

void DeviceSettings::setLanguage(const QString& language)
{
    m_file.setValue(u"language"_s, language);
}

QString DeviceSettings::theme() const
{
    return oneOf({u"system"_s, u"light"_s, u"dark"_s, u"sunlight"_s}, m_file.value(u"theme"_s).toString());
}

void DeviceSettings::setTheme(const QString& theme)
{
    m_file.setValue(u"theme"_s, theme);
}

double DeviceSettings::textScale() const
{
    bool isNumber = false;
    const double scale = m_file.value(u"textScale"_s).toDouble(&isNumber);
    return isNumber ? std::clamp(scale, 1.0, 2.0) : 1.0;
}

void DeviceSettings::setTextScale(double scale)
{
    m_file.setValue(u"textScale"_s, scale);
}

QString DeviceSettings::lastServer() const
{
    return m_file.value(u"server"_s).toString();
}

void DeviceSettings::setLastServer(const QString& server)
{
    m_file.setValue(u"server"_s, server);
}

QStringList DeviceSettings::recentSearches() const
{
    return m_file.value(u"recentSearches"_s).toStringList();
}

void DeviceSettings::addRecentSearch(const QString& text)
{
    QStringList recent = recentSearches();
    recent.removeAll(text);
    recent.prepend(text);
    m_file.setValue(u"recentSearches"_s, recent.mid(0, mostRecentSearches));
}

void DeviceSettings::clearRecentSearches()
{
    m_file.remove(u"recentSearches"_s);
}

} // namespace thidua::viewmodels
