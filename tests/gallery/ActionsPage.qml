import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    Specimen {
        title: "Nút"
        natural: true
        ActionButton { tone: "primary"; text: "Nộp báo cáo"; glyph: Icons.send }
        ActionButton { text: "Lưu nháp"; glyph: Icons.save }
        ActionButton { tone: "quiet"; text: "Xem lịch sử"; glyph: Icons.history }
        ActionButton { tone: "danger"; text: "Xóa khỏi thiết bị này"; glyph: Icons.trash }
        ActionButton { tone: "primary"; text: "Không dùng được"; enabled: false }
        ActionButton { text: "Không dùng được"; enabled: false }
        ActionButton { tone: "primary"; text: "Đang nhấn"; down: true }
        ActionButton { text: "Đang nhấn"; down: true }
        ActionButton { text: "Có tiêu điểm bàn phím"; Component.onCompleted: forceActiveFocus() }
        ActionButton { tone: "primary"; text: "Nút rộng hết khung" }
        ActionButton {
            text: "Đề nghị Hội đồng xét lại kết quả thẩm định của khối thi đua"
            glyph: Icons.rateReview
        }
    }
    Specimen {
        title: "Nút biểu tượng"
        most: 1
        Row {
            spacing: Theme.s
            IconButton { glyph: Icons.arrowBack; text: "Quay lại" }
            IconButton { glyph: Icons.filterList; text: "Lọc" }
            IconButton { glyph: Icons.refresh; text: "Làm mới"; down: true }
            IconButton { glyph: Icons.moreVert; text: "Thêm"; enabled: false }
        }
    }
    Specimen {
        title: "Bật, tắt"
        SwitchRow { text: "Làm việc ngoại tuyến"; supporting: "Không gửi và không nhận gì cho đến khi tắt." }
        SwitchRow { text: "Chỉ gửi ảnh qua Wi-Fi"; checked: true }
        SwitchRow { text: "Nhắc hạn nộp"; supporting: "Do đơn vị chủ quản đặt"; enabled: false; checked: true }
    }
}
