pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// My unit, what is due, how we stand, and what synchronisation has to say.
Item {
    id: screen

    required property Session session
    readonly property HomeModel home: session.home

    signal openReport(string reportId)
    signal enterReport(string criterionId, string period)
    signal go(int place)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: screen.home.unitName
            subtitle: screen.home.blockName
            sync: screen.session.sync
            Layout.fillWidth: true
            onGo: place => screen.go(place)
        }
        PageColumn {
            maximumWidth: 1120
            Layout.fillWidth: true
            Layout.fillHeight: true

            AppText {
                text: screen.home.greeting
                font.pixelSize: Theme.heading
                strong: true
                Layout.fillWidth: true
            }
            Banner {
                visible: screen.session.sync.conflicts > 0
                tone: "waiting"
                glyph: Icons.compareArrows
                text: qsTr("%n value(s) were entered differently by two people", "", screen.session.sync.conflicts)
                detail: qsTr("See what was decided and why; nothing was lost.")
                actionText: qsTr("Look")
                Layout.fillWidth: true
                onAction: screen.go(Shell.Conflicts)
            }
            Banner {
                visible: screen.session.sync.attention > 0
                tone: "error"
                text: qsTr("%n change(s) were not accepted by the server", "", screen.session.sync.attention)
                detail: qsTr("They are kept on this device until you decide.")
                actionText: qsTr("Look")
                Layout.fillWidth: true
                onAction: screen.go(Shell.Sync)
            }
            GridLayout {
                columns: width >= 760 ? 2 : 1
                columnSpacing: Theme.m
                rowSpacing: Theme.m
                Layout.fillWidth: true

                HomeProgressCard {
                    visible: screen.home.totalCount > 0
                    home: screen.home
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                HomeStandingCard {
                    home: screen.home
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onOpen: screen.go(Shell.Standings)
                }
            }
            SectionTitle {
                visible: screen.home.dueCount > 0
                text: qsTr("To be done")
                Layout.fillWidth: true
                Layout.topMargin: Theme.s
            }
            Card {
                visible: screen.home.dueCount > 0
                padding: 0
                Layout.fillWidth: true
                contentItem: ColumnLayout {
                    spacing: 0
                    Repeater {
                        model: screen.home.due
                        DueRow {
                            Layout.fillWidth: true
                            onOpen: reportId => screen.openReport(reportId)
                            onEnter: criterionId => screen.enterReport(criterionId, screen.home.period)
                        }
                    }
                }
            }
            EmptyState {
                visible: screen.home.dueCount === 0 && !screen.home.loading && !screen.session.onlyReads
                glyph: Icons.checkCircle
                text: qsTr("Nothing is due")
                detail: qsTr("Every criterion of this period has been reported.")
                Layout.fillWidth: true
                Layout.topMargin: Theme.l
            }
        }
    }
}
