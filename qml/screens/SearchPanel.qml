import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The search above whatever is shown: the whole window on phones, a panel elsewhere. Arrows choose, Enter opens, Escape
// first empties the field, then closes.
Item {
    id: panel

    required property SearchModel search
    // var: the linter does not know a RowList for an object
    readonly property var found: search

    function open() {
        popup.open()
        field.forceActiveFocus()
        field.selectAll()
    }

    Connections {
        target: panel.found
        function onSeenWanted() { popup.close() }
    }

    T.Popup {
        id: popup
        objectName: "search"

        readonly property bool phone: parent ? parent.width < Theme.tabletFrom : false

        parent: T.Overlay.overlay
        modal: true
        focus: true
        width: !parent ? 640 : phone ? parent.width : Math.min(640 * Theme.textScale, parent.width - 2 * Theme.l)
        height: !parent ? 640 : phone ? parent.height : Math.min(720 * Theme.textScale, parent.height - 2 * Theme.xl)
        x: parent ? (parent.width - width) / 2 : 0
        y: phone ? 0 : Theme.xl
        padding: Theme.hair
        enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick } }
        exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick } }
        T.Overlay.modal: Rectangle { color: Theme.scrim }

        contentItem: Item {
            Accessible.role: Accessible.Dialog
            Accessible.name: qsTr("Search")

            IconButton {
                id: back
                x: Theme.xs
                anchors.verticalCenter: field.verticalCenter
                glyph: Icons.arrowBack
                text: qsTr("Close the search")
                onClicked: popup.close()
            }
            SearchField {
                id: field
                objectName: "searchText"
                x: back.x + back.width + Theme.xs
                y: Theme.s
                width: parent.width - x - Theme.m
                label: qsTr("Search everything")
                // With a keyboard on the screen the last word is not committed yet; it is shown, and searched for.
                onDisplayTextChanged: panel.found.text = displayText
                Keys.onDownPressed: results.move(1)
                Keys.onUpPressed: results.move(-1)
                Keys.onReturnPressed: results.openCurrent()
                Keys.onEnterPressed: results.openCurrent()
            }
            ActionButton {
                id: narrowed
                visible: panel.found.kind.length > 0
                x: field.x
                anchors.top: field.bottom
                tone: "quiet"
                glyph: Icons.close
                text: qsTr("Only: %1").arg(panel.found.kindText)
                Accessible.name: qsTr("Search in every kind again")
                onClicked: panel.found.kind = ""
            }
            Rectangle {
                id: line
                anchors { top: narrowed.visible ? narrowed.bottom : field.bottom; topMargin: Theme.s }
                width: parent.width
                height: Theme.hair
                color: Theme.line
            }
            SearchResults {
                id: results
                anchors { left: parent.left; right: parent.right; top: line.bottom; bottom: parent.bottom }
                search: panel.search
                onAgain: text => {
                    field.text = text
                    field.forceActiveFocus()
                }
            }
        }
        background: Rectangle {
            color: Theme.surface
            radius: popup.phone ? 0 : 2 * Theme.radius
            border.width: popup.phone ? 0 : Theme.hair
            border.color: Theme.line
        }
    }
}
