import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A criterion that still wants something from the unit.
ListRow {
    id: row

    required property var modelData
    required property int index

    signal open(string reportId)
    signal enter(string criterionId)

    text: modelData.title
    supporting: modelData.group + " · " + modelData.deadlineText
    onClicked: modelData.reportId.length > 0 ? open(modelData.reportId) : enter(modelData.criterionId)

    StateChip {
        stateName: row.modelData.late ? "late" : row.modelData.stateName
        text: row.modelData.stateText
    }
}
