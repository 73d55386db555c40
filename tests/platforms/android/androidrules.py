"""What the Android package must keep. Takes the folder's XML as {path: text}; returns findings as "path: text"."""
import re
import xml.etree.ElementTree as ElementTree

ANDROID = "{http://schemas.android.com/apk/res/android}"
COMPONENTS = ("activity", "activity-alias", "service", "receiver", "provider")
PERMISSIONS = {
    "android.permission.INTERNET": "synchronisation",
    "android.permission.ACCESS_NETWORK_STATE": "to try again when a network returns",
}
DOMAINS = {"root", "file", "database", "sharedpref", "external",
           "device_root", "device_file", "device_database", "device_sharedpref"}
# Folders that would hand out more than the exports.
WIDE_PATHS = {"root-path", "files-path", "external-path", "external-files-path", "external-cache-path"}


def check(files):
    trees, findings = {}, []
    for path, text in files.items():
        try:
            trees[path] = ElementTree.fromstring(text)
        except ElementTree.ParseError as fault:
            findings.append(f"{path}: {fault}")
    if findings:
        return findings
    manifest = trees["AndroidManifest.xml"]
    return [*_components(manifest), *_application(manifest), *_permissions(manifest), *_network(trees),
            *_extraction(trees), *_shared_files(trees), *_languages(trees), *_references(trees)]


def _components(manifest):
    exported = []
    for component in (item for item in manifest.iter() if item.tag in COMPONENTS):
        name, flag = component.get(ANDROID + "name"), component.get(ANDROID + "exported")
        if flag not in ("true", "false"):
            yield f"AndroidManifest.xml: {name} does not say whether it is exported"
        elif flag == "true":
            exported.append(component)
    for component in exported:
        categories = {item.get(ANDROID + "name") for item in component.iter("category")}
        if categories != {"android.intent.category.LAUNCHER"}:
            yield f"AndroidManifest.xml: {component.get(ANDROID + 'name')} is exported and not the launcher"
    if len(exported) != 1:
        yield f"AndroidManifest.xml: {len(exported)} exported components, not one"


def _application(manifest):
    application = manifest.find("application")
    for name, wanted in (("allowBackup", "false"), ("fullBackupContent", "false"), ("usesCleartextTraffic", "false"),
                         ("dataExtractionRules", "@xml/data_extraction_rules"),
                         ("networkSecurityConfig", "@xml/network_security_config"), ("localeConfig", "@xml/locales")):
        if application.get(ANDROID + name) != wanted:
            yield f"AndroidManifest.xml: {name} is not {wanted}"
    for name in ("debuggable", "testOnly", "sharedUserId"):
        if application.get(ANDROID + name) or manifest.get(ANDROID + name):
            yield f"AndroidManifest.xml: {name} must not be set"


def _permissions(manifest):
    for item in manifest.iter():
        name = item.get(ANDROID + "name")
        if item.tag.startswith("uses-permission") and name not in PERMISSIONS:
            yield f"AndroidManifest.xml: {name} is asked for without a reason"


def _network(trees):
    config = trees["res/xml/network_security_config.xml"]
    base = config.find("base-config")
    if base is None or base.get("cleartextTrafficPermitted") != "false":
        yield "network_security_config.xml: cleartext is not refused"
    for item in config.iter():
        if item.get("cleartextTrafficPermitted") == "true" or item.tag == "debug-overrides":
            yield f"network_security_config.xml: {item.tag} weakens the rule"
        if item.tag == "certificates" and item.get("src") != "system":
            yield f"network_security_config.xml: trusts {item.get('src')}"


def _extraction(trees):
    rules = trees["res/xml/data_extraction_rules.xml"]
    for way in ("cloud-backup", "device-transfer"):
        section = rules.find(way)
        excluded = {} if section is None else {item.get("domain"): item.get("path") for item in section.iter("exclude")}
        for domain in sorted(DOMAINS):
            if excluded.get(domain) != ".":
                yield f"data_extraction_rules.xml: {way} may take {domain}"
        if section is not None and section.find("include") is not None:
            yield f"data_extraction_rules.xml: {way} includes something"


def _shared_files(trees):
    for item in trees["res/xml/file_paths.xml"]:
        if item.tag in WIDE_PATHS or item.get("path") in (None, "", ".", "/"):
            yield f"file_paths.xml: {item.tag} hands out too much"


def _strings(trees, folder):
    path = f"res/{folder}/strings.xml"
    return {item.get("name") for item in trees[path].iter("string")} if path in trees else set()


def _languages(trees):
    default = _strings(trees, "values")
    for locale in trees["res/xml/locales.xml"]:
        language = locale.get(ANDROID + "name")
        strings = default if language == "vi" else _strings(trees, f"values-{language}")
        for name in sorted(default ^ strings):
            yield f"strings.xml: {name} is not in every language ({language})"


def _defined(trees):
    """type/name of every resource in the folder."""
    for path, tree in trees.items():
        folder = path.split("/")[-2].split("-")[0] if path.startswith("res/") else None
        if folder == "values":
            yield from (f"{item.tag}/{item.get('name')}" for item in tree)
        elif folder:
            yield f"{folder}/{path.split('/')[-1].removesuffix('.xml')}"


def _references(trees):
    defined = set(_defined(trees))
    for path, tree in trees.items():
        for item in tree.iter():
            for value in (*item.attrib.values(), item.text or ""):
                match = re.fullmatch(r"@(\w+/\w+)", value.strip())
                if match and match.group(1) not in defined:
                    yield f"{path}: {value.strip()} does not exist"
