#include "services/wholegroups.h"

namespace thidua::services
{

Fields withWholeGroups(const domain::Schema& schema, const QString& kind, const Fields& shown,
                       const Fields& set)
{
    Fields whole = set;
    for (auto field = set.cbegin(); field != set.cend(); ++field) {
        const QString group = schema.groupName(kind, field.key());
        for (const QString& name : schema.fieldsOf(kind, group)) {
            if (!whole.contains(name))
                whole.insert(name, shown.value(name));
        }
    }
    return whole;
}

} // namespace thidua::services
