#include "tour/story.h"

#include "domain/names.h"
#include "tour/sumbyhand.h"

#include <QDir>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace thidua::tour
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 aYear = 365LL * 24 * 60 * 60 * 1000; // ms

enum Report { TwoOfficers, HeadWasEarlier, FreeNote, SeenBefore, YearAhead };

qint64 valueOf(const Fields& values)
{
    return values.value(name::value).toInteger();
}

bool hasSibling(const std::optional<store::GroupView>& view, QLatin1String field, const Value& value)
{
    return view && std::ranges::any_of(view->siblings, [&](const merge::GroupEdit& sibling) {
               return sibling.values.value(field) == value;
           });
}

} // namespace

Story::Story(const QString& directory, const QString& pictures)
    : m_directory(directory)
    , m_server(QDir(directory).filePath(u"server"_s))
    , m_pictures(pictures)
{
}

void Story::step(const QString& what, const std::function<bool()>& holds)
{
    const bool held = holds();
    m_failed += held ? 0 : 1;
    std::printf("%2d. %s  %s\n", ++m_number, held ? "held  " : "FAILED", qPrintable(what));
    std::fflush(stdout);
}

void Story::note(const QString& text) const
{
    std::printf("\n%s\n", qPrintable(text));
}

bool Story::everybody(const std::function<bool(Tablet&)>& does)
{
    return std::ranges::all_of(
        QList<Tablet*>{m_a.get(), m_b.get(), m_ahead.get(), m_head.get(), m_leader.get()},
        [&](Tablet* tablet) { return does(*tablet); });
}

int Story::run()
{
    begin();
    if (m_failed == 0)
        workOnline();
    if (m_failed == 0) {
        goOffline();
        workOffline();
        comeBack();
        compare();
        standings();
        takePictures();
        seeSights();
    }
    std::printf("\n%d steps, %d failed\n", m_number, m_failed);
    return m_failed;
}

void Story::begin()
{
    note(u"A server with the city's sample data, and five devices of four people"_s);
    QString password;
    step(u"the server is created with the sample and listens on the loopback"_s, [&] {
        password = m_server.init()["sample"_L1]["password"_L1].toString();
        return !password.isEmpty() && m_server.start();
    });
    const auto tablet = [&](const QString& folder, Owner owner) {
        return std::make_unique<Tablet>(QDir(m_directory).filePath(folder), std::move(owner), m_server.url(),
                                        password);
    };
    const QSize tabletSize(1280, 800);
    m_a = tablet(u"a"_s, {u"can.bo.a"_s, u"Máy tính bảng A"_s, tabletSize});
    m_b = tablet(u"b"_s, {u"can.bo.b"_s, u"Máy tính bảng B"_s, tabletSize});
    m_ahead = tablet(u"ahead"_s, {u"can.bo.a"_s, u"Máy tính bảng cũ"_s, tabletSize, aYear});
    m_head = tablet(u"head"_s, {u"thu.truong"_s, u"Máy bàn của thủ trưởng"_s, QSize(1440, 900)});
    m_leader = tablet(u"leader"_s, {u"lanh.dao"_s, u"Điện thoại lãnh đạo"_s, QSize(390, 844)});
    m_lead = tablet(u"lead"_s, {u"cum.truong"_s, u"Máy tính bảng cụm trưởng"_s, tabletSize});
    step(u"everybody signs in and has what they may see"_s,
         [&] { return m_failed == 0 && everybody([](Tablet& one) { return one.signIn(); }); });
    step(u"the unit has reports of this period that are still its own to change"_s,
         [&] { return m_failed == 0 && chooseReports(); });
}

bool Story::chooseReports()
{
    const auto reports = m_a->file().records(kind::report);
    if (!reports)
        return false;
    QMap<QString, QList<store::Record>> open; // by period
    for (const store::Record& report : *reports) {
        const Fields& values = report.values;
        const Fields criterion = m_a->values(values.value(name::criterion).toId());
        const bool submitted =
            values.value(name::submission).toInteger() > 0 && values.value(name::status).isNull();
        if (submitted && criterion.value(name::kind).toText() == u"base"_s)
            open[values.value(name::period).toText()].append(report);
    }
    for (auto period = open.cbegin(); period != open.cend(); ++period) {
        if (period->size() < 5)
            continue;
        m_period = period.key();
        m_unit = period->first().values.value(name::unit).toId();
        for (const store::Record& report : period->first(5))
            m_reports.append(report.id);
    }
    return m_reports.size() >= 5;
}

