pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The records of one part of the year, to be searched and narrowed to a kind.
Item {
    id: pane

    required property YearList records
    required property string searchLabel
    required property string nothing
    required property string hint
    required property string sign
    property string chosenId: ""

    signal open(string kindName, string recordId)
    signal begin(string kindName)

    EvenColumns {
        id: filters
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        least: 200
        spacing: Theme.s

        SearchField {
            label: pane.searchLabel
            onTextEdited: pane.records.filter = text
        }
        ChoiceField {
            label: qsTr("Kind")
            options: pane.records.kinds
            value: pane.records.kindFilter
            onChosen: id => pane.records.kindFilter = id
        }
    }
    Progress {
        visible: pane.records.loading
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.s }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.m
                  bottom: fresh.visible ? fresh.top : parent.bottom; bottomMargin: fresh.visible ? Theme.s : 0 }
        clip: true
        model: pane.records
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        delegate: YearRow {
            width: list.width
            chosen: recordId === pane.chosenId
            onOpen: pane.open(kindName, recordId)
        }
        ListNotice {
            visible: list.count === 0 && (failed || !pane.records.loading)
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.l
            errorText: pane.records.errorText
            sign: pane.sign
            nothing: pane.nothing
            hint: pane.hint
        }
    }
    ActionButton {
        id: fresh
        visible: pane.records.beginnable.length > 0
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.m }
        width: Math.min(implicitWidth, parent.width - 2 * Theme.m)
        tone: "primary"
        glyph: Icons.add
        text: pane.records.beginnable.length === 1 ? qsTr("New: %1").arg(pane.records.beginnable[0].name) : qsTr("New entry")
        onClicked: pane.records.beginnable.length === 1 ? pane.begin(pane.records.beginnable[0].id) : kinds.open()
    }
    BeginSheet {
        id: kinds
        kinds: pane.records.beginnable
        onChosen: kindName => pane.begin(kindName)
    }
}
