import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A review, a dossier, an inspection… in its list.
ListRow {
    id: row

    required property var model
    readonly property string recordId: model.id
    readonly property string kindName: model.kindName

    signal open()

    text: model.title
    supporting: Words.joined([model.supporting, model.dayText, model.pending ? qsTr("not sent yet") : ""], " · ")
    Accessible.name: Words.joined([text, supporting, model.stateText], ", ")
    onClicked: open()

    StatusChip {
        visible: text.length > 0
        text: row.model.stateText
        tone: row.model.stateTone
        glyph: row.model.overdue ? Icons.assignmentLate : ""
    }
}
