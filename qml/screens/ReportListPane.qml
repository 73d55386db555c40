pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Item {
    id: pane

    required property ReportList reports
    property string chosenId: ""

    signal open(string reportId)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            spacing: Theme.s
            Layout.fillWidth: true
            Layout.margins: Theme.m
            SearchField {
                label: qsTr("Search reports")
                Layout.fillWidth: true
                onTextEdited: pane.reports.filter = text
            }
            RowLayout {
                spacing: Theme.s
                ChoiceField {
                    label: qsTr("Period")
                    options: pane.reports.periods
                    value: pane.reports.period
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onChosen: id => pane.reports.period = id
                }
                ChoiceField {
                    label: qsTr("State")
                    options: pane.reports.states
                    value: pane.reports.stateFilter
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onChosen: id => pane.reports.stateFilter = id
                }
            }
        }
        Progress {
            visible: pane.reports.loading
            Layout.fillWidth: true
        }
        ListView {
            id: list
            clip: true
            model: pane.reports
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            T.ScrollBar.vertical: ScrollMark {}
            delegate: ReportRow {
                width: list.width
                chosen: reportId === pane.chosenId
                onOpen: pane.open(reportId)
            }
            EmptyState {
                visible: list.count === 0 && !pane.reports.loading
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.l
                glyph: Icons.assignment
                text: qsTr("No report matches")
                detail: qsTr("Change the search, the period or the state.")
            }
        }
    }
}
