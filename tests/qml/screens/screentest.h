#pragma once

#include "support/sessiontest.h"

#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace thidua::test
{

// The app's own window over a session, and a person's hands on it. With THIDUA_PICTURES set to a folder, what
// is looked at is left there as pictures.
class Screen
{
public:
    explicit Screen(viewmodels::Session& session)
    {
        m_engine.addImportPath(u":/qt/qml"_s);
        m_engine.setInitialProperties({{u"session"_s, QVariant::fromValue(&session)}});
        m_engine.load(QUrl(u"qrc:/qt/qml/ThiDua/Screens/Main.qml"_s));
    }
    [[nodiscard]] QQuickWindow* window() const
    {
        return qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
    }
    // By the number of the place in Shell.qml.
    [[nodiscard]] bool go(int place) const
    {
        auto* shell = window()->findChild<QObject*>(u"shell"_s);
        return shell && shell->setProperty("place", place);
    }
    // The topmost thing with these words that can be pressed.
    [[nodiscard]] QQuickItem* pressable(const QString& text) const
    {
        QQuickItem* found = nullptr;
        visit(window()->contentItem(), [&](QQuickItem* item) {
            if (item->inherits("QQuickAbstractButton") && item->property("text").toString() == text)
                found = item;
        });
        return found;
    }
    [[nodiscard]] bool press(const QString& text) const
    {
        if (!QTest::qWaitFor([&] { return pressable(text) && pressable(text)->isEnabled(); }))
            return false;
        (void)window()->grabWindow(); // everything lies where it will lie
        QQuickItem* item = pressable(text);
        QTest::mouseClick(window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        return true;
    }
    [[nodiscard]] bool shows(const QString& words) const
    {
        return QTest::qWaitFor([&] {
            bool found = false;
            visit(window()->contentItem(), [&](const QQuickItem* item) {
                found = found || item->property("text").toString().contains(words);
            });
            return found;
        });
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("THIDUA_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto& [look, size] : {std::pair(u"phone"_s, QSize(390, 844)),
                                         {u"tablet"_s, {1280, 800}},
                                         {u"desktop"_s, {1440, 900}}}) {
            window()->resize(size);
            QTest::qWait(300);
            window()->grabWindow().save(QDir(folder).filePath(name + u'-' + look + u".png"_s));
        }
        window()->resize(1280, 800);
        QTest::qWait(200);
    }

private:
    template<typename Visitor>
    static void visit(QQuickItem* item, const Visitor& visitor)
    {
        if (!item->isVisible())
            return;
        visitor(item);
        for (QQuickItem* child : item->childItems())
            visit(child, visitor);
    }
    QQmlApplicationEngine m_engine;
};

} // namespace thidua::test
