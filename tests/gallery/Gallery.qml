pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme

// The pages of the gallery, to be tried out by hand: choose a page, a scheme and a size of letters; resize the window.
T.ApplicationWindow {
    id: window

    required property list<string> pages
    property string scheme: "light"
    property real textScale: 1.0

    width: 1280
    height: 800
    visible: true
    title: "ThiDua · thư viện thành phần"
    color: Theme.page

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            spacing: 0
            Layout.fillHeight: true
            Layout.maximumWidth: 200
            Repeater {
                model: window.pages
                ListRow {
                    required property string modelData
                    text: modelData
                    chosen: page.page === modelData
                    Layout.fillWidth: true
                    onClicked: page.page = modelData
                }
            }
            Item { Layout.fillHeight: true }
            Repeater {
                model: ["light", "dark", "sunlight"]
                ListRow {
                    required property string modelData
                    text: modelData
                    chosen: window.scheme === modelData
                    Layout.fillWidth: true
                    onClicked: window.scheme = modelData
                }
            }
            ListRow {
                text: "200 %"
                chosen: window.textScale > 1
                Layout.fillWidth: true
                onClicked: window.textScale = window.textScale > 1 ? 1 : 2
            }
        }
        GalleryPage {
            id: page
            page: window.pages[0]
            scheme: window.scheme
            textScale: window.textScale
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
