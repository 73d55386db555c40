pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme

// Several units of a list; `value` is their ids with commas between.
FormField {
    id: field

    property var options: [] // {id, name}
    property string value: ""
    property bool editable: true
    readonly property var chosen: value.length > 0 ? value.split(",") : []

    signal edited(string value)

    function toggle(id: string) {
        edited(chosen.includes(id) ? chosen.filter(other => other !== id).join(",") : chosen.concat([id]).join(","))
    }

    help: qsTr("%1 of %2 chosen").arg(chosen.length).arg(options.length)

    Card {
        flush: true
        width: parent ? parent.width : implicitWidth
        contentItem: Column {
            spacing: 0
            ActionButton {
                visible: field.editable
                tone: "quiet"
                text: field.chosen.length < field.options.length ? qsTr("Choose all") : qsTr("Choose none")
                onClicked: field.edited(field.chosen.length < field.options.length
                                        ? field.options.map(option => option.id).join(",") : "")
            }
            Repeater {
                id: units
                model: field.options
                ListRow {
                    required property var modelData
                    required property int index
                    text: modelData.name
                    chosen: field.chosen.includes(modelData.id)
                    glyph: chosen ? Icons.checkCircle : Icons.add
                    divided: index < units.count - 1
                    pressable: field.editable
                    width: parent.width
                    Accessible.role: Accessible.CheckBox
                    Accessible.checkable: true
                    Accessible.checked: chosen
                    onClicked: field.toggle(modelData.id)
                }
            }
        }
    }
}
