import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme
import ThiDua.ViewModels

// The window. It alone is given the Session; everything below gets the models that it needs.
T.ApplicationWindow {
    id: window

    required property Session session
    // Whoever is signing in keeps the form, with what they typed, while the file is being opened.
    property bool asking: session.state === Session.SignedOut

    width: 1280
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: qsTr("ThiDua")
    color: Theme.page

    Binding {
        target: Theme
        property: "textScale"
        value: window.session.textScale
    }
    Binding {
        target: Theme
        property: "dark"
        value: window.session.dark
    }

    Binding {
        target: Theme
        property: "sunlight"
        value: window.session.theme === "sunlight"
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: window.session.state === Session.Ready ? shell
                         : window.session.state === Session.Failed ? failure
                         : window.asking ? signIn : opening
    }
    Connections {
        target: window.session
        function onStateChanged() {
            if (window.session.state !== Session.Opening)
                window.asking = window.session.state === Session.SignedOut
        }
    }
    // A Loader of Qt 6.4 cannot make bound components, and the linter wants them bound.
    // qmllint disable unqualified
    Component {
        id: shell
        Shell {
            objectName: "shell"
            session: window.session
        }
    }
    Component {
        id: opening
        OpeningScreen {}
    }
    Component {
        id: signIn
        SignInScreen { session: window.session }
    }
    Component {
        id: failure
        FailureScreen { session: window.session }
    }
    // qmllint enable unqualified
}
