import ThiDua.Components
import ThiDua.Theme

// In the place of rows: why they could not be read, or else that there are none. A failure must never look like
// an empty list.
EmptyState {
    property string errorText: ""
    property string nothing: ""
    property string hint: ""
    property string sign: Icons.info
    readonly property bool failed: errorText.length > 0

    tone: failed ? "error" : "neutral"
    glyph: failed ? Icons.errorOutline : sign
    text: failed ? qsTr("This could not be read") : nothing
    detail: failed ? errorText : hint
}
