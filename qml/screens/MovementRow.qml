import QtQuick
import ThiDua.Components
import ThiDua.Theme

ListRow {
    id: row

    required property var model
    readonly property string movementId: model.id

    signal open()

    text: model.name
    supporting: model.kindText + " · " + model.levelText + (model.periodText.length > 0 ? " · " + model.periodText : "")
    onClicked: open()
}
