import ThiDua.Theme

// Inspections with what is to follow, and deadlines of which devices remind people.
YearScreen {
    records: session.year.inspections
    title: qsTr("Inspections and urging")
    sign: Icons.assignmentLate
    searchLabel: qsTr("Search inspections and reminders")
    nothing: qsTr("No inspection or reminder yet")
    hint: qsTr("What was found, what is to follow and by when; the unit answers here.")
}
