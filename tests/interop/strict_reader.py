#!/usr/bin/env python3
"""A strict reader of .beredd packs, written from the published format alone, with nothing but Python's standard library.

    strict_reader.py [--skip-signature] FILE

Prints a JSON summary and ends with 0, or prints the broken rule on stderr and ends with 1. Ed25519 is checked by
`openssl pkeyutl`, since Python's library has none.
"""
import base64
import datetime
import hashlib
import json
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib

MEDIA_TYPE = b"application/vnd.beredd.pack+zip"
NAME = re.compile(
    r"(mimetype|README\.txt|META-INF/((root|issuer)\.pub|(manifest|trust)\.json(\.minisig)?)"
    r"|(docs|sealed)/[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9._-]{0,95})"
)
RESERVED = re.compile(r"(con|nul|aux|prn|com[0-9]|lpt[0-9])")
ROOT = ["META-INF/root.pub", "META-INF/trust.json", "META-INF/trust.json.minisig"]
ISSUER = ["META-INF/issuer.pub", "META-INF/manifest.json", "META-INF/manifest.json.minisig"]
MIB = 1024 * 1024


class Refused(Exception):
    pass


def demand(holds, rule):
    if not holds:
        raise Refused(rule)


# --- container ---------------------------------------------------------------------------------------------------


def check_name(name):
    demand(NAME.fullmatch(name), f"name {name!r}")
    demand(".." not in name and not name.endswith("."), f"dots in {name!r}")
    for part in name.split("/"):
        demand(not RESERVED.fullmatch(part.split(".")[0]), f"reserved name {name!r}")


def read_container(data):
    demand(len(data) <= 3_900_000_000, "file too large")
    demand(len(data) >= 22, "too short")
    end = struct.unpack("<IHHHHIIH", data[-22:])
    demand(end[0] == 0x06054B50, "no end record at the end")
    demand(end[1] == 0 and end[2] == 0 and end[7] == 0, "disks or comment")
    count, directory_size, directory_offset = end[4], end[5], end[6]
    demand(end[3] == count <= 20_000, "entry count")
    demand(directory_size <= 4 * MIB, "directory too large")
    demand(directory_offset + directory_size + 22 == len(data), "directory does not end at the end record")
    entries, at, position = {}, directory_offset, 0
    for _ in range(count):
        demand(at + 46 <= len(data) - 22, "directory cut")
        record = struct.unpack("<IHHHHHHIIIHHHHHII", data[at : at + 46])
        (magic, made, needed, flags, method, time, date, crc, packed, size) = record[:10]
        (name_length, extra, comment, disk, internal, external, offset) = record[10:]
        demand(magic == 0x02014B50, "directory record")
        demand((made, needed, flags, method, time, date) == (10, 10, 0, 0, 0, 0x21), "fixed fields")
        demand((extra, comment, disk, internal, external) == (0, 0, 0, 0, 0), "extra, comment or attributes")
        demand(packed == size and offset == position, "sizes or position")
        name = data[at + 46 : at + 46 + name_length].decode("ascii")
        check_name(name)
        demand(name not in entries, f"{name} twice")
        local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 10, 0, 0, 0, 0x21, crc, size, size, name_length, 0)
        start = position + 30 + name_length
        demand(data[position:start] == local + name.encode("ascii"), f"local header of {name}")
        payload = data[start : start + size]
        demand(len(payload) == size and start + size <= directory_offset, f"{name} does not fit")
        demand(zlib.crc32(payload) == crc, f"CRC of {name}")
        entries[name] = payload
        at += 46 + name_length
        position = start + size
    demand(at == len(data) - 22 and position == directory_offset, "gap")
    return entries


def check_order(names):
    tail = (ROOT if ROOT[0] in names else []) + ISSUER
    demand(names[:2] == ["mimetype", "README.txt"], "first entries")
    demand(names[-len(tail) :] == tail, "last entries")
    for name in names[2 : -len(tail)]:
        demand(name.startswith(("docs/", "sealed/")), f"order of {name}")


