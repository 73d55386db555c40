import QtQuick
import ThiDua.Components
import ThiDua.Theme

ListRow {
    id: row

    required property var modelData
    required property int index

    signal open(string reportId)
    signal enter(string criterionId)

    text: modelData.name
    supporting: modelData.group + " · " + modelData.maxText + (modelData.scoreText.length > 0 ? " · " + modelData.scoreText : "")
    onClicked: modelData.reportId.length > 0 ? open(modelData.reportId) : enter(modelData.id)

    StateChip {
        visible: row.modelData.stateText.length > 0
        stateName: row.modelData.stateName
        text: row.modelData.stateText
    }
}
