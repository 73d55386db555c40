import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    Specimen {
        title: "Đồng bộ"
        natural: true
        SyncIndicator { phase: "unknown"; text: "Ngoại tuyến, chưa biết" }
        SyncIndicator { phase: "waiting"; text: "3 bản ghi chờ gửi" }
        SyncIndicator { phase: "waiting"; ageing: true; text: "3 bản ghi chờ 2 ngày" }
        SyncIndicator { phase: "sending"; text: "Đang gửi 2/3" }
        SyncIndicator { phase: "fetching"; text: "Đang nhận" }
        SyncIndicator { phase: "attention"; text: "1 bản ghi cần xem" }
        SyncIndicator { phase: "upToDate"; text: "Đã đồng bộ 17:05" }
        SyncIndicator { phase: "signIn"; text: "Cần đăng nhập lại" }
        SyncIndicator { phase: "portal"; text: "Mạng đòi đăng nhập" }
        Row {
            spacing: Theme.s
            SyncIndicator { phase: "unknown"; text: "Ngoại tuyến"; compact: true }
            SyncIndicator { phase: "waiting"; text: "3 bản ghi chờ gửi"; compact: true; count: 3 }
            SyncIndicator { phase: "attention"; text: "12 bản ghi cần xem"; compact: true; count: 12 }
            SyncIndicator { phase: "upToDate"; text: "Đã đồng bộ 17:05"; compact: true }
        }
    }
    Specimen {
        title: "Thông báo"
        most: 2; least: 400
        Banner { text: "Bảng điểm năm 2023 là dữ liệu minh họa" }
        Banner { tone: "waiting"; text: "Đồng hồ máy chậm 3 phút so với máy chủ"; detail: "Giờ ghi nhận đã được điều chỉnh." }
        Banner { tone: "error"; text: "2 thay đổi không được máy chủ chấp nhận"; detail: "Chúng vẫn được giữ trên máy này cho đến khi bạn quyết định."; actionText: "Xem" }
        Banner { tone: "done"; text: "Máy bảng này có thể bàn giao"; detail: "Máy chủ đã xác nhận mọi thay đổi trên máy." }
        Banner { tone: "brand"; glyph: Icons.flag; text: "Phát động thi đua chào mừng 50 năm ngày Giải phóng miền Nam"; actionText: "Xem phong trào" }
    }
    Specimen {
        title: "Tiến trình"
        Progress { value: 0.43; text: "Đang nhận: 43 % của 12 MB" }
        Progress { value: 1; text: "Đang gửi ảnh 3/3" }
        Progress { text: "Máy chủ đang áp dụng" }
        Progress { value: 0.7 }
    }
    Specimen {
        title: "Trống, lỗi, đang tải"
        Card {
            contentItem: EmptyState { glyph: Icons.assignment; text: "Chưa có báo cáo nào"; detail: "Báo cáo của đơn vị sẽ hiện ở đây khi phong trào được phát động."; actionText: "Xem các phong trào" } }
        Card {
            contentItem: ErrorState { text: "Không mở được dữ liệu trên máy"; detail: "Bộ nhớ máy đã đầy. Hãy xóa bớt ảnh rồi thử lại; dữ liệu đã nhập không bị mất." } }
        Card {
            contentItem: LoadingState { text: "Đang nhận dữ liệu lần đầu"; value: 0.62 } }
    }
    Specimen {
        title: "Báo nhanh"
        most: 1
        Item {
            implicitHeight: toast.height
            Toast { id: toast; milliseconds: 3600000; Component.onCompleted: show("Đã lưu trên máy này") }
        }
    }
}
