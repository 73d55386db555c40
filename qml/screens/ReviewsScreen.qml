import ThiDua.Theme

// Interim and final reviews of blocks and of the city, and their ballots.
YearScreen {
    records: session.year.reviews
    title: qsTr("Reviews")
    sign: Icons.group
    searchLabel: qsTr("Search reviews and ballots")
    nothing: qsTr("No review or ballot yet")
    hint: qsTr("The block's lead plans reviews and opens ballots; you read their agenda, minutes and results here.")
}
