"""The allowed dependencies, one row a folder. A change here is a change of the architecture: say why in the commit."""
from dataclasses import dataclass, field

QUICK = {"Qt6::Core", "Qt6::Gui", "Qt6::Qml", "Qt6::Quick", "Qt6::QuickControls2"}
SERVER = {"Qt6::Core", "Threads::Threads", "OpenSSL::SSL", "OpenSSL::Crypto", "Boost::headers", "Boost::boost",
          "PkgConfig::SODIUM", "PkgConfig::PQ", "PostgreSQL::PostgreSQL", "ZLIB::ZLIB"}


@dataclass(frozen=True)
class Layer:
    folder: str
    uses: frozenset = frozenset()      # other layers
    only: dict = field(default_factory=dict)  # layer -> the only headers of it that may be included
    links: frozenset = frozenset()     # libraries from outside
    modules: frozenset = frozenset()   # QML modules of this project


def _layer(folder, uses="", links=(), modules="", only=None):
    return Layer(folder, frozenset(uses.split()), only or {}, frozenset(links), frozenset(modules.split()))


# By the first word of an include: "store/localstore.h" belongs to the layer store.
LAYERS = {
    "base": _layer("core/base", links={"Qt6::Core"}),
    "domain": _layer("core/domain", "base", {"Qt6::Core"}),
    "sql": _layer("core/sql", "base", {"Qt6::Core", "SQLite::SQLite3"}),
    "merge": _layer("core/merge", "domain base", {"Qt6::Core"}),
    "store": _layer("core/store", "sql merge domain base", {"Qt6::Core"}),
    "services": _layer("core/services", "store merge domain base", {"Qt6::Core"}),
    "protocol": _layer("sync/protocol", "merge domain base", {"Qt6::Core", "PkgConfig::ZSTD", "ZLIB::ZLIB", "PkgConfig::SODIUM"}),
    "client": _layer("sync/client", "protocol store merge domain base", {"Qt6::Core", "Qt6::Network"}),
    "server": _layer("sync/server", "protocol merge sql domain base", SERVER),
    "theme": _layer("qml/theme", "", QUICK),
    "components": _layer("qml/components", "theme", QUICK, "ThiDua.Theme"),
    # Of sync a view model may know the status, nothing else.
    "viewmodels": _layer("qml/viewmodels", "services client domain base", {"Qt6::Core", "Qt6::Qml"},
                         only={"client": {"client/syncstatus.h"}}),
    "screens": _layer("qml/screens", "viewmodels components theme", QUICK,
                      "ThiDua.ViewModels ThiDua.Components ThiDua.Theme"),
}

# What no library of core or sync may link or include, whatever its row says.
NEVER_BELOW_QML = {"Qt6::Gui", "Qt6::Qml", "Qt6::Quick", "Qt6::QuickControls2", "Qt6::Widgets", "Qt6::Sql"}

# Headers of libraries: pattern -> the only folders that may include them.
LIBRARY_HEADERS = {
    r"sqlite3(ext)?\.h": ("core/sql",),
    r"(libpq-fe|libpq/.*)\.h": ("sync/server",),
    r"boost/.*": ("sync/server", "platforms/server"),
    r"openssl/.*": ("sync/server", "platforms/server"),
    r"sodium(/.*|\.h)": ("sync/protocol", "sync/server", "platforms/server"),
    r"(zstd(_.*)?|zlib)\.h": ("sync/protocol",),
    r"(QtNetwork(/.*)?|QNetwork\w*|QSsl\w*|QTcp\w*|QHost\w*)": ("sync/client", "platforms"),
    r"(QtSql(/.*)?|QSql\w*)": (),
    r"(Qt(Gui|Qml|Quick|QuickControls2|Widgets)(/.*)?|QQml\w*|QJS\w*|QQuick\w*|qqml\w*\.h)": ("qml", "platforms"),
    r"(QGuiApplication|QColor|QImage\w*|QPixmap|QPainter\w*|QFont\w*|QWindow|QIcon|QPdf\w*|QTextDocument|QClipboard"
    r"|QDesktopServices|QStyleHints|QScreen)": ("qml", "platforms"),
}
