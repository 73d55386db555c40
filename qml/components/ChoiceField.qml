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

    signal chosen(string id)

    T.ComboBox {
        id: box
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.touch, shown.implicitHeight + 2 * Theme.s)
        enabled: field.editable
        model: field.options
        textRole: "name"
        valueRole: "id"
        currentIndex: field.options.findIndex(option => option.id === field.value)
        Accessible.role: Accessible.ComboBox
        Accessible.name: field.label + ": " + displayText
        onActivated: index => field.chosen(field.options[index].id)

        contentItem: AppText {
            id: shown
            leftPadding: Theme.m
            rightPadding: Theme.m + Theme.icon
            text: box.displayText
            elide: Text.ElideRight
            maximumLineCount: 2
        }
        indicator: Icon {
            x: box.width - width - Theme.s
            y: (box.height - height) / 2
            text: Icons.expandMore
            color: Theme.muted
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: box.activeFocus ? 2 : Theme.hair
            border.color: box.activeFocus ? Theme.focus : Theme.line
        }
        delegate: ListRow {
            required property var modelData
            required property int index
            width: box.width
            text: modelData.name
            chosen: box.currentIndex === index
            highlighted: box.highlightedIndex === index
        }
        popup: T.Popup {
            y: box.height + Theme.xs
            width: box.width
            height: Math.min(list.contentHeight + 2, 8 * Theme.touch)
            padding: 1
            contentItem: ListView {
                id: list
                clip: true
                model: box.popup.visible ? box.delegateModel : null
                currentIndex: box.highlightedIndex
            }
            background: Rectangle {
                color: Theme.surface
                radius: Theme.radius
                border.width: Theme.hair
                border.color: Theme.line
            }
        }
    }
}
