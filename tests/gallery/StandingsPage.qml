pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    id: page

    readonly property var units: [
        { rank: 1, change: 2, name: "Hội Nông dân Thành phố", base: 0.93, bonus: 0.05, penalty: 0, total: "98,5" },
        { rank: 2, change: -1, name: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh", base: 0.95, bonus: 0.02, penalty: 0.01, total: "96,25" },
        { rank: 3, change: 0, name: "Hội Cựu chiến binh Thành phố", base: 0.9, bonus: 0, penalty: 0, total: "90" },
        { rank: 4, change: -1, name: "Đặc khu Côn Đảo", base: 0.88, bonus: 0.01, penalty: 0.06, total: "83,4", mine: true },
        { rank: 12, change: 11, name: "Phường Sài Gòn", base: 0.6, bonus: 0.03, penalty: 0, total: "63" },
        { rank: 0, change: 0, name: "Xã Thạnh An", base: 0, bonus: 0, penalty: 0, total: "–" }
    ]

    Specimen {
        title: "Con số"
        Figure { value: "12"; text: "trên 20 báo cáo đã nộp" }
        Figure { value: "Hạng 2"; text: "96,25 điểm, trên 6 đơn vị của Khối thi đua 19" }
        Figure { value: "1.234.567,5" }
    }
    Specimen {
        title: "Hạng, thay đổi, điểm"
        most: 1
        Card {
            flush: true
            contentItem: ColumnLayout {
                spacing: 0
                Repeater {
                    model: page.units
                    Rectangle {
                        id: line
                        required property var modelData
                        implicitHeight: cells.implicitHeight + Theme.m
                        color: modelData.mine ? Theme.brandGround : "transparent"
                        Layout.fillWidth: true
                        RowLayout {
                            id: cells
                            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.m }
                            spacing: Theme.m
                            Column {
                                RankBadge { rank: line.modelData.rank }
                                RankChange { visible: line.modelData.rank > 0; change: line.modelData.change }
                            }
                            ColumnLayout {
                                spacing: Theme.xs
                                AppText { text: line.modelData.name; strong: line.modelData.mine === true; Layout.fillWidth: true }
                                ScoreBar {
                                    basePart: line.modelData.base
                                    bonusPart: line.modelData.bonus
                                    penaltyPart: line.modelData.penalty
                                    mine: line.modelData.mine === true
                                    Layout.fillWidth: true
                                }
                            }
                            AppText { text: line.modelData.total; font.pixelSize: Theme.title; strong: true; wrapMode: Text.NoWrap }
                        }
                    }
                }
            }
        }
        ScoreLegend {}
    }
}
