import ThiDua.Components

TimelineRow {
    required property var model

    text: model.changesText
    who: model.whoText
    role: model.roleText
    when: model.whenText
    device: model.deviceText
    state: model.stateText
}
