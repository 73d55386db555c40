import QtQuick

// A place that is made when it is first gone to, and then keeps its state: the first screen does not wait for it.
Loader {
    id: loader

    property bool current: false

    active: false
    onCurrentChanged: if (current) active = true
    Component.onCompleted: if (current) active = true
}
