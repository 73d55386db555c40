import ThiDua.Theme

// Dossiers from the draft to the decision, and the decisions.
YearScreen {
    records: session.year.dossiers
    title: qsTr("Commendation")
    sign: Icons.emojiEvents
    searchLabel: qsTr("Search dossiers and decisions")
    nothing: qsTr("No dossier yet")
    hint: qsTr("A unit proposes, the block appraises, the council votes and decides. You see how far each dossier is and what it lacks.")
}
