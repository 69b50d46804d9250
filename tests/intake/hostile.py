"""Files that mean harm or are broken, each with the outcome that it must have and a word of its message or problems.

`python -m tests.intake.hostile FOLDER` writes them out.
"""

import base64
import gzip
import io
import json
import pickle
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claimsdash.intake.importing import Outcome
from making_files import a_sheet, a_workbook, a_zip, an_ods, ods_row, workbook_parts

IN, WARNED, OUT = Outcome.ACCEPT, Outcome.ACCEPT_WITH_WARNINGS, Outcome.REJECT_WITH_MESSAGE
HEADER = "topic,value_text,unit,claimant,reported_on,notes\n"
GOOD = "shells,more than 3 million,shell,rok_mnd,2024-02-27,said\n"
ENTITY = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@dataclass(frozen=True)
class Case:
    """A file made on demand, its name, its outcome, how many claims it gives, and what is said of it."""

    make: Callable[[], bytes]
    name: str
    outcome: Outcome
    claims: int
    said: str


def _claims(row: str) -> Callable[[], bytes]:
    return (HEADER + GOOD + row).encode


def _text(text: str | bytes) -> Callable[[], bytes]:
    return lambda: text if isinstance(text, bytes) else text.encode()


def _sheet(*cells: tuple[str, str], before: str = "") -> Callable[[], bytes]:
    return lambda: a_zip(workbook_parts(before + a_sheet(*cells)))


def _part(name: str, content: str | bytes) -> Callable[[], bytes]:
    return lambda: a_zip({**workbook_parts(a_sheet(("A1", "topic"), ("A2", "x"))), name: content})


def _parquet(**columns: object) -> Callable[[], bytes]:
    def make() -> bytes:
        out = io.BytesIO()
        pq.write_table(pa.table(columns), out)
        return out.getvalue()

    return make


def _many_rows_in_parquet() -> bytes:
    """Three million rows in a few kilobytes: one text, over and over."""
    out = io.BytesIO()
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000_000, pa.int8()), pa.array(["x" * 1_000]))
    pq.write_table(pa.table({"a": column}), out)
    return out.getvalue()


def _nested_zip() -> bytes:
    return a_zip({"inner.zip": a_zip({"a.csv": HEADER + GOOD})})


def _lying_zip() -> bytes:
    """A ZIP whose list understates the size of its entry."""
    text = (HEADER + GOOD * 40_000).encode()
    return a_zip({"a.csv": text}).replace(struct.pack("<I", len(text)), struct.pack("<I", 10))


