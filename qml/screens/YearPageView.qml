pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// A record of the year: what it is and how far, what comes next, what it says, what belongs to it.
Item {
    id: view

    required property YearPage page
    required property Session session

    signal follow(string kindName, string recordId)
    signal edit()
    signal count()
    signal ballot()

    Connections {
        target: view.page
        function onDone() { toast.show(qsTr("Saved on this device")) }
        function onProblem(text: string) { toast.show(text) }
    }
    PageColumn {
        anchors.fill: parent
        visible: !view.page.loading

        AppText {
            text: view.page.title
            font.pixelSize: Theme.heading
            strong: true
            width: parent.width
        }
        AppText {
            visible: text.length > 0
            text: view.page.aboutText
            muted: true
            width: parent.width
        }
        Flow {
            spacing: Theme.s
            width: parent.width
            StatusChip { text: view.page.kindText; tone: "brand" }
            StatusChip {
                visible: text.length > 0
                text: view.page.stateText
                tone: view.page.stateTone
            }
        }
        Banner {
            visible: view.page.errorText.length > 0
            tone: "error"
            text: view.page.errorText
            width: parent.width
        }
        Banner {
            visible: detail.length > 0
            tone: view.page.stateTone === "error" ? "error" : "neutral"
            text: qsTr("Reason given")
            detail: view.page.reason
            width: parent.width
        }
        Flow {
            visible: view.page.mayEdit || view.page.mayCount || view.page.mayOpenBallot
            spacing: Theme.s
            width: parent.width
            ActionButton {
                visible: view.page.mayEdit
                text: qsTr("Edit")
                glyph: Icons.edit
                onClicked: view.edit()
            }
            ActionButton {
                visible: view.page.mayCount
                text: qsTr("Enter the count")
                glyph: Icons.formatListNumbered
                onClicked: view.count()
            }
            ActionButton {
                visible: view.page.mayOpenBallot
                text: qsTr("Open a ballot")
                glyph: Icons.playlistAddCheck
                onClicked: view.ballot()
            }
        }
        StepsPart {
            visible: view.page.steps.length > 0
            page: view.page
            width: parent.width
        }
        BallotPart {
            visible: view.page.kindName === "ballot"
            page: view.page
            width: parent.width
        }
        DossierPart {
            visible: view.page.kindName === "commendation"
            page: view.page
            width: parent.width
        }
        Card {
            visible: view.page.facts.length > 0
            width: parent.width
            contentItem: Column {
                spacing: Theme.s
                Repeater {
                    model: view.page.facts
                    FactRow {
                        required property var modelData
                        label: modelData.label
                        value: modelData.value
                        width: parent.width
                    }
                }
            }
        }
        SectionTitle {
            visible: belonging.count > 0
            text: qsTr("Belongs to it")
            width: parent.width
        }
        Card {
            visible: belonging.count > 0
            flush: true
            width: parent.width
            contentItem: Column {
                spacing: 0
                Repeater {
                    id: belonging
                    model: view.page.related
                    ListRow {
                        id: entry
                        required property var modelData
                        required property int index
                        text: modelData.title
                        supporting: modelData.supporting
                        divided: index < belonging.count - 1
                        opens: true
                        width: parent.width
                        onClicked: view.follow(modelData.kindName, modelData.id)
                        StatusChip {
                            visible: text.length > 0
                            text: entry.modelData.stateText
                            tone: entry.modelData.stateTone
                        }
                    }
                }
            }
        }
        HistoryPart {
            session: view.session
            recordId: view.page.recordId
            width: parent.width
        }
    }
    LoadingState {
        visible: view.page.loading
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.l }
    }
}
