#!/usr/bin/env python3
"""Writes folding.txt: how text is folded for matching, and which scalars are letters.

    python3 generate-folding.py /usr/share/unicode/EquivalentUnifiedIdeograph.txt > folding.txt

The file named is part of the Unicode character data (Debian: unicode-data). Everything else comes out of Python's
unicodedata. The fold of a scalar is its compatibility decomposition (NFKD) in folded case, without accents; applied
until nothing changes, so that folding twice is folding once. The few departures are named below.
"""
import sys
import unicodedata

# Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 15): they vanish. So do the interlinear annotation
# characters, which stand inside words as invisibly.
VANISH = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]
# Unified ideographs with the planes reserved for them, and the marks that are read as one.
HAN = [(0x3005, 0x3005), (0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
# Letters that readers take for an accented form though Unicode does not decompose them.
LETTERS = {
    "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
    "ǿ": "o", "ǽ": "ae",
}
# Marks that NFKC leaves alone, each brought to one form. U+3007 is read, and often written, as U+96F6.
MARKS = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "ʹ": "'", "′": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "〝": '"', "〞": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "・": "·", "‧": "·", "〇": "零", "◯": "○", "，": "，", "｡": "。",
}
LIMIT = 0x110000


def dropped(mark):
    """Accents above and below, overlays, Hebrew and Arabic points; vowel signs, viramas and voicing marks stay."""
    ccc = unicodedata.combining(mark)
    return unicodedata.category(mark) in ("Mn", "Me") and (
        ccc in (1, 202) or 10 <= ccc <= 36 or 200 <= ccc <= 240 or unicodedata.category(mark) == "Me")


def within(scalar, ranges):
    return any(low <= scalar <= high for low, high in ranges)


def once(text):
    out = []
    for char in unicodedata.normalize("NFKD", text) if not is_hangul(text) else text:
        if char in MARKS:
            out.append(MARKS[char])
        elif within(ord(char), VANISH) or dropped(char):
            continue
        elif unicodedata.category(char) == "Nd":
            out.append(str(unicodedata.decimal(char)))
        else:
            out.append("".join(LETTERS.get(c, c) for c in char.casefold()))
    return "".join(out)


def is_hangul(text):
    return len(text) == 1 and 0xAC00 <= ord(text) <= 0xD7A3


def fold(char, radicals):
    """The fold of a scalar; of a kind of numeral that stands apart (superscript, circled), with white space around."""
    if char in MARKS:
        return MARKS[char]
    category = unicodedata.category(char)
    text = radicals.get(char, char)
    if category == "No":
        decomposed = unicodedata.normalize("NFKD", char)
        number = unicodedata.numeric(char)
        if decomposed == char and number == int(number) and 0x2460 <= ord(char) <= 0x2BFF:
            return " %d " % number
        if decomposed != char and not unicodedata.decomposition(char).startswith("<sub>"):
            text = " " + char + " "
    if char in "™℠":
        text = " " + char + " "
    while True:
        folded = once(text)
        if folded == text:
            break
        text = folded
    # The decomposition of a spacing accent is a space with the accent on it: the space is of no use.
    return " " if text.strip() == "" and text else text


def ranges(scalars):
    out = []
    for scalar in sorted(scalars):
        if out and out[-1][1] == scalar - 1:
            out[-1][1] = scalar
        else:
            out.append([scalar, scalar])
    return out


def main():
    radicals = {}
    for line in open(sys.argv[1], encoding="utf-8"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        source, target = (part.strip() for part in line.split(";"))
        low, _, high = source.partition("..")
        for scalar in range(int(low, 16), int(high or low, 16) + 1):
            # The file names strokes too (U+31C0...): they are shapes, not characters of a text.
            if not 0x31C0 <= scalar <= 0x31EF:
                radicals[chr(scalar)] = chr(int(target, 16))
    folds, letters, spaces = {}, set(), set()
    for scalar in range(LIMIT):
        if 0xD800 <= scalar <= 0xDFFF:
            continue
        char = chr(scalar)
        category = unicodedata.category(char)
        if category == "Cn" or category == "Co" or within(scalar, VANISH):
            continue
        target = fold(char, radicals)
        if target != char and scalar >= 0x80:
            folds[char] = target
        if target != char:
            continue
        if category in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mc", "Mn", "Nl", "No") and not within(scalar, HAN):
            letters.add(scalar)
        elif char.isspace() and scalar >= 0x80:
            spaces.add(scalar)
    vanished = [char for char, target in folds.items() if target == ""]
    print("# How text is folded for matching. Written by generate-folding.py from Unicode %s; do not edit."
          % unicodedata.unidata_version)
    print("# [vanish], [han], [letter], [space]: ranges of scalars. [fold]: scalar<TAB>its fold.")
    print("# What no line names stays as it is and parts words; ASCII is not named.")
    for name, spans in (
        ("vanish", ranges([scalar for low, high in VANISH for scalar in range(low, high + 1)] + [ord(c) for c in vanished])),
        ("han", HAN), ("letter", ranges(letters)), ("space", ranges(spaces)),
    ):
        print("[%s]" % name)
        for low, high in spans:
            print("%X" % low if low == high else "%X-%X" % (low, high))
    print("[fold]")
    for char, target in folds.items():
        if target:
            print("%s\t%s" % (char, target))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
