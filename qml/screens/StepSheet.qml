import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// A step is taken in two: what it does and what it asks for, then the word that takes it.
Sheet {
    id: sheet

    required property YearPage page
    property var step: ({ to: "", text: "", question: "", asks: [] })
    property var said: ({})
    readonly property bool answered: step.asks.every(ask => (said[ask.field] ?? "").trim().length > 0)

    function ask(next: var) {
        said = {}
        step = next
        open()
    }
    function say(field: string, words: string) {
        const all = Object.assign({}, said)
        all[field] = words
        said = all
    }

    title: step.text
    actions: [
        ActionButton {
            objectName: "takeStep"
            tone: "primary"
            text: sheet.step.text
            enabled: sheet.answered && !sheet.page.busy
            onClicked: {
                sheet.page.take(sheet.step.to, sheet.said)
                sheet.close()
            }
        },
        ActionButton {
            text: qsTr("Not now")
            onClicked: sheet.close()
        }
    ]

    AppText {
        text: sheet.step.question
        Layout.fillWidth: true
    }
    Repeater {
        model: sheet.step.asks
        Loader {
            id: answer
            required property var modelData
            Layout.fillWidth: true
            sourceComponent: modelData.written ? written : chosen

            // A Loader of Qt 6.4 cannot make bound components, and the linter wants them bound.
            // qmllint disable unqualified
            Component {
                id: written
                TextAreaField {
                    required: true
                    label: answer.modelData.label
                    lines: 2
                    onEdited: text => sheet.say(answer.modelData.field, text)
                }
            }
            Component {
                id: chosen
                ChoiceField {
                    required: true
                    label: answer.modelData.label
                    options: answer.modelData.options
                    value: sheet.said[answer.modelData.field] ?? ""
                    error: options.length === 0 ? qsTr("There is none on this device yet") : ""
                    onChosen: id => sheet.say(answer.modelData.field, id)
                }
            }
            // qmllint enable unqualified
        }
    }
}
