#pragma once

#include "viewmodels/livequery.h"
#include "viewmodels/standingsrows.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// The table of a block, a cluster or the city, always with the time it stands for and how complete it is.
class StandingsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QVariantList blocks READ blocks NOTIFY choicesChanged) // {id, name, kindText}
    Q_PROPERTY(QString blockId READ blockId WRITE setBlockId NOTIFY choiceChanged)
    Q_PROPERTY(QVariantList periods READ periods NOTIFY choicesChanged) // {id, name}
    Q_PROPERTY(QString period READ period WRITE setPeriod NOTIFY choiceChanged)
    Q_PROPERTY(bool hasStanding READ hasStanding NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString asOfText READ asOfText NOTIFY changed)
    Q_PROPERTY(QString completenessText READ completenessText NOTIFY changed)
    Q_PROPERTY(bool provisional READ provisional NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(QStringList groups READ groups NOTIFY changed)
    Q_PROPERTY(thidua::viewmodels::StandingsRows* rows READ rows CONSTANT)
    Q_PROPERTY(int myUnitRow READ myUnitRow NOTIFY changed) // -1: none
    Q_PROPERTY(QString myUnitText READ myUnitText NOTIFY changed)

public:
    explicit StandingsModel(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] bool loading() const { return !m_loaded; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariantList blocks() const;
    [[nodiscard]] QString blockId() const { return m_block; }
    void setBlockId(const QString& block);
    [[nodiscard]] QVariantList periods() const;
    [[nodiscard]] QString period() const { return m_period; }
    void setPeriod(const QString& period);
    [[nodiscard]] bool hasStanding() const { return m_view.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString asOfText() const;
    [[nodiscard]] QString completenessText() const;
    [[nodiscard]] bool provisional() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QStringList groups() const;
    [[nodiscard]] StandingsRows* rows() { return &m_rows; }
    [[nodiscard]] int myUnitRow() const;
    [[nodiscard]] QString myUnitText() const;

Q_SIGNALS:
    void changed();
    void choicesChanged();
    void choiceChanged();

private:
    struct Loaded {
        QList<services::BlockChoice> choices;
        QString block; // which of them
        QString period;
        RecordId ownUnit;
        std::optional<services::StandingView> view;
    };
    static Result<Loaded> read(services::Services& services, const QString& block, const QString& period);
    void load();
    void show(Result<Loaded> loaded);
    [[nodiscard]] const services::BlockChoice* choice() const;
    LiveQuery m_query;
    StandingsRows m_rows;
    QList<services::BlockChoice> m_choices;
    QString m_block; // chosen or shown; the city is "city"
    QString m_period;
    RecordId m_ownUnit;
    std::optional<services::StandingView> m_view;
    QString m_errorText;
    bool m_loaded = false;
};

} // namespace thidua::viewmodels
