pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// One of several. options: list of {id, name}; `value` is the id.
FormField {
    id: field

    property var options: []
    property string value: ""
    property bool editable: true

    readonly property alias box: box

    signal chosen(string id)

    T.ComboBox {
        id: box
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.touch, shown.implicitHeight + 2 * Theme.s)
        enabled: field.editable
        focusPolicy: Qt.StrongFocus
        model: field.options
        textRole: "name"
        valueRole: "id"
        currentIndex: field.options.findIndex(option => option.id === field.value)
        Accessible.role: Accessible.ComboBox
        Accessible.name: qsTr("%1: %2", "label and value").arg(field.label).arg(displayText)
        Accessible.description: field.spokenNote
        onActivated: index => field.chosen(field.options[index].id)

        contentItem: AppText {
            id: shown
            leftPadding: Theme.m
            rightPadding: Theme.m + Theme.icon
            text: box.displayText
            elide: Text.ElideRight
            maximumLineCount: 2
            Accessible.ignored: true
        }
        indicator: Icon {
            x: box.width - width - Theme.s - Theme.xs
            y: (box.height - height) / 2
            text: box.popup.visible ? Icons.expandLess : Icons.expandMore
            color: Theme.muted
        }
        background: FieldFrame {
            editable: field.editable
            focused: box.activeFocus || box.popup.visible
            faulty: field.shownError.length > 0
        }
        delegate: ListRow {
            required property var modelData
            required property int index
            width: ListView.view ? (ListView.view as Item).width : box.width
            text: modelData.name
            chosen: box.currentIndex === index
            highlighted: box.highlightedIndex === index
            divided: false
        }
        popup: T.Popup {
            y: box.height + Theme.xs
            width: box.width
            height: Math.min(list.contentHeight + topPadding + bottomPadding, 7 * (Theme.touch + Theme.s))
            margins: Theme.s
            padding: Theme.hair
            topPadding: Theme.xs
            bottomPadding: Theme.xs
            contentItem: ListView {
                id: list
                clip: true
                model: box.popup.visible ? box.delegateModel : null
                currentIndex: box.highlightedIndex
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollMark {}
            }
            background: Rectangle {
                color: Theme.surface
                radius: Theme.radius
                border.width: Theme.hair
                border.color: Theme.edge
            }
        }
    }
}
