"""Holds the schemas, the checker of the test suite and the answers of the built command to an independent validator.

    python answers.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". Ends with status 1 at the first kind of disagreement, after naming every instance of it.
"""
import copy
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

TOP = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = TOP / "Sources" / "GazetteExport" / "Schemas"
FIXTURES = TOP / "Tests" / "GazetteExportTests" / "Fixtures"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def registry(schemas):
    return Registry().with_resources(
        (name, Resource.from_contents({"$schema": DRAFT, **schema})) for name, schema in schemas.items())


class Answers:
    """Runs the command and validates what it prints."""

    def __init__(self, programs, folder):
        self.program = str(pathlib.Path(programs).resolve() / "gazette")
        self.index = str(folder / "index")
        schemas = {path.name: load(path) for path in sorted(SCHEMAS.glob("*.schema.json"))}
        for name, schema in schemas.items():
            Draft202012Validator.check_schema(schema)
            if schema["$id"] != name:
                raise SystemExit(f"{name}: its $id is {schema['$id']}")
        known = registry(schemas)
        self.validators = {
            name: Draft202012Validator(schema, registry=known) for name, schema in schemas.items()}
        self.used = {}
        self.problems = []

    def ask(self, shape, status, *words):
        """Runs the command; its answer must fit the shape and its exit status be the one named.

        Without a status it is to be 0 when there are items and 1 when there are none.
        """
        head = 2 if words[0] in ("concepts", "study") else 1
        run = subprocess.run(
            [self.program, *words[:head], "--json", "--index", self.index, *words[head:]],
            capture_output=True, text=True, timeout=60)
        name = " ".join(words)
        if status is not None and run.returncode != status:
            self.problems.append(f"{name}: status {run.returncode}, not {status}: {run.stderr.strip()}")
        if run.stdout.count("\n") != 1 or not run.stdout.endswith("\n"):
            self.problems.append(f"{name}: the answer is not one line")
        try:
            answer = json.loads(run.stdout)
        except ValueError as error:
            self.problems.append(f"{name}: {error}")
            return {"items": []}
        self.validate(shape, name, answer)
        if shape != "error":
            if self.used[shape] <= 3:
                self.control(shape, name, answer)
            self.agree(name, run.returncode, answer)
        return answer

    def validate(self, shape, name, answer):
        self.used[shape] = self.used.get(shape, 0) + 1
        for error in self.validators[shape + ".schema.json"].iter_errors(answer):
            self.problems.append(f"{name}: {error.json_path}: {error.message[:200]}")

    def control(self, shape, name, answer):
        """The same answer must be refused without any one of its keys, so that a schema that allows all is noticed."""
        for key in answer:
            broken = copy.deepcopy(answer)
            del broken[key]
            if self.validators[shape + ".schema.json"].is_valid(broken):
                self.problems.append(f"{name}: the schema does not miss {key}")
        for item in answer["items"][:1]:
            for key in item:
                broken = copy.deepcopy(answer)
                del broken["items"][0][key]
                if self.validators[shape + ".schema.json"].is_valid(broken):
                    self.problems.append(f"{name}: the schema does not miss {key} of an item")

    def agree(self, name, status, answer):
        """What no schema can say: counts, cursor and status belong together."""
        if answer["truncated"] != (len(answer["items"]) < answer["total"]):
            self.problems.append(f"{name}: truncated, total and items do not agree")
        # Findings are what a lint answers 1 for.
        finds = answer["schema"].split("/")[0].endswith("lint")
        if answer["schema"].startswith("gazette.verify/"):
            return
        if (status == 1) != (bool(answer["items"]) if finds else not answer["items"]):
            self.problems.append(f"{name}: status {status} with {len(answer['items'])} items")


def check_cases():
    """The table by which the suite's own checker is tested: the other validator must give the same verdicts."""
    other = load(FIXTURES / "other.schema.json")
    count = 0
    for case in load(FIXTURES / "schema-cases.json"):
        schema = {**case["schema"], "$id": "case.schema.json"}
        validator = Draft202012Validator(
            {"$schema": DRAFT, **schema},
            registry=registry({"case.schema.json": schema, "other.schema.json": other}))
        for fits, instances in ((True, case["fits"]), (False, case["fails"])):
            for instance in instances:
                count += 1
                if validator.is_valid(instance) != fits:
                    raise SystemExit(f"{case['about']}: {json.dumps(instance)}: the verdicts differ")
    return count


