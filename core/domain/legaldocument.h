#pragma once

#include "base/value.h"

#include <QDate>

namespace thidua::domain
{

enum class DocumentType {
    Directive,
    Resolution,
    Plan,
    Guidance,
    Decision,
    Law,
    Decree,
    Scheme,
    Circular,
    OfficialLetter,
    Programme,
};

// What a movement, a score table or a block rests on. Rules of different years lie side by side, each with
// the days on which it is in force.
struct LegalDocument {
    RecordId id;
    DocumentType type = DocumentType::Decision;
    QString number; // "34-CT/TW"; empty where none is known
    QDate issuedOn;
    QString issuer;
    QString name;
    QDate validFrom;
    QDate validTo;
    QString note;
    bool deleted = false;

    [[nodiscard]] static LegalDocument fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    [[nodiscard]] bool inForceOn(const QDate& day) const;

    friend bool operator==(const LegalDocument&, const LegalDocument&) = default;
};

} // namespace thidua::domain
