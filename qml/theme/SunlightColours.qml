// High contrast, for tablets in the sun: no tints, strong lines, inks of 7:1 and more.
Colours {
    page: "#ffffff"
    surface: "#ffffff"
    sunken: "#ffffff"
    pressed: "#e2ddd6"
    line: "#6b625b"
    edge: "#000000"
    focus: "#0a3d91"

    text: "#000000"
    muted: "#332d29"

    brand: "#86101f"
    brandPressed: "#5e0a15"
    inkOnBrand: "#ffffff"
    brandText: "#86101f"
    brandGround: "#ffffff"

    gold: "#e0a100"
    inkOnGold: "#000000"
    goldText: "#523a00"
    goldGround: "#ffffff"
    mark: "#ffd84d"

    done: "#00443c"
    doneGround: "#ffffff"
    waiting: "#553700"
    waitingGround: "#ffffff"
    error: "#862500"
    inkOnError: "#ffffff"
    errorGround: "#ffffff"

    bar: "#6b625b"
    scrim: "#a0000000"
}
