import QtQuick
import ThiDua.Theme

// A number with at most two decimals, typed with comma or point and shown with the comma once the field is left.
// `value` is the text as typed, so that a draft which is no number yet is kept too.
TextInputField {
    id: field

    // The whole number of hundredths of what stands in the field; meaningless unless `complete`.
    readonly property real hundredths: Hundredths.parse(input.text)
    readonly property bool complete: !isNaN(hundredths)
    readonly property bool blank: input.text.trim().length === 0
    property real minimum: -Infinity // in hundredths
    property real maximum: Infinity

    // Told of an edit, the properties above do not know of it yet.
    function judge() {
        const number = Hundredths.parse(input.text)
        fault = input.text.trim().length === 0 ? "" : isNaN(number) ? qsTr("Enter a number with at most two decimals, for example 97,25")
              : number < minimum ? qsTr("At least %1").arg(Hundredths.format(minimum))
              : number > maximum ? qsTr("At most %1").arg(Hundredths.format(maximum)) : ""
    }

    function settle() {
        judge()
        const shown = complete ? Hundredths.format(hundredths) : input.text
        if (!editable || shown === input.text)
            return
        input.text = shown
        edited(shown)
    }

    alignRight: true
    hints: Qt.ImhFormattedNumbersOnly
    onEdited: if (fault.length > 0) judge()
    onFinished: settle()
}
