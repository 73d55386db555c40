from ruletest import RuleTest
from sqltext import check


class SqlText(RuleTest):
    rule = staticmethod(check)

    def test_sql_put_together_from_pieces_is_found(self):
        for code in ('auto q = "SELECT id FROM record WHERE kind = \'" + kind + "\'";',
                     'q = QStringLiteral("DELETE FROM record WHERE id = %1").arg(id);',
                     'q = "SELECT id FROM "_L1 + table;',
                     'q += "SELECT id FROM record";',
                     'q = start + QByteArrayLiteral("UPDATE record SET a = 1");'):
            with self.subTest(code):
                self.assert_found({"core/store/a.cpp": f"\n{code}\n"}, "core/store/a.cpp:2")

    def test_whole_sql_with_parameters_is_fine(self):
        self.assert_clean({"core/store/a.cpp": 'prepare("SELECT id FROM record"\n        " WHERE kind = ?1");\n'
                                               'log("Select a unit" + name);\nprepare(R"(SELECT a\nFROM b)");\n'})

    def test_select_star_is_found_in_code_and_in_scripts(self):
        self.assert_found({"core/store/a.cpp": 'prepare("SELECT * FROM record");\n',
                           "core/store/b.sql": "-- SELECT * is banned\nSELECT r.* FROM record r;\n"},
                          "core/store/a.cpp:1", "core/store/b.sql:2")

    def test_sql_outside_the_layers_that_store_is_found(self):
        self.assert_found({"core/services/a.cpp": 'run("SELECT id FROM record");\n'}, "core/services/a.cpp:1")

    def test_a_table_that_is_not_strict_is_found(self):
        self.assert_found({"core/store/a.sql": "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;\n"
                                               "CREATE TABLE b (id BLOB, CHECK (length(id) = 16)) STRICT, WITHOUT ROWID;\n"
                                               "CREATE TABLE c (id INTEGER);\n"}, "core/store/a.sql:3")
