pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    id: page

    function iconNames(): list<string> {
        const names = []
        for (const name in Icons) {
            if (typeof Icons[name] === "string" && name !== "objectName")
                names.push(name)
        }
        return names
    }
    component Swatch: Rectangle {
        id: swatch

        required property string name
        property color ink: Theme.text
        implicitHeight: swatchText.height + 2 * Theme.s
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
        AppText {
            id: swatchText
            x: Theme.m
            width: parent.width - 2 * Theme.m
            anchors.verticalCenter: parent.verticalCenter
            text: swatch.name
            color: swatch.ink
        }
    }

    Specimen {
        title: "Chữ"
        most: 1
        AppText { text: "Khối thi đua 19: 98,5"; font.pixelSize: Theme.display; strong: true }
        AppText { text: "Ợ ế ỗ Ặ — Đặc khu Côn Đảo"; font.pixelSize: Theme.heading; strong: true }
        AppText { text: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"; font.pixelSize: Theme.title; strong: true }
        AppText { text: "Phong trào thi đua yêu nước được tổ chức từ phát động, ký giao ước, sơ kết đến tổng kết và khen thưởng. Mỗi đơn vị tự chấm điểm, khối thẩm định, Hội đồng quyết định." }
        AppText { text: "Cập nhật 17:05 ngày 21/03/2023 · ỔN ĐỊNH, BỀN VỮNG, KỸ THUẬT, NGHỊ QUYẾT"; font.pixelSize: Theme.small; muted: true }
        AppText { text: "1.234.567,5\n    98,25\n1.111.111,1"; horizontalAlignment: Text.AlignRight }
    }
    Specimen {
        title: "Màu"
        most: 4; least: 180
        Swatch { name: "Trang"; color: Theme.page }
        Swatch { name: "Mặt"; color: Theme.surface }
        Swatch { name: "Lõm"; color: Theme.sunken; ink: Theme.muted }
        Swatch { name: "Nhấn"; color: Theme.pressed }
        Swatch { name: "Nhận diện"; color: Theme.brand; ink: Theme.inkOnBrand }
        Swatch { name: "Đang chọn"; color: Theme.brandGround; ink: Theme.brandText }
        Swatch { name: "Hạng nhất"; color: Theme.gold; ink: Theme.inkOnGold }
        Swatch { name: "Vinh dự"; color: Theme.goldGround; ink: Theme.goldText }
        Swatch { name: "Đã xong"; color: Theme.doneGround; ink: Theme.done }
        Swatch { name: "Đang chờ"; color: Theme.waitingGround; ink: Theme.waiting }
        Swatch { name: "Lỗi"; color: Theme.errorGround; ink: Theme.error }
        Swatch { name: "Thông báo"; color: Theme.text; ink: Theme.surface }
    }
    Specimen {
        title: "Biểu tượng"
        most: 1
        Flow {
            spacing: Theme.m
            Repeater {
                model: page.iconNames()
                Icon {
                    required property string modelData
                    text: Icons[modelData]
                }
            }
        }
    }
}
