pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What waits, what was received, what needs a person; in the person's units, never in the protocol's.
Item {
    id: screen

    required property Session session
    property bool active: false
    readonly property SyncModel sync: session.sync
    readonly property var refused: session.attention // var: the linter does not know a RowList for an object

    signal go(int place)

    Connections {
        target: screen.refused
        function onProblem(text: string) { toast.show(text) }
        function onCopyWanted() { toast.show(qsTr("Copied")) }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: qsTr("Synchronisation")
            subtitle: screen.session.deviceName
            sync: screen.sync
            Layout.fillWidth: true
            onGo: place => screen.go(place)
        }
        PageColumn {
            Layout.fillWidth: true
            Layout.fillHeight: true

            SyncStateCard {
                sync: screen.sync
                width: parent.width
            }
            Banner {
                visible: screen.sync.safeToHandIn
                tone: "done"
                text: qsTr("This tablet can be handed in")
                detail: qsTr("The server has confirmed every change made on it.")
                width: parent.width
            }
            Banner {
                visible: screen.session.attention.errorText.length > 0
                tone: "error"
                text: qsTr("The changes that need you could not be read")
                detail: screen.session.attention.errorText
                width: parent.width
            }
            SectionTitle {
                visible: attention.count > 0
                text: qsTr("Needs your attention")
                width: parent.width
            }
            Repeater {
                id: attention
                model: screen.session.attention
                AttentionCard {
                    list: screen.session.attention
                    width: parent.width
                }
            }
            WaitingPart {
                waiting: screen.session.waiting
                width: parent.width
            }
            Card {
                flush: true
                width: parent.width
                contentItem: Column {
                    spacing: 0
                    ListRow {
                        text: qsTr("Conflicts")
                        supporting: screen.sync.conflicts > 0 ? qsTr("Two people entered different values") : qsTr("None")
                        glyph: Icons.compareArrows
                        value: screen.sync.conflicts
                        opens: true
                        width: parent.width
                        onClicked: screen.go(Shell.Conflicts)
                    }
                    SwitchRow {
                        text: qsTr("Work offline")
                        glyph: Icons.cloudOff
                        supporting: qsTr("Nothing is sent or fetched by itself until you switch this off.")
                        checked: screen.sync.workOffline
                        divided: true
                        width: parent.width
                        onToggled: screen.sync.workOffline = checked
                    }
                    ListRow {
                        text: qsTr("Settings")
                        glyph: Icons.settings
                        opens: true
                        divided: false
                        width: parent.width
                        onClicked: screen.go(Shell.Settings)
                    }
                }
            }
            HandoverPart {
                sync: screen.sync
                handover: screen.session.handover
                width: parent.width
            }
            SyncFactsPart {
                sync: screen.sync
                width: parent.width
            }
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.l }
    }
}
