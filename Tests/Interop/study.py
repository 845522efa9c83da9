"""Holds study packs to the programs that they are made for.

    python study.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". The cards go into a real collection of Anki, twice, with learning in between, and once more after a source
changed; the Word file is opened by LibreOffice and its pages are read back; the pages of HTML, and an annotated draft, are opened in a
headless Chromium at two widths. What is not installed is said and passed over.
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from anki.collection import Collection, ImportCsvRequest

TOP = pathlib.Path(__file__).resolve().parents[2]
FIELDS = ["GazetteID", "Front", "Back", "Source"]


def expect(holds, what):
    if not holds:
        print(f"study: {what}", file=sys.stderr)
        raise SystemExit(1)


class Packs:
    def __init__(self, programs, folder):
        self.program = str(pathlib.Path(programs).resolve() / "gazette")
        self.folder = folder
        self.corpus = folder / "corpus"
        shutil.copytree(TOP / "corpus", self.corpus)
        self.index()

    def run(self, *words, found=(0,)):
        run = subprocess.run(
            [self.program, *words, "--index", str(self.folder / "index")], capture_output=True, timeout=300, check=False)
        expect(run.returncode in found, f"{' '.join(words)}: {run.returncode} {run.stderr.decode()}")
        return run.stdout.decode()

    def index(self):
        self.run("index", str(self.corpus))

    def build(self, name, *subject):
        target = self.folder / name
        self.run("study", "build", *subject, "--out", str(target))
        return target


def notes(cards):
    return [line.split("\t") for line in cards.read_text("utf-8").splitlines() if not line.startswith("#")]


def imported(collection, cards):
    metadata = collection.get_csv_metadata(str(cards), None)
    return collection.import_csv(ImportCsvRequest(path=str(cards), metadata=metadata))


def note_type(collection):
    """Makes the note type as anki.md in the pack tells a person to."""
    model = collection.models.new("Gazette")
    for field in FIELDS:
        collection.models.add_field(model, collection.models.new_field(field))
    template = collection.models.new_template("Card 1")
    template["qfmt"] = "{{Front}}"
    template["afmt"] = "{{FrontSide}}<hr id=answer>{{Back}}<br><small>{{Source}}</small>"
    collection.models.add_template(model, template)
    collection.models.add(model)


def by_id(collection):
    return {collection.get_note(i)["GazetteID"]: collection.get_note(i) for i in collection.find_notes("note:Gazette")}


def anki(packs):
    pack = packs.build("pack", "--concept", "three-guarantees", "--lang", "en")
    cards = notes(pack / "cards.txt")
    collection = Collection(str(packs.folder / "collection.anki2"))
    try:
        note_type(collection)
        imported(collection, pack / "cards.txt")
        first = by_id(collection)
        expect(len(first) == len(cards) > 10, f"{len(first)} notes of {len(cards)} cards")
        for fields in cards:
            note = first[fields[0]]
            expect([note[name] for name in FIELDS[1:]] == fields[1:4], f"the fields of {fields[0]}: {dict(note.items())}")
            expect(sorted(note.tags) == sorted(fields[4].split()), f"the tags of {fields[0]}: {note.tags}")
        # Somebody learns three cards.
        learnt = {}
        for key in sorted(first)[:3]:
            card = first[key].cards()[0]
            card.start_timer()
            collection.sched.answerCard(card, 4)
            card.load()
            learnt[key] = (first[key].id, card.ivl, card.due, card.reps)
            expect(card.reps == 1, "the card was not answered")

        def kept(what):
            again = by_id(collection)
            for key, (note, *schedule) in learnt.items():
                card = again[key].cards()[0]
                expect(again[key].id == note, f"{what}: another note for {key}")
                expect([card.ivl, card.due, card.reps] == schedule, f"{what}: the schedule of {key} is lost")
            return again

        imported(collection, pack / "cards.txt")
        expect(len(kept("twice")) == len(first), "the second import made duplicates")
        # A source changes one number; the pack is built anew into the same folder.
        sources = list((packs.corpus / "poverty").glob("three-guarantees-opinions.en.*"))
        source = sources[0]
        text = source.read_text("utf-8")
        expect("within 30 days" in text, "the sample corpus has another text")
        source.write_text(text.replace("within 30 days", "within 45 days"), "utf-8")
        packs.index()
        packs.run("study", "check", str(pack), found=(1,))
        packs.build("pack", "--concept", "three-guarantees", "--lang", "en")
        changed = notes(pack / "cards.txt")
        expect(changed != cards and {f[0] for f in changed} >= {f[0] for f in cards if "30 days" not in "".join(f)},
               "the cards of the changed source have other ids")
        imported(collection, pack / "cards.txt")
        final = kept("after a change")
        expect(len(final) == len({f[0] for f in cards} | {f[0] for f in changed}), "the changed pack made duplicates")
        expect(any("45 days" in note["Front"] + note["Back"] for note in final.values()), "no note was updated")
        source.write_text(text, "utf-8")
        packs.index()
    finally:
        collection.close()
    print(f"study: {len(cards)} cards imported by Anki three times, no duplicate, schedules kept")


def words(text):
    return re.sub(r"\s+", "", text)


def sentences(pack):
    for line in (pack / "handout.md").read_text("utf-8").splitlines():
        if line.startswith("> ") and not line.startswith("> — "):
            yield words(re.sub(r"\\(.)", r"\1", line[2:]))


def office(packs):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or shutil.which("pdftotext") is None:
        print("study: LibreOffice or pdftotext is not installed; the Word file was not opened")
        return
    for name, subject in (("en", ("--concept", "three-guarantees", "--lang", "en")),
                          ("zh", ("--doc", "three-guarantees-opinions.zh", "--lang", "zh"))):
        pack = packs.build("word-" + name, *subject)
        subprocess.run(
            [program, "--headless", f"-env:UserInstallation=file://{packs.folder}/profile", "--convert-to", "pdf",
             "--outdir", str(pack / "pdf"), str(pack / "handout.docx")], check=True, capture_output=True, timeout=300)
        pages = subprocess.run(
            ["pdftotext", "-layout", str(pack / "pdf" / "handout.pdf"), "-"], check=True, capture_output=True).stdout.decode()
        count = pages.count("\f")
        expect(1 < count < 40, f"the Word file has {count} pages")
        # Page numbers and breaks stand between the lines of a sentence that goes over a page.
        found = [s for s in sentences(pack) if s[:20] in words(pages)]
        expect(len(found) == len(list(sentences(pack))), f"{len(found)} sentences of the Word file are on its pages")
        print(f"study: the Word file has {count} pages in LibreOffice, {len(found)} sentences on them")


MEASURE = """<script>document.title = "width " + (document.documentElement.scrollWidth - document.documentElement.clientWidth)
  + " requests " + performance.getEntriesByType("resource").length;</script></body>"""


def pages(packs):
    program = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if program is None:
        print("study: Chromium is not installed; the pages were not opened")
        return
    pack = packs.build("both", "--concept", "三保障", "--lang", "both")
    draft = packs.folder / "draft.md"
    draft.write_text(
        "The Opinions say: “The “two assurances” mean that people need not worry about food or clothing”, and also "
        "“problems found shall be put right within 90 days without any delay whatsoever in every county”.\n", "utf-8")
    packs.run("verify", str(draft), "--html", str(packs.folder / "draft.html"), found=(0, 1))
    for page in (pack / "handout.html", pack / "slides.html", packs.folder / "draft.html"):
        text = page.read_text("utf-8")
        expect("<script" not in text and "http" not in re.sub(r"https?://www\.w3\.org", "", text.split("<body>")[0]),
               f"{page.name} asks for something")
        probe = packs.folder / ("probe-" + page.name)
        probe.write_text(text.replace("</body>", MEASURE), "utf-8")
        for width in (500, 1280):
            dom = subprocess.run(
                [program, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900", "--dump-dom",
                 f"file://{probe}"], capture_output=True, timeout=120, check=True).stdout.decode()
            title = re.search(r"<title>(.*?)</title>", dom)
            expect(title and html.unescape(title[1]) == "width 0 requests 0", f"{page.name} at {width}: {title and title[1]}")
    print("study: handout, slides and an annotated draft in Chromium at two widths: nothing cut off, nothing asked for")


def main():
    with tempfile.TemporaryDirectory() as folder:
        packs = Packs(sys.argv[1], pathlib.Path(folder))
        anki(packs)
        office(packs)
        pages(packs)


if __name__ == "__main__":
    main()