def ask_everything(answers, folder):
    corpus = str(TOP / "corpus")
    answers.ask("index", 0, "index", corpus)
    report = answers.ask("index", 0, "index", corpus)["items"][0]
    total = report["new"] + report["changed"] + report["unchanged"] + report["skipped"] + report["failed"]
    if report["scanned"] != total or report["unchanged"] == 0:
        answers.problems.append(f"index: the counts do not add up: {report}")

    # A corpus with a file that is skipped, one that is too large, one in a wrong encoding and an empty one.
    odd = folder / "odd"
    odd.mkdir()
    (odd / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (odd / ".hidden").write_text("hidden")
    (odd / "empty.txt").write_text("")
    (odd / "large.txt").write_text("words and more words\n" * 60_000)
    (odd / "noise.txt").write_bytes("住房安全有保障。\n".encode() * 40 + b"\xff\n" + "饮水安全有保障。\n".encode() * 40)
    (odd / "small.txt").write_text("One sentence about safe housing.\n")
    index, answers.index = answers.index, str(folder / "odd-index")
    report = answers.ask("index", 2, "index", str(odd), "--max-size", "1")["items"][0]
    if not (report["failures"] and report["skips"]):
        answers.problems.append(f"index: neither a failure nor a skip: {report}")
    answers.ask("show", 0, "show", "small")
    answers.ask("stats", 0, "stats")
    answers.index = index

    for query in ["three guarantees", "三保障", "\u201c三保障\u201d", "housing OR 住房", "guarant*", "title:notice",
                  "date:2018..", "kind:通知 住房", "-water housing", "the", "NEAR(", "\"unclosed", "🙂 ( ) AND", "《"]:
        found = answers.ask("search", None, "search", "--", query)
        cursors = set()
        while found.get("next") and found["next"] not in cursors:
            cursors.add(found["next"])
            found = answers.ask("search", 0, "search", "--next", found["next"], "--limit", "100", "--", query)
    answers.ask("search", 1, "search", "zzyzx")
    answers.ask("cite", 1, "cite", "zzyzx qqq")
    for question in ("What do the three guarantees require?", "控辍保学由谁负责，何时完成？", "三保障和六保有什么区别？",
                     "样政发〔2024〕3号还有效吗", "Is there a deadline for the exit mechanism?"):
        answers.ask("ask", 0, "ask", question)
    answers.ask("ask", 1, "ask", "Who pays for zzyzx?")
    with tempfile.TemporaryDirectory() as pack:
        answers.ask("study-build", 0, "study", "build", "--concept", "three-guarantees", "--out", pack)
        answers.ask("study-check", 0, "study", "check", pack)
        answers.ask("study-build", 0, "study", "build", "--concept", "三保障", "--lang", "both", "--out", pack)
    answers.ask("error", 2, "study", "build", "--concept", "zzyzx", "--out", "/nowhere")

    documents = answers.ask("list", 0, "list")["items"]
    answers.ask("list", 0, "list", "housing")
    answers.ask("list", 1, "list", "zzyzx")
    for document in documents:
        shown = answers.ask("show", 0, "show", document["id"])["items"][0]
        passage = shown["passages"][-1]
        place = f"{document['id']}#{passage['path']}"
        answers.ask("show", 0, "show", place, "--context", "1")
        answers.ask("show", 0, "show", document["id"], "--source")
        answers.ask("cite", 0, "cite", place)
        cited = answers.ask("cite", 0, "cite", passage["id"])["items"]
        if passage["id"] not in [item["passage"]["id"] for item in cited]:
            answers.problems.append(f"cite {passage['id']}: another passage")
        check_spans(answers, shown, document)
    answers.ask("stats", 0, "stats")

    for concept in answers.ask("concepts-list", 0, "concepts", "list")["items"][::20]:
        answers.ask("concepts-show", 0, "concepts", "show", concept["id"])
        answers.ask("concepts-timeline", None, "concepts", "timeline", concept["id"])
    answers.ask("concepts-list", 1, "concepts", "list", "zzyzx")
    answers.ask("concepts-lint", 1, "concepts", "lint", "--all")
    answers.ask("concepts-discover", 0, "concepts", "discover")
    for form in ("turtle", "rdf", "csv", "yaml"):
        answers.ask("concepts-export", 0, "concepts", "export", "--to", form)
    skos = folder / "terms.ttl"
    skos.write_text(
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> . <a> a s:Concept ; s:prefLabel 'x' ; s:notation '1' .")
    answers.ask("concepts-import", 0, "concepts", "import", str(skos))
    found = answers.ask("measures", 0, "measures", "--all")["items"]
    # Two versions of a document share the ids of what they both ask for; one text does not.
    if len({(item["id"], item["sentence"].split(":")[1]) for item in found}) != len(found):
        answers.problems.append("measures: ids stand twice in a text")
    for item in found[::40]:
        answers.ask("measures", 0, "measures", "--explain", item["id"])
    answers.ask("measures", 1, "measures", "--query", "zzyzx")
    answers.ask("who", 0, "who")
    answers.ask("checklist", 0, "checklist", "--doc", "vitalisation-plan.zh")
    answers.ask("checklist", 1, "checklist", "--query", "zzyzx")
    for concept in ("three-guarantees", "safe-drinking-water"):
        answers.ask("trace", None, "trace", concept)
    answers.ask("coverage", 0, "coverage", "--of", "vitalisation-plan.zh", "--by", "county-plan.zh")
    answers.ask("error", 2, "measures", "--explain", "m-000000000000")
    answers.ask("error", 2, "measures", "--strength", "9")
    answers.ask("lint", 1, "lint", str(next(TOP.glob("corpus/articles/soil-on-shoes.en.*"))))
    draft = pathlib.Path(answers.index).parent / "draft.md"
    draft.write_text(
        "They say “safe housing” and “ships leave the harbour at dawn with the tide”.\n", encoding="utf-8")
    answers.ask("verify", 1, "verify", str(draft))
    answers.ask("error", 2, "concepts", "show", "no-such-concept")
    answers.ask("error", 2, "concepts", "import", str(TOP / "README.md"))
    answers.ask("error", 2, "show", "no-such-document")
    answers.ask("error", 2, "show", documents[0]["id"] + "#s999.p1")
    answers.ask("error", 2, "search", "--limit", "0", "x")
    answers.ask("error", 2, "search", "--no-such-option", "x")
    answers.ask("error", 2, "index", str(folder / "absent"))
    interrupt(answers, folder)
    answers.index = str(folder / "absent-index")
    for words in (["search", "x"], ["list"], ["stats"], ["show", "x"], ["cite", "x"]):
        answers.ask("error", 2, *words)


def interrupt(answers, folder):
    """A run that is interrupted says so in the shape of an error, and leaves no index where there was none."""
    many = folder / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number}.txt").write_text(f"The word number{number} stands here. " * 2_000)
    index = str(folder / "interrupted")
    process = subprocess.Popen(
        [answers.program, "index", "--json", "--index", index, str(many)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    if process.returncode == -signal.SIGINT:
        return  # The signal came before the command was there to take it.
    shape = {0: "index", 130: "error"}.get(process.returncode)
    if shape is None:
        answers.problems.append(f"interrupted: status {process.returncode}")
        return
    answer = json.loads(output or "null")
    answers.validate(shape, "interrupted", answer)
    if shape == "error" and answer and answer.get("status") != 130:
        answers.problems.append(f"interrupted: {answer}")


def check_spans(answers, shown, document):
    """Offsets count in the source text, in bytes and in scalars, and cut out the very words."""
    run = subprocess.run(
        [answers.program, "show", document["id"], "--source", "--index", answers.index],
        capture_output=True, timeout=60)
    data, text = run.stdout, run.stdout.decode("utf-8")
    for passage in shown["passages"]:
        for part in [passage, *passage["sentences"]]:
            start, end = part["start"], part["end"]
            if data[start["byte"]:end["byte"]].decode("utf-8") != part["text"]:
                answers.problems.append(f"{document['id']}#{part['path']}: the bytes are other words")
            if text[start["scalar"]:end["scalar"]] != part["text"]:
                answers.problems.append(f"{document['id']}#{part['path']}: the scalars are other words")


def main():
    cases = check_cases()
    print(f"{cases} verdicts of the suite's own checker are those of jsonschema")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        answers = Answers(sys.argv[1], folder)
        ask_everything(answers, folder)
    for problem in answers.problems[:50]:
        print(problem, file=sys.stderr)
    unused = {"search", "ask", "show", "cite", "list", "stats", "index", "error"} - set(answers.used)
    if answers.problems or unused:
        sys.exit(f"{len(answers.problems)} problems; shapes without an answer: {sorted(unused) or 'none'}")
    print(f"{sum(answers.used.values())} answers of {len(answers.used)} shapes fit their schemas")


if __name__ == "__main__":
    main()
