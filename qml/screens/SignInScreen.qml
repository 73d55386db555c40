import QtQuick
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

        Item {
            width: 1
            height: Math.max(0, (screen.height - 700) / 2)
        }
        AppMark {
            size: 64
            anchors.horizontalCenter: parent.horizontalCenter
        }
        AppText {
            text: qsTr("ThiDua")
            font.pixelSize: Theme.display
            strong: true
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
        AppText {
            text: qsTr("Patriotic emulation movements of Ho Chi Minh City")
            muted: true
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            bottomPadding: Theme.s
        }
        Banner {
            visible: screen.session.errorText.length > 0
            tone: "error"
            text: screen.session.errorText
            width: parent.width
        }
        TextInputField {
            id: server
            label: qsTr("Server address")
            help: qsTr("As given by your administrator, for example https://thidua.example.vn")
            value: screen.session.lastServer
            hints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            width: parent.width
        }
        TextInputField {
            id: login
            visible: !screen.byCode
            label: qsTr("User name")
            hints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            width: parent.width
            onAccepted: password.input.forceActiveFocus()
        }
        PasswordField {
            id: password
            visible: !screen.byCode
            label: qsTr("Password")
            width: parent.width
            onAccepted: screen.submit()
        }
        TextInputField {
            id: code
            visible: screen.byCode
            label: qsTr("One-time code")
            help: qsTr("Valid for 72 hours, for one device")
            hints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            width: parent.width
            onAccepted: screen.submit()
        }
        ActionButton {
            tone: "primary"
            text: screen.session.busy ? qsTr("Signing in…") : qsTr("Sign in")
            enabled: !screen.session.busy
            width: parent.width
            onClicked: screen.submit()
        }
        Progress {
            visible: screen.session.busy
            width: parent.width
        }
        ActionButton {
            tone: "quiet"
            text: screen.byCode ? qsTr("Use user name and password") : qsTr("I have a one-time code")
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: screen.byCode = !screen.byCode
        }
        ActionButton {
            tone: "quiet"
            glyph: Icons.language
            text: screen.session.language === "vi" ? "English" : "Tiếng Việt"
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: screen.session.language = screen.session.language === "vi" ? "en" : "vi"
        }
    }
}