void Story::workOnline()
{
    note(u"Before the network goes"_s);
    step(u"officer A enters a result; officer B receives it"_s, [&] {
        return m_a->enter(m_reports[SeenBefore], {u"70,5"_s, {}, {}}) && m_a->sync() && m_b->sync() &&
               valueOf(m_b->values(m_reports[SeenBefore])) == 7050;
    });
    step(u"a tablet whose clock is a year ahead enters a result; officer B receives it"_s, [&] {
        return m_ahead->enter(m_reports[YearAhead], {u"60"_s, {}, {}}) && m_ahead->sync() && m_b->sync() &&
               valueOf(m_b->values(m_reports[YearAhead])) == 6000;
    });
    (void)everybody([](Tablet& one) { return one.sync(); });
}

void Story::goOffline()
{
    note(u"The network is gone"_s);
    m_server.vanish();
    step(u"every device says that it does not know the server's state, not that it is synchronised"_s,
         [&] { return everybody([](Tablet& one) { return one.waitUntilOffline(); }); });
}

void Story::workOffline()
{
    step(u"officers A and B change the same result, B later"_s, [&] {
        return m_a->enter(m_reports[TwoOfficers], {u"81"_s, u"10"_s, {}}) &&
               m_b->enter(m_reports[TwoOfficers], {u"82.25"_s, u"12,5"_s, {}});
    });
    step(u"the head of the unit changes another result, and officer A changes it after him"_s, [&] {
        return m_head->enter(m_reports[HeadWasEarlier], {u"91"_s, {}, {}}) &&
               m_a->enter(m_reports[HeadWasEarlier], {u"90"_s, {}, {}});
    });
    step(u"both officers write the free note, B later"_s, [&] {
        return m_a->enter(m_reports[FreeNote], {{}, {}, u"Ghi chú của cán bộ A"_s}) &&
               m_b->enter(m_reports[FreeNote], {{}, {}, u"Ghi chú của cán bộ B"_s});
    });
    step(u"officer B changes the two results that B has seen"_s, [&] {
        return m_b->enter(m_reports[SeenBefore], {u"75"_s, {}, {}}) &&
               m_b->enter(m_reports[YearAhead], {u"65"_s, {}, {}});
    });
    step(u"everything is saved and counted as waiting: 3 records of A, 4 of B, 1 of the head"_s, [&] {
        return m_a->file().counts()->pendingRecords == 3 && m_b->file().counts()->pendingRecords == 4 &&
               m_head->file().counts()->pendingRecords == 1;
    });
    step(u"pictures of a tablet without a network"_s, [&] {
        return m_pictures.take(*m_a, Place::Home, u"tablet-home-offline"_s) &&
               m_pictures.take(*m_a, Place::Sync, u"tablet-sync-offline"_s) &&
               m_pictures.takeReport(*m_a, m_reports[TwoOfficers], u"tablet-report-offline"_s);
    });
}

void Story::comeBack()
{
    note(u"The network is back"_s);
    step(u"the server returns and everybody synchronises"_s, [&] {
        const auto sync = [](Tablet& one) { return one.sync(); };
        // Twice: the first to come back learn only then what the last ones brought.
        return m_server.start() && everybody(sync) && everybody(sync);
    });
}

bool Story::equalEverywhere()
{
    const auto reference = m_a->file().digests();
    return everybody([&](Tablet& one) {
        const auto own = one.file().digests();
        qsizetype shared = 0;
        for (auto digest = own->cbegin(); digest != own->cend(); ++digest) {
            if (digest.key().startsWith("user/"_L1) || !reference->contains(digest.key()))
                continue;
            ++shared;
            if (reference->value(digest.key()) != digest.value())
                return false;
        }
        // "Up to date" is said only when the server's digests equal the device's.
        return shared >= 2 && one.device().session().sync()->safeToHandIn();
    });
}

