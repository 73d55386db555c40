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
            title: screen.home.unitName.length > 0 ? screen.home.unitName : qsTr("Home")
            subtitle: screen.home.blockName === screen.home.unitName ? "" : screen.home.blockName
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
                width: parent.width
            }
            Banner {
                visible: screen.session.sync.conflicts > 0
                tone: "waiting"
                glyph: Icons.compareArrows
                text: qsTr("%n value(s) were entered differently by two people", "", screen.session.sync.conflicts)
                detail: qsTr("See what was decided and why; nothing was lost.")
                actionText: qsTr("Look")
                width: parent.width
                onAction: screen.go(Shell.Conflicts)
            }
            Banner {
                visible: screen.session.sync.attention > 0
                tone: "error"
                text: qsTr("%n change(s) were not accepted by the server", "", screen.session.sync.attention)
                detail: qsTr("They are kept on this device until you decide.")
                actionText: qsTr("Look")
                width: parent.width
                onAction: screen.go(Shell.Sync)
            }
            EvenColumns {
                id: summary
                readonly property real highest: columns === 1 ? 0 : screen.home.hasOverview
                                                ? Math.max(overview.implicitHeight, leading.implicitHeight)
                                                : Math.max(progress.implicitHeight, standing.implicitHeight)
                least: 320
                width: parent.width

                HomeOverviewCard {
                    id: overview
                    visible: screen.home.hasOverview
                    home: screen.home
                    height: Math.max(implicitHeight, summary.highest)
                }
                HomeLeadingCard {
                    id: leading
                    visible: screen.home.hasOverview
                    home: screen.home
                    height: Math.max(implicitHeight, summary.highest)
                    onOpen: screen.go(Shell.Standings)
                }
                HomeProgressCard {
                    id: progress
                    visible: screen.home.totalCount > 0
                    home: screen.home
                    height: Math.max(implicitHeight, summary.highest)
                }
                HomeStandingCard {
                    id: standing
                    visible: !screen.home.hasOverview
                    home: screen.home
                    height: Math.max(implicitHeight, summary.highest)
                    onOpen: screen.go(Shell.Standings)
                }
            }
            SectionTitle {
                visible: screen.home.dueCount > 0
                text: qsTr("To be done")
                width: parent.width
                topPadding: Theme.s
            }
            Card {
                visible: screen.home.dueCount > 0
                flush: true
                width: parent.width
                contentItem: Column {
                    spacing: 0
                    Repeater {
                        model: screen.home.due
                        DueRow {
                            divided: index < screen.home.dueCount - 1
                            width: parent.width
                            onOpen: reportId => screen.openReport(reportId)
                            onEnter: criterionId => screen.enterReport(criterionId, screen.home.period)
                        }
                    }
                }
            }
            LoadingState {
                visible: screen.home.loading && screen.home.errorText.length === 0
                width: parent.width
            }
            ListNotice {
                visible: failed || (screen.home.dueCount === 0 && !screen.home.loading && screen.session.canEnter)
                errorText: screen.home.errorText
                sign: Icons.checkCircle
                nothing: qsTr("Nothing is due")
                hint: qsTr("Every criterion of this period has been reported.")
                width: parent.width
            }
        }
    }
}
