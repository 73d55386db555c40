#include "support/programs.h"
#include "tour/pictures.h"
#include "tour/tablet.h"

#include "domain/names.h"

#include <QDir>
#include <QQuickItem>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;
using test::ServerProcess;
using tour::Tablet;
using viewmodels::Session;

// The app with its screens and threads against the real server: what happens to a person's work when
// something happens to the device.
class DeviceTest : public QObject
{
    Q_OBJECT

    static constexpr int patience = 30'000; // ms; machines may be busy
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_password;
    int m_value = 50; // another one each time: what changes nothing is no edit

    [[nodiscard]] QString folder(const QString& name) const { return m_dir->filePath(name); }
    [[nodiscard]] std::unique_ptr<Tablet> tablet(const QString& name, const QString& login) const
    {
        auto made = std::make_unique<Tablet>(folder(name), tour::Owner{login, name, QSize(1280, 800)},
                                             m_server->url(), m_password);
        if (!made->signIn())
            qFatal("%s cannot sign in", qPrintable(login));
        return made;
    }
    // One that its unit may still change.
    static RecordId openReport(Tablet& tablet)
    {
        for (const store::Record& report : tablet.file().records(kind::report).valueOr({})) {
            const Fields criterion = tablet.values(report.values.value(name::criterion).toId());
            if (report.values.value(name::status).isNull() &&
                criterion.value(name::kind).toText() == u"base"_s)
                return report.id;
        }
        return {};
    }
    // Enters a result that stays on the tablet.
    RecordId workOffline(Tablet& tablet)
    {
        tablet.device().session().sync()->setWorkOffline(true);
        const RecordId report = openReport(tablet);
        return tablet.enter(report, {QString::number(++m_value), {}, {}}) ? report : RecordId();
    }
    static void keepADraft(Tablet& tablet, const QString& note)
    {
        const std::unique_ptr<viewmodels::ReportEditor> form(
            tablet.device().session().editReport(openReport(tablet).toText()));
        QTRY_VERIFY_WITH_TIMEOUT(!form->loading(), patience);
        form->setNote(note);
        form->keepDraft();
        QTRY_VERIFY_WITH_TIMEOUT(form->draftKept(), patience);
    }
    static bool shows(const QQuickItem& item, const QString& text)
    {
        if (!item.isVisible())
            return false;
        const auto children = item.childItems();
        return item.property("text").toString() == text ||
               std::ranges::any_of(children, [&](const QQuickItem* child) { return shows(*child, text); });
    }
    static bool shows(Tablet& tablet, const QString& text)
    {
        return !text.isEmpty() && shows(*tablet.device().window()->contentItem(), text);
    }
    static void goTo(Tablet& tablet, tour::Place place)
    {
        tablet.device().window()->findChild<QObject*>(u"shell"_s)->setProperty("place", int(place));
    }
    [[nodiscard]] QStringList filesOf(const QString& name) const
    {
        return QDir(folder(name))
            .entryList({u"device.thidua*"_s, u"device-search*"_s, u"token*"_s}, QDir::Files);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        m_password = m_server->init({u"--sample"_s}).object()[u"sample"_s][u"password"_s].toString();
        QVERIFY(!m_password.isEmpty());
        QVERIFY(m_server->start());
    }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void aDamagedFileGivesUpItsPersonsWorkAndTheyAreTold()
    {
        auto before = tablet(u"a"_s, u"can.bo.a"_s);
        const RecordId report = workOffline(*before);
        QVERIFY(!report.isNull());
        before.reset(); // the death of the process
        QFile file(QDir(folder(u"a"_s)).filePath(u"device.thidua"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(QByteArray(100, 'x'));
        file.close();

        auto after = tablet(u"a"_s, u"can.bo.a"_s);
        Session& session = after->device().session();
        QVERIFY(!session.noticeText().isEmpty());
        QVERIFY(session.noticeText().contains(u'1'));
        QVERIFY(shows(*after, session.noticeText()));
        const QString notice = session.noticeText();
        session.dismissNotice();
        QVERIFY(!shows(*after, notice));
        // The work arrives, and everything else has come again.
        QVERIFY(after->sync());
        QCOMPARE(after->values(report).value(name::value).toInteger(), 100 * m_value);
        QVERIFY(after->file().outbox(store::EditState::Refused)->isEmpty());
        // Nothing stays for whoever uses the tablet next, not even what was put aside.
        QVERIFY(!filesOf(u"a"_s).filter(u"damaged"_s).isEmpty());
        session.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::SignedOut, patience);
        QCOMPARE(filesOf(u"a"_s), QStringList());
    }

    void aRevokedTabletHandsOverItsWorkAndItsDraftsAndSaysWhy()
    {
        auto revoked = tablet(u"a"_s, u"can.bo.a"_s);
        const RecordId report = workOffline(*revoked);
        QVERIFY(!report.isNull());
        keepADraft(*revoked, u"chưa viết xong"_s);
        const QString id = revoked->file().identity()->device.toText();
        QVERIFY(m_server->command({u"device"_s, u"revoke"_s, id}).ok());
        Session& session = revoked->device().session();
        session.sync()->setWorkOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::SignedOut, patience);

        QCOMPARE(filesOf(u"a"_s), QStringList());
        QVERIFY(shows(*revoked, session.errorText()));
        QCOMPARE(session.lastServer(), m_server->url());
        const auto kept = m_server->command({u"quarantine"_s, u"list"_s}).lines();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first()[u"edit"_s][u"record"_s].toString(), report.toText());
        const QJsonObject draft = kept.last()[u"edit"_s].toObject();
        QCOMPARE(draft[u"kind"_s].toString(), u"draft"_s);
        QCOMPARE(draft[u"set"_s][u"note"_s].toString(), u"chưa viết xong"_s);
        // A person judges; what nobody has finished enters no record.
        const QJsonObject judged = m_server->command({u"quarantine"_s, u"accept"_s, id}).object();
        QCOMPARE(judged[u"accepted"_s].toInt(), 1);
        QCOMPARE(judged[u"drafts"_s].toInt(), 1);
        QVERIFY(m_server->command({u"verify"_s}).ok());
    }

    void whatWaitsTravelsAsAFileThatAColleagueDelivers()
    {
        auto author = tablet(u"a"_s, u"can.bo.a"_s);
        auto colleague = tablet(u"b"_s, u"cum.truong"_s);
        QVERIFY(!workOffline(*author).isNull());
        const QUrl file = QUrl::fromLocalFile(folder(u"ban giao.thidua"_s));
        viewmodels::HandoverModel& saving = *author->device().session().handover();
        saving.save(file);
        QTRY_VERIFY_WITH_TIMEOUT(!saving.busy(), patience);
        QVERIFY2(saving.outcomeTone() == u"done"_s, qPrintable(saving.outcomeText()));
        goTo(*author, tour::Place::Sync);
        QVERIFY(shows(*author, saving.outcomeText()));

        viewmodels::HandoverModel& delivery = *colleague->device().session().handover();
        delivery.deliver(file);
        QTRY_VERIFY_WITH_TIMEOUT(!delivery.busy(), patience);
        QVERIFY2(delivery.outcomeTone() == u"done"_s, qPrintable(delivery.outcomeText()));
        // A file is no receipt: the author's tablet hears of it from the server.
        QCOMPARE(author->file().counts()->pendingEdits, 1);
        author->device().session().sync()->setWorkOffline(false);
        QVERIFY(author->sync());
        QVERIFY(author->file().outbox(store::EditState::Refused)->isEmpty());
    }

    void aFileThatCannotBeDeliveredSaysWhy()
    {
        auto author = tablet(u"a"_s, u"can.bo.a"_s);
        QVERIFY(!workOffline(*author).isNull());
        const QString path = folder(u"ban giao.thidua"_s);
        viewmodels::HandoverModel& handover = *author->device().session().handover();
        handover.save(QUrl::fromLocalFile(folder(u"no such folder/x.thidua"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!handover.busy(), patience);
        QCOMPARE(handover.outcomeTone(), u"error"_s);
        handover.save(QUrl::fromLocalFile(path));
        QTRY_VERIFY_WITH_TIMEOUT(!handover.busy(), patience);
        const auto outcome = [&](const QString& of) {
            handover.deliver(QUrl::fromLocalFile(of));
            if (!tour::eventually([&] { return !handover.busy(); }) || handover.outcomeTone() != u"error"_s)
                return QString();
            return handover.outcomeText() + handover.outcomeDetail();
        };
        const QString missing = outcome(folder(u"nothing.thidua"_s));
        m_server->kill();
        const QString offline = outcome(path);
        QVERIFY(m_server->start());
        QVERIFY(QFile::resize(path, QFileInfo(path).size() - 1));
        const QString damaged = outcome(path);
        const QSet<QString> texts{missing, offline, damaged};
        QVERIFY(!texts.contains(QString()));
        QCOMPARE(texts.size(), 3);
        QCOMPARE(author->file().counts()->pendingEdits, 1);
    }

    void theFileIsChosenInADialog()
    {
        auto officer = tablet(u"a"_s, u"can.bo.a"_s);
        QVERIFY(!workOffline(*officer).isNull());
        goTo(*officer, tour::Place::Sync);
        auto* part = officer->device().window()->findChild<QQuickItem*>(u"handover"_s);
        QVERIFY(part);
        QVERIFY(QMetaObject::invokeMethod(part, "choose"));
        auto* chooser = part->findChild<QObject*>(u"files"_s);
        QVERIFY(chooser); // the module of the dialogs is there and may be loaded
        QVERIFY(!chooser->property("asking").toBool());
        QVERIFY(QMetaObject::invokeMethod(chooser, "deliver"));
        QTRY_VERIFY_WITH_TIMEOUT(chooser->property("asking").toBool(), patience);
    }

    void whoWorksOfflineCanSendAndFetchNothing()
    {
        auto officer = tablet(u"a"_s, u"can.bo.a"_s);
        QVERIFY(!workOffline(*officer).isNull());
        viewmodels::SyncModel& sync = *officer->device().session().sync();
        QVERIFY(!sync.safeToHandIn());
        sync.sendOnly();
        QTRY_COMPARE_WITH_TIMEOUT(sync.phaseName(), u"sent"_s, patience);
        QVERIFY(sync.workOffline());
        QVERIFY(!sync.receiptText().isEmpty());
        QVERIFY(sync.safeToHandIn());
        QTRY_COMPARE_WITH_TIMEOUT(officer->device().session().waiting()->count(), 0, patience);
    }

    void whatIsSearchedForIsOpenedWithTheKeysAlone()
    {
        auto tablet = this->tablet(u"a"_s, u"can.bo.a"_s);
        QQuickWindow* window = tablet->device().window();
        window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_F, Qt::ControlModifier);
        auto* popup = window->findChild<QObject*>(u"search"_s);
        QVERIFY(popup);
        QTRY_VERIFY(popup->property("opened").toBool());
        auto* field = qobject_cast<QQuickItem*>(window->activeFocusItem());
        QVERIFY(field && field->objectName() == u"searchText"_s);
        auto& search = *tablet->device().session().search();
        for (const char letter : QByteArray("phong trao"))
            QTest::keyClick(window, letter);
        QTRY_VERIFY_WITH_TIMEOUT(search.complete() && search.count() > 0, patience);
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(popup->property("opened").toBool());
        QCOMPARE(search.text(), QString());
        for (const char letter : QByteArray("phong trao thi dua"))
            QTest::keyClick(window, letter);
        QTRY_VERIFY_WITH_TIMEOUT(!search.loading() && search.count() > 0, patience);
        int row = 0;
        const auto kindOf = [&](int at) {
            return search.data(search.index(at), viewmodels::SearchModel::Kind).toString();
        };
        while (row < search.count() && kindOf(row) != kind::movement)
            ++row;
        QVERIFY(row < search.count());
        for (int pressed = 0; pressed <= row; ++pressed)
            QTest::keyClick(window, Qt::Key_Down);
        QTest::keyClick(window, Qt::Key_Return);
        QTRY_VERIFY(!popup->property("visible").toBool());
        const QObject* shell = window->findChild<QObject*>(u"shell"_s);
        QCOMPARE(shell->property("place").toInt(), int(tour::Place::Movements));
        QCOMPARE(search.recent(), QStringList{u"phong trao thi dua"_s});
    }
};

QTEST_MAIN(DeviceTest)
#include "tst_device.moc"
