import QtQuick
import ThiDua.Components
import ThiDua.Theme

ListRow {
    id: row

    required property var model
    readonly property string reportId: model.id

    signal open()

    text: model.title
    supporting: model.unitName + " · " + model.group + (model.valueText.length > 0 ? " · " + model.valueText : "")
    onClicked: open()

    Icon {
        visible: row.model.conflict
        text: Icons.compareArrows
        color: Theme.waiting
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
    }
    Icon {
        visible: row.model.pending
        text: Icons.cloudUpload
        color: Theme.waiting
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
    }
    StateChip {
        stateName: row.model.late ? "late" : row.model.stateName
        text: row.model.stateText
    }
}
