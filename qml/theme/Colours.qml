import QtQuick

// The colours of one scheme. Each ink keeps 4.5:1 on each ground that it stands on; edges, bars and focus keep 3:1.
QtObject {
    // Grounds and lines
    required property color page
    required property color surface
    required property color sunken
    required property color pressed
    required property color line // parts what stands together
    required property color edge // bounds what can be pressed or filled in
    required property color focus

    // Text
    required property color text
    required property color muted

    // Identity, and the one main action of a screen
    required property color brand
    required property color brandPressed
    required property color inkOnBrand
    required property color brandText
    required property color brandGround

    // Rank and honours only
    required property color gold
    required property color inkOnGold
    required property color goldText
    required property color goldGround
    required property color mark // behind words that were searched for

    // States; each is used with an icon and a word
    required property color done
    required property color doneGround
    required property color waiting
    required property color waitingGround
    required property color error
    required property color inkOnError
    required property color errorGround

    required property color bar // of the others, in a list with an own one
    required property color scrim // over the page, under a sheet
}
