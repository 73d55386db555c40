Colours {
    page: "#171513"
    surface: "#221f1c"
    sunken: "#2e2a26"
    pressed: "#38332e"
    line: "#3b3632"
    edge: "#8a7f76"
    focus: "#7fb2ff"

    text: "#f3efea"
    muted: "#b9b0a8"

    brand: "#c8324a"
    brandPressed: "#a9263c"
    inkOnBrand: "#ffffff"
    brandText: "#ff9aa6"
    brandGround: "#3a1c20"

    gold: "#f0b429"
    inkOnGold: "#2b1e00"
    goldText: "#f0b429"
    goldGround: "#3a2f12"
    mark: "#4d3d10"

    done: "#5fd0bf"
    doneGround: "#15322e"
    waiting: "#f2c063"
    waitingGround: "#3a2d12"
    error: "#ff9e6d"
    inkOnError: "#2b1e00"
    errorGround: "#3d2113"

    bar: "#8a7f76"
    scrim: "#a0000000"
}
