pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import ThiDua.Components
import ThiDua.Theme

Window {
    id: window

    property bool dark: false
    property real textScale: 1.0

    width: 1280
    height: 1700
    visible: true
    title: "ThiDua – thư viện thành phần"
    color: Theme.page

    Binding { target: Theme; property: "dark"; value: window.dark }
    Binding { target: Theme; property: "textScale"; value: window.textScale }

    PageColumn {
        anchors.fill: parent
        maximumWidth: 1200

        AppBar {
            title: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"
            subtitle: "Khối thi đua 19 · Năm 2023"
            canGoBack: true
            Layout.fillWidth: true
            SyncIndicator { phase: "waiting"; text: "3 bản ghi chờ gửi"; compact: window.width < 600 }
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
            SyncIndicator { phase: "unknown"; text: "Ngoại tuyến" }
            SyncIndicator { phase: "waiting"; text: "3 bản ghi chờ gửi" }
            SyncIndicator { phase: "waiting"; ageing: true; text: "3 bản ghi chờ từ 2 ngày" }
            SyncIndicator { phase: "sending"; text: "Đang gửi…" }
            SyncIndicator { phase: "upToDate"; text: "Đã đồng bộ lúc 17:05" }
            SyncIndicator { phase: "attention"; text: "2 việc cần xem" }
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
            ActionButton { tone: "primary"; text: "Nộp báo cáo"; glyph: Icons.send }
            ActionButton { text: "Lưu"; glyph: Icons.save }
            ActionButton { text: "Không bấm được"; enabled: false }
            ActionButton { tone: "quiet"; text: "Xem lịch sử"; glyph: Icons.history }
            ActionButton { tone: "danger"; text: "Đăng xuất"; glyph: Icons.exitToApp }
            IconButton { glyph: Icons.search; text: "Tìm" }
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
            StatusChip { text: "Nháp"; glyph: Icons.edit }
            StatusChip { text: "Đã nộp"; tone: "waiting"; glyph: Icons.schedule }
            StatusChip { text: "Trả lại"; tone: "error"; glyph: Icons.assignmentReturn }
            StatusChip { text: "Đã thẩm định"; tone: "done"; glyph: Icons.check }
            StatusChip { text: "Dẫn đầu khối"; tone: "gold"; glyph: Icons.emojiEvents }
            StatusChip { text: "Phong trào năm"; tone: "brand" }
        }
        GridLayout {
            columns: window.width >= 700 ? 2 : 1
            columnSpacing: Theme.m
            rowSpacing: Theme.m
            Layout.fillWidth: true
            TextInputField { label: "Kết quả"; value: "96,50"; suffix: "%"; alignRight: true; help: "Chỉ tiêu: ít nhất 95 % · Kỳ trước: 94,20 %"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            TextInputField { label: "Điểm tự chấm"; value: "72"; error: "Tối đa 60 điểm"; alignRight: true; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            TextAreaField { label: "Diễn giải"; value: "Ế ề ể ễ ệ, Ỗ ộ Ợ ự: Phường đã tổ chức 12 buổi tuyên truyền; tỷ lệ người dân hài lòng đạt 96,5 %."; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            TextAreaField { label: "Ghi chú"; placeholder: "Ghi chú tự do"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            ChoiceField { label: "Khối, cụm"; options: [{ id: "a", name: "Cụm thi đua số 1" }]; value: "a"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            SearchField { label: "Tìm báo cáo"; Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignBottom }
        }
        Banner { text: "Trả lại để chỉnh sửa"; detail: "Số liệu quý II chưa khớp với báo cáo của Phòng Nội vụ."; tone: "error"; glyph: Icons.assignmentReturn; Layout.fillWidth: true }
        Banner { text: "Hai người nhập khác nhau ở 1 giá trị"; detail: "Xem đã chọn giá trị nào và vì sao; không mất gì cả."; tone: "waiting"; actionText: "Xem"; Layout.fillWidth: true }
        Banner { text: "Máy này có thể bàn giao"; detail: "Máy chủ đã xác nhận mọi thay đổi nhập trên máy."; tone: "done"; Layout.fillWidth: true }
        CompareValues {
            keptValue: "96,50 %"
            keptBy: "Nguyễn Thị Ánh Tuyết"
            keptRole: "Thủ trưởng đơn vị"
            keptWhen: "14:02 ngày 21/03/2023"
            lostValue: "94,20 %"
            lostBy: "Bạn"
            lostRole: "Cán bộ nhập liệu"
            lostWhen: "14:09 ngày 21/03/2023"
            mine: true
            Layout.fillWidth: true
        }
        Card {
            padding: 0
            Layout.fillWidth: true
            contentItem: ColumnLayout {
                spacing: 0
                ListRow { text: "Tỷ lệ người dân hài lòng với sự phục vụ của cơ quan hành chính nhà nước ở từng lĩnh vực"; supporting: "Nhóm III · Hạn 15/12/2023"; glyph: Icons.assignment; Layout.fillWidth: true
                    StatusChip { text: "Quá hạn"; tone: "error"; glyph: Icons.assignmentLate } }
                ListRow { text: "Chỉ thị số 34-CT/TW"; supporting: "Bộ Chính trị"; value: "07/04/2014"; chosen: true; Layout.fillWidth: true }
                SwitchRow { text: "Làm việc ngoại tuyến"; supporting: "Không gửi, không nhận cho tới khi tắt."; checked: true; Layout.fillWidth: true }
            }
        }
        Flow {
            spacing: Theme.m
            Layout.fillWidth: true
            RankBadge { rank: 1 }
            RankBadge { rank: 2 }
            RankBadge { rank: 12 }
            RankChange { change: 2 }
            RankChange { change: -1 }
            RankChange { change: 0 }
            ScoreBar { basePart: 0.7; bonusPart: 0.1; penaltyPart: 0.04; mine: true; width: 200 }
            ScoreBar { basePart: 0.6; bonusPart: 0; penaltyPart: 0; width: 120 }
        }
        Progress { value: 0.43; Layout.fillWidth: true }
        RowLayout {
            spacing: Theme.s
            Layout.fillWidth: true
            NavigationItem { text: "Trang chủ"; glyph: Icons.home; checked: true }
            NavigationItem { text: "Báo cáo"; glyph: Icons.assignment; badge: 3 }
            NavigationItem { text: "Xếp hạng"; glyph: Icons.leaderboard; wide: true; checked: true; visible: window.width > 600 }
        }
        EmptyState { glyph: Icons.leaderboard; text: "Chưa có bảng xếp hạng"; detail: "Bảng xuất hiện khi các báo cáo đầu tiên được nộp và đồng bộ."; actionText: "Đồng bộ ngay"; Layout.fillWidth: true; Layout.topMargin: Theme.l }
    }
}
