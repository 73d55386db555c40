#include "gallery/pages.h"

#include <QAccessible>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// What every component must keep in every state, width, scheme and size of letters, found by walking over the
// gallery.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPageLoadsWithoutAWarning_data();
    void everyPageLoadsWithoutAWarning();
    void whatCanBePressedHasANameAndRoom_data();
    void whatCanBePressedHasANameAndRoom();
    void allTextIsPlain_data();
    void allTextIsPlain();
    void nothingStandsOutOfThePage_data();
    void nothingStandsOutOfThePage();
    void noTextIsCutOff_data();
    void noTextIsCutOff();

private:
    static void everyPage();
    void show();
    [[nodiscard]] QList<QQuickItem*> visible(const char* className) const;

    std::unique_ptr<QQuickView> m_view;
};

static const char* const pressables[] = {"QQuickAbstractButton", "QQuickTextField", "QQuickTextArea",
                                         "QQuickComboBox"};

void GalleryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void GalleryTest::everyPage()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<double>("textScale");
    for (const QString& page : galleryPages()) {
        const QByteArray name = page.toLatin1();
        QTest::newRow(name + ", phone") << page << 390 << u"light"_s << 1.0;
        QTest::newRow(name + ", small phone, large letters") << page << 360 << u"dark"_s << 2.0;
        QTest::newRow(name + ", tablet") << page << 820 << u"sunlight"_s << 1.0;
        QTest::newRow(name + ", desktop, large letters") << page << 1440 << u"light"_s << 2.0;
    }
}

void GalleryTest::show()
{
    QFETCH(QString, page);
    QFETCH(int, width);
    QFETCH(QString, scheme);
    QFETCH(double, textScale);
    m_view = std::make_unique<QQuickView>();
    m_view->engine()->addImportPath(u"qrc:/qt/qml"_s);
    m_view->setResizeMode(QQuickView::SizeRootObjectToView);
    m_view->setInitialProperties(
        {{u"page"_s, page}, {u"scheme"_s, scheme}, {u"textScale"_s, textScale}, {u"still"_s, true}});
    m_view->resize(width, 900);
    m_view->setSource(QUrl(u"qrc:/qt/qml/ThiDua/Gallery/GalleryPage.qml"_s));
    QCOMPARE(m_view->status(), QQuickView::Ready);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    for (int pass = 0; pass < 4; ++pass) { // layouts settle over several frames
        QCoreApplication::processEvents();
        QVERIFY(!m_view->grabWindow().isNull());
    }
}

QList<QQuickItem*> GalleryTest::visible(const char* className) const
{
    QList<QQuickItem*> found;
    QList<QQuickItem*> open{m_view->contentItem()};
    while (!open.isEmpty()) {
        QQuickItem* item = open.takeLast();
        if (!item->isVisible())
            continue;
        if (item->inherits(className))
            found << item;
        open << item->childItems();
    }
    return found;
}

static QByteArray described(const QQuickItem* item)
{
    return QByteArray(item->metaObject()->className()) + " \"" + item->property("text").toString().toUtf8() +
           '"';
}

void GalleryTest::everyPageLoadsWithoutAWarning_data()
{
    everyPage();
}

void GalleryTest::everyPageLoadsWithoutAWarning()
{
    show();
    QVERIFY(m_view->rootObject()->property("contentHeight").toReal() > 0);
}

void GalleryTest::whatCanBePressedHasANameAndRoom_data()
{
    everyPage();
}

void GalleryTest::whatCanBePressedHasANameAndRoom()
{
    show();
    for (const char* className : pressables) {
        for (QQuickItem* item : visible(className)) {
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item);
            QVERIFY2(spoken, described(item));
            // Qt 6.4 does not give the name of a password field: it stands in the description.
            const auto naming = spoken->state().passwordEdit ? QAccessible::Description : QAccessible::Name;
            QVERIFY2(!spoken->text(naming).isEmpty(), described(item));
            QVERIFY2(spoken->role() != QAccessible::NoRole, described(item));
            QVERIFY2(item->height() >= 48, described(item));
            QVERIFY2(item->width() >= 40, described(item)); // the days of a calendar share a phone's width
        }
    }
}

void GalleryTest::allTextIsPlain_data()
{
    everyPage();
}

void GalleryTest::allTextIsPlain()
{
    show();
    const QList<QQuickItem*> texts = visible("QQuickText");
    QVERIFY(!texts.isEmpty());
    for (const QQuickItem* text : texts)
        QVERIFY2(text->property("textFormat").toInt() == Qt::PlainText, described(text));
}

void GalleryTest::nothingStandsOutOfThePage_data()
{
    everyPage();
}

void GalleryTest::nothingStandsOutOfThePage()
{
    show();
    for (const char* className : {"QQuickText", "QQuickAbstractButton", "QQuickTextField", "QQuickPane"}) {
        for (const QQuickItem* item : visible(className)) {
            // A line of text is as wide as its letters; in a field they scroll.
            const bool field = item->inherits("QQuickTextInput");
            const QRectF place =
                item->mapRectToScene(field ? QRectF({}, item->size()) : item->boundingRect());
            QVERIFY2(place.left() >= -0.5, described(item));
            QVERIFY2(place.right() <= m_view->width() + 0.5, described(item));
        }
    }
}

void GalleryTest::noTextIsCutOff_data()
{
    everyPage();
}

// Letters with marks above and below (Ễ, Ợ) need the whole line.
void GalleryTest::noTextIsCutOff()
{
    show();
    for (const QQuickItem* text : visible("QQuickText")) {
        const bool glyph = text->property("font").value<QFont>().family().contains(u"Icons"_s);
        if (!glyph && !text->property("text").toString().isEmpty())
            QVERIFY2(text->height() >= text->property("contentHeight").toReal() - 0.5, described(text));
    }
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
