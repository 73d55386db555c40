import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

// A sheet lies above the whole window, so that it has a page of its own.
Item {
    id: page

    implicitHeight: 720

    Sheet {
        id: sheet
        title: "Trả lại báo cáo cho đơn vị?"
        actions: [
            ActionButton { tone: "primary"; text: "Trả lại"; glyph: Icons.assignmentReturn },
            ActionButton { text: "Không" }
        ]
        AppText {
            Layout.fillWidth: true
            text: "Đơn vị sẽ thấy lý do ở đầu báo cáo và sửa rồi nộp lại. Điểm đã thẩm định được giữ trong lịch sử."
        }
        TextAreaField {
            Layout.fillWidth: true
            label: "Lý do"
            required: true
            value: "Thiếu biên bản họp khối và danh sách hộ ký cam kết."
        }
    }
    // The window is there only after the page.
    Timer {
        running: true
        interval: 0
        onTriggered: sheet.open()
    }
}
