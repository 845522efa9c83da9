// How fast files are read, against the bare parsers: MB/s of one core, medians of interleaved rounds.
//
//   GAZETTE_BENCHMARKS=1 swift run -c release ReadingBenchmark [--rounds N] FOLDER...
//   GAZETTE_BENCHMARKS=1 swift run -c release ReadingBenchmark --profile TIMES FOLDER...
//   GAZETTE_BENCHMARKS=1 swift run -c release ReadingBenchmark --outline FILE...
//   GAZETTE_BENCHMARKS=1 swift run -c release ReadingBenchmark --fingerprint MUTANTS FILE...

import Foundation
import GazetteDocument
import GazetteParsing
import GazetteTestSupport

var rounds = 7
var arguments = Array(CommandLine.arguments.dropFirst())
if let place = arguments.firstIndex(of: "--rounds"), place + 1 < arguments.count {
  rounds = Int(arguments[place + 1]) ?? rounds
  arguments.removeSubrange(place...place + 1)
}

if arguments.first == "--outline" {
  for path in arguments.dropFirst() {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    print("== \(path)")
    do {
      let document = try DocumentParser().parse(bytes, id: .init("x"), file: path)
      print(OutlinePrinter(width: 64).tree(of: document))
    } catch {
      print("FAILED \(error)")
    }
  }
} else if arguments.first == "--profile", arguments.count > 2 {
  // For profilers and counts of instructions: the whole path alone, without the hash of the file.
  let times = Int(arguments[1]) ?? 1
  for (form, files) in InputFiles(folders: Array(arguments.dropFirst(2))).byForm {
    let digests = files.map { ContentHash.digest(of: $0.span) }
    for _ in 0..<times {
      for (file, digest) in zip(files, digests) {
        _ = try DocumentParser().parse(file, sha256: digest, id: .init("x"), file: "x." + form)
      }
    }
  }
} else if arguments.first == "--fingerprint", arguments.count > 2 {
  for path in arguments.dropFirst(2) {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let mutants = Int(arguments[1]) ?? 0
    print(DocumentFingerprint.of(bytes, name: path, mutants: mutants), path)
  }
} else {
  for (form, files) in InputFiles(folders: arguments).byForm {
    ReadingMeasure(form: form, files: files, rounds: rounds).run()
  }
}
