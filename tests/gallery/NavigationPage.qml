import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    id: page

    readonly property list<QtObject> places: [
        PlaceEntry { place: 0; title: "Trang chủ"; glyph: Icons.home },
        PlaceEntry { place: 1; title: "Báo cáo"; glyph: Icons.assignment; badge: 4 },
        PlaceEntry { place: 2; title: "Phong trào"; glyph: Icons.flag },
        PlaceEntry { place: 3; title: "Bảng xếp hạng"; shortTitle: "Xếp hạng"; glyph: Icons.leaderboard },
        PlaceEntry { place: 4; title: "Đồng bộ"; glyph: Icons.sync; badge: 120 },
        PlaceEntry { place: 5; title: "Cài đặt"; glyph: Icons.settings; inBottomBar: false }
    ]

    Specimen {
        title: "Đầu màn hình"
        most: 1
        AppBar {
            title: "Phường Sài Gòn"
            subtitle: "Cụm thi đua 1"
            SyncIndicator { phase: "waiting"; text: "3 bản ghi chờ gửi"; compact: page.width < 440 * Theme.textScale; count: 3 }
        }
        AppBar {
            title: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"
            canGoBack: true
            SyncIndicator { phase: "unknown"; text: "Ngoại tuyến, chưa biết"; compact: page.width < 440 * Theme.textScale }
        }
    }
    Specimen {
        title: "Thanh dưới (điện thoại)"
        most: 1
        BottomBar { places: page.places; current: 1 }
    }
    Specimen {
        title: "Thanh bên và danh sách cạnh chi tiết"
        most: 1
        Item {
            implicitHeight: 600
            NavigationRail {
                id: rail
                height: parent.height
                places: page.places
                current: 1
                wide: page.width >= Theme.desktopFrom - 100
                title: "Thi đua"
                userName: "Nguyễn Văn An"
                roleText: "Cán bộ nhập liệu"
            }
            ListDetail {
                x: rail.width
                width: parent.width - x
                height: parent.height
                list: Column {
                    anchors.fill: parent
                    ListRow { width: parent.width; text: "II.2 Tỷ lệ hộ gia đình đạt chuẩn văn hóa"; supporting: "Hạn nộp 15/06/2023"; chosen: true }
                    ListRow { width: parent.width; text: "III.1 Giải ngân vốn đầu tư công"; supporting: "Hạn nộp 30/06/2023" }
                }
                detail: Item {
                    anchors.fill: parent
                    EmptyState { anchors.centerIn: parent; width: parent.width - 2 * Theme.l; glyph: Icons.assignment; text: "Chọn một báo cáo" }
                }
            }
        }
    }
}
