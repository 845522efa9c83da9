"""Holds checklists to tools of others: workbooks to openpyxl and LibreOffice, calendars to icalendar, CSV to Python's csv.

    python checklists.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". What each tool saves is merged again, and no cell that was filled in may be missing. Ends with status 1
at the first disagreement.
"""
import csv
import datetime
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import icalendar
import openpyxl
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

TOP = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = TOP / "Sources" / "GazetteExport" / "Schemas"
DOCUMENT = "three-guarantees-opinions.zh"
# openpyxl does not escape _x0041_, which by ECMA-376 then is an A, so that is left to the tests of the project itself.
AWKWARD = ["=1+1", "-2+3", "@x", "'=y", "多行\n的备注", "a,b;c\td", '"引号"', "繁體", "🙂", "007"]


def fail(what):
    print(f"checklists: {what}", file=sys.stderr)
    raise SystemExit(1)


def expect(condition, what):
    if not condition:
        fail(what)


class Checklists:
    def __init__(self, programs, folder):
        self.program = str(pathlib.Path(programs).resolve() / "gazette")
        self.folder = folder
        self.index = str(folder / "index")
        self.run("index", str(TOP / "corpus"))
        known = Registry().with_resources(
            (path.name, Resource.from_contents(json.loads(path.read_text("utf-8"))))
            for path in SCHEMAS.glob("*.schema.json"))
        self.validators = {
            path.name: Draft202012Validator(json.loads(path.read_text("utf-8")), registry=known)
            for path in SCHEMAS.glob("checklist*.schema.json")}

    def run(self, *words, status=0):
        done = subprocess.run(
            [self.program, *words, "--index", self.index], capture_output=True, text=True, timeout=600)
        expect(done.returncode == status, f"{words}: status {done.returncode}: {done.stderr.strip()[:500]}")
        return done.stdout

    def make(self, name, *words):
        path = self.folder / name
        self.run("checklist", "--doc", DOCUMENT, "--lang", "zh", "--out", str(path), *words)
        return path

    def validate(self, schema, text):
        value = json.loads(text)
        for error in self.validators[schema].iter_errors(value):
            fail(f"{schema}: {error.json_path}: {error.message[:200]}")
        return value

    def merge(self, path, out, cells):
        """Merges a file in which so many cells were filled in, and gives the report."""
        text = self.run("checklist", "merge", str(path), "--out", str(out), "--json")
        report = self.validate("checklist-merge.schema.json", text)["report"]
        expect(report["cellsFound"] == report["cellsKept"] > 0, f"{path.name}: {report}")
        expect(cells is None or report["personalCells"] == cells, f"{path.name}: {cells} filled in, {report}")
        return report


def texts(sheet):
    return [[("" if cell is None else str(cell)) for cell in row] for row in sheet.iter_rows(values_only=True)]


def filled(sheet):
    """Fills in states, notes and a column of the person's own; gives how many cells that is."""
    header = [cell.value for cell in sheet[1]]
    status, notes = header.index("状态") + 1, header.index("备注") + 1
    own = sheet.max_column + 1
    sheet.cell(1, own, "联系人")
    count = 0
    for place, row in enumerate(range(2, min(sheet.max_row, 30) + 1)):
        cell = sheet.cell(row, status, "已完成" if place % 2 else "进行中")
        note = sheet.cell(row, notes)
        note.value = AWKWARD[place % len(AWKWARD)]
        note.data_type = "s"
        sheet.cell(row, own, datetime.date(2025, 6, 1 + place % 28) if place % 3 else place + 0.5)
        count += 3
        expect(cell.protection.locked is False, "a cell of the states is locked")
    return count


def workbooks(checklists):
    path = checklists.make("a.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    expect(header == ["序号", "任务", "牵头单位", "责任单位", "完成时限", "状态", "备注", "出处", "id"], header)
    expect(sheet.freeze_panes == "A2", "the headers are not frozen")
    expect(sheet.protection.sheet and sheet.auto_filter.ref, "no protection, or no filter")
    expect(sheet.data_validations.dataValidation, "no list of states")
    expect(book.worksheets[1].sheet_state == "hidden", "the second sheet is not hidden")
    for row in sheet.iter_rows(min_row=2):
        expect(all(cell.data_type in ("s", "n") and cell.data_type != "f" for cell in row), "a formula")
        expect([cell.protection.locked for cell in row] == [False] * 8 + [True], "other cells than the ids are locked")
        expect(row[7].hyperlink is not None, "no link to the source")
    count = filled(sheet)
    saved = checklists.folder / "b.xlsx"
    book.save(saved)
    checklists.merge(saved, checklists.folder / "c.xlsx", count)
    before = [row for row in texts(openpyxl.load_workbook(saved).worksheets[0])]
    merged = [row for row in texts(openpyxl.load_workbook(checklists.folder / "c.xlsx").worksheets[0])]
    for left, right in zip(before, merged):
        expect(left == right, f"the merged workbook has other cells: {left} {right}")
    expect(len(before) == len(merged), "the merged workbook has other rows")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("checklists: LibreOffice is not installed; its workbooks were not tried")
        return
    for form in ("xlsx", "csv"):
        target = checklists.folder / "office"
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{checklists.folder}/profile", "--convert-to", form,
             "--outdir", str(target), str(saved)],
            check=True, capture_output=True, timeout=300)
        checklists.merge(target / f"b.{form}", checklists.folder / f"d.{form}", count if form == "xlsx" else None)


