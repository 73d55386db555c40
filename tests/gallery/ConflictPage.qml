import QtQuick
import ThiDua.Components
import ThiDua.Theme

Sheaf {
    Specimen {
        title: "Hai giá trị"
        most: 2; least: 400
        Card {
            contentItem: CompareValues {
                keptValue: "45"
                keptBy: "Trần Thị Bích Ngọc"
                keptRole: "Thủ trưởng đơn vị"
                keptWhen: "13:40 21/03/2023"
                lostValue: "42"
                lostBy: "Nguyễn Văn An"
                lostRole: "Cán bộ nhập liệu"
                lostWhen: "14:02 21/03/2023"
                why: "Giữ giá trị của cấp trên: hai người nhập mà chưa thấy của nhau."
                mine: true
            }
        }
        Card {
            contentItem: CompareValues {
                keptValue: "Đã tổ chức 12 buổi tuyên truyền, 97,25 % hộ ký cam kết."
                keptBy: "Lê Hoàng Phước"
                keptRole: "Cán bộ nhập liệu"
                keptWhen: "17:05 21/03/2023"
                lostValue: "Đã tổ chức 10 buổi tuyên truyền; còn hai khu phố chưa hoàn thành do sáp nhập."
                lostBy: "Nguyễn Văn An"
                lostRole: "Cán bộ nhập liệu"
                lostWhen: "16:58 21/03/2023"
                why: "Giữ giá trị mới hơn."
            }
        }
    }
}
