pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The places of the app and the way between them: a bar at the bottom on phones, a rail elsewhere. Each place keeps
// its state while another one is looked at.
Item {
    id: shell

    required property Session session
    property int place: Shell.Home
    readonly property var search: session.search // var: the linter does not know a RowList for an object

    enum Place { Home, Reports, Movements, Standings, Sync, Conflicts, Settings, Reviews, Commendation, Urging, Publicity, More, Search }

    readonly property bool phone: width < Theme.tabletFrom
    readonly property bool desktop: width >= Theme.desktopFrom
    readonly property list<QtObject> places: [
        PlaceEntry { place: Shell.Home; title: qsTr("Home"); glyph: Icons.home },
        PlaceEntry { place: Shell.Reports; title: qsTr("Reports"); glyph: Icons.assignment; offered: !shell.session.onlyReads },
        PlaceEntry {
            place: Shell.Movements
            title: qsTr("Movements")
            glyph: Icons.flag
            detail: qsTr("Goals, legal basis, targets and criteria")
            inBottomBar: shell.session.onlyReads // who reports has no room for it there
        },
        PlaceEntry { place: Shell.Standings; title: qsTr("Standings"); glyph: Icons.leaderboard },
        PlaceEntry { place: Shell.Sync; title: qsTr("Synchronisation"); shortTitle: qsTr("Sync"); glyph: Icons.sync; badge: shell.session.sync.attention },
        PlaceEntry {
            place: Shell.Reviews
            title: qsTr("Reviews")
            shortTitle: qsTr("Meetings")
            glyph: Icons.group
            detail: qsTr("Interim and final reviews, ballots, elections")
            inBottomBar: false
        },
        PlaceEntry {
            place: Shell.Commendation
            title: qsTr("Commendation")
            shortTitle: qsTr("Awards")
            glyph: Icons.emojiEvents
            detail: qsTr("Dossiers, what they lack, decisions")
            inBottomBar: false
        },
        PlaceEntry {
            place: Shell.Urging
            title: qsTr("Inspections and urging")
            shortTitle: qsTr("Inspections")
            glyph: Icons.assignmentLate
            detail: qsTr("Findings, what is to follow, reminders")
            inBottomBar: false
        },
        PlaceEntry {
            place: Shell.Publicity
            title: qsTr("Publicity")
            glyph: Icons.notifications
            detail: qsTr("Announcements, model examples, works, Creativity Award")
            inBottomBar: false
        },
        PlaceEntry {
            place: Shell.Conflicts
            title: qsTr("Conflicts")
            glyph: Icons.compareArrows
            detail: qsTr("Values that two people entered without knowing of each other")
            badge: shell.session.sync.conflicts
            inBottomBar: false
        },
        PlaceEntry {
            place: Shell.Settings
            title: qsTr("Settings")
            glyph: Icons.settings
            detail: qsTr("Language, text size, colours, this device")
            inBottomBar: false
        },
        PlaceEntry { place: Shell.More; title: qsTr("Other tasks"); shortTitle: qsTr("More"); glyph: Icons.moreHoriz; offered: shell.phone }
    ]

    function isInBottomBar(which: int): bool {
        for (let at = 0; at < places.length; ++at) {
            const entry = places[at] as PlaceEntry
            if (entry.place === which)
                return entry.inBottomBar
        }
        return false
    }
    function go(next: int) {
        if (next === Shell.Search)
            find()
        else
            place = next
    }
    // Loaded when it is first needed; the first screen does not wait for it.
    function find() {
        if (finder.status === Loader.Null)
            finder.setSource("SearchPanel.qml", { search: session.search })
        const panel = finder.item as SearchPanel
        panel.open()
    }
    function showRecord(kind: string, recordId: string) {
        if (kind === "report")
            openReport(recordId)
        else if (kind === "movement")
            openMovement(recordId)
        else if (kind === "criterion")
            enterReport(recordId, session.home.period)
        else
            openStandings(recordId)
    }
    function openStandings(blockId: string) {
        place = Shell.Standings
        session.standings.blockId = blockId
    }
    function openReport(reportId: string) {
        place = Shell.Reports
        reports.open(reportId)
    }
    function enterReport(criterionId: string, period: string) {
        place = Shell.Reports
        reports.enter(criterionId, period)
    }

    function openMovement(id: string) {
        place = Shell.Movements
        movements.open(id)
    }

    Shortcut {
        sequence: "Ctrl+F"
        onActivated: shell.find()
    }
    Connections {
        target: shell.search
        function onSeenWanted(kind: string, recordId: string) { shell.showRecord(kind, recordId) }
    }
    Loader {
        id: finder
        anchors.fill: parent
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0

        NavigationRail {
            visible: !shell.phone
            title: qsTr("ThiDua")
            wide: shell.desktop
            places: shell.places
            current: shell.place
            userName: shell.session.userName
            roleText: shell.session.roleText
            Layout.fillHeight: true
            onChosen: place => shell.place = place
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            Banner {
                visible: shell.session.sync.clockWarning.length > 0
                tone: "waiting"
                text: shell.session.sync.clockWarning
                radius: 0
                Layout.fillWidth: true
            }
            Banner {
                visible: text.length > 0
                tone: "waiting"
                glyph: Icons.warning
                text: shell.session.noticeText
                actionText: qsTr("Understood")
                radius: 0
                Layout.fillWidth: true
                onAction: shell.session.dismissNotice()
            }
            StackLayout {
                currentIndex: shell.place
                Layout.fillWidth: true
                Layout.fillHeight: true

                HomeScreen {
                    session: shell.session
                    onOpenReport: reportId => shell.openReport(reportId)
                    onEnterReport: (criterionId, period) => shell.enterReport(criterionId, period)
                    onGo: place => shell.go(place)
                }
                ReportsScreen {
                    id: reports
                    session: shell.session
                    active: shell.place === Shell.Reports
                    onGo: place => shell.go(place)
                }
                MovementsScreen {
                    id: movements
                    session: shell.session
                    active: shell.place === Shell.Movements
                    onOpenReport: reportId => shell.openReport(reportId)
                    onEnterReport: (criterionId, period) => shell.enterReport(criterionId, period)
                    onGo: place => shell.go(place)
                }
                StandingsScreen {
                    session: shell.session
                    active: shell.place === Shell.Standings
                    onGo: place => shell.go(place)
                }
                SyncScreen {
                    session: shell.session
                    active: shell.place === Shell.Sync
                    onGo: place => shell.go(place)
                }
                ConflictsScreen {
                    session: shell.session
                    active: shell.place === Shell.Conflicts
                    phone: shell.phone
                    onOpenReport: reportId => shell.openReport(reportId)
                    onGo: place => shell.go(place)
                }
                SettingsScreen {
                    session: shell.session
                    phone: shell.phone
                    onGo: place => shell.go(place)
                }
                PlaceLoader {
                    file: "ReviewsScreen.qml"
                    current: shell.place === Shell.Reviews
                    session: shell.session
                    phone: shell.phone
                    onGo: place => shell.go(place)
                }
                PlaceLoader {
                    file: "CommendationScreen.qml"
                    current: shell.place === Shell.Commendation
                    session: shell.session
                    phone: shell.phone
                    onGo: place => shell.go(place)
                }
                PlaceLoader {
                    file: "UrgingScreen.qml"
                    current: shell.place === Shell.Urging
                    session: shell.session
                    phone: shell.phone
                    onGo: place => shell.go(place)
                }
                PlaceLoader {
                    file: "PublicityScreen.qml"
                    current: shell.place === Shell.Publicity
                    session: shell.session
                    phone: shell.phone
                    onGo: place => shell.go(place)
                }
                MoreScreen {
                    session: shell.session
                    places: shell.places
                    onGo: place => shell.go(place)
                }
            }
            BottomBar {
                visible: shell.phone
                places: shell.places
                current: shell.isInBottomBar(shell.place) ? shell.place : Shell.More
                Layout.fillWidth: true
                onChosen: place => shell.place = place
            }
        }
    }
}
