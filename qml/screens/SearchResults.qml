pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What was found, by kind; before anything is typed, what was searched for lately.
Item {
    id: results

    required property SearchModel search
    // var: the linter does not know a RowList for an object
    readonly property var found: search
    readonly property bool asking: results.found.text.trim().length > 0

    signal again(string text)

    function move(by: int) {
        hits.currentIndex = Math.max(0, Math.min(hits.count - 1, hits.currentIndex + by))
        hits.positionViewAtIndex(hits.currentIndex, ListView.Contain)
    }
    function openCurrent() {
        found.open(Math.max(0, hits.currentIndex))
    }

    Connections {
        target: results.found
        function onAsked() { hits.currentIndex = -1 }
    }

    Progress {
        visible: results.found.loading
        width: parent.width
        z: 1
    }
    ListView {
        id: hits
        objectName: "hits"
        visible: results.asking
        anchors { fill: parent; bottomMargin: note.visible ? note.height : 0 }
        clip: true
        model: results.search
        currentIndex: -1
        highlightFollowsCurrentItem: false
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        delegate: SearchGroup {
            width: hits.width
            current: ListView.isCurrentItem
            onOpen: row => results.found.open(row)
            onShowAll: kind => results.found.kind = kind
        }
        ListNotice {
            visible: hits.count === 0 && !results.found.loading
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.l, 420 * Theme.textScale)
            errorText: results.found.errorText
            sign: Icons.search
            nothing: qsTr("Nothing was found")
            hint: qsTr("Marks and capitals do not matter. Try fewer words, or only the beginning of one.")
        }
    }
    AppText {
        id: note
        visible: results.asking && !results.found.complete && !results.found.loading && hits.count > 0
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        padding: Theme.m
        text: qsTr("The newest records are still being read in; more may be found in a moment.")
        muted: true
        font.pixelSize: Theme.small
    }
    Flickable {
        visible: !results.asking && recent.count > 0
        anchors.fill: parent
        contentHeight: lately.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: lately
            width: parent.width
            AppText {
                width: parent.width
                padding: Theme.m
                bottomPadding: Theme.xs
                text: qsTr("Searched for lately")
                font.pixelSize: Theme.small
                strong: true
                color: Theme.brandText
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Repeater {
                id: recent
                model: results.found.recent
                ListRow {
                    required property string modelData
                    width: lately.width
                    text: modelData
                    glyph: Icons.history
                    divided: false
                    onClicked: results.again(modelData)
                }
            }
            ActionButton {
                x: Theme.s
                tone: "quiet"
                glyph: Icons.trash
                text: qsTr("Forget these searches")
                onClicked: results.found.forgetRecent()
            }
        }
    }
    EmptyState {
        visible: !results.asking && recent.count === 0
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.l, 420 * Theme.textScale)
        glyph: Icons.search
        text: qsTr("Search everything on this device")
        detail: qsTr("Movements, reports, units, documents: by their words, with or without marks, also without a network.")
    }
}
