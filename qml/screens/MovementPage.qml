pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

PageColumn {
    id: page

    required property MovementModel movement

    signal openReport(string reportId)
    signal enterReport(string criterionId)

    AppText {
        text: page.movement.name
        font.pixelSize: Theme.heading
        strong: true
        width: parent.width
    }
    Flow {
        spacing: Theme.s
        width: parent.width
        StatusChip { text: page.movement.kindText; tone: "brand" }
        StatusChip { text: page.movement.levelText }
        StatusChip {
            visible: page.movement.periodText.length > 0
            text: page.movement.periodText
            glyph: Icons.event
        }
    }
    Banner {
        visible: page.movement.errorText.length > 0
        tone: "error"
        text: page.movement.errorText
        width: parent.width
    }
    AppText {
        visible: !page.movement.loading && facts.implicitHeight === 0 && basis.count + targets.count + criteria.count === 0
        text: qsTr("Nothing more has been recorded about this movement yet.")
        muted: true
        width: parent.width
    }
    Card {
        visible: facts.implicitHeight > 0
        width: parent.width
        contentItem: Column {
            id: facts
            spacing: Theme.s
            FactRow { label: qsTr("Goal"); value: page.movement.goal; width: parent.width }
            FactRow { label: qsTr("Subjects"); value: page.movement.subjects; width: parent.width }
            FactRow { label: qsTr("Scope"); value: page.movement.scopeText; width: parent.width }
            FactRow { label: qsTr("Mode"); value: page.movement.modeText; width: parent.width }
            FactRow { label: qsTr("Organiser"); value: page.movement.organiser; width: parent.width }
            FactRow { label: qsTr("Dossiers until"); value: page.movement.deadlineText; width: parent.width }
            FactRow { label: qsTr("Forms of commendation"); value: page.movement.awardForms; width: parent.width }
            FactRow { label: qsTr("Note"); value: page.movement.note; width: parent.width }
        }
    }
    SectionTitle {
        visible: basis.count > 0
        text: qsTr("Legal basis")
        width: parent.width
    }
    Card {
        visible: basis.count > 0
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            Repeater {
                id: basis
                model: page.movement.legalBasis
                ListRow {
                    required property var modelData
                    required property int index
                    divided: index < basis.count - 1
                    text: modelData.number
                    supporting: modelData.title
                    value: modelData.dateText
                    glyph: Icons.description
                    pressable: false
                    width: parent.width
                }
            }
        }
    }
    SectionTitle {
        visible: targets.count > 0
        text: qsTr("Targets")
        width: parent.width
    }
    Card {
        visible: targets.count > 0
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            Repeater {
                id: targets
                model: page.movement.targets
                ListRow {
                    required property var modelData
                    required property int index
                    divided: index < targets.count - 1
                    text: modelData.name
                    supporting: modelData.comparatorText + (modelData.baselineText.length > 0 ? " · " + modelData.baselineText : "")
                    value: modelData.periodText
                    glyph: Icons.trendingUp
                    pressable: false
                    width: parent.width
                }
            }
        }
    }
    SectionTitle {
        visible: criteria.count > 0
        text: qsTr("Criteria")
        width: parent.width
    }
    Card {
        visible: criteria.count > 0
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            Repeater {
                id: criteria
                model: page.movement.criteria
                CriterionRow {
                    divided: index < criteria.count - 1
                    width: parent.width
                    onOpen: reportId => page.openReport(reportId)
                    onEnter: criterionId => page.enterReport(criterionId)
                }
            }
        }
    }
}
