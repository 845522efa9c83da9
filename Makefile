# Two commands are enough: "make demo" to see it answer, "make test" to see it tested. "make help" lists the others.

PREFIX ?= /usr/local
SANITIZE ?=

BUILD = .build
TEST_BUILD = .build-test
PROGRAMS = $(BUILD)/release/gazette $(BUILD)/release/gazette-corpus

# On Linux the programs carry Swift's own libraries inside, so that they run where no Swift is installed; the toolchain's
# lld links them without the warning that the default linker has about a function in them. On macOS those libraries
# come with the system, and a library that brew installed without a file for pkg-config has to be pointed at.
ifeq ($(shell uname -s),Darwin)
  BREW := $(shell brew --prefix 2>/dev/null)
  PATHS = $(if $(BREW),-Xcc -I$(BREW)/include -Xlinker -L$(BREW)/lib)
  STATIC = $(PATHS)
else
  PATHS =
  STATIC = --static-swift-stdlib -Xswiftc -use-ld=lld
  # The program that answers carries the C libraries too, where the system has them to be carried: it starts in half the time.
  CARRIED = $(filter /%,$(foreach name,libc.a libm.a libstdc++.a libstemmer.a libzstd.a,$(shell clang -print-file-name=$(name))))
  ANSWERING = $(if $(word 5,$(CARRIED)),GAZETTE_STATIC=1)
endif

# What the thread sanitizer cannot see of Swift's Mutex; see the file.
WATCHED = $(abspath $(BUILD)-$(SANITIZE)/mutex.so)

TEST = swift test -c release --disable-xctest $(PATHS)

# SwiftPM uses every core by itself, and two of its runs in one folder would only wait for each other.
.NOTPARALLEL:
.PHONY: help setup build demo test soak fuzz interop lint bench-check docs install clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 20

setup: ## install the C libraries that are missing, and check that Swift is there
	@.ci/setup

build: setup ## build the programs gazette and gazette-corpus into .build/release
	$(ANSWERING) swift build -c release $(STATIC) --product gazette
	swift build -c release $(STATIC) --product gazette-corpus

demo: build ## index the sample corpus and answer three questions
	@.ci/demo $(BUILD)/release

test: setup ## run the tests; the last line tells how many ran
	$(TEST) --scratch-path $(TEST_BUILD)

soak: setup ## run the tests with many more seeds, and the command under strace; SANITIZE=address or =thread watches memory or threads
ifeq ($(SANITIZE),)
	GAZETTE_SOAK=1 $(TEST) --scratch-path $(TEST_BUILD)
	Tests/Soak/faults.py $(TEST_BUILD)/release
else
ifeq ($(SANITIZE),thread)
	mkdir -p $(dir $(WATCHED))
	clang -O2 -shared -fPIC -Wall -o $(WATCHED) Tests/Soak/mutex.c
endif
	GAZETTE_SOAK=1 SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=$(CURDIR)/.ci/leaks.txt:print_suppressions=0 \
	  $(if $(filter thread,$(SANITIZE)),LD_PRELOAD=$(WATCHED)) \
	  $(TEST) --scratch-path $(BUILD)-$(SANITIZE) --sanitize=$(SANITIZE) -Xswiftc -use-ld=lld
ifeq ($(SANITIZE),address)
	.ci/fuzz
endif
endif

fuzz: setup ## feed each reader a million damaged files under libFuzzer and the address sanitizer
	.ci/fuzz $(RUNS)

interop: build ## check real answers against the JSON Schemas, and the folding tables against OpenCC
	.ci/interop $(BUILD)/release

lint: ## check the form of the Swift files
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench-check: setup ## hold the instructions that indexing and queries take against thresholds (valgrind, Python)
	GAZETTE_BENCHMARKS=1 swift build -c release $(PATHS) --scratch-path .build-bench --product gazette-bench
	Tests/Benchmarks/check.py .build-bench/release/gazette-bench

docs: build ## build the documentation of each module into .build-docs
	swift build -c release $(STATIC) --target GazetteConcepts
	.ci/docs $(BUILD)/release

install: build ## install the programs, the manual page and the completions below PREFIX (PREFIX=/usr/local)
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 $(PROGRAMS) '$(DESTDIR)$(PREFIX)/bin'
	.ci/install-pages $(BUILD)/release '$(DESTDIR)$(PREFIX)/share'

clean: ## remove everything that was built, the index too
	rm -rf .build .build-*
	find index -mindepth 1 ! -name .gitignore -delete
