"""The shape of the project itself: what may lie at its top, and how long a file may be."""
from source import Finding

FOLDERS = {"core", "sync", "qml", "platforms", "tests", ".ci"}
FILES = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "dev",
         ".clang-format", ".clang-tidy", ".qmllint.ini", ".editorconfig", ".gitignore", ".gitattributes"}
# Of one machine, ignored by git.
LOCAL = {".git", "build", ".cache", "compile_commands.json", "CMakeUserPresets.json", ".vscode", ".idea", ".qtcreator"}
MAX_LINES = 500
SOURCES = (".cpp", ".h", ".qml", ".js", ".sql", ".py", ".sh", ".cmake", "CMakeLists.txt")


def check_top_level(tree):
    names = {entry.name for entry in tree.root.iterdir()}
    return [Finding(name, 1, "the top level holds layers and the house's own files only")
            for name in sorted(names - FOLDERS - FILES - LOCAL) if not name.endswith(".user")]


def check_file_size(tree):
    findings = []
    for path in tree.files(sorted(FOLDERS), SOURCES):
        lines = tree.text(path).count("\n")
        if lines > MAX_LINES:
            findings.append(Finding(path, MAX_LINES + 1, f"{lines} lines: one thing per file, at most {MAX_LINES}"))
    return findings
