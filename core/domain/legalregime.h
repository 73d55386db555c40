#pragma once

#include <QDate>

namespace thidua::domain
{

// Which texts govern emulation and commendation on a day (DOMAIN.md section 1.1). Thresholds and quotas are
// not in here: they are data of the catalogue of awards, with the days on which they hold.
enum class LegalRegime {
    Law2003,          // Luật Thi đua, Khen thưởng 2003 with NĐ 91/2017, to 31/12/2023
    Law2022Decree98,  // Luật 06/2022/QH15 with NĐ 98/2023, from 1/1/2024
    Law2022Decree152, // the same law with NĐ 152/2025, from 1/7/2025
};

[[nodiscard]] LegalRegime legalRegimeOn(const QDate& day);

} // namespace thidua::domain
