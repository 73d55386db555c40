import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Item {
    id: screen

    required property Session session
    property bool byCode: false

    function submit() {
        if (byCode)
            session.signInWithCode(server.input.text, code.input.text)
        else
            session.signIn(server.input.text, login.input.text, password.input.text)
    }

    PageColumn {
        anchors.fill: parent
        maximumWidth: 440

        Item { implicitHeight: Math.max(0, (screen.height - 660) / 2) }
        Rectangle {
            implicitWidth: 64
            implicitHeight: 64
            radius: 16
            color: Theme.brand
            Layout.alignment: Qt.AlignHCenter
            Icon {
                anchors.centerIn: parent
                text: Icons.flag
                size: 36
                color: Theme.gold
            }
        }
        AppText {
            text: qsTr("ThiDua")
            font.pixelSize: Theme.display
            strong: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("Patriotic emulation movements of Ho Chi Minh City")
            muted: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.s
        }
        Banner {
            visible: screen.session.errorText.length > 0
            tone: "error"
            text: screen.session.errorText
            Layout.fillWidth: true
        }
        TextInputField {
            id: server
            label: qsTr("Server address")
            help: qsTr("As given by your administrator, for example https://thidua.example.vn")
            value: screen.session.lastServer
            hints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            Layout.fillWidth: true
        }
        TextInputField {
            id: login
            visible: !screen.byCode
            label: qsTr("User name")
            hints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            onAccepted: password.input.forceActiveFocus()
        }
        TextInputField {
            id: password
            visible: !screen.byCode
            label: qsTr("Password")
            secret: true
            hints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            onAccepted: screen.submit()
        }
        TextInputField {
            id: code
            visible: screen.byCode
            label: qsTr("One-time code")
            help: qsTr("Valid for 72 hours, for one device")
            hints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            Layout.fillWidth: true
            onAccepted: screen.submit()
        }
        ActionButton {
            tone: "primary"
            text: screen.session.busy ? qsTr("Signing in…") : qsTr("Sign in")
            enabled: !screen.session.busy
            Layout.fillWidth: true
            Layout.topMargin: Theme.s
            onClicked: screen.submit()
        }
        Progress {
            visible: screen.session.busy
            Layout.fillWidth: true
        }
        ActionButton {
            tone: "quiet"
            text: screen.byCode ? qsTr("Use user name and password") : qsTr("I have a one-time code")
            Layout.alignment: Qt.AlignHCenter
            onClicked: screen.byCode = !screen.byCode
        }
        ActionButton {
            tone: "quiet"
            glyph: Icons.language
            text: screen.session.language === "vi" ? "English" : "Tiếng Việt"
            Layout.alignment: Qt.AlignHCenter
            onClicked: screen.session.language = screen.session.language === "vi" ? "en" : "vi"
        }
    }
}
