pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.s
        Layout.fillWidth: true
        StatusChip { text: page.movement.kindText; tone: "brand" }
        StatusChip { text: page.movement.levelText }
        StatusChip {
            visible: page.movement.periodText.length > 0
            text: page.movement.periodText
            glyph: Icons.event
        }
    }
    Card {
        visible: facts.implicitHeight > 0
        Layout.fillWidth: true
        contentItem: ColumnLayout {
            id: facts
            spacing: Theme.s
            FactRow { label: qsTr("Goal"); value: page.movement.goal; Layout.fillWidth: true }
            FactRow { label: qsTr("Subjects"); value: page.movement.subjects; Layout.fillWidth: true }
            FactRow { label: qsTr("Scope"); value: page.movement.scopeText; Layout.fillWidth: true }
            FactRow { label: qsTr("Mode"); value: page.movement.modeText; Layout.fillWidth: true }
            FactRow { label: qsTr("Organiser"); value: page.movement.organiser; Layout.fillWidth: true }
            FactRow { label: qsTr("Dossiers until"); value: page.movement.deadlineText; Layout.fillWidth: true }
            FactRow { label: qsTr("Forms of commendation"); value: page.movement.awardForms; Layout.fillWidth: true }
            FactRow { label: qsTr("Note"); value: page.movement.note; Layout.fillWidth: true }
        }
    }
    SectionTitle {
        visible: basis.count > 0
        text: qsTr("Legal basis")
        Layout.fillWidth: true
    }
    Card {
        visible: basis.count > 0
        padding: 0
        Layout.fillWidth: true
        contentItem: ColumnLayout {
            spacing: 0
            Repeater {
                id: basis
                model: page.movement.legalBasis
                ListRow {
                    required property var modelData
                    text: modelData.number
                    supporting: modelData.title
                    value: modelData.dateText
                    glyph: Icons.description
                    Layout.fillWidth: true
                }
            }
        }
    }
    SectionTitle {
        visible: targets.count > 0
        text: qsTr("Targets")
        Layout.fillWidth: true
    }
    Card {
        visible: targets.count > 0
        padding: 0
        Layout.fillWidth: true
        contentItem: ColumnLayout {
            spacing: 0
            Repeater {
                id: targets
                model: page.movement.targets
                ListRow {
                    required property var modelData
                    text: modelData.name
                    supporting: modelData.comparatorText + (modelData.baselineText.length > 0 ? " · " + modelData.baselineText : "")
                    value: modelData.periodText
                    glyph: Icons.trendingUp
                    Layout.fillWidth: true
                }
            }
        }
    }
    SectionTitle {
        visible: criteria.count > 0
        text: qsTr("Criteria")
        Layout.fillWidth: true
    }
    Card {
        visible: criteria.count > 0
        padding: 0
        Layout.fillWidth: true
        contentItem: ColumnLayout {
            spacing: 0
            Repeater {
                id: criteria
                model: page.movement.criteria
                CriterionRow {
                    Layout.fillWidth: true
                    onOpen: reportId => page.openReport(reportId)
                    onEnter: criterionId => page.enterReport(criterionId)
                }
            }
        }
    }
}
