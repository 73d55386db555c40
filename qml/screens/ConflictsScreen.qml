pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Where two people entered different values without knowing of each other: what stands, why, and what can be done.
Item {
    id: screen

    required property Session session
    property bool active: false
    readonly property var conflicts: session.conflicts // var: the linter does not know a RowList for an object
    property bool phone: false

    signal openReport(string reportId)
    signal go(int place)

    Connections {
        target: screen.conflicts
        function onProblem(text: string) { toast.show(text) }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: qsTr("Conflicts")
            subtitle: qsTr("Both values are kept; one of them stands")
            canGoBack: screen.phone
            sync: screen.session.sync
            Layout.fillWidth: true
            onBack: screen.go(Shell.Sync)
            onGo: place => screen.go(place)
        }
        ListView {
            id: list
            clip: true
            model: screen.session.conflicts
            spacing: Theme.m
            topMargin: Theme.m
            bottomMargin: Theme.m
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            T.ScrollBar.vertical: ScrollMark {}
            delegate: ConflictCard {
                x: (list.width - width) / 2
                width: Math.min(list.width - 2 * Theme.m, Theme.contentWidth)
                conflicts: screen.session.conflicts
                onOpen: recordId => screen.openReport(recordId)
            }
            ListNotice {
                visible: list.count === 0 && (failed || !screen.session.conflicts.loading)
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.l, 420)
                errorText: screen.session.conflicts.errorText
                sign: Icons.checkCircle
                nothing: qsTr("No conflicts")
                hint: qsTr("When two people change the same value without knowing of each other, you see both values here.")
            }
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.l }
    }
}
