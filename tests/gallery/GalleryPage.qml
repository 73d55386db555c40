import QtQuick
import ThiDua.Theme

// One page in one scheme and one size of letters.
Rectangle {
    id: frame

    required property string page
    property string scheme: "light"
    property real textScale: 1.0
    property bool still: false
    readonly property real contentHeight: loader.item ? (loader.item as Item).implicitHeight : 0

    color: Theme.page

    Binding {
        target: Theme
        property: "dark"
        value: frame.scheme === "dark"
    }
    Binding {
        target: Theme
        property: "sunlight"
        value: frame.scheme === "sunlight"
    }
    Binding {
        target: Theme
        property: "textScale"
        value: frame.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: frame.still
    }
    Flickable {
        anchors.fill: parent
        contentHeight: frame.contentHeight
        clip: true
        Loader {
            id: loader
            width: parent.width
            source: frame.page.charAt(0).toUpperCase() + frame.page.slice(1) + "Page.qml"
        }
    }
}
