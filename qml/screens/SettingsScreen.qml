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

            Card {
                Layout.fillWidth: true
                contentItem: ColumnLayout {
                    spacing: Theme.m
                    ChoiceField {
                        label: qsTr("Language")
                        options: [{ id: "vi", name: "Tiếng Việt" }, { id: "en", name: "English" }]
                        value: screen.session.language
                        Layout.fillWidth: true
                        onChosen: id => screen.session.language = id
                    }
                    ChoiceField {
                        label: qsTr("Appearance")
                        options: [{ id: "system", name: qsTr("As the device") }, { id: "light", name: qsTr("Light") },
                                  { id: "dark", name: qsTr("Dark") }]
                        value: screen.session.theme
                        Layout.fillWidth: true
                        onChosen: id => screen.session.theme = id
                    }
                    ChoiceField {
                        label: qsTr("Text size")
                        options: [{ id: "1", name: qsTr("Normal") }, { id: "1.25", name: qsTr("Large") },
                                  { id: "1.5", name: qsTr("Larger") }, { id: "2", name: qsTr("Twice as large") }]
                        value: String(screen.session.textScale)
                        Layout.fillWidth: true
                        onChosen: id => screen.session.textScale = Number(id)
                    }
                }
            }
            Card {
                padding: 0
                Layout.fillWidth: true
                contentItem: ColumnLayout {
                    spacing: 0
                    ListRow {
                        text: screen.session.userName
                        supporting: screen.session.roleText
                        glyph: Icons.person
                        Layout.fillWidth: true
                    }
                    ListRow {
                        text: qsTr("Server")
                        supporting: screen.session.lastServer
                        glyph: Icons.domain
                        Layout.fillWidth: true
                    }
                    ListRow {
                        text: qsTr("Device")
                        supporting: screen.session.deviceName
                        glyph: Icons.tabletAndroid
                        divided: false
                        Layout.fillWidth: true
                    }
                }
            }
            Banner {
                visible: screen.session.errorText.length > 0
                tone: "error"
                text: screen.session.errorText
                Layout.fillWidth: true
            }
            ActionButton {
                tone: "danger"
                glyph: Icons.exitToApp
                text: qsTr("Sign out")
                onClicked: screen.session.signOut()
            }
        }
    }
}
