<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AppBar</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>AppraisalPart</name>
    <message>
        <source>Appraisal by the block</source>
        <translation>Thẩm định của cụm, khối</translation>
    </message>
    <message>
        <source>Appraised points</source>
        <translation>Điểm thẩm định</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Needed when the points differ from the unit&apos;s own, and for a return.</source>
        <translation>Bắt buộc khi điểm khác điểm tự chấm và khi trả lại báo cáo.</translation>
    </message>
    <message>
        <source>Return for correction</source>
        <translation>Trả lại để chỉnh sửa</translation>
    </message>
    <message>
        <source>Appraise</source>
        <translation>Thẩm định</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Gác lại</translation>
    </message>
</context>
<context>
    <name>BallotPart</name>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>BeginSheet</name>
    <message>
        <source>What do you want to write?</source>
        <translation>Bạn muốn lập gì?</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>January</source>
        <translation>Tháng 1</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Tháng 2</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Tháng 3</translation>
    </message>
    <message>
        <source>April</source>
        <translation>Tháng 4</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Tháng 5</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Tháng 6</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Tháng 7</translation>
    </message>
    <message>
        <source>August</source>
        <translation>Tháng 8</translation>
    </message>
    <message>
        <source>September</source>
        <translation>Tháng 9</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Tháng 10</translation>
    </message>
    <message>
        <source>November</source>
        <translation>Tháng 11</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Tháng 12</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 năm %2</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
