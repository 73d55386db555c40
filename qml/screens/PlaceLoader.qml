import QtQuick
import ThiDua.ViewModels

// A place that is made when it is first gone to, and then keeps its state: the first screen does not wait for it.
Loader {
    id: loader

    required property string file
    required property Session session
    property bool phone: false
    property bool current: false

    signal go(int place)

    function make() {
        if (current && status === Loader.Null)
            setSource(file, { session: session })
    }

    onCurrentChanged: make()
    Component.onCompleted: make()

    Binding {
        target: loader.item
        when: loader.item !== null
        property: "phone"
        value: loader.phone
    }
    Connections {
        target: loader.item
        function onGo(place: int) { loader.go(place) }
    }
}
