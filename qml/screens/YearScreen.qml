import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// One part of the emulation year beside movements and reports: its list, and the chosen record.
Item {
    id: screen

    required property Session session
    required property YearList records
    required property string title
    required property string sign
    required property string searchLabel
    required property string nothing
    required property string hint
    property bool phone: false
    property YearPage page: null
    property YearEditor editor: null
    property var trail: [] // what was open before, when one record leads to another

    signal go(int place)

    function open(kindName: string, recordId: string) {
        trail = []
        show(kindName, recordId)
    }
    function follow(kindName: string, recordId: string) {
        trail = trail.concat([{ kindName: page.kindName, recordId: page.recordId }])
        show(kindName, recordId)
    }
    function show(kindName: string, recordId: string) {
        const last = page
        page = recordId.length > 0 ? session.year.page(kindName, recordId) : null
        if (last)
            last.destroy()
    }
    function write(next: YearEditor) {
        const last = editor
        editor = next
        if (last)
            last.destroy()
    }
    // What was typed goes only when the person says so.
    function leave() {
        if (editor.changed)
            leaving.open()
        else
            write(null)
    }
    function back() {
        if (editor !== null) {
            leave()
            return
        }
        if (page === null) {
            go(Shell.More)
            return
        }
        const before = trail.length > 0 ? trail[trail.length - 1] : null
        trail = trail.slice(0, -1)
        show(before ? before.kindName : "", before ? before.recordId : "")
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: !pair.wide && screen.editor ? screen.editor.title : !pair.wide && screen.page ? screen.page.kindText : screen.title
            canGoBack: screen.trail.length > 0 || (!pair.wide && pair.showsDetail) || (screen.phone && !pair.showsDetail)
            sync: screen.session.sync
            Layout.fillWidth: true
            onBack: screen.back()
            onGo: place => screen.go(place)
        }
        ListDetail {
            id: pair
            showsDetail: screen.page !== null || screen.editor !== null
            Layout.fillWidth: true
            Layout.fillHeight: true

            list: YearListPane {
                anchors.fill: parent
                records: screen.records
                searchLabel: screen.searchLabel
                nothing: screen.nothing
                hint: screen.hint
                sign: screen.sign
                chosenId: screen.page ? screen.page.recordId : ""
                enabled: screen.editor === null || !screen.editor.changed // a form is finished first
                onOpen: (kindName, recordId) => {
                    screen.write(null)
                    screen.open(kindName, recordId)
                }
                onBegin: kindName => screen.write(screen.session.year.begin(kindName, ""))
            }
            detail: Item {
                anchors.fill: parent
                EmptyState {
                    visible: !pair.showsDetail
                    anchors.centerIn: parent
                    width: Math.min(parent.width - 2 * Theme.l, 420)
                    glyph: screen.sign
                    text: qsTr("Choose an entry of the list")
                    detail: screen.hint
                }
                Loader {
                    anchors.fill: parent
                    active: screen.page !== null
                    visible: screen.editor === null
                    // qmllint disable unqualified
                    sourceComponent: YearPageView {
                        page: screen.page
                        session: screen.session
                        onFollow: (kindName, recordId) => screen.follow(kindName, recordId)
                        onEdit: screen.write(screen.session.year.edit(screen.page.kindName, screen.page.recordId))
                        onCount: screen.write(screen.session.year.count(screen.page.recordId))
                        onBallot: screen.write(screen.session.year.begin("ballot", screen.page.recordId))
                    }
                    // qmllint enable unqualified
                }
                Loader {
                    anchors.fill: parent
                    active: screen.editor !== null
                    // qmllint disable unqualified
                    sourceComponent: YearFormView {
                        editor: screen.editor
                        onLeave: screen.leave()
                        onSaved: (kindName, recordId) => {
                            screen.open(kindName, recordId)
                            screen.write(null)
                        }
                    }
                    // qmllint enable unqualified
                }
            }
        }
    }
    Sheet {
        id: leaving
        title: qsTr("Leave without saving?")
        actions: [
            ActionButton {
                tone: "danger"
                text: qsTr("Leave it")
                onClicked: {
                    leaving.close()
                    screen.write(null)
                }
            },
            ActionButton {
                text: qsTr("Go on writing")
                onClicked: leaving.close()
            }
        ]
        AppText {
            text: qsTr("What you have typed here is not kept.")
            Layout.fillWidth: true
        }
    }
}
