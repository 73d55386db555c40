import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    Specimen {
        title: "Dòng danh sách"
        most: 2; least: 400
        Card {
            flush: true
            contentItem: ColumnLayout {
                spacing: 0
                ListRow { text: "II.2 Tỷ lệ hộ gia đình đạt chuẩn văn hóa"; supporting: "Hạn nộp 15/06/2023"; Layout.fillWidth: true
                    StatusChip { text: "Nháp"; glyph: Icons.edit } }
                ListRow { text: "III.1 Giải ngân vốn đầu tư công"; supporting: "Hạn nộp 30/06/2023"; chosen: true; Layout.fillWidth: true
                    StatusChip { text: "Đã nộp"; glyph: Icons.send; tone: "waiting" } }
                ListRow { text: "Xây dựng phong trào thi đua, sơ kết, tổng kết và nhân điển hình tiên tiến trong toàn Khối"; supporting: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"; Layout.fillWidth: true
                    StatusChip { text: "Trả lại"; glyph: Icons.assignmentReturn; tone: "error" } }
                ListRow { text: "Đặc khu Côn Đảo"; supporting: "Cụm thi đua 16"; value: "98,25"; divided: false; Layout.fillWidth: true }
            }
        }
        Card {
            flush: true
            contentItem: ColumnLayout {
                spacing: 0
                ListRow { text: "Xung đột"; supporting: "Hai người nhập khác nhau"; glyph: Icons.compareArrows; value: "2"; opens: true; Layout.fillWidth: true }
                ListRow { text: "Cài đặt"; glyph: Icons.settings; opens: true; Layout.fillWidth: true }
                ListRow { text: "Dữ liệu đã dùng"; supporting: "Chỉ để xem, không nhấn được"; glyph: Icons.barChart; value: "1,2 MB"; pressable: false; Layout.fillWidth: true }
                ListRow { id: held; text: "Đang nhấn"; down: true; Layout.fillWidth: true }
                SwitchRow { text: "Làm việc ngoại tuyến"; glyph: Icons.cloudOff; supporting: "Không gửi, không nhận"; Layout.fillWidth: true }
            }
        }
    }
    Specimen {
        title: "Trạng thái: biểu tượng, từ và màu"
        most: 1
        Flow {
            spacing: Theme.s
            StatusChip { text: "Nháp"; glyph: Icons.edit }
            StatusChip { text: "Đã nộp"; glyph: Icons.send; tone: "waiting" }
            StatusChip { text: "Bị trả lại"; glyph: Icons.assignmentReturn; tone: "error" }
            StatusChip { text: "Đã thẩm định"; glyph: Icons.verifiedUser; tone: "done" }
            StatusChip { text: "Đã quyết định"; glyph: Icons.gavel; tone: "done" }
            StatusChip { text: "Đã công bố"; glyph: Icons.lock; tone: "done" }
            StatusChip { text: "Tạm tính"; glyph: Icons.hourglassEmpty; tone: "waiting" }
            StatusChip { text: "Cờ thi đua"; glyph: Icons.emojiEvents; tone: "gold" }
            StatusChip { text: "Đơn vị của bạn"; glyph: Icons.place; tone: "brand" }
            StatusChip { text: "Quá hạn 3 ngày"; glyph: Icons.assignmentLate; tone: "error" }
        }
    }
    Specimen {
        title: "Diễn biến"
        most: 1
        Card {
            contentItem: ColumnLayout {
                spacing: 0
                TimelineRow { first: true; text: "Kết quả: 42 → 45"; who: "Trần Thị Bích Ngọc"; role: "Thủ trưởng đơn vị"; when: "14:02 21/03/2023"; device: "Máy bảng 3"; Layout.fillWidth: true }
                TimelineRow { text: "Kết quả: 40 → 42; giải trình"; who: "Nguyễn Văn An"; role: "Cán bộ nhập liệu"; when: "13:40 21/03/2023"; device: "Máy bảng 1"; state: "không được giữ"; Layout.fillWidth: true }
                TimelineRow { last: true; text: "Lập báo cáo"; who: "Nguyễn Văn An"; role: "Cán bộ nhập liệu"; when: "08:15 20/03/2023"; device: "Máy bảng 1"; Layout.fillWidth: true }
            }
        }
    }
}