void Story::compare()
{
    note(u"What was decided, on every device of the unit"_s);
    const QList<Tablet*> unit{m_a.get(), m_b.get(), m_ahead.get(), m_head.get()};
    const auto onAll = [&](Report report, qint64 hundredths) {
        return std::ranges::all_of(
            unit, [&](Tablet* one) { return valueOf(one->values(m_reports[report])) == hundredths; });
    };
    const auto beside = [&](Report report, qint64 hundredths) {
        return std::ranges::all_of(unit, [&](Tablet* one) {
            return hasSibling(one->group(m_reports[report], u"result"_s), name::value, Value(hundredths));
        });
    };
    step(u"of two officers the later one stands (82,25), and the earlier value (81) is kept beside it"_s,
         [&] { return onAll(TwoOfficers, 8225) && beside(TwoOfficers, 8100); });
    step(u"the head stands by role although he was earlier (91), and A's value (90) is kept beside it"_s,
         [&] { return onAll(HeadWasEarlier, 9100) && beside(HeadWasEarlier, 9000); });
    step(u"officer A is told of both, with both values"_s, [&] {
        const auto conflicts = m_a->file().conflicts();
        const auto concerned = std::ranges::count_if(*conflicts, [&](const store::Conflict& conflict) {
            return conflict.own && m_reports.contains(conflict.record);
        });
        return concerned >= 3 && m_a->device().session().conflicts()->rowCount({}) >= 3;
    });
    step(u"of two notes the later one stands, and the other is kept"_s, [&] {
        return std::ranges::all_of(unit, [&](Tablet* one) {
            return one->values(m_reports[FreeNote]).value(name::note).toText() == u"Ghi chú của cán bộ B"_s &&
                   hasSibling(one->group(m_reports[FreeNote], name::note), name::note,
                              Value(u"Ghi chú của cán bộ A"_s));
        });
    });
    step(u"who had seen the value replaces it without a conflict (75)"_s, [&] {
        return onAll(SeenBefore, 7500) && m_b->group(m_reports[SeenBefore], u"result"_s)->siblings.isEmpty();
    });
    step(u"a clock that is a year ahead gains nothing over somebody who had seen its value (65)"_s, [&] {
        return onAll(YearAhead, 6500) && m_b->group(m_reports[YearAhead], u"result"_s)->siblings.isEmpty();
    });
    step(u"all devices hold equal content in every channel they share, and the server agrees"_s, [&] {
        // The server makes the standings anew after the last push; when all is quiet, a round brings them to
        // everybody.
        for (int round = 0; round < 5 && !equalEverywhere(); ++round)
            (void)everybody([](Tablet& one) { return one.sync(); });
        return equalEverywhere();
    });
    step(u"the tablets can be handed in: the server has confirmed every edit"_s, [&] {
        return everybody([](Tablet& one) {
            return one.file().outbox(store::EditState::Pending)->isEmpty() &&
                   one.file().outbox(store::EditState::Refused)->isEmpty();
        });
    });
}

qint64 Story::standingTotal(Tablet& tablet)
{
    const auto standings = tablet.file().records(kind::standing);
    for (const store::Record& record : standings.valueOr({})) {
        const auto units = record.values.value(name::units).toList();
        const auto row = units.indexOf(Value(m_unit));
        if (record.values.value(name::period).toText() == m_period &&
            !record.values.value(name::block).isNull() && row >= 0)
            return record.values.value(name::total).toList().value(row).toInteger();
    }
    return -1;
}

void Story::standings()
{
    note(u"The leader's phone"_s);
    const qint64 byHand = sumByHand(*m_head, m_unit, m_period);
    step(u"the standings on the phone equal the sum of the unit's points, added up by hand: %1"_s.arg(
             double(byHand) / 100, 0, 'f', 2),
         [&] {
             // The server makes them after the pushes; another synchronisation brings them.
             for (int attempt = 0; attempt < 5 && standingTotal(*m_leader) != byHand; ++attempt)
                 (void)m_leader->sync();
             return byHand > 0 && standingTotal(*m_leader) == byHand;
         });
    step(u"the phone holds standings, and not one of the reports beneath them"_s, [&] {
        return m_leader->file().records(kind::report)->isEmpty() &&
               !m_leader->file().records(kind::standing)->isEmpty();
    });
}

// The one that has most to show.
static QString fullestMovement(store::LocalStore& file)
{
    const auto movements = file.records(kind::movement);
    if (!movements || movements->isEmpty())
        return {};
    return std::ranges::max_element(*movements, {},
                                    [](const store::Record& movement) { return movement.values.size(); })
        ->id.toText();
}

