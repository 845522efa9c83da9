#!/usr/bin/env python3
"""Writes pinyin.txt: how each common Han character is read, without tones.

    apt-get download unicode-data && dpkg -x unicode-data_*.deb ucd
    python3 generate-pinyin.py ucd/usr/share/unicode/Unihan_Readings.txt.bz2 > pinyin.txt

The readings are those of the Unihan database 15.0.0 (Unicode licence, see pinyin.LICENSE.txt): kHanyuPinlu, by falling
frequency, then kTGHZ2013, for the 8,105 characters of the Table of General Standard Chinese Characters. A ü stands as v.
"""
import bz2
import re
import sys
import unicodedata


def plain(syllable):
    """The syllable without its tone."""
    syllable = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in syllable if not unicodedata.combining(c)).replace("ê", "e")


def main():
    frequent, standard = {}, {}
    for line in bz2.open(sys.argv[1], "rt", encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) != 3 or parts[1] not in ("kHanyuPinlu", "kTGHZ2013"):
            continue
        scalar = chr(int(parts[0][2:], 16))
        if parts[1] == "kHanyuPinlu":
            frequent[scalar] = [re.sub(r"\(.*", "", reading) for reading in parts[2].split()]
        else:
            standard[scalar] = [
                reading for group in parts[2].split() for reading in group.split(":")[1].split(",")]
    print("# Han character<TAB>its readings without tones, the usual one first. Written by generate-pinyin.py")
    print("# from the Unihan database 15.0.0 (Unicode licence, see pinyin.LICENSE.txt); do not edit.")
    for scalar in sorted(standard):
        readings = []
        for reading in frequent.get(scalar, []) + standard[scalar]:
            reading = plain(reading)
            if re.fullmatch("[a-z]+", reading) and reading not in readings:
                readings.append(reading)
        if readings:
            print(f"{scalar}\t{' '.join(readings)}")


main()
