import QtQuick
import ThiDua.Theme

// A secret, which can be looked at while it is typed.
TextInputField {
    id: field

    property bool shown: false

    secret: !shown
    hints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | (shown ? Qt.ImhNone : Qt.ImhHiddenText)
    trailing: IconButton {
        glyph: field.shown ? Icons.visibilityOff : Icons.visibility
        text: field.shown ? qsTr("Hide the password") : qsTr("Show the password")
        ink: Theme.muted
        onClicked: field.shown = !field.shown
    }
}
