import QtQuick

// A place of the app, as the rail and the bottom bar show it.
QtObject {
    required property int place
    required property string title
    required property string glyph
    property string shortTitle: title
    property string detail: "" // what is done there, for lists
    property int badge: 0
    property bool offered: true
    property bool inBottomBar: true
}
