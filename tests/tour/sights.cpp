#include "tour/sights.h"

#include "domain/names.h"

#include <QTemporaryDir>
#include <QTest>

namespace thidua::tour
{

using namespace Qt::StringLiterals;

namespace
{

struct Look {
    QLatin1String name;
    QSize size;
    QLatin1String theme;
    double textScale;
};

constexpr auto looks = std::to_array<Look>({
    {"phone"_L1, {390, 844}, "light"_L1, 1},
    {"phone-200"_L1, {390, 844}, "light"_L1, 2},
    {"tablet"_L1, {1280, 800}, "dark"_L1, 1},
    {"tablet-200"_L1, {1280, 800}, "light"_L1, 2},
    {"desktop"_L1, {1440, 900}, "sunlight"_L1, 1},
});

// The device as it was, whatever the pictures made of it.
class AsBefore
{
public:
    explicit AsBefore(Tablet& tablet)
        : m_tablet(tablet)
    {
    }
    ~AsBefore()
    {
        m_tablet.device().window()->resize(m_tablet.owner().size);
        m_tablet.device().session().setTheme(u"light"_s);
        m_tablet.device().session().setTextScale(1);
    }
    Q_DISABLE_COPY_MOVE(AsBefore)

private:
    Tablet& m_tablet;
};

} // namespace

Sights::Sights(Pictures& pictures)
    : m_pictures(pictures)
{
}

bool Sights::everywhere(Tablet& tablet, Place place, const QString& name, Take take)
{
    const AsBefore asBefore(tablet);
    return std::ranges::all_of(looks, [&](const Look& look) {
        tablet.device().window()->resize(look.size);
        tablet.device().session().setTheme(QString(look.theme));
        tablet.device().session().setTextScale(look.textScale);
        return (m_pictures.*take)(tablet, place, name + u'-' + look.name);
    });
}

bool Sights::leader(Tablet& lead)
{
    return everywhere(lead, Place::Home, u"leader-home"_s);
}

bool Sights::device(Tablet& tablet)
{
    viewmodels::Session& session = tablet.device().session();
    session.setSalvaged(12, 1);
    const bool salvaged = everywhere(tablet, Place::Home, u"salvaged"_s);
    session.dismissNotice();
    session.setOpening();
    const bool opening = m_pictures.takeWindow(tablet, u"opening"_s);
    session.setOpened();
    return salvaged && opening && eventually([&] { return session.state() == viewmodels::Session::Ready; });
}

bool Sights::search(Tablet& tablet)
{
    QQuickWindow* window = tablet.device().window();
    const viewmodels::SearchModel& search = *tablet.device().session().search();
    window->requestActivate();
    if (!QTest::qWaitForWindowActive(window))
        return false;
    QTest::keyClick(window, Qt::Key_F, Qt::ControlModifier);
    const bool nothingTyped = everywhere(tablet, Place::Home, u"search-empty"_s);
    for (const char letter : QByteArray("thi dua"))
        QTest::keyClick(window, letter);
    const bool found = eventually([&] { return search.complete() && search.count() > 3; }) &&
                       everywhere(tablet, Place::Home, u"search"_s);
    for (const char letter : QByteArray("zzz"))
        QTest::keyClick(window, letter);
    const bool nothing = eventually([&] { return !search.loading() && search.count() == 0; }) &&
                         everywhere(tablet, Place::Home, u"search-nothing"_s);
    QTest::keyClick(window, Qt::Key_Escape); // empties
    QTest::keyClick(window, Qt::Key_Escape); // closes
    return nothingTyped && found && nothing;
}

bool Sights::refused(Tablet& officer, const RecordId& report)
{
    const auto record = officer.file().record(report);
    if (!record || !*record)
        return false;
    const auto saved =
        officer.file().save({QString(kind::report),
                             report,
                             (*record)->version,
                             {{name::scoreCouncil, 10000},
                              {name::councilReason, u"Đề nghị Hội đồng ghi nhận kết quả vượt trội "
                                                    "của đơn vị trong đợt thi đua cao điểm"_s}},
                             {}});
    return saved && officer.sync() && everywhere(officer, Place::Sync, u"attention"_s);
}

bool Sights::handover(Tablet& tablet)
{
    viewmodels::HandoverModel& handover = *tablet.device().session().handover();
    const QTemporaryDir stick;
    handover.save(QUrl::fromLocalFile(stick.filePath(u"ban-giao.thidua"_s)));
    return eventually([&] { return !handover.busy(); }) && handover.outcomeTone() == u"done"_s;
}

bool Sights::waiting(Tablet& officer, const QList<RecordId>& reports)
{
    viewmodels::SyncModel& sync = *officer.device().session().sync();
    sync.setWorkOffline(true);
    for (const RecordId& report : reports) {
        if (!officer.enter(report, {{}, {}, u"Chờ mạng để gửi"_s}))
            return false;
    }
    constexpr auto twoDays = std::chrono::hours(49);
    officer.letPass(twoDays);
    const bool shown = everywhere(officer, Place::Sync, u"waiting"_s) && handover(officer) &&
                       everywhere(officer, Place::Sync, u"handover"_s, &Pictures::takeEnd);
    officer.device().session().handover()->dismiss();
    officer.letPass(-twoDays);
    sync.sendOnly();
    const bool sent = eventually([&] { return sync.phaseName() == u"sent"_s; }) &&
                      everywhere(officer, Place::Sync, u"sent"_s);
    sync.setWorkOffline(false);
    return shown && sent;
}

} // namespace thidua::tour
