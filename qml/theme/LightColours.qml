Colours {
    page: "#f6f4f1"
    surface: "#ffffff"
    sunken: "#efebe6"
    pressed: "#ece6df"
    line: "#ddd7d0"
    edge: "#8b8078"
    focus: "#1b5fc1"

    text: "#1f1a17"
    muted: "#5f5650"

    brand: "#a6192e"
    brandPressed: "#8a1225"
    inkOnBrand: "#ffffff"
    brandText: "#a6192e"
    brandGround: "#fbeff0"

    gold: "#e0a100"
    inkOnGold: "#2b1e00"
    goldText: "#755300"
    goldGround: "#fdf5dc"
    mark: "#fbe7a8"

    done: "#0a675c"
    doneGround: "#e2f3f0"
    waiting: "#7a5000"
    waitingGround: "#fdf1d6"
    error: "#b5390a"
    inkOnError: "#ffffff"
    errorGround: "#fdece2"

    bar: "#8b8078"
    scrim: "#80000000"
}
