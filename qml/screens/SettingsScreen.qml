import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Item {
    id: screen

    required property Session session
    property bool phone: false

    signal go(int place)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: qsTr("Settings")
            canGoBack: screen.phone
            sync: screen.session.sync
            Layout.fillWidth: true
            onBack: screen.go(Shell.Sync)
            onGo: place => screen.go(place)
        }
        PageColumn {
            Layout.fillWidth: true
            Layout.fillHeight: true

            SectionTitle {
                text: qsTr("Display")
                width: parent.width
            }
            Card {
                width: parent.width
                contentItem: EvenColumns {
                    most: 3
                    least: 200
                    ChoiceField {
                        label: qsTr("Language")
                        options: [{ id: "vi", name: "Tiếng Việt" }, { id: "en", name: "English" }]
                        value: screen.session.language
                        onChosen: id => screen.session.language = id
                    }
                    ChoiceField {
                        label: qsTr("Appearance")
                        options: [{ id: "system", name: qsTr("As the device") }, { id: "light", name: qsTr("Light") },
                                  { id: "dark", name: qsTr("Dark") }, { id: "sunlight", name: qsTr("For bright sun") }]
                        value: screen.session.theme
                        onChosen: id => screen.session.theme = id
                    }
                    ChoiceField {
                        label: qsTr("Text size")
                        options: [{ id: "1", name: qsTr("Normal") }, { id: "1.25", name: qsTr("Large") },
                                  { id: "1.5", name: qsTr("Larger") }, { id: "2", name: qsTr("Twice as large") }]
                        value: String(screen.session.textScale)
                        onChosen: id => screen.session.textScale = Number(id)
                    }
                }
            }
            SectionTitle {
                text: qsTr("This device and who uses it")
                width: parent.width
            }
            Card {
                flush: true
                width: parent.width
                contentItem: Column {
                    spacing: 0
                    ListRow {
                        text: screen.session.userName
                        supporting: screen.session.roleText
                        glyph: Icons.person
                        pressable: false
                        width: parent.width
                    }
                    ListRow {
                        text: qsTr("Server")
                        supporting: screen.session.lastServer
                        glyph: Icons.domain
                        pressable: false
                        width: parent.width
                    }
                    ListRow {
                        text: qsTr("Device")
                        supporting: screen.session.deviceName
                        glyph: Icons.tabletAndroid
                        pressable: false
                        divided: false
                        width: parent.width
                    }
                }
            }
            Banner {
                visible: screen.session.errorText.length > 0
                tone: "error"
                text: screen.session.errorText
                width: parent.width
            }
            AppText {
                text: qsTr("Signing out removes the data from this device. It has to wait until the server has everything that was entered here.")
                font.pixelSize: Theme.small
                muted: true
                width: parent.width
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                tone: "danger"
                glyph: Icons.exitToApp
                text: qsTr("Sign out")
                onClicked: confirmation.open()
            }
        }
    }
    Sheet {
        id: confirmation
        title: qsTr("Sign out of this device?")
        actions: [
            ActionButton {
                tone: "danger"
                text: qsTr("Sign out")
                onClicked: {
                    confirmation.close()
                    screen.session.signOut()
                }
            },
            ActionButton {
                text: qsTr("Stay signed in")
                onClicked: confirmation.close()
            }
        ]
        AppText {
            text: qsTr("To work here again you need the network, and your password or a new code.")
            Layout.fillWidth: true
        }
    }
}
