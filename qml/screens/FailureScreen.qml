import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The device's file could not be opened; nothing has been changed in it.
Item {
    id: screen

    required property Session session

    ErrorState {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.l, 520)
        text: qsTr("The data on this device cannot be opened")
        detail: screen.session.errorText
        onAction: screen.session.reopen()
    }
}
