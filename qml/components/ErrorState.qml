import QtQuick
import ThiDua.Theme

// Something could not be shown: why, and the way out.
EmptyState {
    tone: "error"
    glyph: Icons.errorOutline
    actionText: qsTr("Try again")
    Accessible.role: Accessible.AlertMessage
    Accessible.name: detail.length > 0 ? text + ". " + detail : text
}