def separated(checklists):
    path = checklists.make("a.csv", "--bom")
    text = path.read_bytes().decode("utf-8-sig")
    expect(path.read_bytes().startswith(b"\xef\xbb\xbf") and "\r\n" in text, "no mark, or no CRLF")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    expect(len({len(row) for row in rows}) == 1 and len(rows) > 20, "rows of different lengths")
    for place, row in enumerate(rows[1:]):
        row[5], row[6] = "已完成", AWKWARD[place % len(AWKWARD)].replace("🙂", "笑")
    for name, encoding, dialect in [
            ("gb.csv", "gb18030", {"delimiter": ";"}), ("tab.csv", "utf-16", {"delimiter": "\t"}),
            ("plain.csv", "utf-8", {"quoting": csv.QUOTE_ALL})]:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, **dialect).writerows(rows)
        saved = checklists.folder / name
        saved.write_bytes(buffer.getvalue().encode(encoding))
        out = checklists.folder / ("merged-" + name)
        # Three notes would begin formulas and come back defused; all are there.
        checklists.merge(saved, out, None)
        delimiter = dialect.get("delimiter", ",")
        merged = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline=""), delimiter=delimiter))
        strip = lambda cell: cell[1:] if cell[:2] in ("'=", "'-", "'@") else cell
        expect(
            [[strip(cell) for cell in row] for row in merged] == [[strip(cell) for cell in row] for row in rows],
            f"{name}: other cells")


def calendars(checklists):
    path = checklists.make("a.ics")
    raw = path.read_bytes()
    expect(all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line of over 75 octets")
    calendar = icalendar.Calendar.from_ical(raw)
    tasks = [item for item in calendar.walk("VTODO")]
    expect(tasks and not calendar.errors, f"{len(tasks)} tasks, {calendar.errors}")
    for task in tasks:
        expect(not task.errors, f"{task.errors}")
        expect(isinstance(task.decoded("due"), datetime.date), "no date")
        expect(str(task["uid"]).startswith("m-") and 1 <= int(task["priority"]) <= 9, "no id, or no priority")
        task["status"] = "COMPLETED"
        task.add("categories", ["水", "路"])
    saved = checklists.folder / "b.ics"
    saved.write_bytes(calendar.to_ical())
    out = checklists.folder / "c.ics"
    checklists.merge(saved, out, 2 * len(tasks))
    again = icalendar.Calendar.from_ical(out.read_bytes())
    for task in again.walk("VTODO"):
        expect(str(task["status"]) == "COMPLETED" and "categories" in task, "what was added is not there")


def values(checklists):
    path = checklists.make("a.json")
    value = checklists.validate("checklist.schema.json", path.read_text("utf-8"))
    for item in value["items"]:
        item["status"] = "已完成"
        item["owner"] = "张三"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    checklists.merge(path, checklists.folder / "b.json", 2 * len(value["items"]))
    merged = checklists.validate("checklist.schema.json", (checklists.folder / "b.json").read_text("utf-8"))
    expect(all(item["other"] == [{"name": "owner", "text": "张三"}] for item in merged["items"]), "other columns")
    text = checklists.run(
        "checklist", "status", str(checklists.folder / "b.json"), "--today", "2030-01-01", "--json")
    counts = checklists.validate("checklist-status.schema.json", text)["counts"]
    expect(counts["done"] == counts["tasks"] == len(value["items"]), counts)


def main():
    with tempfile.TemporaryDirectory() as folder:
        checklists = Checklists(sys.argv[1], pathlib.Path(folder))
        workbooks(checklists)
        separated(checklists)
        calendars(checklists)
        values(checklists)
    print("checklists: workbooks, CSV, calendars and JSON agree with the tools of others")


main()
