import QtQuick
import ThiDua.Theme

AppText {
    font.pixelSize: Theme.title
    strong: true
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
