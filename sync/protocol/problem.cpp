#include "protocol/bodies.h"
#include "protocol/codec.h"

// RFC 9457 problem details.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

QByteArray encode(const Problem& body)
{
    Tree::Map map{{u"type"_s, Tree(u"about:blank"_s)},
                  {u"title"_s, Tree(codeName(body.code))},
                  {u"status"_s, Tree(body.status)},
                  {u"code"_s, Tree(codeName(body.code))},
                  {u"detail"_s, Tree(body.detail)}};
    if (body.expected != 0)
        map.insert(u"expected"_s, Tree(body.expected));
    if (!body.epoch.isEmpty())
        map.insert(u"epoch"_s, Tree(body.epoch));
    if (body.time != 0)
        map.insert(u"time"_s, Tree(body.time));
    if (body.retryAfter != 0)
        map.insert(u"retryAfter"_s, Tree(body.retryAfter));
    return treeToJson(Tree(std::move(map)));
}

Result<Problem> decodeProblem(const QByteArray& bytes)
{
    auto tree = treeFromJson(bytes);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    Problem body;
    body.status = int(reader.integer("status"_L1));
    body.code = codeFromName(reader.text("code"_L1));
    body.detail = reader.text("detail"_L1, false);
    body.expected = reader.integer("expected"_L1, false);
    body.epoch = reader.text("epoch"_L1, false);
    body.time = reader.integer("time"_L1, false);
    body.retryAfter = int(reader.integer("retryAfter"_L1, false));
    if (!reader.ok())
        return reader.error();
    return body;
}

} // namespace thidua::protocol
