import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

ColumnLayout {
    id: head

    required property ReportEditor editor

    spacing: Theme.xs

    AppText {
        text: head.editor.groupText
        muted: true
        font.pixelSize: Theme.small
        Layout.fillWidth: true
    }
    AppText {
        text: head.editor.title
        font.pixelSize: Theme.heading
        strong: true
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Flow {
        spacing: Theme.s
        Layout.fillWidth: true
        Layout.topMargin: Theme.xs
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
