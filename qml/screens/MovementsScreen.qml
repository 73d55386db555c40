import QtQuick
import QtQuick.Layouts
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
            title: !pair.wide && screen.movement ? qsTr("Movement") : qsTr("Movements")
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

            list: MovementListPane {
                anchors.fill: parent
                movements: screen.session.movements
                chosenId: screen.movement ? screen.movement.movementId : ""
                onOpen: movementId => screen.open(movementId)
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
                    // qmllint disable unqualified
                    sourceComponent: MovementPage {
                        movement: screen.movement
                        onOpenReport: reportId => screen.openReport(reportId)
                        onEnterReport: criterionId => screen.enterReport(criterionId, screen.session.home.period)
                    }
                    // qmllint enable unqualified
                }
            }
        }
    }
}
