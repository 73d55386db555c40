pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

// Which kind of record is begun, where there are several.
Sheet {
    id: sheet

    required property var kinds // {id, name}

    signal chosen(string kindName)

    title: qsTr("What do you want to write?")

    Repeater {
        id: entries
        model: sheet.kinds
        ListRow {
            required property var modelData
            required property int index
            text: modelData.name
            glyph: Icons.add
            opens: true
            divided: index < entries.count - 1
            Layout.fillWidth: true
            onClicked: {
                sheet.close()
                sheet.chosen(modelData.id)
            }
        }
    }
}
