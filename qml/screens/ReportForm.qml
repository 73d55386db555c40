pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The report of one criterion: what the unit enters, and beneath it what the block and the council add.
Item {
    id: form

    required property ReportEditor editor
    required property Session session

    signal closed()

    Connections {
        target: form.editor
        function onSaved() { toast.show(qsTr("Saved on this device")) }
        function onProblem(text: string) { toast.show(text) }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageColumn {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ReportHead {
                editor: form.editor
                width: parent.width
            }
            Banner {
                visible: form.editor.returnReason.length > 0
                tone: "error"
                glyph: Icons.assignmentReturn
                text: qsTr("Returned for correction")
                detail: form.editor.returnReason
                width: parent.width
            }
            Banner {
                visible: form.editor.newerVersionText.length > 0
                tone: "waiting"
                text: form.editor.newerVersionText
                actionText: qsTr("Show it")
                width: parent.width
                onAction: form.editor.takeNewer()
            }
            Banner {
                visible: form.editor.lockedReason.length > 0
                glyph: Icons.lock
                text: form.editor.lockedReason
                width: parent.width
            }
            ReportFields {
                editor: form.editor
                width: parent.width
            }
            AppraisalPart {
                visible: form.session.canAppraise || form.editor.appraisalText.length > 0
                editor: form.editor
                mayWrite: form.session.canAppraise
                width: parent.width
            }
            CouncilPart {
                visible: form.session.canDecide || form.editor.councilText.length > 0
                editor: form.editor
                mayWrite: form.session.canDecide
                width: parent.width
            }
            HistoryPart {
                visible: form.editor.reportId.length > 0
                session: form.session
                recordId: form.editor.reportId
                width: parent.width
            }
        }
        ReportActions {
            visible: form.editor.editable
            editor: form.editor
            Layout.fillWidth: true
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 96 }
    }
}
