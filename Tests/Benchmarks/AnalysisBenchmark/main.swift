import GazetteAnalysis

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How fast is text cut into terms? One JSON line an analyzer for each file named on the command line.
///
///     GAZETTE_BENCHMARKS=1 swift run -c release AnalysisBenchmark FILE…
///
/// The text is analysed line by line into one stream, as passages are indexed, until 256 MB have gone through.
func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: buffer[..<count])
  }
}

/// The processor time of this program: a rate is for one core, however busy the machine is.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let clock = ContinuousClock()
let loading = clock.measure {
  var stream = TokenStream()
  Analyzer.standard.analyze([0x61], into: &stream)
}
print(#"{"benchmark":"first-word","us":\#(loading / .microseconds(1))}"#)

func measure(_ text: [UInt8], _ analyzer: Analyzer) {
  let lines = text.split(separator: 0x0A)
  let rounds = max(1, (256 << 20) / 9 / text.count)
  var rates: [Double] = []
  var tokenCount = 0
  var stream = TokenStream()
  for _ in 0..<9 {
    tokenCount = 0
    let start = processorSeconds()
    for _ in 0..<rounds {
      for line in lines {
        stream.removeAll()
        analyzer.analyze(line, into: &stream)
        tokenCount += stream.tokens.count
      }
    }
    rates.append(Double(text.count * rounds) / 1e6 / (processorSeconds() - start))
  }
  rates.sort()
  print(
    #"{"benchmark":"\#(analyzer.name) analysis","bytes":\#(text.count),"tokens":\#(tokenCount / rounds),"#
      + #""median_mb_s":\#(rates[4]),"best_mb_s":\#(rates[8])}"#)
}

for path in CommandLine.arguments.dropFirst() {
  let text = read(path)
  if !text.isEmpty { for analyzer in [Analyzer.standard, .plain] { measure(text, analyzer) } }
}
