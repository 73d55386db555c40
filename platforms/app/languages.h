#pragma once

#include <QString>
#include <QTranslator>

namespace thidua::app
{

// The language of the program: Vietnamese from the embedded translation, English from the source.
class Languages
{
public:
    void choose(const QString& language); // "vi" or "en"

private:
    QTranslator m_translator;
};

} // namespace thidua::app
