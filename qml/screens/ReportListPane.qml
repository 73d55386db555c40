pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Item {
    id: pane

    required property ReportList reports
    property string chosenId: ""

    signal open(string reportId)

    Column {
        id: filters
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        spacing: Theme.s

        SearchField {
            width: parent.width
            label: qsTr("Search reports")
            onTextEdited: pane.reports.filter = text
        }
        EvenColumns {
            width: parent.width
            least: 140
            spacing: Theme.s
            ChoiceField {
                label: qsTr("Period")
                options: pane.reports.periods
                value: pane.reports.period
                onChosen: id => pane.reports.period = id
            }
            ChoiceField {
                label: qsTr("State")
                options: pane.reports.states
                value: pane.reports.stateFilter
                onChosen: id => pane.reports.stateFilter = id
            }
        }
    }
    Progress {
        id: progress
        visible: pane.reports.loading
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.s }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.m; bottom: parent.bottom }
        clip: true
        model: pane.reports
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        delegate: ReportRow {
            width: list.width
            chosen: reportId === pane.chosenId
            onOpen: pane.open(reportId)
        }
        ListNotice {
            visible: list.count === 0 && (failed || !pane.reports.loading)
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.l
            errorText: pane.reports.errorText
            sign: Icons.assignment
            nothing: qsTr("No report matches")
            hint: qsTr("Change the search, the period or the state.")
        }
    }
}
