from layering import check
from ruletest import RuleTest


class Layering(RuleTest):
    rule = staticmethod(check)

    def test_a_lower_layer_that_includes_a_higher_one_is_found(self):
        self.assert_found({"core/sql/row.cpp": '#include "sql/row.h"\n#include "store/localstore.h"\n',
                           "core/sql/row.h": "", "core/store/localstore.h": ""}, "core/sql/row.cpp:2")

    def test_a_higher_layer_may_include_a_lower_one(self):
        self.assert_clean({"core/store/a.cpp": '#include "sql/connection.h"\n#include "base/id.h"\n'})

    def test_the_server_never_includes_the_devices_store(self):
        self.assert_found({"sync/server/a.cpp": '#include "store/localstore.h"\n'}, "sync/server/a.cpp:1")

    def test_an_include_that_names_no_layer_is_found(self):
        self.assert_found({"core/merge/a.cpp": '\n#include "stamp.h"\n'}, "core/merge/a.cpp:2")

    def test_a_header_beside_the_source_and_a_moc_file_need_no_layer(self):
        self.assert_clean({"qml/viewmodels/a.cpp": '#include "session.h"\n#include "a.moc"\n',
                           "qml/viewmodels/session.h": ""})

    def test_an_include_in_a_comment_is_none(self):
        self.assert_clean({"core/base/a.cpp": '// #include "store/localstore.h"\n/*\n#include "sql/row.h"\n*/\n'})

    def test_a_view_model_may_know_the_status_of_sync_and_nothing_else_of_it(self):
        self.assert_found({"qml/viewmodels/a.h": '#include "client/syncstatus.h"\n#include "client/engine.h"\n'},
                          "qml/viewmodels/a.h:2")

    def test_a_database_header_outside_the_sql_layer_is_found(self):
        self.assert_found({"core/store/a.cpp": "#include <sqlite3.h>\n", "core/sql/b.cpp": "#include <sqlite3.h>\n"},
                          "core/store/a.cpp:1")

    def test_core_and_sync_include_nothing_of_gui_or_qml(self):
        self.assert_found({"core/domain/a.h": "#include <QString>\n#include <QColor>\n",
                           "sync/client/b.h": "#include <QQmlEngine>\n"}, "core/domain/a.h:2", "sync/client/b.h:1")

    def test_the_network_is_for_the_client_only(self):
        self.assert_found({"core/services/a.cpp": "#include <QNetworkReply>\n",
                           "sync/client/b.cpp": "#include <QNetworkReply>\n"}, "core/services/a.cpp:1")

    def test_a_library_that_links_upwards_is_found(self):
        listing = "thidua_library(Sql\n    SOURCES a.cpp\n    LINKS ThiDua::Base\n        ThiDua::Store)\n"
        self.assert_found({"core/sql/CMakeLists.txt": listing}, "core/sql/CMakeLists.txt:4")

    def test_a_library_that_links_what_its_row_does_not_name_is_found(self):
        self.assert_found({"core/store/CMakeLists.txt": "thidua_library(Store SOURCES a.cpp\n"
                                                        "    PRIVATE_LINKS SQLite::SQLite3)\n",
                           "sync/client/CMakeLists.txt": "target_link_libraries(thidua_client PRIVATE Qt6::Gui)\n"},
                          "core/store/CMakeLists.txt:2", "sync/client/CMakeLists.txt:1")

    def test_a_library_of_a_sub_folder_belongs_to_its_layer(self):
        standings = "thidua_library(Standings SOURCES a.cpp LINKS ThiDua::Server ThiDua::Store)\n"
        app = "target_link_libraries(thidua PRIVATE ThiDua::Standings)\n"
        self.assert_found({"sync/server/standings/CMakeLists.txt": standings, "platforms/app/CMakeLists.txt": app},
                          "sync/server/standings/CMakeLists.txt:1", "platforms/app/CMakeLists.txt:1")

    def test_what_a_row_names_may_be_linked(self):
        self.assert_clean({"core/sql/CMakeLists.txt": "thidua_library(Sql SOURCES a.cpp\n    LINKS ThiDua::Base\n"
                                                      "    PRIVATE_LINKS SQLite::SQLite3) # ThiDua::Store\n",
                           "qml/screens/CMakeLists.txt": "target_link_libraries(thidua_screens PRIVATE thidua_theme"
                                                         " thidua_componentsplugin Qt6::Quick thidua_warnings)\n"})

    def test_the_app_never_uses_the_server(self):
        self.assert_found({"platforms/app/main.cpp": '#include "store/localstore.h"\n#include "server/server.h"\n',
                           "platforms/app/CMakeLists.txt": "target_link_libraries(thidua PRIVATE ThiDua::Server)\n"},
                          "platforms/app/main.cpp:2", "platforms/app/CMakeLists.txt:1")

    def test_a_program_for_one_system_may_use_what_they_have_in_common_and_nothing_else_beside_it(self):
        self.assert_found({"platforms/desktop/main.cpp": '#include "app/device.h"\n#include "android/start.h"\n'},
                          "platforms/desktop/main.cpp:2")

    def test_a_component_that_imports_view_models_is_found(self):
        self.assert_found({"qml/components/A.qml": "import QtQuick\nimport ThiDua.Theme\nimport ThiDua.ViewModels\n"},
                          "qml/components/A.qml:3")

    def test_an_import_of_a_folder_or_of_the_local_storage_is_found(self):
        self.assert_found({"qml/screens/A.qml": 'import "../components"\nimport QtQuick.LocalStorage\n'},
                          "qml/screens/A.qml:1", "qml/screens/A.qml:2")

    def test_a_screen_imports_the_layers_below_it(self):
        self.assert_clean({"qml/screens/A.qml": "import QtQuick.Layouts\nimport ThiDua.Theme\nimport ThiDua.Components\n"
                                                "import ThiDua.ViewModels\n"})