# --- signature ---------------------------------------------------------------------------------------------------


def read_key(data):
    lines = data.decode("utf-8").splitlines()
    demand(len(lines) == 2 and lines[0].startswith("untrusted comment: "), "public key file")
    raw = base64.b64decode(lines[1], validate=True)
    demand(len(raw) == 42 and raw[:2] == b"Ed", "public key")
    return raw[2:10], raw[10:]


def openssl_accepts(key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        def put(name, content):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
            return f"{folder}/{name}"

        spki = put("key.der", bytes.fromhex("302a300506032b6570032100") + key)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", spki, "-rawin"]
        command += ["-in", put("message", message), "-sigfile", put("signature", signature)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def check_signature(key_file, message, signature_file, skip):
    key_id, key = read_key(key_file)
    lines = signature_file.decode("utf-8").splitlines()
    demand(len(lines) == 4, "signature file")
    demand(lines[0].startswith("untrusted comment: ") and lines[2].startswith("trusted comment: "), "comments")
    first, comment = base64.b64decode(lines[1], validate=True), lines[2][len("trusted comment: ") :]
    second = base64.b64decode(lines[3], validate=True)
    demand(first[:2] == b"Ed", "signature mode")
    demand(len(first) == 74 and len(second) == 64 and first[2:10] == key_id, "signature")
    if not skip:
        demand(openssl_accepts(key, message, first[10:]), "signature does not fit")
        demand(openssl_accepts(key, first[10:] + comment.encode("utf-8"), second), "comment's signature")
    return comment


# --- canonical JSON (RFC 8785) -----------------------------------------------------------------------------------


def number_text(value):
    """The number as ECMAScript writes it."""
    value = float(value)
    if value == 0:
        return "0"
    sign, digits, exponent = "", repr(abs(value)), 0
    if value < 0:
        sign = "-"
    mantissa, _, power = digits.partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    exponent = int(power or 0) + len(whole)
    digits = whole + fraction
    stripped = digits.lstrip("0")
    exponent -= len(digits) - len(stripped)
    digits = stripped.rstrip("0")
    k, n = len(digits), exponent
    if k <= n <= 21:
        return sign + digits + "0" * (n - k)
    if 0 < n <= 21:
        return sign + digits[:n] + "." + digits[n:]
    if -6 < n <= 0:
        return sign + "0." + "0" * -n + digits
    power = ("+" if n > 0 else "-") + str(abs(n - 1))
    return sign + digits[0] + ("." + digits[1:] if k > 1 else "") + "e" + power


def canonical(value):
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def depth_of(text):
    depth = deepest = 0
    for token in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if token in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token in "]}":
            depth -= 1
    return deepest


def refuse_constant(name):
    raise Refused(f"number {name}")


def read_json(data):
    demand(len(data) <= 8 * MIB, "too large")
    text = data.decode("utf-8")
    demand(depth_of(text) <= 16, "nested too deeply")
    value = json.loads(text, parse_constant=refuse_constant)
    demand(canonical(value) == text, "not canonical")
    return value


# --- manifest ----------------------------------------------------------------------------------------------------

FORBIDDEN = re.compile("[\ud800-\udfff\x00-\x09\x0b-\x1f\x80-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
WITH_BREAKS = {"text", "note", "proposedDecision", "what", "reported", "why"}


def check_strings(value, key=""):
    if isinstance(value, str):
        demand(not FORBIDDEN.search(value), f"character in {key}")
        demand(unicodedata.normalize("NFC", value) == value, f"{key} is not NFC")
        demand("\n" not in value or key in WITH_BREAKS, f"line break in {key}")
    elif isinstance(value, list):
        for item in value:
            check_strings(item, key)
    elif isinstance(value, dict):
        for name, item in value.items():
            check_strings(name)
            check_strings(item, name)


def text(value):
    return isinstance(value, str)


def truth(value):
    return isinstance(value, bool)


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def whole(least):
    return lambda value: number(value) and float(value).is_integer() and value >= least


def matching(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def one_of(words):
    return lambda value: value in words.split()


def date(value):
    try:
        return matching(r"\d{4}-\d\d-\d\d")(value) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def instant(value):
    if not matching(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")(value):
        return False
    try:
        return bool(datetime.datetime.strptime(value[:19], "%Y-%m-%dT%H:%M:%S"))
    except ValueError:
        return False


def null_or(check):
    return lambda value: value is None or check(value)


def list_of(check):
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def shape(**members):
    def check(value):
        return isinstance(value, dict) and set(value) == set(members) and all(
            members[key](value[key]) for key in members
        )

    return check


def extensions(value):
    return isinstance(value, dict)


uuid = matching(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")
sha256 = matching(r"[0-9a-f]{64}")
sealed = shape(
    slug=matching("[0-9a-f]{16}"), reason=one_of("secrecy conflict"), ground=null_or(text), pageCount=whole(0)
)
document = shape(
    id=uuid,
    title=text,
    documentKind=one_of("officialReport attachment minutesExtract summons other"),
    sha256=sha256,
    pageCount=whole(0),
    pages=null_or(shape(**{"from": whole(1), "to": whole(1)})),
    personalData=truth,
    extensions=extensions,
)
item = shape(
    id=uuid,
    number=null_or(text),
    title=text,
    itemKind=null_or(one_of("decision information notification formality election question other")),
    registryNumber=null_or(text),
    presenter=null_or(text),
    minutes=null_or(number),
    proposedDecision=list_of(text),
    documents=list_of(document),
    children=list_of(lambda value: item(value)),
    conflicts=list_of(shape(person=uuid, policy=one_of("warn hide"))),
    sealed=null_or(sealed),
    extensions=extensions,
)
briefing = shape(
    id=uuid,
    unit=shape(id=uuid, name=text),
    presenter=null_or(text),
    series=null_or(one_of("annual weekly other")),
    period=null_or(text),
    start=null_or(instant),
    minutes=null_or(number),
    sections=list_of(
        shape(
            id=uuid,
            sectionKind=one_of(
                "assignment challenges opportunities cooperation quality projects staff finance curiosities other"
            ),
            title=text,
            points=list_of(shape(id=uuid, text=text, themes=list_of(text))),
        )
    ),
    keyFigures=list_of(
        shape(
            id=uuid,
            name=text,
            unitOfMeasure=null_or(text),
            value=null_or(number),
            asOf=null_or(date),
            scope=null_or(text),
            source=null_or(text),
            note=null_or(text),
            series=list_of(shape(asOf=date, value=number)),
            baselines=list_of(shape(label=text, asOf=null_or(date), value=number, why=null_or(text))),
        )
    ),
    commitments=list_of(
        shape(
            id=uuid,
            what=text,
            who=null_or(text),
            due=null_or(date),
            state=one_of("given underWay reported closed"),
            reported=null_or(text),
            evidence=null_or(text),
        )
    ),
    documents=list_of(document),
    sealed=null_or(sealed),
    extensions=extensions,
)
roster = shape(
    members=list_of(shape(id=uuid, name=text, party=text, role=one_of("chair viceChair member substitute"))),
    callIn=list_of(shape(party=text, then=list_of(text))),
    source=null_or(text),
)
manifest_shape = shape(
    format=one_of("beredd"),
    version=lambda value: value == 1 and number(value),
    requires=lambda value: value == [],
    extensions=extensions,
    pack=shape(
        id=uuid,
        revision=whole(1),
        previous=null_or(sha256),
        issued=instant,
        note=text,
        supplementTo=null_or(shape(revision=whole(1), manifest=sha256)),
        returnBy=null_or(date),
        eraseAfter=null_or(date),
    ),
    issuer=shape(municipality=text, office=text),
    meeting=shape(
        id=uuid,
        kind=one_of("meeting operationsDay"),
        state=one_of("scheduled cancelled"),
        title=text,
        body=shape(id=uuid, name=text, roster=null_or(roster)),
        start=instant,
        end=null_or(instant),
        place=null_or(text),
        webcast=null_or(text),
        summonsDeadline=null_or(lambda value: instant(value) or date(value)),
        extensions=extensions,
    ),
    agenda=list_of(item),
    briefings=list_of(briefing),
    files=list_of(shape(path=text, size=whole(0), sha256=sha256, mediaType=text)),
)


def holders(manifest):
    def below(items):
        for one in items:
            yield one
            yield from below(one["children"])

    yield from below(manifest["agenda"])
    yield from manifest["briefings"]


def check_sealed(one, listed):
    public = {"id", "number", "title", "sealed", "unit"}
    if one["sealed"] is None:
        return
    demand(all(value in (None, [], {}) for key, value in one.items() if key not in public), "sealed item leaks")
    for name in ("key.age", "item.age"):
        demand(f"sealed/{one['sealed']['slug']}/{name}" in listed, f"{name} of a sealed item")


def check_manifest(manifest, entries):
    demand(isinstance(manifest, dict) and manifest.get("version") == 1, "newer or no version")
    check_strings(manifest)
    demand(manifest_shape(manifest), "schema")
    files = manifest["files"]
    listed = {file["path"]: file for file in files}
    hashes = {file["sha256"] for file in files}
    demand(len(listed) == len(hashes) == len(files), "a path or hash twice")
    found = {name for name in entries if name != "mimetype" and not name.startswith("META-INF/")}
    demand(found <= set(listed), "an entry that is not listed")
    missing = set(listed) - found
    demand(not missing or manifest["pack"]["supplementTo"] is not None, "a listed entry is missing")
    demand("README.txt" in found, "no README")
    for name in found:
        demand(len(entries[name]) == listed[name]["size"], f"size of {name}")
        demand(hashlib.sha256(entries[name]).hexdigest() == listed[name]["sha256"], f"hash of {name}")
    page, pages = 0, []
    for one in holders(manifest):
        check_sealed(one, listed)
        page += one["sealed"]["pageCount"] if one["sealed"] else 0
        for doc in one["documents"]:
            demand(doc["sha256"] in hashes, "a document without file")
            range_ = doc["pages"]
            demand(range_ is None or range_["to"] - range_["from"] + 1 == doc["pageCount"] > 0, "page range")
            pages.append({"title": doc["title"], "firstPackPage": page + 1})
            page += doc["pageCount"]
    return {"pages": page, "documents": pages, "missing": len(missing)}


def read_pack(data, skip_signature):
    entries = read_container(data)
    check_order(list(entries))
    demand(entries["mimetype"] == MEDIA_TYPE, "media type")
    key, signed, signature = (entries[name] for name in ISSUER)
    comment = check_signature(key, signed, signature, skip_signature)
    if ROOT[0] in entries:
        check_signature(*(entries[name] for name in ROOT), skip_signature)
        demand(read_json(entries[ROOT[1]])["format"] == "beredd-trust", "trust.json")
    manifest = read_json(signed)
    summary = check_manifest(manifest, entries)
    pack = manifest["pack"]
    demand(comment == f"pack:{pack['id']} revision:{pack['revision']} issued:{pack['issued']}", "trusted comment")
    return {"title": manifest["meeting"]["title"], "revision": pack["revision"], **summary}


def main(arguments):
    skip = "--skip-signature" in arguments
    [path] = [argument for argument in arguments if not argument.startswith("--")]
    with open(path, "rb") as file:
        data = file.read()
    try:
        print(json.dumps(read_pack(data, skip)))
    except (Refused, ValueError, KeyError, struct.error) as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
