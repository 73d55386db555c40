#include "app/securestore.h"

#include "base/logging.h"

#include <qt6keychain/keychain.h>

#include <QObject>

namespace thidua::app
{

namespace
{

const QString service = QStringLiteral("vn.gov.hcmc.thidua");

// Asks the keychain; a machine that has none is served from files.
class KeychainSecrets final : public SecureStore
{
public:
    explicit KeychainSecrets(const QString& directory)
        : m_files(fileSecrets(directory))
    {
    }
    void read(const QString& key, Read read) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service);
        start(job, key, [this, job, key, read = std::move(read)] {
            if (job->error() == QKeychain::NoError)
                read(job->binaryData());
            else
                m_files->read(key, read);
        });
    }
    void write(const QString& key, const QByteArray& secret, Done done) override
    {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(secret);
        start(job, key, [this, job, key, secret, done = std::move(done)] {
            if (job->error() == QKeychain::NoError)
                return done({});
            qCInfo(logApp) << "no keychain:" << job->errorString();
            m_files->write(key, secret, done);
        });
    }
    void remove(const QString& key, Done done) override
    {
        auto* job = new QKeychain::DeletePasswordJob(service);
        start(job, key, [this, key, done = std::move(done)] { m_files->remove(key, done); });
    }

private:
    template<typename Finished>
    void start(QKeychain::Job* job, const QString& key, Finished finished)
    {
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, &m_context,
                         [finished = std::move(finished)] { finished(); });
        job->start();
    }
    std::unique_ptr<SecureStore> m_files;
    QObject m_context;
};

} // namespace

std::unique_ptr<SecureStore> platformSecrets(const QString& directory)
{
    return std::make_unique<KeychainSecrets>(directory);
}

} // namespace thidua::app
