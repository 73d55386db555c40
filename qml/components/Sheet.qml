import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Theme

// A question above the screen: at the bottom on phones, in the middle elsewhere. Its actions stand below its content,
// the main one declared first; Escape and the cross close it without any.
T.Popup {
    id: sheet

    required property string title
    property int preferredWidth: 520
    readonly property bool atBottom: parent ? parent.width < Theme.tabletFrom : false
    default property alias content: body.data
    property alias actions: actionRow.data

    parent: T.Overlay.overlay
    modal: true
    focus: true
    width: parent ? atBottom ? parent.width : Math.min(preferredWidth, parent.width - 2 * Theme.l) : preferredWidth
    height: Math.min(implicitHeight, parent ? parent.height - (atBottom ? Theme.xl : 2 * Theme.l) : implicitHeight)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (atBottom ? parent.height - height : (parent.height - height) / 2) : 0
    leftPadding: Theme.m
    rightPadding: Theme.m
    topPadding: Theme.s
    bottomPadding: Theme.m
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick } }
    T.Overlay.modal: Rectangle { color: Theme.scrim }

    contentItem: ColumnLayout {
        spacing: Theme.s
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        RowLayout {
            spacing: Theme.s
            SectionTitle {
                text: sheet.title
                Layout.fillWidth: true
            }
            IconButton {
                glyph: Icons.close
                text: qsTr("Close")
                Layout.rightMargin: -Theme.s
                onClicked: sheet.close()
            }
        }
        Flickable {
            implicitHeight: body.implicitHeight
            contentHeight: body.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                id: body
                width: parent.width
                spacing: Theme.m
            }
        }
        Flow {
            id: actionRow
                visible: children.length > 0
            spacing: Theme.s
            layoutDirection: Qt.RightToLeft
            Layout.fillWidth: true
            Layout.topMargin: Theme.s
        }
    }
    background: Rectangle {
        color: Theme.surface
        radius: 2 * Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
        Rectangle { // square at the edge of the screen
            visible: sheet.atBottom
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.hair }
            height: parent.radius
            color: Theme.surface
        }
    }
}
