import ThiDua.Components
import ThiDua.Theme

// The state of a report, always as icon, word and colour.
StatusChip {
    required property string stateName

    tone: stateName === "appraised" || stateName === "decided" || stateName === "published" ? "done"
          : stateName === "submitted" ? "waiting"
          : stateName === "returned" || stateName === "late" ? "error" : "neutral"
    glyph: stateName === "published" ? Icons.lock
           : stateName === "appraised" || stateName === "decided" ? Icons.check
           : stateName === "submitted" ? Icons.schedule
           : stateName === "returned" ? Icons.assignmentReturn
           : stateName === "late" ? Icons.assignmentLate : Icons.edit
}
