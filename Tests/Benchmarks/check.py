#!/usr/bin/env python3
"""Counts the instructions that indexing and queries take on an invented corpus, and holds them against what they took before.

    check.py GAZETTE_BENCH              fails when a count is over its threshold by more than a tenth
    check.py GAZETTE_BENCH --record     writes the counts as thresholds.tsv

Instructions are counted by valgrind: they hang on the compiler and on nothing else on the machine, so that a change shows
that no clock would find. What a process takes before its first query is measured apart and left out.
"""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
THRESHOLDS = os.path.join(HERE, "thresholds.tsv")
PASSAGES = 4000
ALLOWANCE = 0.10


def count(arguments, text=""):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + folder + "/out"] + arguments,
            input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(rb"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit("check: %s failed\n%s" % (" ".join(arguments), run.stderr.decode()))
    return int(found[1]), run.stdout.decode()


def measure(bench):
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = folder + "/corpus.tsv", folder + "/index"
        with open(corpus, "wb") as out:
            subprocess.run([bench, "invent", "1", str(PASSAGES)], stdout=out, check=True)
        counts["index"] = count([bench, "index", corpus, index])[0]
        idle = count([bench, "serve", index])[0]
        for type_ in ["term", "and", "or", "phrase"]:
            queries = subprocess.run([bench, "ask", type_], capture_output=True, check=True)
            for command in ["TOP_10", "COUNT"]:
                lines = [f"{command}\t{query}\n" for query in queries.stdout.decode().splitlines()]
                # Twice: what is done once for a process weighs less.
                total, answers = count([bench, "serve", index], "".join(lines * 2))
                if len(answers.splitlines()) != len(lines) * 2 or "UNSUPPORTED" in answers:
                    sys.exit(f"check: {command} {type_} was not answered")
                counts[f"{command} {type_}"] = total - idle
    return counts


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    counts = measure(sys.argv[1])
    if "--record" in sys.argv:
        with open(THRESHOLDS, "w") as out:
            out.write("# Instructions by kind of work; written by check.py --record.\n")
            out.writelines(f"{name}\t{number}\n" for name, number in counts.items())
        return
    before = dict(line.split("\t") for line in open(THRESHOLDS) if not line.startswith("#"))
    failed = []
    for name, number in counts.items():
        ratio = number / int(before[name])
        over = ratio > 1 + ALLOWANCE
        print(f"{name:14} {number:>14,}  {ratio:6.3f} of before{'  TOO MUCH' if over else ''}")
        failed += [name] if over else []
    print(f"bench-check: {len(counts)} counts, {len(failed)} over their thresholds")
    sys.exit(1 if failed else 0)


main()
