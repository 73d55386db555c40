import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Column {
    id: head

    required property ReportEditor editor

    spacing: Theme.xs

    AppText {
        text: head.editor.groupText
        muted: true
        font.pixelSize: Theme.small
        width: parent.width
    }
    AppText {
        text: head.editor.title
        font.pixelSize: Theme.heading
        strong: true
        width: parent.width
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Flow {
        spacing: Theme.s
        width: parent.width
        topPadding: Theme.xs
        StateChip {
            stateName: head.editor.stateName
            text: head.editor.stateText
        }
        StatusChip {
            text: head.editor.periodText
            glyph: Icons.event
        }
        StatusChip {
            visible: head.editor.maxText.length > 0
            text: head.editor.maxText
            glyph: Icons.star
        }
    }
}
