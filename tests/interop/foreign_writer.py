#!/usr/bin/env python3
"""Writes a .beredd pack without any code of the project: Python's own bytes, and `minisign -S -l` for the signature.

    foreign_writer.py OUT [--prehashed]

With --prehashed the signature is made in minisign's default mode, which readers must refuse.
"""
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile
import zlib

PACK_ID = "0b8f1d52-3f4e-4c59-9a57-0d6f3f4f9c11"
ISSUED = "2026-11-24T09:30:00+01:00"


def pdf(text):
    return f"%PDF-1.4\n% {text}\n%%EOF\n".encode("utf-8")


def document(number, title, data, pages):
    return {
        "id": f"7a1d6c4e-0000-4000-8000-{number:012x}",
        "title": title,
        "documentKind": "officialReport",
        "sha256": hashlib.sha256(data).hexdigest(),
        "pageCount": pages,
        "pages": None,
        "personalData": False,
        "extensions": {},
    }


def item(number, title, documents):
    return {
        "id": f"51c0ffee-0000-4000-8000-{number:012x}",
        "number": str(number),
        "title": title,
        "itemKind": "decision",
        "registryNumber": f"KS 2026/{100 + number}",
        "presenter": None,
        "minutes": 10,
        "proposedDecision": ["Kommunstyrelsen bifaller förslaget.\nParagrafen justeras omedelbart."],
        "documents": documents,
        "children": [],
        "conflicts": [],
        "sealed": None,
        "extensions": {"example.registry": {"weight": 0.5}},
    }


def manifest_and_files():
    files = [
        ("README.txt", "Packa upp med ett ZIP-program. Unpack with any ZIP program.\n".encode("utf-8"), "text/plain"),
        ("docs/01-budget/tjansteskrivelse.pdf", pdf("Budget för Granåsa"), "application/pdf"),
        ("docs/02-skola/tjansteskrivelse.pdf", pdf("Ny skola i Kyrkbyn"), "application/pdf"),
    ]
    manifest = {
        "format": "beredd",
        "version": 1,
        "requires": [],
        "extensions": {},
        "pack": {
            "id": PACK_ID,
            "revision": 1,
            "previous": None,
            "issued": ISSUED,
            "note": "",
            "supplementTo": None,
            "returnBy": None,
            "eraseAfter": None,
        },
        "issuer": {"municipality": "Granåsa kommun", "office": "Kommunkansliet"},
        "meeting": {
            "id": "2f6f6d0a-1a5e-4f0e-8f55-6e6d3d1f0a01",
            "kind": "meeting",
            "state": "scheduled",
            "title": "Kommunstyrelsen, skriven av någon annan",
            "body": {"id": "9d0a4c8e-3b1f-4d6e-8a53-0c9d8e7f6a02", "name": "Kommunstyrelsen", "roster": None},
            "start": "2026-12-01T13:00:00+01:00",
            "end": None,
            "place": "Storsalen",
            "webcast": None,
            "summonsDeadline": None,
            "extensions": {},
        },
        "agenda": [
            item(1, "Budget", [document(1, "Budget", files[1][1], 3)]),
            item(2, "Ny skola", [document(2, "Ny skola", files[2][1], 2)]),
        ],
        "briefings": [],
        "files": [
            {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest(), "mediaType": media_type}
            for path, data, media_type in files
        ],
    }
    # Canonical: sorted keys, no spaces. All keys here are ASCII, so code point order is UTF-16 order.
    text = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8"), files


def sign(manifest, prehashed):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "manifest.json")
        public, secret = os.path.join(folder, "issuer.pub"), os.path.join(folder, "issuer.key")
        with open(path, "wb") as file:
            file.write(manifest)
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run(["minisign", "-G", "-W", "-p", public, "-s", secret], **quiet)
        comment = f"pack:{PACK_ID} revision:1 issued:{ISSUED}"
        mode = [] if prehashed else ["-l"]
        subprocess.run(["minisign", "-S", *mode, "-W", "-s", secret, "-m", path, "-t", comment], **quiet)
        with open(public, "rb") as key, open(path + ".minisig", "rb") as signature:
            return key.read(), signature.read()


def zip_stored(entries):
    body, directory = b"", b""
    for name, data in entries:
        encoded = name.encode("ascii")
        crc, size = zlib.crc32(data), len(data)
        shared = struct.pack("<HHHHHIIIHH", 10, 0, 0, 0, 0x21, crc, size, size, len(encoded), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 10) + shared
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + encoded
        body += b"PK\x03\x04" + shared + encoded + data
    count = len(entries)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def main(arguments):
    prehashed = "--prehashed" in arguments
    [out] = [argument for argument in arguments if not argument.startswith("--")]
    manifest, files = manifest_and_files()
    key, signature = sign(manifest, prehashed)
    entries = [("mimetype", b"application/vnd.beredd.pack+zip")]
    entries += [(path, data) for path, data, _ in files]
    entries += [("META-INF/issuer.pub", key), ("META-INF/manifest.json", manifest)]
    entries += [("META-INF/manifest.json.minisig", signature)]
    with open(out, "wb") as file:
        file.write(zip_stored(entries))


if __name__ == "__main__":
    main(sys.argv[1:])
