"""Types into real shells and reads what they complete; checks the manual page with groff and mandoc.

    python3 shells.py FOLDER   where FOLDER holds the programs

A shell or formatter that is not installed is passed over, with a line that says so.
"""

import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

programs = os.path.abspath(sys.argv[1])
gazette = os.path.join(programs, "gazette")
failures = 0
checks = 0


def check(condition, what):
    global failures, checks
    checks += 1
    if not condition:
        failures += 1
        print("shells: FAILED", what)


def corpus(folder):
    os.makedirs(os.path.join(folder, "corpus", "通知"))
    files = {
        "plain.md": "# Pumps\n\nWater.\n",
        "odd name's $y.md": "# Odd\n\nWater.\n",
        "通知/饮水 一.md": "# 关于饮水的通知\n\n饮水安全。\n",
        "plain.meta.yaml": "issuer: Example Water Bureau\n",
    }
    for name, text in files.items():
        with open(os.path.join(folder, "corpus", name), "w", encoding="utf-8") as file:
            file.write(text)
    subprocess.run([gazette, "index", "corpus"], cwd=folder, check=True, capture_output=True)


class Shell:
    """A shell on a terminal of its own, in which `args` prints its arguments one in brackets each."""

    def __init__(self, words, folder, start):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(
                PATH=folder + "/bin:" + programs + ":/usr/bin:/bin", LC_ALL="C.UTF-8", HOME=folder,
                TERM="xterm", XDG_CONFIG_HOME=folder + "/config", PS1="> ", COLUMNS="400")
            os.execvp(words[0], words)
        self.read(2)
        for line in start:
            self.send(line + "\r")
            self.read(1)

    def send(self, text):
        os.write(self.terminal, text.encode())

    def read(self, seconds):
        """What the shell prints until it has been silent for a while."""
        found = b""
        end = time.time() + 20
        while time.time() < end:
            ready, _, _ = select.select([self.terminal], [], [], seconds)
            if not ready:
                break
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            if not data:
                break
            found += data
            if b"\x1b[c" in data:  # fish asks what kind of terminal this is
                self.send("\x1b[?62;c")
        return found.decode("utf-8", "replace")

    def arguments(self, typed, record):
        """The arguments that the command gets when the typed text is completed and run."""
        if os.path.exists(record):
            os.remove(record)
        self.send("\x15" + typed + "\t")
        screen = self.read(1.5)
        self.send("\r")
        screen += self.read(1.5)
        if not os.path.exists(record):
            return None, screen
        with open(record, encoding="utf-8") as file:
            return file.read().split("\0")[:-1], screen

    def close(self):
        os.close(self.terminal)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)


CASES = [
    ("show pl", ["show", "plain"]),
    ("show odd", ["show", "odd name's $y"]),
    ("show 通", ["show", "通知/饮水 一"]),
    ("show 'odd", ["show", "odd name's $y"]),
    ('show "odd na', ["show", "odd name's $y"]),
    ("search tag:three-guar", ["search", "tag:three-guarantees"]),
    ("search tag:三保障", ["search", "tag:三保障"]),
    ("search issuer:Exa", ["search", 'issuer:"Example Water Bureau"']),
    ("concepts show three-guar", ["concepts", "show", "three-guarantees"]),
    ("search --facet lang", ["search", "--facet", "language"]),
]


def shells(folder):
    script = {}
    for name in ["bash", "zsh", "fish"]:
        script[name] = os.path.join(folder, "gazette." + name)
        with open(script[name], "w", encoding="utf-8") as file:
            subprocess.run([gazette, "completion", name], stdout=file, check=True)
    record = os.path.join(folder, "record")
    # The command that is completed writes down what it gets; the words come from the real one.
    os.makedirs(os.path.join(folder, "bin"))
    with open(os.path.join(folder, "bin", "gazette"), "w", encoding="utf-8") as file:
        file.write(
            '#!/bin/sh\n[ "$1" = complete ] && exec "%s" "$@"\nprintf "%%s\\0" "$@" > "%s"\n'
            % (gazette, record))
    os.chmod(os.path.join(folder, "bin", "gazette"), 0o755)
    starts = {
        "bash": (["bash", "--norc", "--noprofile", "-i"], ["source " + script["bash"]]),
        "zsh": (["zsh", "-f", "-i"], [
            "autoload -Uz compinit && compinit -u -d " + folder + "/dump", "source " + script["zsh"]]),
        "fish": (["fish", "--no-config", "--interactive"], ["source " + script["fish"]]),
    }
    for name, (words, start) in starts.items():
        if shutil.which(name) is None:
            print("shells:", name, "is not installed: passed over")
            continue
        shell = Shell(words, folder, start)
        for typed, expected in CASES:
            found, screen = shell.arguments("gazette " + typed, record)
            check(found == expected, "%s: %s gives %s\n%r" % (name, typed, found, screen[-400:]))
            check("error" not in screen.lower(), "%s: %s: talk" % (name, typed))
        shell.close()
        # Without an index nothing is said.
        os.rename(os.path.join(folder, "index"), os.path.join(folder, "away"))
        shell = Shell(words, folder, start)
        shell.send("gazette show pl\t")
        screen = shell.read(1.5)
        check("error" not in screen and "没有" not in screen, "%s talks without an index: %r" % (name, screen))
        shell.close()
        os.rename(os.path.join(folder, "away"), os.path.join(folder, "index"))
        print("shells:", name, "completes", len(CASES), "words")


def manual(folder):
    for language in ["en", "zh"]:
        path = os.path.join(folder, "gazette-%s.1" % language)
        with open(path, "w", encoding="utf-8") as file:
            subprocess.run([gazette, "manual", "--ui", language], stdout=file, check=True)
        for words in [["groff", "-man", "-Tutf8", "-ww", "-z", path], ["mandoc", "-T", "lint", "-W", "warning", path]]:
            if shutil.which(words[0]) is None:
                print("shells:", words[0], "is not installed: passed over")
                continue
            run = subprocess.run(words, capture_output=True, text=True)
            talk = (run.stdout + run.stderr).strip()
            check(not talk, "%s on the %s manual: %s" % (words[0], language, talk[:600]))


with tempfile.TemporaryDirectory() as folder:
    corpus(folder)
    shells(folder)
    manual(folder)
print("shells: %d checks, %d failed" % (checks, failures))
sys.exit(1 if failures else 0)
