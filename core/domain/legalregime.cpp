#include "domain/legalregime.h"

namespace thidua::domain
{

LegalRegime legalRegimeOn(const QDate& day)
{
    if (day < QDate(2024, 1, 1))
        return LegalRegime::Law2003;
    return day < QDate(2025, 7, 1) ? LegalRegime::Law2022Decree98 : LegalRegime::Law2022Decree152;
}

} // namespace thidua::domain
