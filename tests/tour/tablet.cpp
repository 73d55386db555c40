#include "tour/tablet.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

namespace thidua::tour
{

using namespace Qt::StringLiterals;
using Phase = client::SyncStatus::Phase;

bool eventually(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, 60'000);
}

Tablet::Tablet(const QString& directory, Owner owner, const QString& server, const QString& password)
    : m_owner(std::move(owner))
    , m_directory(directory)
    , m_clock(m_owner.clockWrongBy)
{
    app::DeviceOptions options;
    options.directory = m_directory;
    options.secrets = app::fileSecrets(m_directory);
    options.deviceName = m_owner.deviceName;
    options.signIn = {server, m_owner.login, password, {}};
    options.language = u"vi"_s;
    options.theme = u"light"_s;
    m_device = std::make_unique<app::Device>(std::move(options), m_clock, m_random);
    QObject::connect(m_device.get(), &app::Device::statusChanged, m_device.get(), [this](const auto& status) {
        m_status = status;
        if (status.phase == Phase::UpToDate)
            ++m_completions;
    });
}

bool Tablet::signIn()
{
    if (!m_device->show(m_owner.size))
        return false;
    m_device->begin();
    return eventually([this] { return m_device->session().state() == viewmodels::Session::Ready; }) &&
           eventually([this] { return m_status.phase == Phase::UpToDate; });
}

bool Tablet::sync()
{
    const quint64 before = m_completions;
    m_device->session().sync()->syncNow();
    return eventually([&] { return m_completions > before && m_status.pendingRecords == 0; });
}

bool Tablet::waitUntilOffline()
{
    m_device->session().sync()->syncNow();
    return eventually([this] { return m_status.phase == Phase::Unknown; });
}

bool Tablet::enter(const RecordId& report, const Typed& typed)
{
    const std::unique_ptr<viewmodels::ReportEditor> form(m_device->session().editReport(report.toText()));
    if (!form || !eventually([&] { return !form->loading(); }))
        return false;
    if (!typed.value.isNull())
        form->setValueText(typed.value);
    if (!typed.score.isNull())
        form->setScoreText(typed.score);
    if (!typed.note.isNull())
        form->setNote(typed.note);
    QSignalSpy saved(form.get(), &viewmodels::ReportEditor::saved);
    QSignalSpy problem(form.get(), &viewmodels::ReportEditor::problem);
    form->save();
    const bool answered = eventually([&] { return !saved.isEmpty() || !problem.isEmpty(); });
    if (!problem.isEmpty())
        qWarning("%s: %s", qPrintable(m_owner.login), qPrintable(problem.first().first().toString()));
    return answered && !saved.isEmpty();
}

store::LocalStore& Tablet::file()
{
    if (!m_file) {
        auto opened = store::LocalStore::open(QDir(m_directory).filePath(u"device.thidua"_s),
                                              domain::Schema::current(), m_clock, m_random);
        if (!opened)
            qFatal("the tour cannot read the device's file: %s", qPrintable(opened.error().detail));
        m_file = std::move(*opened);
    }
    return *m_file;
}

Fields Tablet::values(const RecordId& record)
{
    const auto found = file().record(record);
    return found && *found ? (*found)->values : Fields();
}

std::optional<store::GroupView> Tablet::group(const RecordId& record, const QString& name)
{
    const auto groups = file().groups(record);
    if (!groups)
        return std::nullopt;
    for (const store::GroupView& view : *groups) {
        if (view.group == name)
            return view;
    }
    return std::nullopt;
}

} // namespace thidua::tour
