"""Holds the SKOS that the built command writes to rdflib, and what it makes of files that rdflib writes.

    python concepts.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". The Turtle and the RDF/XML have to say the same, in the words of SKOS; what rdflib writes of it, in
any of its forms, has to come in as the thesaurus that went out.
"""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from rdflib import Graph
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

TOP = pathlib.Path(__file__).resolve().parents[2]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve() / "gazette")
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*words):
            run = subprocess.run(
                [program, *words], capture_output=True, timeout=120, check=False)
            if run.returncode:
                raise SystemExit(f"{' '.join(words)}: {run.stderr.decode()}")
            return run.stdout.decode()

        index = ["--index", str(folder / "index")]
        run("index", str(TOP / "corpus"), *index)
        texts = {form: run("concepts", "export", "--to", form, *index) for form in ("turtle", "rdf", "csv", "yaml")}
        turtle = Graph().parse(data=texts["turtle"], format="turtle")
        xml = Graph().parse(data=texts["rdf"], format="xml")
        if not isomorphic(turtle, xml):
            problems.append("Turtle and RDF/XML differ")
        concepts = set(turtle.subjects(RDF.type, SKOS.Concept))
        labels = 0
        for concept in concepts:
            tags = [label.language for label in turtle.objects(concept, SKOS.prefLabel)]
            if not tags or len(tags) != len(set(tags)):
                problems.append(f"{concept}: preferred labels in {tags}")
            for term in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
                labels += len(list(turtle.objects(concept, term)))
            for wider in turtle.objects(concept, SKOS.broader):
                if (wider, SKOS.narrower, concept) not in turtle:
                    problems.append(f"{concept}: nothing says that it is narrower than {wider}")
        rows = list(csv.DictReader(io.StringIO(texts["csv"], newline="")))
        if {row["concept"] for row in rows} != {str(concept).rsplit(":", 1)[1] for concept in concepts}:
            problems.append("the table has other concepts")
        if sum(row["status"] != "not" for row in rows) < labels:
            problems.append("the table lacks labels")
        for form, written in (("turtle", "longturtle"), ("turtle", "turtle"), ("turtle", "nt"), ("xml", "xml")):
            path = folder / f"foreign.{form}"
            path.write_text(turtle.serialize(format=written), encoding="utf-8")
            (folder / "again.yaml").write_text(run("concepts", "import", str(path)), encoding="utf-8")
            back = run(
                "concepts", "export", "--to", "turtle", "--concepts", str(folder / "again.yaml"), *index)
            if not isomorphic(turtle, Graph().parse(data=back, format="turtle")):
                problems.append(f"what rdflib writes as {written} comes in as something else")
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    if problems or not concepts:
        sys.exit(f"{len(problems)} problems in {len(concepts)} concepts")
    print(f"{len(concepts)} concepts with {labels} labels go out as SKOS and come in from four forms of rdflib")


if __name__ == "__main__":
    main()