void Story::takePictures()
{
    note(u"Pictures"_s);
    const QString movement = fullestMovement(m_a->file());
    step(u"of the officer's tablet"_s, [&] {
        return m_pictures.take(*m_a, Place::Home, u"tablet-home"_s) &&
               m_pictures.takeReport(*m_a, m_reports[HeadWasEarlier], u"tablet-report"_s) &&
               m_pictures.takeMovement(*m_a, movement, u"tablet-movements"_s) &&
               m_pictures.take(*m_a, Place::Standings, u"tablet-standings"_s) &&
               m_pictures.take(*m_a, Place::Conflicts, u"tablet-conflicts"_s) &&
               m_pictures.take(*m_a, Place::Sync, u"tablet-sync"_s) &&
               m_pictures.take(*m_a, Place::Settings, u"tablet-settings"_s);
    });
    step(u"of the leader's phone"_s, [&] {
        return m_pictures.take(*m_leader, Place::Home, u"phone-home"_s) &&
               m_pictures.take(*m_leader, Place::Standings, u"phone-standings"_s) &&
               m_pictures.take(*m_leader, Place::Movements, u"phone-movements"_s) &&
               m_pictures.take(*m_leader, Place::Sync, u"phone-sync"_s);
    });
    step(u"of the head's desktop, in light, dark and sunlight"_s, [&] {
        viewmodels::Session& session = m_head->device().session();
        const bool light = m_pictures.take(*m_head, Place::Home, u"desktop-home"_s) &&
                           m_pictures.takeReport(*m_head, m_reports[TwoOfficers], u"desktop-report"_s) &&
                           m_pictures.take(*m_head, Place::Standings, u"desktop-standings"_s) &&
                           m_pictures.take(*m_head, Place::Conflicts, u"desktop-conflicts"_s);
        session.setTheme(u"dark"_s);
        const bool dark = m_pictures.take(*m_head, Place::Standings, u"desktop-standings-dark"_s) &&
                          m_pictures.takeReport(*m_head, m_reports[TwoOfficers], u"desktop-report-dark"_s) &&
                          m_pictures.take(*m_head, Place::Settings, u"desktop-settings-dark"_s);
        session.setTheme(u"sunlight"_s);
        const bool sunlight = m_pictures.take(*m_head, Place::Home, u"desktop-home-sunlight"_s);
        session.setTheme(u"light"_s);
        return light && dark && sunlight;
    });
    step(u"of officer B's app on a phone, at twice the text size, and in English"_s, [&] {
        viewmodels::Session& session = m_b->device().session();
        m_b->device().window()->resize(390, 844);
        const bool small = m_pictures.take(*m_b, Place::Home, u"phone-officer-home"_s) &&
                           m_pictures.take(*m_b, Place::Conflicts, u"phone-officer-conflicts"_s) &&
                           m_pictures.takeReport(*m_b, m_reports[TwoOfficers], u"phone-officer-report"_s) &&
                           m_pictures.take(*m_b, Place::Settings, u"phone-officer-settings"_s);
        session.setTextScale(2.0);
        const bool large =
            m_pictures.take(*m_b, Place::Home, u"phone-officer-home-200"_s) &&
            m_pictures.takeReport(*m_b, m_reports[TwoOfficers], u"phone-officer-report-200"_s) &&
            m_pictures.take(*m_b, Place::Standings, u"phone-officer-standings-200"_s) &&
            m_pictures.take(*m_b, Place::Conflicts, u"phone-officer-conflicts-200"_s) &&
            m_pictures.take(*m_b, Place::Sync, u"phone-officer-sync-200"_s) &&
            m_pictures.take(*m_b, Place::Settings, u"phone-officer-settings-200"_s);
        session.setTextScale(1.0);
        session.setLanguage(u"en"_s);
        m_b->device().window()->resize(1280, 800);
        const bool english = m_pictures.take(*m_b, Place::Home, u"tablet-home-english"_s);
        session.setLanguage(u"vi"_s); // all devices of this process share what translates
        return small && large && english;
    });
}

void Story::seeSights()
{
    note(u"Pictures of days that are not ordinary, in all sizes and looks"_s);
    Sights sights(m_pictures);
    step(u"the home of who leads the block"_s, [&] { return m_lead->signIn() && sights.leader(*m_lead); });
    step(u"a file that is being opened, and one that was damaged"_s, [&] { return sights.device(*m_head); });
    step(u"a search without marks finds what has them"_s, [&] { return sights.search(*m_lead); });
    step(u"what waits is named, leaves as a file, and is sent without fetching"_s,
         [&] { return sights.waiting(*m_a, m_reports.first(3)); });
    step(u"what the server refuses comes back to its author"_s,
         [&] { return sights.refused(*m_a, m_reports[TwoOfficers]); });
}

} // namespace thidua::tour