def _locked_zip() -> bytes:
    data = bytearray(a_zip({"a.csv": HEADER + GOOD}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    return bytes(data)


def _overlapping_zip() -> bytes:
    """Entries of a list that all point at one body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.csv", b"0" * 900_000)
        first = file.infolist()[0]
        for number in range(300):
            twin = zipfile.ZipInfo(f"{number}.csv")
            twin.compress_type, twin.CRC = first.compress_type, first.CRC
            twin.file_size, twin.compress_size, twin.header_offset = first.file_size, first.compress_size, 0
            file.filelist.append(twin)
    return out.getvalue()


def _pickle(protocol: int) -> Callable[[], bytes]:
    return lambda: pickle.dumps({"rows": [1, 2]}, protocol=protocol)


_RAGGED = "a,b\nc\n,,,,,,,\n1,2,3,4,5,6,7,8,9\n"

CASES: dict[str, Case] = {
    # Nothing, or no text
    "empty": Case(_text(b""), "a.csv", OUT, 0, "empty"),
    "blank lines": Case(_text(b"\r\n\r\n  \n"), "a.csv", OUT, 0, "empty"),
    "nothing but NULs": Case(_text(b"\0" * 100_000), "a.csv", OUT, 0, "empty"),
    "a header alone": Case(_text(HEADER), "a.csv", OUT, 0, "no row below"),
    "delimiters alone": Case(_text("," * 400 + "\n" + "," * 400), "a.csv", OUT, 0, "empty"),
    "a program": Case(_text(b"\x7fELF" + bytes(range(256)) * 20), "a.csv", OUT, 0, "a program"),
    "a program of Windows": Case(_text(b"MZ\x90\0" + bytes(99)), "a.csv", OUT, 0, "a program"),
    "random bytes": Case(_text(bytes(range(256)) * 99), "a.csv", OUT, 0, "not a text"),
    "a picture named csv": Case(_text(b"\x89PNG\r\n\x1a\n" + bytes(99)), "a.csv", OUT, 0, "a picture"),
    "a PDF named csv": Case(_text(b"%PDF-1.7\n"), "a.csv", OUT, 0, "a PDF"),
    "a web page": Case(
        _text("<!DOCTYPE html><html><script>alert(1)</script><table><tr><td>1</td></tr></table></html>"),
        "a.csv", OUT, 0, "",
    ),
    # Pickles
    "a pickle named csv": Case(_pickle(5), "a.csv", OUT, 0, "pickle"),
    "an old pickle named json": Case(_pickle(2), "a.json", OUT, 0, "pickle"),
    "a pickle in text": Case(_text(b"cos\nsystem\n(S'touch /tmp/canary'\ntR."), "a.csv", OUT, 0, ""),
    "a pickle in base64": Case(_text(base64.b64encode(pickle.dumps([1] * 99))), "a.csv", OUT, 0, ""),
    # Names
    "a path for a name": Case(_text(HEADER + GOOD), "../../../etc/passwd.csv", IN, 1, ""),
    "a NUL in the name": Case(_text(HEADER + GOOD), "a\0b.csv", IN, 1, ""),
    "a name written backwards": Case(_text(HEADER + GOOD), "a\u202evsc.csv", IN, 1, ""),
    "a very long name": Case(_text(HEADER + GOOD), "x" * 3_000 + ".csv", IN, 1, ""),
    "a name with a script": Case(_text(HEADER + GOOD), "<img src=x onerror=alert(1)>.csv", IN, 1, ""),
    "an ending that is not read": Case(_text(HEADER + GOOD), "a.html", OUT, 0, "ends in .html"),
    # Cells
    "NULs in cells": Case(_claims("sh\0ells,5,shell,rok_mnd,2024,\0\n"), "a.csv", WARNED, 2, "cannot be seen"),
    "formulas": Case(
        _claims("\"=cmd|' /C calc'!A0\",5,shell,+1+1,2024,@SUM(A1)\n"), "a.csv", WARNED, 2, "new topic",
    ),
    "full-width formulas": Case(_claims("＝1+1,5,shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 2, "new topic"),
    "scripts": Case(_claims("<script>alert(1)</script>,5,shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 2, "new topic"),
    "image links": Case(_claims("![x](http://example.org),5,shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 2, "new topic"),
    "script links": Case(
        _text("topic,value_text,unit,claimant,url\nshells,5,shell,rok_mnd,javascript:alert(1)\n"),
        "a.csv", OUT, 0, "not the address of a page",
    ),
    "names written backwards": Case(
        _claims("shells,5,shell,\u202eevil\u202c,2024,x\n"), "a.csv", WARNED, 2, "cannot be seen",
    ),
    "names with letters of no width": Case(
        _claims("shells,5,shell,rok\u200b_mnd,2024,x\n"), "a.csv", WARNED, 2, "cannot be seen",
    ),
    "look-alike names": Case(_claims("shells,5,shell,rоk_mnd,2024,x\n"), "a.csv", WARNED, 2, "looks like"),
    "a unit that never ends": Case(_claims("shells,5,9**9**9,rok_mnd,2024,x\n"), "a.csv", WARNED, 1, "not a unit"),
    "a unit of 20,000 letters": Case(
        _claims(f"shells,5,{'m' * 20_000},rok_mnd,2024,x\n"), "a.csv", WARNED, 1, "not a unit",
    ),
    "a wording of 50,000 letters": Case(
        _claims(f"shells,{'more than ' * 5_000},shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 1, "",
    ),
    "a number of 50,000 digits": Case(_claims(f"shells,{'9' * 50_000},shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 1, ""),
    "infinity": Case(_claims("shells,1e999,shell,rok_mnd,2024,x\n"), "a.csv", WARNED, 1, ""),
    "a cell of a million letters": Case(_claims("x" * 1_000_000), "a.csv", OUT, 0, "quote"),
    "queries in names": Case(_claims("'; DROP TABLE x;--,5,shell,%_@`,2024,x\n"), "a.csv", WARNED, 2, "new topic"),
    # Shapes of text
    "a quote left open": Case(_text(HEADER + '"' + GOOD), "a.csv", OUT, 0, "never closed"),
    "a quote left open in a large file": Case(_text(HEADER + '"' + GOOD * 20_000), "a.csv", OUT, 0, "never closed"),
    "quotes alone": Case(_text('"' * 99_999), "a.csv", OUT, 0, ""),
    "text behind a quote": Case(_text(HEADER + '"a"b,' + GOOD), "a.csv", OUT, 0, "follows a closing quote"),
    "ragged rows": Case(_claims(_RAGGED), "a.csv", WARNED, 1, "cells where the header has"),
    "a cell too many": Case(_claims(GOOD.strip() + ",more\n"), "a.csv", WARNED, 1, "has 7 cells"),
    "a cell too few": Case(_claims("shells,5,shell\n"), "a.csv", WARNED, 1, "has 3 cells"),
    "two tables in one file": Case(
        _claims("\nplace,dead\nSeoul,5\n"), "a.csv", WARNED, 1, "has 2 cells",
    ),
    "a million columns": Case(_text(b"a," * 1_000_000), "a.csv", OUT, 0, "1,000,000 columns"),
    "two columns of one name": Case(_text("topic,low,unit,claimant,low\na,1,b,c,2\n"), "a.csv", OUT, 0, "called low"),
    "two million rows": Case(_text(b"a,b\n" + b"1,2\n" * 2_000_000), "a.csv", OUT, 0, "more than 1,000,000 rows"),
    "a file above the limit": Case(lambda: b"a,b\n" + b"1,2\n" * 13_000_000, "a.csv", OUT, 0, "52.0 MB"),
    "semicolons": Case(_text((HEADER + GOOD).replace(",", ";")), "a.csv", IN, 1, ""),
    "tabs": Case(_text((HEADER + GOOD).replace(",", "\t")), "a.tsv", IN, 1, ""),
    "bars": Case(_text((HEADER + GOOD).replace(",", "|")), "a.csv", IN, 1, ""),
    "lines that end as on old Macs": Case(_text((HEADER + GOOD).replace("\n", "\r")), "a.csv", IN, 1, ""),
    "a line that tells the delimiter": Case(_text("sep=;\n" + (HEADER + GOOD).replace(",", ";")), "a.csv", IN, 1, ""),
    "all cells in quotes": Case(
        _text("\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in (HEADER + GOOD).splitlines())),
        "a.csv", IN, 1, "",
    ),
    "UTF-16": Case(lambda: (HEADER + GOOD).encode("utf-16"), "a.csv", IN, 1, ""),
    "UTF-32": Case(lambda: (HEADER + GOOD).encode("utf-32"), "a.csv", IN, 1, ""),
    "bytes of no encoding": Case(
        _text((HEADER + GOOD).encode().replace(b"said", b"s\x81\xe9d")), "a.csv", WARNED, 1, "not UTF-8",
    ),
    # Workbooks
    "the last corner": Case(_sheet(("XFD1048576", "x")), "a.xlsx", OUT, 0, "row 1,048,576"),
    "a column far out": Case(_sheet(("A1", "a"), ("AAA2", "x")), "a.xlsx", OUT, 0, "column 703"),
    "an external entity": Case(_sheet(("A1", "&x;"), before=ENTITY), "a.xlsx", OUT, 0, "XML entities"),
    "entities that grow": Case(_part("xl/sharedStrings.xml", LAUGHS + "<sst/>"), "a.xlsx", OUT, 0, "XML entities"),
    "an entity in UTF-16": Case(
        _part("xl/styles.xml", (ENTITY + "<r/>").encode("utf-16")), "a.xlsx", OUT, 0, "XML entities",
    ),
    "a bomb in a workbook": Case(_part("xl/bomb.xml", b"0" * 80_000_000), "a.xlsx", OUT, 0, "250 times"),
    "thousands of parts": Case(
        lambda: a_zip({**workbook_parts(a_sheet()), **{f"p{n}.xml": "" for n in range(2_500)}}),
        "a.xlsx", OUT, 0, "parts",
    ),
    "half a workbook": Case(lambda: a_workbook(["a"], ["b"])[:900], "a.xlsx", OUT, 0, "damaged"),
    "no XML in a sheet": Case(lambda: a_zip(workbook_parts("<<<")), "a.xlsx", OUT, 0, ""),
    "a workbook named csv": Case(lambda: a_workbook(["a"], ["b"]), "a.csv", OUT, 0, "ending .xlsx"),
    "text named xlsx": Case(_text(HEADER + GOOD), "a.xlsx", OUT, 0, "ending .csv"),
    "an old or locked workbook": Case(
        _text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)), "a.xls", OUT, 0, "",
    ),
    "rows repeated in ODS": Case(
        lambda: an_ods(ods_row("a", "b"), ods_row("c", 1, repeated=1_048_575)), "a.ods", OUT, 0, "row 1,048,576",
    ),
    "an entity in ODS": Case(
        lambda: a_zip({"mimetype": "x", "content.xml": ENTITY + "<r>&x;</r>"}), "a.ods", OUT, 0, "XML entities",
    ),
    # JSON
    "deep JSON": Case(_text("[" * 200_000), "a.json", OUT, 0, "deeper than"),
    "deep objects": Case(_text('{"a":' * 9_000 + "1" + "}" * 9_000), "a.json", OUT, 0, "deeper than"),
    "a long number in JSON": Case(_text('[{"a": ' + "9" * 9_999 + "}]"), "a.json", OUT, 0, "9,999 digits"),
    "NaN in JSON": Case(_text('[{"a": NaN}]'), "a.json", OUT, 0, "NaN"),
    "a key twice": Case(_text('[{"a": 1, "a": 2}]'), "a.json", OUT, 0, "stands twice"),
    "half of a JSON file": Case(_text('[{"a": 1}, {"b'), "a.json", OUT, 0, "not JSON"),
    "quotes in JSON": Case(_text('["' + '\\"' * 99_999), "a.json", OUT, 0, "not JSON"),
    "many keys": Case(lambda: json.dumps([{f"k{n}": n for n in range(9_999)}]).encode(), "a.json", OUT, 0, "columns"),
    "a prototype key": Case(_text('[{"__proto__": {"a": 1}, "n": "x"}]'), "a.json", OUT, 0, ""),
    # Parquet
    "Parquet of three million rows": Case(_many_rows_in_parquet, "a.parquet", OUT, 0, "3,000,000 rows"),
    "Parquet of huge cells": Case(_parquet(a=["x" * 200_000] * 5), "a.parquet", OUT, 0, "200,000 characters"),
    "Parquet of many columns": Case(_parquet(**{f"c{n}": [1] for n in range(600)}), "a.parquet", OUT, 0, "600 columns"),
    "damaged Parquet": Case(lambda: b"PAR1" + bytes(999) + b"PAR1", "a.parquet", OUT, 0, "damaged"),
    # Packs
    "a gzip bomb": Case(lambda: gzip.compress(bytes(200_000_000)), "a.csv.gz", OUT, 0, "unpacks to more"),
    "a ZIP bomb": Case(lambda: a_zip({"a.csv": bytes(160_000_000)}), "a.zip", OUT, 0, "unpacks to more"),
    "a ZIP in a ZIP": Case(_nested_zip, "a.zip", OUT, 0, "no table"),
    "a gzip in a gzip": Case(lambda: gzip.compress(gzip.compress(b"a")), "a.gz.gz", OUT, 0, "packed twice"),
    "a ZIP that understates": Case(_lying_zip, "a.zip", OUT, 0, "damaged"),
    "a locked ZIP": Case(_locked_zip, "a.zip", OUT, 0, "password"),
    "a ZIP of one body many times": Case(_overlapping_zip, "a.zip", OUT, 0, ""),
    "a ZIP that climbs": Case(lambda: a_zip({"../../../tmp/canary.csv": HEADER + GOOD}), "a.zip", IN, 1, ""),
    "half a ZIP": Case(lambda: a_zip({"a.csv": HEADER + GOOD})[:-40], "a.zip", OUT, 0, ""),
    "half a gzip": Case(lambda: gzip.compress((HEADER + GOOD).encode())[:-9], "a.csv.gz", OUT, 0, "damaged"),
    "a package that points outside": Case(
        lambda: a_zip({"datapackage.json": '{"resources": [{"path": "/etc/passwd"}]}', "a.csv": HEADER + GOOD}),
        "a.zip", IN, 1, "",
    ),
}  # fmt: skip  # several to a line


def write(folder: Path) -> None:
    """Write every file under a name of its own."""
    for number, (title, case) in enumerate(CASES.items()):
        ending = "".join(letter for letter in Path(case.name.replace("\0", "")).suffix if letter.isalnum())
        (folder / f"{number:02}-{title.replace(' ', '-').replace(',', '')}.{ending}").write_bytes(case.make())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
