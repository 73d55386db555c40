import ThiDua.Theme

// What is made known: announcements, model examples, works, entries for the Creativity Award.
YearScreen {
    records: session.year.publicity
    title: qsTr("Publicity")
    sign: Icons.notifications
    searchLabel: qsTr("Search publicity")
    nothing: qsTr("Nothing has been made known yet")
    hint: qsTr("Announcements, model examples, emulation works and entries for the Creativity Award.")
}
