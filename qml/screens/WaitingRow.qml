import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A record that waits to be sent, and since when; what waits for too long says so.
ListRow {
    id: row

    required property int index
    required property var model

    text: model.title
    supporting: model.detail
    glyph: Icons.schedule
    pressable: false

    StatusChip {
        visible: row.model.ageing
        text: qsTr("More than a day")
        glyph: Icons.errorOutline
        tone: "error"
    }
}
