import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The reports of the unit (or of the block's units), and the editor of the chosen one.
Item {
    id: screen

    required property Session session
    property bool active: false
    property ReportEditor editor: null

    signal go(int place)

    function open(reportId: string) {
        replaceEditor(session.editReport(reportId))
    }
    function enter(criterionId: string, period: string) {
        replaceEditor(session.newReport(criterionId, period))
    }
    function replaceEditor(next: ReportEditor) {
        const last = editor
        editor = next
        if (last)
            last.destroy()
    }
    function close() {
        replaceEditor(null)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: !pair.wide && screen.editor ? qsTr("Report") : qsTr("Reports")
            subtitle: !pair.wide && screen.editor ? screen.editor.periodText : screen.session.unitName
            canGoBack: !pair.wide && screen.editor !== null
            sync: screen.session.sync
            Layout.fillWidth: true
            onBack: screen.close()
            onGo: place => screen.go(place)
        }
        ListDetail {
            id: pair
            showsDetail: screen.editor !== null
            Layout.fillWidth: true
            Layout.fillHeight: true

            list: ReportListPane {
                anchors.fill: parent
                reports: screen.session.reports
                chosenId: screen.editor ? screen.editor.reportId : ""
                onOpen: reportId => screen.open(reportId)
            }
            detail: Item {
                anchors.fill: parent
                EmptyState {
                    visible: screen.editor === null
                    anchors.centerIn: parent
                    width: Math.min(parent.width - 2 * Theme.l, 420)
                    glyph: Icons.assignment
                    text: qsTr("Choose a report")
                    detail: qsTr("Every change is kept on this device at once, with or without a network.")
                }
                Loader {
                    anchors.fill: parent
                    active: screen.editor !== null
                    // qmllint disable unqualified
                    sourceComponent: ReportForm {
                        editor: screen.editor
                        session: screen.session
                        onClosed: screen.close()
                    }
                    // qmllint enable unqualified
                }
            }
        }
    }
}
