#pragma once

#include <QSettings>
#include <QString>

namespace thidua::viewmodels
{

// What is remembered for everybody who uses this device: looks, language and the server's address.
class DeviceSettings
{
public:
    explicit DeviceSettings(const QString& file);

    [[nodiscard]] QString language() const; // "vi" or "en"
    void setLanguage(const QString& language);
    [[nodiscard]] QString theme() const; // "system", "light", "dark" or "sunlight"
    void setTheme(const QString& theme);
    [[nodiscard]] double textScale() const; // 1.0 to 2.0
    void setTextScale(double scale);
    [[nodiscard]] QString lastServer() const;
    void setLastServer(const QString& server);
    [[nodiscard]] QStringList recentSearches() const; // newest first
    void addRecentSearch(const QString& text);
    void clearRecentSearches();

private:
    QSettings m_file;
};

} // namespace thidua::viewmodels