</context>
<context>
    <name>CalendarDay</name>
    <message>
        <source>%1, today</source>
        <translation>%1, hôm nay</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>At least</source>
        <translation>Ít nhất</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Nhiều nhất</translation>
    </message>
    <message>
        <source>Better class and rank</source>
        <translation>Tăng nhóm và thứ hạng</translation>
    </message>
    <message>
        <source>Better than the year before</source>
        <translation>Tốt hơn năm trước</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Annual movement</source>
        <translation>Phong trào năm</translation>
    </message>
    <message>
        <source>Base points</source>
        <translation>Điểm chuẩn</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Khối thi đua</translation>
    </message>
    <message>
        <source>Bonus points</source>
        <translation>Điểm thưởng</translation>
    </message>
    <message>
        <source>Mass campaign</source>
        <translation>Cuộc vận động</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cụm thi đua</translation>
    </message>
    <message>
        <source>Emulation drive</source>
        <translation>Đợt thi đua</translation>
    </message>
    <message>
        <source>Group of movements</source>
        <translation>Nhóm phong trào</translation>
    </message>
    <message>
        <source>Penalty points</source>
        <translation>Điểm trừ</translation>
    </message>
    <message>
        <source>Special movement</source>
        <translation>Phong trào đặc biệt</translation>
    </message>
    <message>
        <source>Thematic movement</source>
        <translation>Phong trào chuyên đề</translation>
    </message>
    <message>
        <source>Armed forces</source>
        <translation>Lực lượng vũ trang</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Tài liệu PDF</translation>
    </message>
    <message>
        <source>Photograph (JPEG)</source>
        <translation>Ảnh chụp (JPEG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Hình (PNG)</translation>
    </message>
    <message>
        <source>Picture (WebP)</source>
        <translation>Hình (WebP)</translation>
    </message>
    <message>
        <source>City level</source>
        <translation>Cấp Thành phố</translation>
    </message>
    <message>
        <source>National level</source>
        <translation>Cấp trung ương</translation>
    </message>
    <message>
        <source>Unit level</source>
        <translation>Cấp đơn vị</translation>
    </message>
    <message>
        <source>Regular emulation</source>
        <translation>Thi đua thường xuyên</translation>
    </message>
    <message>
        <source>Thematic emulation</source>
        <translation>Thi đua theo chuyên đề</translation>
    </message>
    <message>
        <source>Deputy leader</source>
        <translation>Phó cụm, khối trưởng</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Cụm trưởng, khối trưởng</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>By degree</source>
        <translation>Theo mức độ</translation>
    </message>
    <message>
        <source>By quantity</source>
        <translation>Theo số lượng</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có hoặc không</translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation>Đã thẩm định</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã tổng kết</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Đã quyết định</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Đang chuẩn bị</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>Đã phát động</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Đã ký</translation>
    </message>
    <message>
        <source>Points of group I</source>
        <translation>Điểm nhóm I</translation>
    </message>
    <message>
        <source>Fewer penalty points</source>
        <translation>Ít điểm trừ hơn</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Biểu quyết</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Thông tư</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Decree</source>
        <translation>Nghị định</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Chỉ thị</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Luật</translation>
    </message>
    <message>
        <source>Official letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Nghị quyết</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Đề án</translation>
    </message>
    <message>
        <source>Special zone</source>
        <translation>Đặc khu</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>Thị trấn</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Tổng số thành viên</translation>
    </message>
    <message>
        <source>Those present</source>
        <translation>Số có mặt</translation>
    </message>
    <message>
        <source>State administration</source>
        <translation>Quản lý nhà nước</translation>
    </message>
    <message>
        <source>Literature and arts</source>
        <translation>Văn học – nghệ thuật</translation>
    </message>
    <message>
        <source>Defence and security</source>
        <translation>Quốc phòng – an ninh</translation>
    </message>
    <message>
        <source>Economic development</source>
        <translation>Phát triển kinh tế</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Truyền thông</translation>
    </message>
    <message>
        <source>Science and technology</source>
        <translation>Khoa học – kỹ thuật</translation>
    </message>
    <message>
        <source>Creative start-up</source>
        <translation>Khởi nghiệp sáng tạo</translation>
    </message>
    <message>
        <source>Vote on a dossier</source>
        <translation>Bỏ phiếu hồ sơ khen thưởng</translation>
    </message>
    <message>
        <source>Election of the lead</source>
        <translation>Bầu cụm trưởng, khối trưởng</translation>
    </message>
    <message>
        <source>Final review</source>
        <translation>Tổng kết</translation>
    </message>
    <message>
        <source>Interim review</source>
        <translation>Sơ kết</translation>
    </message>
    <message>
        <source>Vote on a question</source>
        <translation>Biểu quyết một vấn đề</translation>
    </message>
    <message>
        <source>Vote among equals</source>
        <translation>Bỏ phiếu khi đồng hạng</translation>
    </message>
    <message>
        <source>First prize</source>
        <translation>Giải nhất</translation>
    </message>
    <message>
        <source>Second prize</source>
        <translation>Giải nhì</translation>
    </message>
    <message>
        <source>Third prize</source>
        <translation>Giải ba</translation>
    </message>
    <message>
        <source>Leader of the block or cluster</source>
        <translation>Cụm trưởng, khối trưởng</translation>
    </message>
    <message>
        <source>Data entry officer</source>
        <translation>Cán bộ nhập liệu</translation>
    </message>
    <message>
        <source>Head of the unit</source>
        <translation>Thủ trưởng đơn vị</translation>
    </message>
    <message>
        <source>Open vote</source>
        <translation>Biểu quyết công khai</translation>
    </message>
    <message>
        <source>Secret ballot</source>
        <translation>Bỏ phiếu kín</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Được nhận</translation>
    </message>
    <message>
        <source>Awarded</source>
        <translation>Được trao giải</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Đã tổ chức</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Được công nhận</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Không được chọn</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Đã thu hồi</translation>
    </message>
    <message>
        <source>Voted on</source>
        <translation>Đã bình xét</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Collective</source>
        <translation>Tập thể</translation>
    </message>
    <message>
        <source>Clusters and blocks</source>
        <translation>Hệ thống cụm, khối</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Bằng khen, giấy khen</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Hội đồng</translation>
    </message>
    <message>
        <source>Emulation flag</source>
        <translation>Cờ thi đua</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Tặng thưởng</translation>
    </message>
    <message>
        <source>Medal</source>
        <translation>Huy chương, kỷ niệm chương</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Huân chương</translation>
    </message>
    <message>
        <source>Prize</source>
        <translation>Giải thưởng</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Emulation title</source>
        <translation>Danh hiệu thi đua</translation>
    </message>
</context>
<context>
    <name>CommendationScreen</name>
    <message>
        <source>Commendation</source>
        <translation>Khen thưởng</translation>
    </message>
    <message>
        <source>Search dossiers and decisions</source>
        <translation>Tìm hồ sơ và quyết định</translation>
    </message>
    <message>
        <source>No dossier yet</source>
        <translation>Chưa có hồ sơ nào</translation>
    </message>
    <message>
        <source>A unit proposes, the block appraises, the council votes and decides. You see how far each dossier is and what it lacks.</source>
        <translation>Đơn vị đề nghị, cụm hoặc khối thẩm định, Hội đồng bình xét và quyết định. Tại đây bạn thấy hồ sơ đang ở bước nào và còn thiếu gì.</translation>
    </message>
</context>
<context>
    <name>CompareValues</name>
    <message>
        <source>Stands</source>
        <translation>Được chọn</translation>
    </message>
    <message>
        <source>Yours, kept beside it</source>
        <translation>Của bạn, vẫn được giữ</translation>
    </message>
    <message>
        <source>Kept beside it</source>
        <translation>Vẫn được giữ bên cạnh</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Concerns you</source>
        <translation>Liên quan đến bạn</translation>
    </message>
    <message>
        <source>The value that stands is much older than the other one. Please decide.</source>
        <translation>Giá trị được chọn cũ hơn giá trị kia nhiều ngày. Đề nghị xem xét, quyết định.</translation>
    </message>
    <message>
        <source>Agree with what stands</source>
        <translation>Đồng ý với giá trị được chọn</translation>
    </message>
    <message>
        <source>Propose my value again</source>
        <translation>Đề nghị lại giá trị của tôi</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Mở báo cáo</translation>
    </message>
</context>
<context>
    <name>ConflictsScreen</name>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Both values are kept; one of them stands</source>
        <translation>Cả hai giá trị đều được giữ; một giá trị được chọn</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Không có xung đột</translation>
    </message>
    <message>
        <source>When two people change the same value without knowing of each other, you see both values here.</source>
        <translation>Khi hai người cùng sửa một giá trị mà không biết về nhau, cả hai giá trị sẽ hiển thị tại đây.</translation>
    </message>
</context>
<context>
    <name>CouncilPart</name>
    <message>
        <source>Decision of the council</source>
        <translation>Quyết định của Hội đồng</translation>
    </message>
    <message>
        <source>Council&apos;s points</source>
        <translation>Điểm của Hội đồng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Quyết định</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Enter a day as dd/mm/yyyy, for example 21/03/2023</source>
        <translation>Nhập ngày theo dạng ngày/tháng/năm, ví dụ 21/03/2023</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Choose from the calendar</source>
        <translation>Chọn ngày trên lịch</translation>
    </message>
</context>
<context>
    <name>DomainText</name>
    <message>
        <source>Observer</source>
        <translation>Lãnh đạo theo dõi</translation>
    </message>
    <message>
        <source>Data entry officer</source>
        <translation>Cán bộ nhập liệu</translation>
    </message>
    <message>
        <source>Head of the unit</source>
        <translation>Thủ trưởng đơn vị</translation>
    </message>
    <message>
        <source>Leader of the block or cluster</source>
        <translation>Cụm trưởng, khối trưởng</translation>
    </message>
    <message>
        <source>Emulation and Commendation Council</source>
        <translation>Hội đồng Thi đua – Khen thưởng</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị hệ thống</translation>
    </message>
    <message>
        <source>Entered after locking</source>
        <translation>Nhập sau khi khóa</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation>Đã thẩm định</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Đã quyết định</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Annual movement</source>
        <translation>Phong trào năm</translation>
    </message>
    <message>
        <source>Special movement</source>
        <translation>Phong trào đặc biệt</translation>
    </message>
    <message>
        <source>Thematic movement</source>
        <translation>Phong trào chuyên đề</translation>
    </message>
    <message>
        <source>Mass campaign</source>
        <translation>Cuộc vận động</translation>
    </message>
    <message>
        <source>Emulation drive</source>
        <translation>Đợt thi đua</translation>
    </message>
    <message>
        <source>Group of movements</source>
        <translation>Nhóm phong trào</translation>
    </message>
    <message>
        <source>National level</source>
        <translation>Cấp trung ương</translation>
    </message>
    <message>
        <source>City level</source>
        <translation>Cấp Thành phố</translation>
    </message>
    <message>
        <source>Unit level</source>
        <translation>Cấp đơn vị</translation>
    </message>
    <message>
        <source>Armed forces</source>
        <translation>Lực lượng vũ trang</translation>
    </message>
    <message>
        <source>Regular emulation</source>
        <translation>Thi đua thường xuyên</translation>
    </message>
    <message>
        <source>Thematic emulation</source>
        <translation>Thi đua theo chuyên đề</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Đang chuẩn bị</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>Đã phát động</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã tổng kết</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Chỉ thị</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Nghị quyết</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Luật</translation>
    </message>
    <message>
        <source>Decree</source>
        <translation>Nghị định</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Đề án</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Thông tư</translation>
    </message>
    <message>
        <source>Official letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cụm thi đua</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Khối thi đua</translation>
    </message>
    <message>
        <source>Base points</source>
        <translation>Điểm chuẩn</translation>
    </message>
    <message>
        <source>Bonus points</source>
        <translation>Điểm thưởng</translation>
    </message>
    <message>
        <source>Penalty points</source>
        <translation>Điểm trừ</translation>
    </message>
    <message>
        <source>By quantity</source>
        <translation>Theo số lượng</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có hoặc không</translation>
    </message>
    <message>
        <source>By degree</source>
        <translation>Theo mức độ</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>ít nhất %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>nhiều nhất %1</translation>
    </message>
    <message>
        <source>better than the year before</source>
        <translation>tốt hơn năm trước</translation>
    </message>
    <message>
        <source>better class and rank than the year before</source>
        <translation>tăng nhóm và thứ hạng so với năm trước</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>hoàn thành</translation>
    </message>
    <message>
        <source>year %1</source>
        <translation>năm %1</translation>
    </message>
    <message>
        <source>first half of %1</source>
        <translation>6 tháng đầu năm %1</translation>
    </message>
    <message>
        <source>second half of %1</source>
        <translation>6 tháng cuối năm %1</translation>
    </message>
    <message>
        <source>quarter %1/%2</source>
        <translation>quý %1/%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>At most %1 points</source>
        <translation>Tối đa %1 điểm</translation>
    </message>
    <message>
        <source>Criterion %1</source>
        <translation>Tiêu chí %1</translation>
    </message>
</context>
<context>
    <name>DossierPart</name>
    <message>
        <source>The three papers</source>
        <translation>Ba văn bản của hồ sơ</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Đã có</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Điều kiện</translation>
    </message>
    <message>
        <source>As far as this device knows, the conditions of the award are met</source>
        <translation>Theo dữ liệu trên máy này, hồ sơ đủ điều kiện khen thưởng</translation>
    </message>
    <message>
        <source>The form of commendation is not on this device, so its conditions cannot be checked here</source>
        <translation>Máy này chưa có hình thức khen thưởng được đề nghị nên chưa kiểm tra được điều kiện</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server could not read this entry. Please report it to your administrator.</source>
        <translation>Máy chủ không đọc được mục này. Đề nghị báo quản trị hệ thống.</translation>
    </message>
    <message>
        <source>The record that this entry belongs to no longer exists on the server.</source>
        <translation>Bản ghi của mục này không còn trên máy chủ.</translation>
    </message>
    <message>
        <source>Fields that belong together were not all filled in.</source>
        <translation>Các ô đi cùng nhau chưa được nhập đủ.</translation>
    </message>
    <message>
        <source>Something required is still missing.</source>
        <translation>Còn thiếu thông tin bắt buộc.</translation>
    </message>
    <message>
        <source>This value is not possible here. Please check it.</source>
        <translation>Giá trị không hợp lệ. Đề nghị kiểm tra lại.</translation>
    </message>
    <message>
        <source>This entry is too long. Please shorten it.</source>
        <translation>Nội dung quá dài. Đề nghị rút gọn.</translation>
    </message>
    <message>
        <source>The connection is too slow. Sending is tried again.</source>
        <translation>Đường truyền quá chậm. Máy sẽ tự gửi lại.</translation>
    </message>
    <message>
        <source>An earlier entry has not arrived yet. Everything is sent again in order.</source>
        <translation>Một mục trước đó chưa đến máy chủ. Máy sẽ gửi lại theo đúng thứ tự.</translation>
    </message>
    <message>
        <source>The server was restored from a backup. Your entries are sent again.</source>
        <translation>Máy chủ vừa được khôi phục từ bản sao lưu. Máy sẽ gửi lại các mục của bạn.</translation>
    </message>
    <message>
        <source>Another device is working with a copy of this one&apos;s data. Please sign in again; your entries are kept.</source>
        <translation>Có máy khác đang dùng bản sao dữ liệu của máy này. Đề nghị đăng nhập lại; các mục của bạn vẫn được giữ.</translation>
    </message>
    <message>
        <source>This entry was saved together with another one, which the server did not accept.</source>
        <translation>Mục này được lưu cùng một mục khác mà máy chủ không chấp nhận.</translation>
    </message>
    <message>
        <source>The file did not arrive whole. Sending is tried again.</source>
        <translation>Tệp chưa đến đủ. Hệ thống sẽ gửi lại.</translation>
    </message>
    <message>
        <source>Only photographs (JPEG, PNG, WebP) and PDF files can be added.</source>
        <translation>Chỉ nhận ảnh (JPEG, PNG, WebP) và tệp PDF.</translation>
    </message>
    <message>
        <source>The server takes files in another way. The app may need an update.</source>
        <translation>Máy chủ nhận tệp theo cách khác. Có thể cần cập nhật ứng dụng.</translation>
    </message>
    <message>
        <source>Please sign in again. Your entries are kept on this device.</source>
        <translation>Đề nghị đăng nhập lại. Các mục của bạn vẫn được giữ trên máy này.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>Tên đăng nhập hoặc mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>This device may no longer connect. Your entries are kept; please ask your administrator.</source>
        <translation>Máy này không còn được phép kết nối. Các mục của bạn vẫn được giữ; đề nghị liên hệ quản trị hệ thống.</translation>
    </message>
    <message>
        <source>You do not have the right to change this.</source>
        <translation>Bạn không có quyền sửa nội dung này.</translation>
    </message>
    <message>
        <source>This is locked, because it has already been appraised or decided.</source>
        <translation>Nội dung đã khóa vì đã được thẩm định hoặc quyết định.</translation>
    </message>
    <message>
        <source>This step is not possible now. A return needs a reason.</source>
        <translation>Chưa thể thực hiện bước này. Trả lại báo cáo phải nêu lý do.</translation>
    </message>
    <message>
        <source>This is not on this device.</source>
        <translation>Nội dung này không có trên máy.</translation>
    </message>
    <message>
        <source>The server does not know this request. The app may need an update.</source>
        <translation>Máy chủ không hiểu yêu cầu. Có thể cần cập nhật ứng dụng.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Please check the address and the network.</source>
        <translation>Không kết nối được máy chủ. Đề nghị kiểm tra địa chỉ và mạng.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Máy chủ không trả lời kịp thời.</translation>
    </message>
    <message>
        <source>The connection is not secure, so nothing was sent. Please check the address and this device&apos;s date.</source>
        <translation>Kết nối không an toàn nên chưa gửi gì. Đề nghị kiểm tra địa chỉ máy chủ và ngày giờ của máy.</translation>
    </message>
    <message>
        <source>Something else answered instead of the ThiDua server. Either the address is wrong, or this network asks for a sign-in of its own.</source>
        <translation>Nơi trả lời không phải máy chủ ThiDua. Có thể địa chỉ sai hoặc mạng này yêu cầu đăng nhập riêng.</translation>
    </message>
    <message>
        <source>The server is busy. It is tried again shortly.</source>
        <translation>Máy chủ đang bận. Máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The server has a fault. It is tried again; your entries are kept.</source>
        <translation>Máy chủ gặp lỗi. Máy sẽ tự thử lại; các mục của bạn vẫn được giữ.</translation>
    </message>
    <message>
        <source>This device&apos;s storage is full. Nothing was saved; please free some space.</source>
        <translation>Bộ nhớ máy đã đầy nên chưa lưu được. Đề nghị giải phóng bộ nhớ.</translation>
    </message>
    <message>
        <source>This device&apos;s storage could not be used. Nothing was saved.</source>
        <translation>Không dùng được bộ nhớ của máy nên chưa lưu được.</translation>
    </message>
    <message>
        <source>The data on this device is damaged. Please ask your administrator before you go on.</source>
        <translation>Dữ liệu trên máy bị hỏng. Đề nghị liên hệ quản trị hệ thống trước khi tiếp tục.</translation>
    </message>
    <message>
        <source>The data on this device was written by a newer version of the app. Please update the app.</source>
        <translation>Dữ liệu trên máy do phiên bản mới hơn tạo ra. Đề nghị cập nhật ứng dụng.</translation>
    </message>
    <message>
        <source>This device holds the work of another person. They must sign out first.</source>
        <translation>Máy này đang giữ dữ liệu của người khác. Người đó cần đăng xuất trước.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Đề nghị đăng nhập trước.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Đã hủy.</translation>
    </message>
    <message>
        <source>Something went wrong in the app. Nothing was lost; please try again.</source>
        <translation>Ứng dụng gặp lỗi. Không mất dữ liệu; đề nghị thử lại.</translation>
    </message>
    <message>
        <source>Sending the file goes on where it was cut.</source>
        <translation>Tệp đang được gửi tiếp từ chỗ bị ngắt.</translation>
    </message>
</context>
<context>
    <name>FailureScreen</name>
    <message>
        <source>The data on this device cannot be opened</source>
        <translation>Không mở được dữ liệu trên máy này</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Reason of the appraisal</source>
        <translation>Lý do thẩm định</translation>
    </message>
    <message>
        <source>Forms of award</source>
        <translation>Hình thức khen thưởng</translation>
    </message>
    <message>
        <source>Block or cluster</source>
        <translation>Cụm, khối thi đua</translation>
    </message>
    <message>
        <source>Highest bonus</source>
        <translation>Điểm thưởng tối đa</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Nội dung tệp</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Kích thước (byte)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Lý do quyết định</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>Dossier deadline</source>
        <translation>Hạn nộp hồ sơ</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Diễn giải</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mục tiêu</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Tên nhóm</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Maximum points</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Phong trào</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Ý kiến phản hồi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Cơ quan chủ trì</translation>
    </message>
    <message>
        <source>Highest penalty</source>
        <translation>Điểm trừ tối đa</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Người báo cáo</translation>
    </message>
    <message>
        <source>Submission judged</source>
        <translation>Lần nộp được xét</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Phạm vi</translation>
    </message>
    <message>
        <source>Appraised score</source>
        <translation>Điểm thẩm định</translation>
    </message>
    <message>
        <source>Council&apos;s score</source>
        <translation>Điểm Hội đồng</translation>
    </message>
    <message>
        <source>Self-score</source>
        <translation>Điểm tự chấm</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Lần nộp</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Theme of the year</source>
        <translation>Chủ đề năm</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>(không hiển thị)</translation>
    </message>
    <message>
        <source>Value of the year before</source>
        <translation>Kết quả năm trước</translation>
    </message>
    <message>
        <source>How it is met</source>
        <translation>Cách so sánh</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>District before July 2025</source>
        <translation>Quận, huyện trước 7/2025</translation>
    </message>
    <message>
        <source>Field of work</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Illustrative</source>
        <translation>Số liệu minh họa</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ số</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>Form of emulation</source>
        <translation>Hình thức thi đua</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>Giao ước thi đua</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Thứ hạng</translation>
    </message>
    <message>
        <source>Score table</source>
        <translation>Bảng chấm điểm</translation>
    </message>
    <message>
        <source>How it is scored</source>
        <translation>Cách chấm điểm</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Mức phải đạt</translation>
    </message>
    <message>
        <source>Parting of equals</source>
        <translation>Thứ tự xét khi bằng điểm</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>Thành tích</translation>
    </message>
    <message>
        <source>Achievement report</source>
        <translation>Báo cáo thành tích</translation>
    </message>
    <message>
        <source>Votes against</source>
        <translation>Số phiếu không đồng ý</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Unit&apos;s answer</source>
        <translation>Trả lời của đơn vị</translation>
    </message>
    <message>
        <source>Approval needed</source>
        <translation>Tỷ lệ đồng ý cần có</translation>
    </message>
    <message>
        <source>People present</source>
        <translation>Số người dự</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Award decision</source>
        <translation>Quyết định khen thưởng</translation>
    </message>
    <message>
        <source>Title or form of commendation</source>
        <translation>Danh hiệu, hình thức khen thưởng</translation>
    </message>
    <message>
        <source>Ballot</source>
        <translation>Cuộc bỏ phiếu</translation>
    </message>
    <message>
        <source>Counted against</source>
        <translation>Tính trên</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Đơn vị được giới thiệu</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ khen thưởng</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>Nhắc trước (ngày)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>Việc cần khắc phục</translation>
    </message>
    <message>
        <source>Invalid votes</source>
        <translation>Số phiếu không hợp lệ</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Số thành viên</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>Proposed for the award</source>
        <translation>Người được đề nghị</translation>
    </message>
    <message>
        <source>Members present</source>
        <translation>Số thành viên có mặt</translation>
    </message>
    <message>
        <source>Title before it</source>
        <translation>Danh hiệu trước đó</translation>
    </message>
    <message>
        <source>Prize</source>
        <translation>Giải</translation>
    </message>
    <message>
        <source>Progress in %</source>
        <translation>Tiến độ (%)</translation>
    </message>
    <message>
        <source>Letter of proposal</source>
        <translation>Tờ trình</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Tỷ lệ có mặt cần có</translation>
    </message>
    <message>
        <source>Share of the block</source>
        <translation>Chỉ tiêu trong cụm, khối</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Hội nghị sơ kết, tổng kết</translation>
    </message>
    <message>
        <source>Form of the vote</source>
        <translation>Hình thức bỏ phiếu</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Units present</source>
        <translation>Đơn vị dự</translation>
    </message>
    <message>
        <source>Votes in favour</source>
        <translation>Số phiếu đồng ý</translation>
    </message>
    <message>
        <source>Years in a row</source>
        <translation>Số năm liên tục</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (bắt buộc)</translation>
    </message>
</context>
<context>
    <name>HandoverFiles</name>
    <message>
        <source>Hand-over files (%1)</source>
        <translation>Tệp bàn giao (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Mọi tệp (%1)</translation>
    </message>
    <message>
        <source>Save a hand-over file</source>
        <translation>Lưu tệp bàn giao</translation>
    </message>
    <message>
        <source>Deliver somebody else&apos;s hand-over file</source>
        <translation>Chuyển tệp bàn giao của người khác</translation>
    </message>
</context>
<context>
    <name>HandoverPart</name>
    <message>
        <source>Without a network</source>
        <translation>Khi không có mạng</translation>
    </message>
    <message>
        <source>Save a hand-over file</source>
        <translation>Lưu tệp bàn giao</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for somebody with a network to bring to the server. The file is no receipt.</source>
        <translation>
            <numerusform>Gồm %n thay đổi, để nhờ người có mạng chuyển lên máy chủ. Tệp không phải giấy xác nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deliver somebody else&apos;s hand-over file</source>
        <translation>Chuyển tệp bàn giao của người khác</translation>
    </message>
    <message>
        <source>Brings the changes of a colleague without a network to the server.</source>
        <translation>Đưa lên máy chủ các thay đổi của đồng nghiệp chưa có mạng.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã rõ</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Hide the history</source>
        <translation>Ẩn lịch sử</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Xem lịch sử</translation>
    </message>
</context>
<context>
    <name>HomeLeadingCard</name>
    <message>
        <source>In front</source>
        <translation>Dẫn đầu</translation>
    </message>
    <message>
        <source>Rank %1: %2, %3 points</source>
        <translation>Hạng %1: %2, %3 điểm</translation>
    </message>
    <message>
        <source>See the standings</source>
        <translation>Xem bảng xếp hạng</translation>
    </message>
</context>
<context>
    <name>HomeOverviewCard</name>
    <message>
        <source>of %1 units have reported</source>
        <translation>trên %1 đơn vị đã báo cáo</translation>
    </message>
    <message numerus="yes">
        <source>%n without any report</source>
        <translation>
            <numerusform>%n đơn vị chưa có báo cáo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not complete</source>
        <translation>
            <numerusform>%n đơn vị chưa báo cáo đủ</numerusform>
        </translation>
    </message>
    <message>
        <source>No report yet: %1 and %2 more</source>
        <translation>Chưa có báo cáo: %1 và %2 đơn vị khác</translation>
    </message>
    <message>
        <source>No report yet: %1</source>
        <translation>Chưa có báo cáo: %1</translation>
    </message>
</context>
<context>
    <name>HomeProgressCard</name>
    <message>
        <source>Reports, %1</source>
        <translation>Báo cáo, %1</translation>
    </message>
    <message>
        <source>of %1 submitted</source>
        <translation>trên %1 tiêu chí đã nộp</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n bản nháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n bị trả lại</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message numerus="yes">
        <source>%n value(s) were entered differently by two people</source>
        <translation>
            <numerusform>Có %n giá trị do hai người nhập khác nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>See what was decided and why; nothing was lost.</source>
        <translation>Xem giá trị được chọn và lý do; không mất dữ liệu nào.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were not accepted by the server</source>
        <translation>
            <numerusform>Có %n thay đổi không được máy chủ chấp nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept on this device until you decide.</source>
        <translation>Các thay đổi vẫn được giữ trên máy cho đến khi bạn quyết định.</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Không còn việc đến hạn</translation>
    </message>
    <message>
        <source>Every criterion of this period has been reported.</source>
        <translation>Mọi tiêu chí của kỳ này đã được báo cáo.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang chủ</translation>
    </message>
</context>
<context>
    <name>HomeStandingCard</name>
    <message>
        <source>Standing in %1</source>
        <translation>Xếp hạng trong %1</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>No standings have arrived yet.</source>
        <translation>Chưa có bảng xếp hạng.</translation>
    </message>
    <message>
        <source>See the standings</source>
        <translation>Xem bảng xếp hạng</translation>
    </message>
    <message>
        <source>Of every block and cluster and of the whole city.</source>
        <translation>Của từng cụm, khối thi đua và toàn Thành phố.</translation>
    </message>
</context>
<context>
    <name>KindHeading</name>
    <message>
        <source>Attached files</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Blocks and clusters</source>
        <translation>Khối, cụm thi đua</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Phong trào</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Pledges</source>
        <translation>Giao ước thi đua</translation>
    </message>
    <message>
        <source>Items of pledges</source>
        <translation>Nội dung giao ước</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Score tables</source>
        <translation>Bảng điểm</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>ListNotice</name>
    <message>
        <source>This could not be read</source>
        <translation>Không đọc được dữ liệu</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>ThiDua</source>
        <translation>ThiDua</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Other tasks</source>
        <translation>Việc khác</translation>
    </message>
</context>
<context>
    <name>MovementListPane</name>
    <message>
        <source>Search movements</source>
        <translation>Tìm phong trào</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>No movement matches</source>
        <translation>Không có phong trào phù hợp</translation>
    </message>
</context>
<context>
    <name>MovementPage</name>
    <message>
        <source>Goal</source>
        <translation>Mục tiêu</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Phạm vi</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Cơ quan chủ trì</translation>
    </message>
    <message>
        <source>Dossiers until</source>
        <translation>Hạn nộp hồ sơ</translation>
    </message>
    <message>
        <source>Forms of commendation</source>
        <translation>Hình thức khen thưởng</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Nothing more has been recorded about this movement yet.</source>
        <translation>Phong trào này chưa có thông tin chi tiết.</translation>
    </message>
</context>
<context>
    <name>MovementsScreen</name>
    <message>
        <source>Movements</source>
        <translation>Phong trào</translation>
    </message>
    <message>
        <source>Choose a movement</source>
        <translation>Chọn một phong trào</translation>
    </message>
    <message>
        <source>You see its goal, legal basis, targets and criteria.</source>
        <translation>Xem mục tiêu, căn cứ pháp lý, chỉ tiêu và tiêu chí.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Phong trào</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 việc đang chờ</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Enter a number with at most two decimals, for example 97,25</source>
        <translation>Nhập số có nhiều nhất hai chữ số thập phân, ví dụ 97,25</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Ít nhất %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Nhiều nhất %1</translation>
    </message>
</context>
<context>
    <name>OpeningScreen</name>
    <message>
        <source>Opening your data…</source>
        <translation>Đang mở dữ liệu…</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Working</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 phần trăm</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>PublicityScreen</name>
    <message>
        <source>Publicity</source>
        <translation>Tuyên truyền</translation>
    </message>
    <message>
        <source>Search publicity</source>
        <translation>Tìm trong mục tuyên truyền</translation>
    </message>
    <message>
        <source>Nothing has been made known yet</source>
        <translation>Chưa có nội dung tuyên truyền nào</translation>
    </message>
    <message>
        <source>Announcements, model examples, emulation works and entries for the Creativity Award.</source>
        <translation>Thông báo, điển hình tiên tiến, công trình thi đua và hồ sơ dự Giải thưởng Sáng tạo.</translation>
    </message>
</context>
<context>
    <name>RankBadge</name>
    <message>
        <source>Rank %1</source>
        <translation>Hạng %1</translation>
    </message>
    <message>
        <source>Not ranked</source>
        <translation>Chưa xếp hạng</translation>
    </message>
</context>
<context>
    <name>RankChange</name>
    <message>
        <source>Up %1</source>
        <translation>Tăng %1 bậc</translation>
    </message>
    <message>
        <source>Down %1</source>
        <translation>Giảm %1 bậc</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Không đổi</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Nộp</translation>
    </message>
</context>
<context>
    <name>ReportFields</name>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Chỉ tiêu: %1</translation>
    </message>
    <message>
        <source>Last period: %1</source>
        <translation>Kỳ trước: %1</translation>
    </message>
    <message>
        <source>Self-scored points</source>
        <translation>Điểm tự chấm</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Diễn giải</translation>
    </message>
    <message>
        <source>How the result was reached; which documents prove it</source>
        <translation>Cách đạt kết quả; tài liệu minh chứng</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Free; the newest note stands.</source>
        <translation>Ghi tự do; ghi chú mới nhất được hiển thị.</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Saved on this device</source>
        <translation>Đã lưu trên máy này</translation>
    </message>
    <message>
        <source>Returned for correction</source>
        <translation>Trả lại để chỉnh sửa</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Hiển thị</translation>
    </message>
</context>
<context>
    <name>ReportListPane</name>
    <message>
        <source>Search reports</source>
        <translation>Tìm báo cáo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>No report matches</source>
        <translation>Không có báo cáo phù hợp</translation>
    </message>
    <message>
        <source>Change the search, the period or the state.</source>
        <translation>Thay đổi từ khóa, kỳ hoặc trạng thái.</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Choose a report</source>
        <translation>Chọn một báo cáo</translation>
    </message>
    <message>
        <source>Every change is kept on this device at once, with or without a network.</source>
        <translation>Mọi thay đổi được giữ ngay trên máy, có mạng hay không có mạng.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
</context>
<context>
    <name>ReviewsScreen</name>
    <message>
        <source>Reviews</source>
        <translation>Sơ kết, tổng kết</translation>
    </message>
    <message>
        <source>Search reviews and ballots</source>
        <translation>Tìm hội nghị và cuộc bỏ phiếu</translation>
    </message>
    <message>
        <source>No review or ballot yet</source>
        <translation>Chưa có hội nghị hay cuộc bỏ phiếu nào</translation>
    </message>
    <message>
        <source>The block&apos;s lead plans reviews and opens ballots; you read their agenda, minutes and results here.</source>
        <translation>Cụm trưởng, khối trưởng lập kế hoạch hội nghị và mở cuộc bỏ phiếu; tại đây bạn đọc chương trình, biên bản và kết quả.</translation>
    </message>
</context>
<context>
    <name>ScoreLegend</name>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Điểm thưởng</translation>
    </message>
    <message>
        <source>Taken off by penalties</source>
        <translation>Điểm trừ</translation>
    </message>
</context>
<context>
    <name>ScreenBar</name>
    <message>
        <source>Search everything (Ctrl+F)</source>
        <translation>Tìm kiếm (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Xóa từ khóa</translation>
    </message>
</context>
<context>
    <name>SearchGroup</name>
    <message>
        <source>Show all of these</source>
        <translation>Xem tất cả</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Đóng tìm kiếm</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Tìm trong toàn bộ dữ liệu</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Chỉ tìm trong: %1</translation>
    </message>
    <message>
        <source>Search in every kind again</source>
        <translation>Tìm lại trong mọi loại</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Nothing was found</source>
        <translation>Không tìm thấy kết quả</translation>
    </message>
    <message>
        <source>Marks and capitals do not matter. Try fewer words, or only the beginning of one.</source>
        <translation>Không cần gõ dấu hay chữ hoa. Hãy thử bớt từ, hoặc chỉ gõ phần đầu của từ.</translation>
    </message>
    <message>
        <source>The newest records are still being read in; more may be found in a moment.</source>
        <translation>Các bản ghi mới nhất đang được đưa vào tìm kiếm; lát nữa có thể tìm thấy thêm.</translation>
    </message>
    <message>
        <source>Searched for lately</source>
        <translation>Tìm kiếm gần đây</translation>
    </message>
    <message>
        <source>Forget these searches</source>
        <translation>Xóa lịch sử tìm kiếm</translation>
    </message>
    <message>
        <source>Search everything on this device</source>
        <translation>Tìm trong toàn bộ dữ liệu trên máy này</translation>
    </message>
    <message>
        <source>Movements, reports, units, documents: by their words, with or without marks, also without a network.</source>
        <translation>Phong trào, báo cáo, đơn vị, văn bản: gõ có dấu hay không dấu đều được, không cần mạng.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>As the device</source>
        <translation>Theo máy</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation>Gấp đôi</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>For bright sun</source>
        <translation>Tương phản cao, dùng ngoài nắng</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>This device and who uses it</source>
        <translation>Thiết bị và người sử dụng</translation>
    </message>
    <message>
        <source>Signing out removes the data from this device. It has to wait until the server has everything that was entered here.</source>
        <translation>Đăng xuất sẽ xóa dữ liệu trên máy này. Chỉ đăng xuất được khi máy chủ đã nhận đủ những gì đã nhập trên máy.</translation>
    </message>
    <message>
        <source>Sign out of this device?</source>
        <translation>Đăng xuất khỏi máy này?</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Tiếp tục sử dụng</translation>
    </message>
    <message>
        <source>To work here again you need the network, and your password or a new code.</source>
        <translation>Muốn dùng lại trên máy này, cần có mạng và mật khẩu hoặc mã đăng nhập mới.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Home</source>
        <translation>Trang chủ</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Phong trào</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>ThiDua</source>
        <translation>ThiDua</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã rõ</translation>
    </message>
    <message>
        <source>Goals, legal basis, targets and criteria</source>
        <translation>Mục tiêu, căn cứ pháp lý, chỉ tiêu và tiêu chí</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Sơ kết, tổng kết</translation>
    </message>
    <message>
        <source>Interim and final reviews, ballots, elections</source>
        <translation>Hội nghị sơ kết, tổng kết, bỏ phiếu, bầu cụm trưởng</translation>
    </message>
    <message>
        <source>Commendation</source>
        <translation>Khen thưởng</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>Khen thưởng</translation>
    </message>
    <message>
        <source>Dossiers, what they lack, decisions</source>
        <translation>Hồ sơ, phần còn thiếu, quyết định</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Publicity</source>
        <translation>Tuyên truyền</translation>
    </message>
    <message>
        <source>Announcements, model examples, works, Creativity Award</source>
        <translation>Thông báo, điển hình, công trình, Giải thưởng Sáng tạo</translation>
    </message>
    <message>
        <source>Values that two people entered without knowing of each other</source>
        <translation>Giá trị do hai người nhập mà không biết việc của nhau</translation>
    </message>
    <message>
        <source>Language, text size, colours, this device</source>
        <translation>Ngôn ngữ, cỡ chữ, màu sắc, máy này</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Hội nghị</translation>
    </message>
    <message>
        <source>Inspections and urging</source>
        <translation>Kiểm tra, đôn đốc</translation>
    </message>
    <message>
        <source>Findings, what is to follow, reminders</source>
        <translation>Kết quả kiểm tra, việc phải làm, nhắc hạn</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>ThiDua</source>
        <translation>ThiDua</translation>
    </message>
    <message>
        <source>Patriotic emulation movements of Ho Chi Minh City</source>
        <translation>Phong trào thi đua yêu nước Thành phố Hồ Chí Minh</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>As given by your administrator, for example https://thidua.example.vn</source>
        <translation>Do quản trị hệ thống cung cấp, ví dụ https://thidua.example.vn</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Mã dùng một lần</translation>
    </message>
    <message>
        <source>Valid for 72 hours, for one device</source>
        <translation>Có giá trị trong 72 giờ, cho một thiết bị</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đang đăng nhập…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Use user name and password</source>
        <translation>Dùng tên đăng nhập và mật khẩu</translation>
    </message>
    <message>
        <source>I have a one-time code</source>
        <translation>Tôi có mã dùng một lần</translation>
    </message>
</context>
<context>
    <name>StandingsHead</name>
    <message>
        <source>Block or cluster</source>
        <translation>Cụm, khối thi đua</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
</context>
<context>
    <name>StandingsRow</name>
    <message>
        <source>Rank %1: %2, %3 points</source>
        <translation>Hạng %1: %2, %3 điểm</translation>
    </message>
</context>
<context>
    <name>StandingsScreen</name>
    <message>
        <source>Standings</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>No standings for this block and period yet</source>
        <translation>Chưa có bảng xếp hạng của cụm, khối và kỳ này</translation>
    </message>
    <message>
        <source>They appear as soon as the first reports have been submitted and synchronised.</source>
        <translation>Bảng xuất hiện khi các báo cáo đầu tiên được nộp và đồng bộ.</translation>
    </message>
</context>
<context>
    <name>StandingsTableHead</name>
    <message>
        <source>Rank</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Thưởng</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Trừ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>There is none on this device yet</source>
        <translation>Máy này chưa có</translation>
    </message>
</context>
<context>
    <name>StepsPart</name>
    <message>
        <source>What comes next</source>
        <translation>Bước tiếp theo</translation>
    </message>
</context>
<context>
    <name>SyncFactsPart</name>
    <message>
        <source>Last sent</source>
        <translation>Lần gửi gần nhất</translation>
    </message>
    <message>
        <source>Last fetched</source>
        <translation>Lần nhận gần nhất</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>Dung lượng đã dùng</translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message>
        <source>Synchronisation: %1</source>
        <translation>Đồng bộ: %1</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Synchronisation</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>This tablet can be handed in</source>
        <translation>Có thể bàn giao máy này</translation>
    </message>
    <message>
        <source>The server has confirmed every change made on it.</source>
        <translation>Máy chủ đã xác nhận mọi thay đổi nhập trên máy.</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Two people entered different values</source>
        <translation>Hai người nhập giá trị khác nhau</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Làm việc ngoại tuyến</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã sao chép</translation>
    </message>
    <message>
        <source>The changes that need you could not be read</source>
        <translation>Không đọc được các thay đổi cần xử lý</translation>
    </message>
    <message>
        <source>Nothing is sent or fetched by itself until you switch this off.</source>
        <translation>Máy không tự gửi, không tự nhận dữ liệu cho đến khi tắt mục này.</translation>
    </message>
</context>
<context>
    <name>SyncStateCard</name>
    <message>
        <source>Send and fetch</source>
        <translation>Gửi và nhận</translation>
    </message>
    <message>
        <source>Send only</source>
        <translation>Chỉ gửi</translation>
    </message>
    <message>
        <source>Sending alone uses little data, and is possible while you work offline.</source>
        <translation>Chỉ gửi thì tốn ít dung lượng mạng và dùng được cả khi đang làm việc ngoại tuyến.</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>As of %1 on %2</source>
        <translation>Tính đến %1 ngày %2</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 ngày</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 giờ</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 phút</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 phút</translation>
    </message>
</context>
<context>
    <name>UnitsField</name>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>Đã chọn %1 trên %2</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Bỏ chọn tất cả</translation>
    </message>
</context>
<context>
    <name>UrgingScreen</name>
    <message>
        <source>Search inspections and reminders</source>
        <translation>Tìm cuộc kiểm tra và nhắc hạn</translation>
    </message>
    <message>
        <source>No inspection or reminder yet</source>
        <translation>Chưa có cuộc kiểm tra hay nhắc hạn nào</translation>
    </message>
    <message>
        <source>What was found, what is to follow and by when; the unit answers here.</source>
        <translation>Kết quả kiểm tra, việc phải làm và thời hạn; đơn vị trả lời tại đây.</translation>
    </message>
    <message>
        <source>Inspections and urging</source>
        <translation>Kiểm tra, đôn đốc</translation>
    </message>
</context>
<context>
    <name>WaitingPart</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Đang chờ gửi</translation>
    </message>
    <message>
        <source>What waits could not be read</source>
        <translation>Không đọc được danh sách chờ gửi</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>More than a day</source>
        <translation>Quá một ngày</translation>
    </message>
</context>
<context>
    <name>YearFormView</name>
    <message>
        <source>Do not save</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>YearListPane</name>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Thêm: %1</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Thêm mới</translation>
    </message>
</context>
<context>
    <name>YearPageView</name>
    <message>
        <source>Saved on this device</source>
        <translation>Đã lưu trên máy này</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Enter the count</source>
        <translation>Nhập kết quả kiểm phiếu</translation>
    </message>
    <message>
        <source>Open a ballot</source>
        <translation>Mở cuộc bỏ phiếu</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>Liên quan</translation>
    </message>
</context>
<context>
    <name>YearRow</name>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
</context>
<context>
    <name>YearScreen</name>
    <message>
        <source>Choose an entry of the list</source>
        <translation>Chọn một mục trong danh sách</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Rời đi mà không lưu?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Viết tiếp</translation>
    </message>
    <message>
        <source>What you have typed here is not kept.</source>
        <translation>Nội dung bạn vừa nhập ở đây sẽ không được giữ lại.</translation>
    </message>
</context>
<context>
    <name>YearText</name>
    <message>
        <source>Review</source>
        <translation>Hội nghị sơ kết, tổng kết</translation>
    </message>
    <message>
        <source>Ballot</source>
        <translation>Cuộc bỏ phiếu</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ khen thưởng</translation>
    </message>
    <message>
        <source>Award decision</source>
        <translation>Quyết định khen thưởng</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Nhắc hạn</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Model example</source>
        <translation>Điển hình tiên tiến</translation>
    </message>
    <message>
        <source>Emulation work</source>
        <translation>Công trình thi đua</translation>
    </message>
    <message>
        <source>Creativity Award entry</source>
        <translation>Hồ sơ dự Giải thưởng Sáng tạo</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Đã lên kế hoạch</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Đã đề nghị</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Đã đăng ký</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Đã nộp dự giải</translation>
    </message>
    <message>
        <source>It has been held</source>
        <translation>Hội nghị đã họp</translation>
    </message>
    <message>
        <source>The review is noted as held. Its attendance and minutes can still be written.</source>
        <translation>Ghi nhận hội nghị đã họp. Bạn vẫn có thể ghi thành phần tham dự và biên bản.</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>Khép hội nghị</translation>
    </message>
    <message>
        <source>After this nobody can change the minutes; only the council can open the review again.</source>
        <translation>Sau bước này không ai sửa được biên bản; chỉ Hội đồng mới mở lại được.</translation>
    </message>
    <message>
        <source>Close the ballot</source>
        <translation>Chốt kết quả bỏ phiếu</translation>
    </message>
    <message>
        <source>The count becomes final; only the council can open the ballot again.</source>
        <translation>Kết quả kiểm phiếu được chốt; chỉ Hội đồng mới mở lại được.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Nộp hồ sơ</translation>
    </message>
    <message>
        <source>The dossier goes to the block, which appraises it or returns it.</source>
        <translation>Hồ sơ được chuyển đến cụm hoặc khối để thẩm định hoặc trả lại.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>The unit reads your reason and can hand in again.</source>
        <translation>Đơn vị đọc được lý do của bạn và có thể nộp lại.</translation>
    </message>
    <message>
        <source>Appraise</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>You confirm that the dossier is complete and the conditions are met.</source>
        <translation>Bạn xác nhận hồ sơ đầy đủ và đủ điều kiện.</translation>
    </message>
    <message>
        <source>Enter the vote</source>
        <translation>Ghi kết quả bình xét</translation>
    </message>
    <message>
        <source>Choose the closed ballot on this dossier. It must be in favour.</source>
        <translation>Chọn cuộc bỏ phiếu đã chốt về hồ sơ này. Kết quả phải là đồng ý.</translation>
    </message>
    <message>
        <source>Grant the award</source>
        <translation>Quyết định khen thưởng</translation>
    </message>
    <message>
        <source>The award is granted by this decision. Taking it back needs a decision of its own.</source>
        <translation>Khen thưởng theo quyết định này. Muốn thu hồi phải có quyết định riêng.</translation>
    </message>
    <message>
        <source>Do not grant</source>
        <translation>Không khen thưởng</translation>
    </message>
    <message>
        <source>The award is not granted. The unit reads your reason.</source>
        <translation>Hồ sơ không được khen thưởng. Đơn vị đọc được lý do của bạn.</translation>
    </message>
    <message>
        <source>Revoke the award</source>
        <translation>Thu hồi khen thưởng</translation>
    </message>
    <message>
        <source>The award is taken back for everybody to see. This cannot be undone.</source>
        <translation>Khen thưởng bị thu hồi và mọi người đều thấy. Không hoàn tác được.</translation>
    </message>
    <message>
        <source>Close the inspection</source>
        <translation>Kết thúc kiểm tra</translation>
    </message>
    <message>
        <source>Say how what was to follow has ended.</source>
        <translation>Ghi rõ việc phải làm đã được thực hiện đến đâu.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Say why it is opened again; everybody reads it.</source>
        <translation>Ghi lý do mở lại; mọi người đều đọc được.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Everybody whom it concerns reads it from now on. It can be withdrawn, but not changed.</source>
        <translation>Từ lúc này mọi người liên quan đều đọc được. Có thể rút lại nhưng không sửa được nữa.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>It is no longer valid. Everybody reads your reason.</source>
        <translation>Nội dung không còn hiệu lực. Mọi người đọc được lý do của bạn.</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>It is recognised and can be held up to others.</source>
        <translation>Được công nhận và có thể nhân rộng.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>The entry goes on to be judged.</source>
        <translation>Hồ sơ được đưa vào chấm giải.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>The entry is not judged further. Its authors read your reason.</source>
        <translation>Hồ sơ không được chấm tiếp. Tác giả đọc được lý do của bạn.</translation>
    </message>
    <message>
        <source>Award a prize</source>
        <translation>Trao giải</translation>
    </message>
    <message>
        <source>The prize is made known to everybody.</source>
        <translation>Giải thưởng được công bố cho mọi người.</translation>
    </message>
    <message>
        <source>Done by: %1</source>
        <translation>Người thực hiện: %1</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Còn thiếu: %1</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Chưa kiểm phiếu</translation>
    </message>
    <message>
        <source>The numbers do not add up</source>
        <translation>Số phiếu không khớp</translation>
    </message>
    <message>
        <source>No quorum: too few were present</source>
        <translation>Không đủ số người dự họp</translation>
    </message>
    <message>
        <source>A tie: the vote is held again</source>
        <translation>Số phiếu ngang nhau: phải bỏ phiếu lại</translation>
    </message>
    <message>
        <source>Not approved: too few votes</source>
        <translation>Không thông qua: chưa đủ số phiếu</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Được thông qua</translation>
    </message>
    <message>
        <source>Elected: %1</source>
        <translation>Trúng cử: %1</translation>
    </message>
    <message>
        <source>This form of commendation is not in force on that day</source>
        <translation>Hình thức khen thưởng này không có hiệu lực vào ngày đó</translation>
    </message>
    <message>
        <source>This form is for somebody else: a title for people needs a person, one for collectives none</source>
        <translation>Không đúng đối tượng: danh hiệu cá nhân phải ghi tên người, danh hiệu tập thể thì không</translation>
    </message>
    <message>
        <source>Too few years in a row of the title before it: %1 so far</source>
        <translation>Chưa đủ số năm liên tục đạt danh hiệu trước đó: mới được %1 năm</translation>
    </message>
    <message>
        <source>The block has already proposed as many as it may: %1</source>
        <translation>Cụm hoặc khối đã đề nghị hết số lượng cho phép: %1</translation>
    </message>
    <message>
        <source>This achievement has already been put forward for a reward. One achievement is not rewarded twice</source>
        <translation>Thành tích này đã được đề nghị khen thưởng. Một thành tích không được khen thưởng hai lần</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::ConflictList</name>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Người khác</translation>
    </message>
    <message>
        <source>The value of the higher role stands</source>
        <translation>Chọn giá trị của cấp trên</translation>
    </message>
    <message>
        <source>The later value stands</source>
        <translation>Chọn giá trị nhập sau</translation>
    </message>
    <message>
        <source>The field was already locked when the other value arrived</source>
        <translation>Mục này đã khóa trước khi giá trị kia được gửi đến</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::HandoverModel</name>
    <message>
        <source>The hand-over file is saved, with 1 change</source>
        <translation>Đã lưu tệp bàn giao, gồm 1 thay đổi</translation>
    </message>
    <message>
        <source>The hand-over file is saved, with %1 changes</source>
        <translation>Đã lưu tệp bàn giao, gồm %1 thay đổi</translation>
    </message>
    <message>
        <source>Nothing waits to be sent, so there is nothing to hand over</source>
        <translation>Không có thay đổi nào chờ gửi nên không cần lưu tệp bàn giao</translation>
    </message>
    <message>
        <source>The hand-over file was not saved</source>
        <translation>Chưa lưu được tệp bàn giao</translation>
    </message>
    <message>
        <source>Delivered: the server has 1 change from this file</source>
        <translation>Đã chuyển: máy chủ đã nhận 1 thay đổi trong tệp</translation>
    </message>
    <message>
        <source>Delivered: the server has %1 changes from this file</source>
        <translation>Đã chuyển: máy chủ đã nhận %1 thay đổi trong tệp</translation>
    </message>
    <message>
        <source>Only a part was delivered: the server has %1 changes from this file</source>
        <translation>Mới chuyển được một phần: máy chủ đã nhận %1 thay đổi trong tệp</translation>
    </message>
    <message>
        <source>Not delivered: this file and the server do not belong together</source>
        <translation>Chưa chuyển được: tệp này không dành cho máy chủ đang kết nối</translation>
    </message>
    <message>
        <source>Not delivered: this is no hand-over file, or it is damaged</source>
        <translation>Chưa chuyển được: đây không phải tệp bàn giao hoặc tệp đã hỏng</translation>
    </message>
    <message>
        <source>Not delivered: the file could not be read</source>
        <translation>Chưa chuyển được: không mở được tệp</translation>
    </message>
    <message>
        <source>Not delivered: the server does not know the device that made this file</source>
        <translation>Chưa chuyển được: máy chủ không biết thiết bị đã lập tệp này</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Chưa chuyển được</translation>
    </message>
    <message>
        <source>Give it to somebody whose device has a network. It is sealed: only the server can read it. It is no receipt: your changes count as sent once this device has heard so from the server.</source>
        <translation>Đưa tệp cho người có mạng để chuyển giúp. Tệp được niêm phong, chỉ máy chủ đọc được. Tệp không phải giấy xác nhận: thay đổi chỉ được coi là đã gửi khi máy này nhận được xác nhận của máy chủ.</translation>
    </message>
    <message>
        <source>This device has to synchronise once before it can hand over its changes.</source>
        <translation>Máy này cần đồng bộ ít nhất một lần thì mới lập được tệp bàn giao.</translation>
    </message>
    <message>
        <source>It cannot be written there. Please choose another place.</source>
        <translation>Không ghi được vào vị trí đã chọn. Đề nghị chọn nơi khác.</translation>
    </message>
    <message>
        <source>Either it was made for another ThiDua server, or this network asks for a sign-in of its own.</source>
        <translation>Có thể tệp được lập cho một máy chủ ThiDua khác, hoặc mạng này yêu cầu đăng nhập riêng.</translation>
    </message>
    <message>
        <source>Please ask for it once more. The changes are still on the device that made it.</source>
        <translation>Đề nghị xin lại tệp. Các thay đổi vẫn còn trên máy đã lập tệp.</translation>
    </message>
    <message>
        <source>Please choose it again.</source>
        <translation>Đề nghị chọn lại tệp.</translation>
    </message>
    <message>
        <source>Please tell your administrator. The changes are still on that device.</source>
        <translation>Đề nghị báo quản trị hệ thống. Các thay đổi vẫn còn trên máy đó.</translation>
    </message>
    <message>
        <source>Please try again later; what is delivered twice counts once.</source>
        <translation>Đề nghị thử lại sau; chuyển hai lần vẫn chỉ tính một lần.</translation>
    </message>
    <message>
        <source>Whoever entered them sees so at their device&apos;s next synchronisation.</source>
        <translation>Người nhập sẽ thấy kết quả khi máy của họ đồng bộ lần tới.</translation>
    </message>
    <message>
        <source>%1 of them wait for a responsible person to judge, because that device is revoked or its data do not fit what the server knows.</source>
        <translation>%1 thay đổi trong số đó chờ người có thẩm quyền xem xét, vì máy đó đã bị thu hồi hoặc dữ liệu không khớp với máy chủ.</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::HistoryModel</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không được chấp nhận</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Máy khác</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::HomeModel</name>
    <message>
        <source>Not begun</source>
        <translation>Chưa nhập</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>không có hạn</translation>
    </message>
    <message>
        <source>was due on %1</source>
        <translation>đã quá hạn %1</translation>
    </message>
    <message>
        <source>due on %1</source>
        <translation>hạn %1</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Xin chào, %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 điểm</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>Toàn Thành phố</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::MovementList</name>
    <message>
        <source>All kinds</source>
        <translation>Tất cả các loại</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::MovementModel</name>
    <message>
        <source>Dossiers due on %1</source>
        <translation>Nộp hồ sơ đến %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>năm trước: %1</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>hạng %1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 điểm</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::ReportEditor</name>
    <message>
        <source>Please correct the marked fields first.</source>
        <translation>Đề nghị sửa các ô được đánh dấu.</translation>
    </message>
    <message>
        <source>Please enter the appraised points.</source>
        <translation>Đề nghị nhập điểm thẩm định.</translation>
    </message>
    <message>
        <source>Please say why the report is returned.</source>
        <translation>Đề nghị nêu lý do trả lại báo cáo.</translation>
    </message>
    <message>
        <source>Please enter the council&apos;s points.</source>
        <translation>Đề nghị nhập điểm của Hội đồng.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Chưa nhập</translation>
    </message>
    <message>
        <source>The block has appraised this report; it can be changed again only after a return.</source>
        <translation>Cụm, khối đã thẩm định báo cáo; chỉ sửa được khi báo cáo bị trả lại.</translation>
    </message>
    <message>
        <source>The council has decided on this report.</source>
        <translation>Hội đồng đã quyết định đối với báo cáo này.</translation>
    </message>
    <message>
        <source>The result is published and can no longer be changed.</source>
        <translation>Kết quả đã công bố, không sửa được nữa.</translation>
    </message>
    <message>
        <source>You can read this report, but not change it.</source>
        <translation>Bạn được xem nhưng không được sửa báo cáo này.</translation>
    </message>
    <message>
        <source>Only %1 enters this report.</source>
        <translation>Chỉ %1 nhập báo cáo này.</translation>
    </message>
    <message>
        <source>Draft kept at %1</source>
        <translation>Đã giữ bản nháp lúc %1</translation>
    </message>
    <message>
        <source>Saved on this device; not sent yet</source>
        <translation>Đã lưu trên máy; chưa gửi</translation>
    </message>
    <message>
        <source>%1 changed this at %2 — %3</source>
        <translation>%1 đã sửa lúc %2 — %3</translation>
    </message>
    <message>
        <source>Before submitting: enter the result and the self-score.</source>
        <translation>Trước khi nộp: nhập kết quả và điểm tự chấm.</translation>
    </message>
    <message>
        <source>Before submitting: enter the result.</source>
        <translation>Trước khi nộp: nhập kết quả.</translation>
    </message>
    <message>
        <source>Before submitting: enter the self-score.</source>
        <translation>Trước khi nộp: nhập điểm tự chấm.</translation>
    </message>
    <message>
        <source>Already submitted.</source>
        <translation>Đã nộp.</translation>
    </message>
    <message>
        <source>Too long; please shorten it.</source>
        <translation>Quá dài; đề nghị rút gọn.</translation>
    </message>
    <message>
        <source>Enter a date such as 21/03/2023.</source>
        <translation>Nhập ngày, ví dụ 21/03/2023.</translation>
    </message>
    <message>
        <source>Enter a number with at most two decimals, such as 95,5.</source>
        <translation>Nhập số có tối đa hai chữ số thập phân, ví dụ 95,5.</translation>
    </message>
    <message>
        <source>Points are not negative.</source>
        <translation>Điểm không được âm.</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::ReportList</name>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>Mọi kỳ</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 điểm</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::Session</name>
    <message>
        <source>Please fill in every field.</source>
        <translation>Đề nghị nhập đủ các ô.</translation>
    </message>
    <message>
        <source>There is work on this device that the server does not have yet. Please synchronise first, and finish or discard open drafts.</source>
        <translation>Trên máy còn dữ liệu chưa gửi lên máy chủ. Đề nghị đồng bộ trước và hoàn tất hoặc bỏ các bản nháp.</translation>
    </message>
    <message>
        <source>The data file on this device was damaged and has been made anew. %1 of your changes were saved; everything else is being fetched again.</source>
        <translation>Tệp dữ liệu trên máy này bị hỏng và đã được tạo lại. %1 thay đổi của bạn vẫn được giữ nguyên; các dữ liệu khác đang được tải lại từ máy chủ.</translation>
    </message>
    <message>
        <source>%1 changes could not be read any more.</source>
        <translation>%1 thay đổi không còn đọc được.</translation>
    </message>
    <message>
        <source>This device was withdrawn by the administrator. What had been entered on it, unfinished forms included, is with the server now, where somebody responsible decides about it; nothing is left on this device.</source>
        <translation>Quản trị hệ thống đã thu hồi máy này. Những gì đã nhập trên máy, kể cả bản nháp, đã được chuyển về máy chủ để người có thẩm quyền xem xét; trên máy không còn dữ liệu.</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::StandingsModel</name>
    <message>
        <source>Whole city</source>
        <translation>Toàn Thành phố</translation>
    </message>
    <message>
        <source>%1 of %2 units have reported</source>
        <translation>%1 trên %2 đơn vị đã báo cáo</translation>
    </message>
    <message>
        <source>includes 1 record of yours that is not sent yet</source>
        <translation>gồm 1 bản ghi chưa gửi của bạn</translation>
    </message>
    <message>
        <source>includes %1 records of yours that are not sent yet</source>
        <translation>gồm %1 bản ghi chưa gửi của bạn</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Tạm tính</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Your unit: rank %1, %2 points</source>
        <translation>Đơn vị của bạn: hạng %1, %2 điểm</translation>
    </message>
    <message>
        <source>Your unit has not reported yet</source>
        <translation>Đơn vị của bạn chưa báo cáo</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::StandingsRows</name>
    <message>
        <source>%1 of %2 criteria reported</source>
        <translation>Đã báo cáo %1 trên %2 tiêu chí</translation>
    </message>
    <message>
        <source>leads the block</source>
        <translation>dẫn đầu</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::SyncModel</name>
    <message>
        <source>1 record waiting to be sent</source>
        <translation>1 bản ghi chờ gửi</translation>
    </message>
    <message>
        <source>%1 records waiting to be sent</source>
        <translation>%1 bản ghi chờ gửi</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Đang làm việc ngoại tuyến</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Chưa kết nối</translation>
    </message>
    <message>
        <source>Waiting for the next try</source>
        <translation>Chờ lần thử tiếp theo</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Fetching data</source>
        <translation>Đang nhận dữ liệu</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Đã đồng bộ</translation>
    </message>
    <message>
        <source>1 entry needs your attention</source>
        <translation>1 mục cần xem</translation>
    </message>
    <message>
        <source>%1 entries need your attention</source>
        <translation>%1 mục cần xem</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Đề nghị đăng nhập lại</translation>
    </message>
    <message>
        <source>This network asks for a sign-in of its own</source>
        <translation>Mạng này yêu cầu đăng nhập riêng</translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>Chưa đồng bộ lần nào</translation>
    </message>
    <message>
        <source>Last synchronised %1</source>
        <translation>Đồng bộ lần cuối %1</translation>
    </message>
    <message>
        <source>You chose to work offline. %1</source>
        <translation>Bạn đã chọn làm việc ngoại tuyến. %1</translation>
    </message>
    <message>
        <source>Not connected. %1</source>
        <translation>Chưa kết nối. %1</translation>
    </message>
    <message>
        <source>%1 records fetched</source>
        <translation>Đã nhận %1 bản ghi</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Tính đến %1</translation>
    </message>
    <message>
        <source>The server did not accept them. Nothing was lost.</source>
        <translation>Máy chủ không chấp nhận. Không mất dữ liệu nào.</translation>
    </message>
    <message>
        <source>Your work is kept on this device.</source>
        <translation>Dữ liệu của bạn vẫn được giữ trên máy.</translation>
    </message>
    <message>
        <source>Open the network&apos;s own page in a browser and sign in there. Your work is kept.</source>
        <translation>Mở trang đăng nhập của mạng trong trình duyệt. Dữ liệu của bạn vẫn được giữ.</translation>
    </message>
    <message>
        <source>This device&apos;s clock is %1 behind the server&apos;s</source>
        <translation>Đồng hồ máy chậm %1 so với máy chủ</translation>
    </message>
    <message>
        <source>This device&apos;s clock is %1 ahead of the server&apos;s</source>
        <translation>Đồng hồ máy nhanh %1 so với máy chủ</translation>
    </message>
    <message>
        <source>Sent %1, received %2</source>
        <translation>Đã gửi %1, đã nhận %2</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>What others have entered was not fetched. %1</source>
        <translation>Chưa nhận dữ liệu mới của người khác. %1</translation>
    </message>
    <message>
        <source>The server confirmed 1 change at %1</source>
        <translation>Máy chủ đã xác nhận 1 thay đổi lúc %1</translation>
    </message>
    <message>
        <source>The server confirmed %1 changes at %2</source>
        <translation>Máy chủ đã xác nhận %1 thay đổi lúc %2</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Chưa có</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::WaitingList</name>
    <message>
        <source>An entry without a name</source>
        <translation>Mục chưa có tên</translation>
    </message>
    <message>
        <source>Entered %1</source>
        <translation>Nhập lúc %1</translation>
    </message>
    <message>
        <source>%1 changes, the first one %2</source>
        <translation>%1 thay đổi, sớm nhất lúc %2</translation>
    </message>
    <message>
        <source>and 1 more record</source>
        <translation>và 1 bản ghi khác</translation>
    </message>
    <message>
        <source>and %1 more records</source>
        <translation>và %1 bản ghi khác</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::YearEditor</name>
    <message>
        <source>Count of the votes</source>
        <translation>Kiểm phiếu</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Thêm: %1</translation>
    </message>
    <message>
        <source>For example 7, 3, 1</source>
        <translation>Ví dụ 7, 3, 1</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>Bạn cần điền mục này</translation>
    </message>
    <message>
        <source>Something is missing or cannot be read. Look at the marked fields.</source>
        <translation>Còn thiếu hoặc chưa đọc được nội dung. Bạn xem các ô được đánh dấu.</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::YearList</name>
    <message>
        <source>All kinds</source>
        <translation>Tất cả các loại</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
</context>
<context>
    <name>thidua::viewmodels::YearPage</name>
    <message>
        <source>Still missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>%1 votes</source>
        <translation>%1 phiếu</translation>
    </message>
    <message>
        <source>%1 of %2 members were present (%3; needed: %4). Against: %5. Invalid: %6.</source>
        <translation>Có mặt %1 trên %2 thành viên (%3; cần: %4). Không đồng ý: %5. Phiếu không hợp lệ: %6.</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <translation>Cần đạt: %1</translation>
    </message>
</context>
</TS>
