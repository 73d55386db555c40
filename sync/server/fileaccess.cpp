#include "server/fileaccess.h"

#include "domain/attachment.h"
#include "domain/names.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

FileAccess::FileAccess(ServerStore& store, const Caller& caller, Instant now)
    : m_store(store)
    , m_caller(caller)
    , m_now(now)
{
}

template<typename Question>
Result<bool> FileAccess::ask(const RecordEntry& entry, Question question)
{
    auto channel = m_store.channels.byNumber(entry.channel);
    auto membership = m_store.memberships.load();
    if (!channel || !membership)
        return channel ? membership.error() : channel.error();
    const auto place = domain::Channel::fromName(channel->name);
    return place && question(*place, *membership);
}

// The standing value, or one that stands beside it.
static const merge::GroupEdit* headNaming(const merge::RecordState& state, const QByteArray& sha256)
{
    const auto group = state.groups.constFind(u"file"_s);
    if (state.kind != kind::attachment || group == state.groups.cend())
        return nullptr;
    const auto names = [&](const merge::GroupEdit& head) {
        return head.values.value(name::sha256).toBytes() == sha256;
    };
    const auto head = std::ranges::find_if(*group, names);
    return head == group->cend() ? nullptr : &*head;
}

Result<bool> FileAccess::mayReadIn(const RecordId& record, const QByteArray& sha256)
{
    auto entry = m_store.records.load(record);
    if (!entry || !*entry)
        return entry ? Result<bool>(false) : entry.error();
    const merge::RecordState& state = (*entry)->state;
    const bool deleted = state.values(m_store.schema()).value(name::deleted).toBool();
    if (deleted || !headNaming(state, sha256))
        return false;
    return ask(**entry, [&](const domain::Channel& channel, const Membership& membership) {
        return domain::mayRead(channel, m_caller.author.id, m_caller.author.grants, m_now, membership);
    });
}

Result<bool> FileAccess::mayRead(const QByteArray& sha256)
{
    auto holds = m_store.files.holds(sha256, m_caller.device.account);
    if (!holds || *holds)
        return holds;
    auto records = m_store.files.records(sha256);
    if (!records)
        return records.error();
    for (const RecordId& record : std::as_const(*records)) {
        auto readable = mayReadIn(record, sha256);
        if (!readable || *readable)
            return readable;
    }
    return false;
}

Result<FileEntry> FileAccess::named(const RecordId& attachment, const QByteArray& sha256)
{
    const Error unknown{ErrorCode::NotFound, u"no attachment of yours names this file"_s};
    auto entry = m_store.records.load(attachment);
    if (!entry || !*entry)
        return entry ? unknown : entry.error();
    const merge::GroupEdit* head = headNaming((*entry)->state, sha256);
    auto writable = ask(**entry, [&](const domain::Channel& channel, const Membership& membership) {
        return domain::roleIn(channel, m_caller.author.id, m_caller.author.grants, m_now, membership)
                   .value_or(domain::Role::Observer) >= domain::Role::Officer;
    });
    if (!writable)
        return writable.error();
    if (!head || !*writable)
        return unknown;
    return FileEntry{sha256, head->values.value(name::size).toInteger(),
                     head->values.value(name::mediaType).toText()};
}

} // namespace thidua::server
