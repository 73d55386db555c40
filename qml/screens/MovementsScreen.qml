import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The catalogue of movements, and the chosen one with its legal basis, targets and criteria.
Item {
    id: screen

    required property Session session
    property bool active: false
    property MovementModel movement: null

    signal openReport(string reportId)
    signal enterReport(string criterionId, string period)
    signal go(int place)

    function open(id: string) {
        const last = movement
        movement = id.length > 0 ? session.movement(id) : null
        if (last)
            last.destroy()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: !pair.wide && screen.movement ? screen.movement.name : qsTr("Movements")
            canGoBack: !pair.wide && screen.movement !== null
            sync: screen.session.sync
            Layout.fillWidth: true
            onBack: screen.open("")
            onGo: place => screen.go(place)
        }
        ListDetail {
            id: pair
            showsDetail: screen.movement !== null
            Layout.fillWidth: true
            Layout.fillHeight: true

            list: ColumnLayout {
                anchors.fill: parent
                spacing: 0
                ColumnLayout {
                    spacing: Theme.s
                    Layout.fillWidth: true
                    Layout.margins: Theme.m
                    SearchField {
                        label: qsTr("Search movements")
                        Layout.fillWidth: true
                        onTextEdited: screen.session.movements.filter = text
                    }
                    ChoiceField {
                        label: qsTr("Kind")
                        options: screen.session.movements.kinds
                        value: screen.session.movements.kindFilter
                        Layout.fillWidth: true
                        onChosen: id => screen.session.movements.kindFilter = id
                    }
                }
                ListView {
                    id: list
                    clip: true
                    model: screen.session.movements
                    reuseItems: true
                    boundsBehavior: Flickable.StopAtBounds
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    T.ScrollBar.vertical: ScrollMark {}
                    delegate: MovementRow {
                        width: list.width
                        chosen: screen.movement !== null && screen.movement.movementId === movementId
                        onOpen: screen.open(movementId)
                    }
                    EmptyState {
                        visible: list.count === 0 && !screen.session.movements.loading
                        anchors.centerIn: parent
                        width: parent.width - 2 * Theme.l
                        glyph: Icons.flag
                        text: qsTr("No movement matches")
                    }
                }
            }
            detail: Item {
                anchors.fill: parent
                EmptyState {
                    visible: screen.movement === null
                    anchors.centerIn: parent
                    width: Math.min(parent.width - 2 * Theme.l, 420)
                    glyph: Icons.flag
                    text: qsTr("Choose a movement")
                    detail: qsTr("You see its goal, legal basis, targets and criteria.")
                }
                Loader {
                    anchors.fill: parent
                    active: screen.movement !== null
                    sourceComponent: MovementPage {
                        movement: screen.movement
                        onOpenReport: reportId => screen.openReport(reportId)
                        onEnterReport: criterionId => screen.enterReport(criterionId, screen.session.home.period)
                    }
                }
            }
        }
    }
}
