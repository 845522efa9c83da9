#!/usr/bin/env python3
"""Stops `gazette index` at every system call, lets every call fail, and fills disks.

    faults.py FOLDER [PART ...]    FOLDER holds the programs; parts: kill, error, size, disk, refuse

The calls of one undisturbed run are taken down with strace. Then the run is repeated for each of them on a copy of the
same index, and killed at that call, or the call is made to fail, once or from there on for ever. After each run the index
must be sound to its last byte and hold the old state or the new one, a message must say which path it is about, and the
next run must bring the new state and leave no file behind.
"""

import collections
import concurrent.futures
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ENVIRONMENT = {
    "LANG": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SWIFT_BACKTRACE": "enable=no"}
CALL = re.compile(r"^(\d+)\s+(\w+)\((.*)$")
NOBODY = 65534
PAGE = 4096

# What each call may fail with, beside being interrupted.
ERRORS = {
    "openat": ["EIO", "EMFILE"], "read": ["EIO"], "pread64": ["EIO"], "getdents64": ["EIO"],
    "newfstatat": ["EIO"], "pwrite64": ["ENOSPC", "EIO"], "write": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"], "ftruncate": ["EIO"], "rename": ["EIO", "ENOSPC"],
    "mkdir": ["EIO", "ENOSPC"], "unlink": ["EIO"], "flock": ["EIO"], "close": ["EIO"],
    "mmap": ["ENOMEM"]}
# Calls that fail once, and that fail from there on for ever as well.
LASTING = {"openat", "pwrite64", "write", "fsync", "ftruncate", "rename", "mkdir", "unlink"}
# Calls that are to be made again when a signal interrupts them.
REPEATED = {"read", "pread64", "pwrite64", "write", "fsync"}


class Wrong(Exception):
    """What is not as it must be."""


class Bench:
    """The programs, a place for folders, and the counts of what was tried."""

    def __init__(self, programs, home):
        self.programs = os.path.abspath(programs)
        self.home = home
        self.failures = []
        self.counts = collections.Counter()
        self.lock = threading.Lock()

    def run(self, words, before=(), **options):
        program = "gazette-corpus" if words[0] == "index" else "gazette"
        return subprocess.run(
            [*before, os.path.join(self.programs, program), *words], env=ENVIRONMENT,
            capture_output=True, text=True, timeout=120, **options)

    def answer(self, words, statuses):
        """The answer of a command in JSON; nothing where there is no index yet."""
        run = self.run([*words, "--json"])
        if run.returncode == 2 and '"no-index"' in run.stdout:
            return None
        if run.returncode not in statuses:
            raise Wrong(f"{words[0]} ends with {run.returncode}: {run.stdout or run.stderr}")
        return json.loads(run.stdout)

    def state(self, index):
        """What the index holds, without the number of its commit; nothing before the first."""
        listed = self.answer(["list", "--index", index], [0, 1])
        found = self.answer(["search", "roads", "--limit", "1", "--index", index], [0, 1])
        if listed is None or found is None:
            return None
        items = json.dumps(listed["items"], sort_keys=True)
        return listed["revision"].split("-")[-1], found["total"], items

    def check(self, index, states=None):
        """Throws unless every byte is sound and the state one of some; gives what is left over."""
        examined = self.answer(["doctor", "--index", index], [0])
        if states is not None and self.state(index) not in states:
            raise Wrong("the index holds neither the old state nor the new one")
        return examined["items"][0]["leftovers"] if examined else []

    def count(self, kind):
        with self.lock:
            self.counts[kind] += 1

    def attempt(self, kind, name, body):
        try:
            body()
        except (Wrong, subprocess.SubprocessError, ValueError, KeyError) as error:
            with self.lock:
                self.failures.append(f"{name}: {error}")
                print(f"  {name}: {error}", file=sys.stderr, flush=True)
        self.count(kind)

    def can_mount(self):
        try:
            with Mount(os.path.join(self.home, "try"), "size=64k"):
                return True
        except (subprocess.SubprocessError, FileNotFoundError):
            return False


class Mount:
    """A small disk in memory."""

    def __init__(self, path, options):
        self.path = path
        os.makedirs(path, exist_ok=True)
        self.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", path])

    @staticmethod
    def run(words):
        subprocess.run(words, check=True, capture_output=True)

    def remount(self, options):
        self.run(["mount", "-o", "remount," + options, self.path])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run(["umount", self.path])


class Scenario:
    """An index as it was, a corpus as it is now, and what a run must make of the two."""

    def __init__(self, bench, name, old, new, options=(), damaged=False, target="index"):
        self.bench, self.name, self.options, self.damaged = bench, name, list(options), damaged
        home = os.path.join(bench.home, name)
        self.corpus, self.kept, self.work = home + "/corpus", home + "/kept", home + "/work"
        self.index = self.work + "/" + target
        if old is not None:
            write_corpus(self.corpus, old)
            self.expect(bench.run(["index", self.corpus, "--index", self.kept]))
            shutil.rmtree(self.corpus)
        write_corpus(self.corpus, new)
        if damaged:
            os.truncate(self.kept + "/manifest", os.path.getsize(self.kept + "/manifest") - 1)
        self.restore()
        self.old = None if damaged else bench.state(self.index)
        self.expect(bench.run(self.words))
        self.new = bench.state(self.index)
        self.largest = max(
            os.path.getsize(os.path.join(self.index, file)) for file in os.listdir(self.index))
        if self.old == self.new:
            raise SystemExit(f"faults: {name} changes nothing")
        self.calls = self.taken_down()

    @property
    def words(self):
        return ["index", self.corpus, "--index", self.index, "--jobs", "1", *self.options]

    @staticmethod
    def expect(run, statuses=(0,)):
        if run.returncode not in statuses:
            raise Wrong(f"status {run.returncode}: {run.stderr[-300:]}")

    def copy(self):
        if os.path.isdir(self.kept):
            shutil.copytree(self.kept, self.index)

    def restore(self):
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        self.copy()

    def taken_down(self):
        """The calls of an undisturbed run from the first look at the corpus on.

        Each has its name, its number among its like, and its arguments.
        """
        self.restore()
        log = self.work + ".trace"
        self.expect(self.bench.run(self.words, before=["strace", "-f", "-qq", "-y", "-o", log]))
        calls, counts, threads, started = [], collections.Counter(), set(), False
        with open(log, encoding="utf-8", errors="replace") as lines:
            for match in filter(None, map(CALL.match, lines)):
                thread, name, rest = match.groups()
                threads.add(thread)
                counts[name] += 1
                started = started or (name != "execve" and self.corpus in rest)
                if started and name != "exit_group":
                    calls.append((name, counts[name], rest))
        if len(threads) != 1:
            raise SystemExit("faults: with several threads the calls cannot be counted")
        return calls

    def inject(self, name, what):
        self.restore()
        options = ["-e", f"trace={name}", "-e", f"inject={name}:{what}"]
        return self.bench.run(
            self.words, before=["strace", "-f", "-qq", "-o", "/dev/null", *options])

    def recover(self):
        """The next run brings the new state and leaves nothing behind."""
        self.expect(self.bench.run(self.words))
        left = self.bench.check(self.index, [self.new])
        left += [name for name in os.listdir(self.index) if name.endswith(".tmp")]
        if left:
            raise Wrong(f"the next run leaves {left}")

    def after(self, run, can_be_partial=False):
        """The old state or the new one; the new one alone when the run says that all went well."""
        if run.returncode == 0:
            self.bench.check(self.index, [self.new])
        elif self.damaged and self.bench.run(["doctor", "--index", self.index]).returncode == 1:
            # It stays as damaged as it was: there is nothing in it to lose.
            pass
        elif can_be_partial:
            self.bench.check(self.index)
        else:
            self.bench.check(self.index, [self.new] if self.damaged else [self.old, self.new])

    def kills(self):
        for name, number, _ in self.calls:
            self.bench.attempt(
                "kill", f"{self.name}, killed at {name} {number}", lambda: self.kill(name, number))

    def kill(self, name, number):
        run = self.inject(name, f"signal=SIGKILL:when={number}")
        self.expect(run, [0, -signal.SIGKILL])
        if run.returncode == 0:
            self.bench.count("ended before the kill")
        self.after(run)
        self.recover()

    def errors(self):
        for name, number, rest in self.calls:
            # Memory that is refused is another matter than a file that cannot be mapped.
            if name == "mmap" and "</" not in rest:
                continue
            often = ["", "+"] if name in LASTING else [""]
            faults = [(error, times) for error in ERRORS.get(name, []) for times in often]
            if name in REPEATED:
                faults.append(("EINTR", ""))
            for error, times in faults:
                when = f"{number}{times}"
                self.bench.attempt(
                    "error", f"{self.name}, {error} at {name} {when}",
                    lambda: self.error(name, when, rest, error))

    def error(self, name, when, rest, error):
        run = self.inject(name, f"error={error}:when={when}")
        self.bench.count(f"ended with {run.returncode}")
        self.expect(run, [0] if error == "EINTR" else [0, 2])
        if run.returncode == 2 and self.bench.home not in run.stderr and name != "write":
            raise Wrong(f"the message names no path: {run.stderr}")
        # A file of the corpus that cannot be read is reported, and all others are indexed.
        is_of_corpus = self.corpus in rest or self.corpus in run.stderr
        self.after(run, can_be_partial=is_of_corpus or when.endswith("+"))
        self.recover()


def write_corpus(folder, files):
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def paper(number, paragraphs=2, word=""):
    lines = [f"Paper {number} {word}".strip(), ""]
    for paragraph in range(paragraphs):
        seeds = (number * 31 + paragraph * 7 + place * place for place in range(25))
        words = " ".join(f"w{seed % 613}" for seed in seeds)
        lines += [f"Paragraph {paragraph} of roads, 三保障 and {words}.", ""]
    return "\n".join(lines)


def scenarios(bench):
    small = {f"a/{number}.txt": paper(number) for number in range(4)}
    changed = {name: text for name, text in small.items() if name != "a/1.txt"}
    changed["a/2.txt"] = paper(2, 3, "changed")
    changed["b/new.md"] = "# New\n\n" + paper(9, 2, "added")
    large = {f"c/{number}.txt": paper(number, 600) for number in range(2)}
    return [
        Scenario(bench, "first", None, small, target="new/index"),
        # A small index is merged with every commit; a large segment stays beside new ones.
        Scenario(bench, "merge", small, changed),
        Scenario(bench, "commit", {**large, **small}, {**large, **changed}),
        Scenario(bench, "rebuild", small, changed, ["--rebuild"]),
        Scenario(bench, "damaged", small, changed, damaged=True),
        # Much is written at once: for disks and sizes.
        Scenario(bench, "grown", small, {**large, **changed}),
    ]


def limit_size(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def refused(scenario, run, *words):
    """The run failed, and said at which path and why."""
    if run.returncode != 2 or scenario.index not in run.stderr:
        raise Wrong(f"status {run.returncode}: {run.stderr}")
    if not any(word in run.stderr for word in words):
        raise Wrong(f"the message does not say why: {run.stderr}")


def sizes(bench, scenario):
    """No file may grow over a size, for many sizes: writes are cut short, then refused."""
    def body(size):
        scenario.restore()
        run = bench.run(scenario.words, preexec_fn=limit_size(size))
        if run.returncode != 0:
            refused(scenario, run, "File too large")
        scenario.after(run)
        scenario.recover()
    step = max(1, scenario.largest // 120)
    for size in range(0, scenario.largest + step, step):
        bench.attempt("size", f"{scenario.name}, files up to {size} bytes", lambda: body(size))


def disks(bench, scenario):
    """Disks of every size from just enough for the old index on, and with few files to spare."""
    kept = os.listdir(scenario.kept) if os.path.isdir(scenario.kept) else []
    pages = sum(
        os.path.getsize(os.path.join(scenario.kept, name)) // PAGE + 1 for name in kept)

    def body(options, room):
        shutil.rmtree(scenario.work, ignore_errors=True)
        with Mount(scenario.work, options) as disk:
            scenario.copy()
            run = bench.run(scenario.words)
            if run.returncode != 0:
                refused(scenario, run, "No space left on device; make room")
            scenario.after(run)
            disk.remount(room)
            scenario.recover()
            succeeded.append(run.returncode == 0)

    succeeded = []
    size = pages + 2
    while sum(succeeded) < 3 and size < pages + 5000:
        name = f"{scenario.name}, disk of {size * PAGE} bytes"
        bench.attempt("disk", name, lambda: body(f"size={size * PAGE}", "size=64m"))
        size += 1 if size < pages + 40 else 8
    for more in range(2, 10):
        options = f"size=64m,nr_inodes={len(kept) + more}"
        name = f"{scenario.name}, disk of {more} more files"
        bench.attempt("disk", name, lambda: body(options, "nr_inodes=1000"))


def refusals(bench, scenario):
    """A folder that cannot be written, a disk that cannot be, and a second writer."""

    def folder():
        scenario.restore()
        os.chmod(scenario.index, 0o555)
        for name in os.listdir(scenario.index):
            os.chmod(os.path.join(scenario.index, name), 0o444)
        user = {"user": NOBODY, "group": NOBODY} if os.getuid() == 0 else {}
        run = bench.run(scenario.words, **user)
        refused(scenario, run, "Permission denied")
        scenario.after(run)
        os.chmod(scenario.index, 0o755)
        for name in os.listdir(scenario.index):
            os.chmod(os.path.join(scenario.index, name), 0o644)
        scenario.recover()

    def disk():
        shutil.rmtree(scenario.work, ignore_errors=True)
        with Mount(scenario.work, "size=64m") as disk:
            scenario.copy()
            disk.remount("ro")
            run = bench.run(scenario.words)
            refused(scenario, run, "Read-only file system")
            scenario.after(run)
            disk.remount("rw")
            scenario.recover()

    def second():
        scenario.restore()
        slow = ["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=2000000:when=1"]
        first = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", *slow,
             os.path.join(bench.programs, "gazette-corpus"), *scenario.words],
            env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 60
        while not any(name.endswith(".tmp") for name in os.listdir(scenario.index)):
            if time.monotonic() > deadline:
                raise Wrong("the first writer does not begin")
            time.sleep(0.01)
        refused(scenario, bench.run(scenario.words), "is being written by process")
        bench.check(scenario.index, [scenario.old])
        if first.wait(60) != 0:
            raise Wrong(f"the first writer is disturbed: {first.stderr.read()}")
        bench.check(scenario.index, [scenario.new])
        scenario.recover()

    def corpus():
        """What cannot be looked at is not gone."""
        scenario.restore()
        closed = os.path.join(scenario.corpus, "c")
        if os.getuid() == 0:
            for path in [scenario.index, *(one.path for one in os.scandir(scenario.index))]:
                os.chown(path, NOBODY, NOBODY)
        # Its names can be read, and nothing behind them.
        os.chmod(closed, 0o444)
        user = {"user": NOBODY, "group": NOBODY} if os.getuid() == 0 else {}
        run = bench.run(scenario.words, **user)
        os.chmod(closed, 0o755)
        if run.returncode != 2 or "Permission denied" not in run.stderr:
            raise Wrong(f"status {run.returncode}: {run.stderr}")
        bench.check(scenario.index)
        items = bench.answer(["list", "--index", scenario.index], [0])["items"]
        if sum(item["id"].startswith("c/") for item in items) != 2:
            raise Wrong("files that could not be looked at are gone from the index")
        scenario.recover()

    bench.attempt("refuse", "a folder that cannot be written", folder)
    bench.attempt("refuse", "a folder of the corpus that cannot be entered", corpus)
    if bench.can_mount():
        bench.attempt("refuse", "a disk that cannot be written", disk)
    bench.attempt("refuse", "a second writer", second)


def sweep(bench, made, parts):
    """Kills and errors, one scenario beside the other."""
    def both(scenario):
        if "kill" in parts:
            scenario.kills()
        if "error" in parts:
            scenario.errors()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(both, made))


def main():
    programs, parts = sys.argv[1], sys.argv[2:] or ["kill", "error", "size", "disk", "refuse"]
    if not shutil.which("strace"):
        print("faults: left out, for strace is missing (on Debian: apt-get install strace)")
        return 0
    start = time.monotonic()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="gazette-faults-", dir=memory) as home:
        os.chmod(home, 0o755)
        bench = Bench(programs, home)
        made = scenarios(bench)
        print("faults: " + ", ".join(f"{one.name} {len(one.calls)} calls" for one in made))
        sweep(bench, made[:-1], parts)
        for scenario in [*made[:3], made[-1]]:
            if "size" in parts:
                sizes(bench, scenario)
            if "disk" in parts and bench.can_mount():
                disks(bench, scenario)
        if "refuse" in parts:
            refusals(bench, made[2])
        if not bench.can_mount():
            print("faults: small disks left out, for nothing can be mounted here")
    counts = bench.counts
    print("faults: " + ", ".join(f"{counts[key]} {key}" for key in sorted(counts)))
    seconds = round(time.monotonic() - start)
    print(f"faults: {len(bench.failures)} failures in {seconds} s")
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
