#pragma once

#include <QStringList>

// The pages of the gallery; "fields" stands in FieldsPage.qml.
[[nodiscard]] inline QStringList galleryPages()
{
    return {QStringLiteral("foundation"), QStringLiteral("actions"),    QStringLiteral("fields"),
            QStringLiteral("lists"),      QStringLiteral("messages"),   QStringLiteral("standings"),
            QStringLiteral("conflict"),   QStringLiteral("navigation"), QStringLiteral("sheets")};
}
