#include <QInputMethodEvent>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// Vietnamese is composed: what the input method still holds is neither told nor judged nor disturbed.
class ComposingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsComposedIsNoNews_data();
    void whatIsComposedIsNoNews();
    void whatIsCommittedIsNewsOnce_data();
    void whatIsCommittedIsNewsOnce();
    void aNewerValueDoesNotDisturbTheComposition_data();
    void aNewerValueDoesNotDisturbTheComposition();

private:
    static void everyField();
    void show(const QString& type);
    void compose(const QString& preedit, const QString& commit = {});

    std::unique_ptr<QQuickView> m_view;
    QQuickItem* m_field = nullptr;
    QQuickItem* m_input = nullptr;
};

void ComposingTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void ComposingTest::everyField()
{
    QTest::addColumn<QString>("type");
    for (const char* type : {"TextInputField", "TextAreaField", "NumberField", "DateField"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void ComposingTest::show(const QString& type)
{
    m_view = std::make_unique<QQuickView>();
    m_view->engine()->addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(m_view->engine());
    component.setData(u"import ThiDua.Components\n%1 { width: 300; label: \"Nơi\" }"_s.arg(type).toUtf8(),
                      {});
    auto* made = qobject_cast<QQuickItem*>(component.create());
    QVERIFY2(made, qPrintable(component.errorString()));
    m_view->setContent({}, nullptr, made);
    m_field = made;
    m_input = made->property("input").value<QQuickItem*>();
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_input->forceActiveFocus();
}

void ComposingTest::compose(const QString& preedit, const QString& commit)
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(m_input, &event);
}

void ComposingTest::whatIsComposedIsNoNews_data()
{
    everyField();
}

void ComposingTest::whatIsComposedIsNoNews()
{
    QFETCH(QString, type);
    show(type);
    QSignalSpy edited(m_field, SIGNAL(edited(QString)));
    compose(u"tieê"_s);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(m_field->property("shownError").toString(), QString());
}

void ComposingTest::whatIsCommittedIsNewsOnce_data()
{
    everyField();
}

void ComposingTest::whatIsCommittedIsNewsOnce()
{
    QFETCH(QString, type);
    show(type);
    QSignalSpy edited(m_field, SIGNAL(edited(QString)));
    compose(u"tieê"_s);
    compose({}, u"tiến"_s);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.constFirst().constFirst().toString(), u"tiến"_s);
}

void ComposingTest::aNewerValueDoesNotDisturbTheComposition_data()
{
    everyField();
}

void ComposingTest::aNewerValueDoesNotDisturbTheComposition()
{
    QFETCH(QString, type);
    show(type);
    compose(u"tieê"_s);
    m_field->setProperty("value", u"khác"_s);
    QVERIFY(m_input->property("inputMethodComposing").toBool());
    QCOMPARE(m_input->property("text").toString(), QString());
}

QTEST_MAIN(ComposingTest)
#include "tst_composing.moc"
