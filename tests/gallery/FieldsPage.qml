import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    Specimen {
        title: "Ô nhập"
        TextInputField { label: "Nơi thực hiện"; placeholder: "Ví dụ: Hội trường phường" }
        TextInputField { label: "Nơi thực hiện"; value: "Ủy ban nhân dân Phường Sài Gòn"; help: "Ghi theo văn bản" }
        TextInputField { label: "Số quyết định"; required: true; error: "Chưa nhập số quyết định" }
        TextInputField { label: "Đơn vị"; value: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"; editable: false; help: "Khóa sau khi nộp" }
        TextInputField { id: focused; label: "Có tiêu điểm"; value: "Đặc khu Côn Đảo"; Component.onCompleted: focused.input.forceActiveFocus() }
        PasswordField { label: "Mật khẩu"; value: "khong-ai-biet" }
        PasswordField { label: "Mật khẩu, đang xem"; value: "khong-ai-biet"; shown: true }
        SearchField { label: "Tìm báo cáo" }
        SearchField { label: "Tìm báo cáo"; text: "giao uoc" }
    }
    Specimen {
        title: "Số và ngày"
        NumberField { label: "Kết quả"; suffix: "% hộ"; value: "97,25"; help: "Chỉ tiêu: ít nhất 95 % · Kỳ trước: 94,5" }
        NumberField { label: "Điểm tự chấm"; value: "62"; error: "Tối đa 60 điểm" }
        NumberField { label: "Điểm thẩm định"; value: "1.234.567,5"; editable: false }
        DateField { label: "Ngày thực hiện" }
        DateField { label: "Ngày ký giao ước"; value: "21/03/2023" }
        DateField { label: "Ngày ký giao ước"; value: "31/02/2023"; Component.onCompleted: judge() }
    }
    Specimen {
        title: "Lựa chọn và đoạn văn"
        ChoiceField { label: "Khối, cụm"; value: "19"; options: [{ id: "19", name: "Khối thi đua 19" }] }
        ChoiceField { label: "Đơn vị"; value: "a"; options: [{ id: "a", name: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh" }]; help: "Sáu đơn vị" }
        ChoiceField { label: "Kỳ"; value: "2023"; options: [{ id: "2023", name: "năm 2023" }]; editable: false }
        TextAreaField { label: "Giải trình"; placeholder: "Kết quả đạt được bằng cách nào; văn bản nào chứng minh" }
        TextAreaField {
            label: "Giải trình"
            value: "Đã tổ chức 12 buổi tuyên truyền, 97,25 % hộ ký cam kết. Hai khu phố chưa hoàn thành do sáp nhập.\nKèm Kế hoạch số 12/KH-UBND."
        }
        TextAreaField { label: "Lý do trả lại"; required: true; error: "Phải nêu lý do để đơn vị biết cần sửa gì"; lines: 2 }
    }
    Specimen {
        title: "Lịch"
        Card {
            contentItem: Calendar { chosen: "21/03/2023"; today: ({ day: 17, month: 3, year: 2023 }) }
        }
    }
}
