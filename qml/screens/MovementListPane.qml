pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Item {
    id: pane

    required property MovementList movements
    property string chosenId: ""

    signal open(string movementId)

    Column {
        id: filters
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        spacing: Theme.s

        SearchField {
            width: parent.width
            label: qsTr("Search movements")
            onTextEdited: pane.movements.filter = text
        }
        ChoiceField {
            width: parent.width
            label: qsTr("Kind")
            options: pane.movements.kinds
            value: pane.movements.kindFilter
            onChosen: id => pane.movements.kindFilter = id
        }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.m; bottom: parent.bottom }
        clip: true
        model: pane.movements
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        delegate: MovementRow {
            width: list.width
            chosen: movementId === pane.chosenId
            onOpen: pane.open(movementId)
        }
        ListNotice {
            visible: list.count === 0 && (failed || !pane.movements.loading)
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.l
            errorText: pane.movements.errorText
            sign: Icons.flag
            nothing: qsTr("No movement matches")
        }
    }
}
