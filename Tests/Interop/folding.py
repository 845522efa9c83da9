"""Holds the folding of Traditional to Simplified characters to OpenCC.

    python folding.py FOLDER    FOLDER holds the programs gazette and gazette-corpus

Run by "make interop". A fold for matching takes one scalar at a time and may bring more together than OpenCC does, never
less: whatever OpenCC says are two spellings of one word must fold to the same.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import opencc

TOP = pathlib.Path(__file__).resolve().parents[2]
TABLE = TOP / "Sources" / "CGazetteData" / "data" / "traditional.txt"

# The CJK blocks without the compatibility forms, which the folding by Unicode's own tables takes care of.
BLOCKS = [(0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2F800), (0x30000, 0x323B0)]

# Characters of GB 2312 that OpenCC writes in Traditional with a character whose first Simplified form is another one.
# Both spellings are rare; nothing that policy texts say hangs on them.
TOLERATED = set("幺昵渖睾稆腭谘镟馀鲇")


def table():
    pairs = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            source, target = line.split("\t")
            pairs[source] = target
    return pairs


def is_common(scalar):
    try:
        scalar.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def check_scalars():
    """Every scalar folds as its Simplified form does, and every common one as its Traditional forms do."""
    pairs = table()
    problems, count = [], 0
    scalars = [chr(value) for first, end in BLOCKS for value in range(first, end)]
    for setup in ["t2s", "s2t", "s2tw", "s2hk"]:
        converter = opencc.OpenCC(setup)
        for scalar in scalars:
            if setup != "t2s" and (not is_common(scalar) or scalar in TOLERATED):
                continue
            count += 1
            other = converter.convert(scalar)
            folded = "".join(pairs.get(part, part) for part in other)
            if folded != pairs.get(scalar, scalar):
                problems.append(f"{setup}: {scalar} folds to {pairs.get(scalar, scalar)}, {other} to {folded}")
    return problems, count


def ask(program, index, *words):
    run = subprocess.run(
        [program, words[0], "--json", "--index", index, *words[1:]], capture_output=True, text=True, timeout=60)
    return json.loads(run.stdout)


def check_sentences(programs):
    """Every Chinese sentence of the corpus, written by OpenCC in the other script and quoted, finds itself."""
    program = str(pathlib.Path(programs).resolve() / "gazette")
    converters = [opencc.OpenCC(setup) for setup in ["s2t", "s2tw", "s2hk", "t2s"]]
    problems, count, changed = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        ask(program, folder, "index", str(TOP / "corpus"))
        for document in ask(program, folder, "list", "--", "lang:zh")["items"]:
            for passage in ask(program, folder, "show", document["id"])["items"][0]["passages"]:
                for sentence in passage["sentences"]:
                    if not any("\u4e00" <= scalar <= "\u9fff" for scalar in sentence["text"]):
                        continue
                    spellings = {converter.convert(sentence["text"]) for converter in converters}
                    for spelling in spellings - {sentence["text"]}:
                        changed += 1
                        found = ask(program, folder, "search", "--alike", "--limit", "50", "--", f"\u201c{spelling}\u201d")
                        ids = [item["passage"]["id"] for item in found["items"]]
                        if found["query"]["partial"] or passage["id"] not in ids:
                            problems.append(f"{document['id']}#{sentence['path']}: not found as {spelling}")
                    count += 1
    return problems, count, changed


def main():
    problems, scalars = check_scalars()
    more, sentences, spellings = check_sentences(sys.argv[1])
    problems += more
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    if problems or not spellings:
        sys.exit(f"{len(problems)} problems in {scalars} scalars and {spellings} spellings")
    print(f"{scalars} scalars fold as OpenCC pairs them; {sentences} sentences are found in {spellings} other spellings")


if __name__ == "__main__":
    main()
