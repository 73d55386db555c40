#include "app/qmlguard.h"

#include "base/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQmlAbstractUrlInterceptor>
#include <QQmlEngine>
#include <QQmlNetworkAccessManagerFactory>

namespace thidua::app
{

namespace
{

class RefusedReply final : public QNetworkReply
{
public:
    explicit RefusedReply(const QNetworkRequest& request, QObject* parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setError(ContentAccessDenied, QStringLiteral("the interface has no network"));
        setFinished(true);
        QMetaObject::invokeMethod(this, &QNetworkReply::finished, Qt::QueuedConnection);
    }
    void abort() override {}

protected:
    qint64 readData(char*, qint64) override { return -1; }
};

class NoNetwork final : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply* createRequest(Operation, const QNetworkRequest& request, QIODevice*) override
    {
        qCWarning(logApp) << "refused a request of the interface";
        return new RefusedReply(request, this);
    }
};

class NoNetworkFactory final : public QQmlNetworkAccessManagerFactory
{
public:
    QNetworkAccessManager* create(QObject* parent) override { return new NoNetwork(parent); }
};

class OwnFilesOnly final : public QQmlAbstractUrlInterceptor
{
public:
    QUrl intercept(const QUrl& url, DataType type) override
    {
        // Qt's own modules lie in files; what is named by data (pictures, fonts, other addresses) must be
        // ours.
        const bool code = type == QmlFile || type == JavaScriptFile || type == QmldirFile;
        const bool own = url.scheme() == QLatin1String("qrc") || url.isRelative() || url.isEmpty();
        return own || (code && url.isLocalFile()) ? url : QUrl();
    }
};

} // namespace

void guard(QQmlEngine& engine)
{
    static NoNetworkFactory noNetwork;
    static OwnFilesOnly ownFilesOnly;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.addUrlInterceptor(&ownFilesOnly);
}

} // namespace thidua::app
