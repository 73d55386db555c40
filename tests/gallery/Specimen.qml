import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A named group of states of one component, in columns where there is room.
Column {
    id: specimen

    required property string title
    property alias most: grid.most
    property alias least: grid.least
    property alias natural: grid.natural
    default property alias content: grid.data

    width: parent ? (parent as Item).width : 0
    spacing: Theme.s

    SectionTitle {
        width: parent.width
        text: specimen.title
    }
    EvenColumns {
        id: grid
        width: parent.width
        most: 3
    }
}
