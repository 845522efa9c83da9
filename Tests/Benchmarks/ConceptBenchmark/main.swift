// Measures how fast the labels of a thesaurus are found: over folded text, and from raw text, by 100, 1,000 and 10,000 labels.
//
//     GAZETTE_BENCHMARKS=1 swift run -c release ConceptBenchmark [--seed N] [--standing] FOLDER…
//
// The labels are made up from the words of the texts, half Chinese and half English where the texts have both; with
// --standing all of them stand in the texts, which finds a label in every thirty bytes. A line of
// JSON for each number of labels: megabytes a second of processor time on one core, the bytes of the automaton, the matches.

import GazetteAnalysis
import GazetteConcepts

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of this program: a rate is for one core, however busy the machine is.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The best of some rounds, in megabytes a second.
func rate(_ bytes: Int, _ work: () -> Void) -> Double {
  let passes = max(1, (48 << 20) / bytes)
  return (0..<7).map { _ in
    let start = processorSeconds()
    for _ in 0..<passes { work() }
    return Double(bytes * passes) / 1e6 / (processorSeconds() - start)
  }.max() ?? 0
}

var arguments = Array(CommandLine.arguments.dropFirst())
var seed: UInt64 = 1
if let place = arguments.firstIndex(of: "--seed"), place + 1 < arguments.count {
  seed = UInt64(arguments[place + 1]) ?? 1
  arguments.removeSubrange(place...place + 1)
}
let isStanding = arguments.contains("--standing")
arguments.removeAll { $0 == "--standing" }
let lines = TextLines.lines(below: arguments)
guard !lines.isEmpty else { fatalError("no text to look in") }
let rawCount = lines.reduce(0) { $0 + $1.count }
var text = LabelText()
// The folded lines one after the other, each with its padding, and where each begins.
var folded: [UInt8] = []
var starts: [Int] = []
for line in lines {
  line.withUnsafeBufferPointer { text.fold($0) }
  starts.append(folded.count)
  folded += text.utf8
}
starts.append(folded.count)
let foldedCount = folded.count - lines.count * LabelText.padding
var generator = LabelGenerator(lines: lines, seed: seed, isStanding: isStanding)
let labels = generator.labels(10_000)
let folding = rate(rawCount) {
  for line in lines { line.withUnsafeBufferPointer { text.fold($0) } }
}
print(#"{"benchmark":"fold","bytes":\#(rawCount),"mb_s":\#(Int(folding))}"#)
var first = 0.0
for count in [100, 1_000, 10_000] {
  // Every so many of them, so that both languages are there.
  let step = max(1, labels.count / count)
  let some = stride(from: 0, to: labels.count, by: step).map { labels[$0] }
  let start = processorSeconds()
  let automaton = LabelAutomaton(some.map(ConceptMatcher.folded))
  let building = processorSeconds() - start
  var matches: [LabelMatch] = []
  var matchCount = 0
  let overFolded = rate(foldedCount) {
    matchCount = 0
    folded.withUnsafeBufferPointer { folded in
      for (start, end) in zip(starts, starts.dropFirst()) {
        matches.removeAll(keepingCapacity: true)
        let line = UnsafeBufferPointer(rebasing: folded[start..<end])
        automaton.matches(in: line, count: line.count - LabelText.padding, into: &matches)
        matchCount += matches.count
      }
    }
  }
  let fromRaw = rate(rawCount) {
    for line in lines {
      matches.removeAll(keepingCapacity: true)
      line.withUnsafeBufferPointer { text.fold($0) }
      automaton.matches(in: text, into: &matches)
    }
  }
  if count == 100 { first = overFolded }
  print(
    #"{"benchmark":"match","labels":\#(some.count),"seed":\#(seed),"matches":\#(matchCount),"#
      + #""folded_mb_s":\#(Int(overFolded)),"raw_mb_s":\#(Int(fromRaw)),"#
      + #""automaton_bytes":\#(automaton.byteCount),"build_ms":\#(Int(building * 1000)),"#
      + #""time_to_100":\#(Double(Int(first / overFolded * 100)) / 100)}"#)
}
