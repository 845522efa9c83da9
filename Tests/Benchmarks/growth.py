#!/usr/bin/env python3
"""Measures how indexing and searching grow with the number of passages, and draws the plot of it.

    growth.py measure GAZETTE_BENCH CORPUS.tsv QUERIES.jsonl FOLDER > growth.tsv
    growth.py plot growth.tsv > growth.svg

The corpus is id<TAB>title<TAB>text, a passage a line; beyond its own passages it grows by `gazette-bench vary`. A query is
a line {"query": …, "type": …}. FOLDER takes the grown corpus and the indexes. Rounds go over all sizes in turn; a figure
is the least of its rounds, because whatever else the machine does only adds to it.
"""
import json
import math
import os
import re
import subprocess
import sys

SIZES = [6000, 24000, 95630, 1000000]
ROUNDS = int(os.environ.get("ROUNDS", "3"))
TYPES = ["term", "and", "or", "phrase"]


def measure(bench, corpus, queries, folder):
    os.makedirs(folder, exist_ok=True)
    grown = os.path.join(folder, "grown.tsv")
    if not os.path.exists(grown):
        with open(grown + ".part", "wb") as out:
            subprocess.run([bench, "vary", "7", str(max(SIZES)), corpus], stdout=out, check=True)
        os.rename(grown + ".part", grown)
    best = {}

    def note(size, name, value):
        best[size, name] = min(value, best.get((size, name), math.inf))

    for _ in range(ROUNDS):
        for size in SIZES:
            index = os.path.join(folder, str(size))
            run = subprocess.run(
                [bench, "index", grown, index, "1", str(size)], capture_output=True, check=True)
            note(size, "index", json.loads(run.stdout)["cpu_seconds"] / size * 1e6)
            bytes_ = sum(e.stat().st_size for e in os.scandir(index))
            note(size, "bytes", bytes_ / size)
            run = subprocess.run([bench, "queries", index, queries, "5"], capture_output=True, check=True)
            for line in run.stdout.decode().splitlines():
                found = re.match(r"TOP_10 (\w+): .* mean (\d+)", line)
                if found:
                    note(size, found[1], int(found[2]))
            print(size, {k[1]: v for k, v in best.items() if k[0] == size}, file=sys.stderr)
    print("passages\t" + "\t".join(TYPES) + "\tindex\tbytes")
    for size in SIZES:
        row = ["%.1f" % best[size, name] for name in TYPES + ["index", "bytes"]]
        print("\t".join([str(size)] + row))


def plot(path):
    lines = open(path).read().splitlines()
    names = lines[0].split("\t")[1:]
    rows = [[float(x) for x in line.split("\t")] for line in lines[1:]]
    sizes = [row[0] for row in rows]
    out = []
    colours = {"term": "#0a84ff", "and": "#34a853", "or": "#d9480f", "phrase": "#8e44ad", "index": "#0a84ff"}

    def panel(left, title, unit, series, low, high, reference):
        width, top, height = 300, 60, 260

        def place(x, y):
            across = math.log(x / sizes[0]) / math.log(sizes[-1] / sizes[0])
            up = math.log(max(y, low) / low) / math.log(high / low)
            return left + across * width, top + height - min(up, 1) * height

        out.append(f'<text x="{left}" y="{top - 30}" class="title">{title}</text>')
        out.append(f'<text x="{left}" y="{top - 12}">{unit}</text>')
        tick = low
        while tick <= high * 1.001:
            y = place(sizes[0], tick)[1]
            out.append(f'<line x1="{left}" x2="{left + width}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
            out.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:,g}</text>')
            tick *= 10 if high / low > 50 else 2
        for size in sizes:
            x = place(size, low)[0]
            out.append(f'<text x="{x:.1f}" y="{top + height + 20}" text-anchor="middle">{size:,.0f}</text>')
        if reference:
            start, end = place(sizes[0], reference), place(sizes[-1], reference * sizes[-1] / sizes[0])
            out.append(
                f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" class="linear"/>')
            out.append(f'<text x="{end[0] - 4:.1f}" y="{end[1] - 6:.1f}" text-anchor="end">if linear</text>')
        ends = []
        for name in series:
            points = [place(row[0], row[1 + names.index(name)]) for row in rows]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            out.append(f'<polyline points="{path}" fill="none" stroke="{colours[name]}" stroke-width="2"/>')
            out.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colours[name]}"/>' for x, y in points)
            ends.append((points[-1][1], points[-1][0], name))
        # Names of lines that end close together move apart.
        below = 0
        for y, x, name in sorted(ends) if len(series) > 1 else []:
            below = max(y, below + 13)
            out.append(f'<text x="{x + 8:.1f}" y="{below + 4:.1f}" style="fill:{colours[name]}">{name}</text>')

    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 370" font-family="sans-serif" font-size="12">')
    print("<style>text{fill:#444}.title{font-size:14px;font-weight:bold}.grid{stroke:#8884}"
          ".linear{stroke:#888;stroke-dasharray:4 4}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>")
    tops = [row[1 + names.index(name)] for row in rows for name in TYPES]
    least, most = min(tops), max(tops)
    panel(70, "The ten best of a query", "mean, µs", TYPES, 10 ** math.floor(math.log10(least)),
          10 ** math.ceil(math.log10(most)), least)
    index = [row[1 + names.index("index")] for row in rows]
    panel(480, "Indexing a passage", "CPU, µs, one thread", ["index"], 10, 80, None)
    print("\n".join(out))
    print('<text x="410" y="365" text-anchor="middle">passages</text>')
    print("</svg>")


if len(sys.argv) == 6 and sys.argv[1] == "measure":
    measure(*sys.argv[2:])
elif len(sys.argv) == 3 and sys.argv[1] == "plot":
    plot(sys.argv[2])
else:
    sys.exit(__doc__)
