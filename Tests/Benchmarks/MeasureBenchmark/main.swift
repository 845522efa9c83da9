// Measures how well and how fast measures are found.
//
//     GAZETTE_BENCHMARKS=1 swift run -c release MeasureBenchmark score FILE.jsonl [CORPORA] [--wrong]
//     GAZETTE_BENCHMARKS=1 swift run -c release MeasureBenchmark speed FOLDER…
//     GAZETTE_BENCHMARKS=1 swift run -c release MeasureBenchmark read FILE…
//     GAZETTE_BENCHMARKS=1 swift run -c release MeasureBenchmark sample SEED COUNT CORPORA PATH…
//
// `score` prints detection and the fields by language; `sample` prints places and words of sentences drawn at random.

import Foundation
import GazetteDocument
import GazetteMeasureScoring
import GazetteMeasures
import GazetteParsing

func parsed(_ path: String, as name: String) -> PolicyDocument? {
  guard let data = FileManager.default.contents(atPath: path) else { return nil }
  return try? DocumentParser().parse([UInt8](data), id: PolicyDocument.ID(name), file: name)
}

func described(_ measure: Measure, _ words: (Range<Int>) -> String) -> String {
  func all(_ spans: [TextSpan]) -> String { spans.map { words($0.scalars) }.joined(separator: "+") }
  let force = measure.force
  let mark = force.polarity == .negative ? "-" : "+"
  return
    "    \(measure.isOptional ? "(\(measure.kind))" : "\(measure.kind)") \(force.strength)\(mark)"
    + " m=\(all(measure.modality.spans))\(force.isInherited ? "^" : "") a=\(all(measure.action.spans))"
    + " o=\(all(measure.objects))"
    + " r=\(measure.actors.map { ($0.state == .inherited ? "^" : "") + "\($0.role):" + ($0.span.map { words($0.scalars) } ?? "") })"
    + " d=\(all(measure.deadline.spans))[\(measure.deadline.value?.normalised ?? "")]"
    + " i=\(all(measure.indicator.spans))" + (measure.isReported ? " reported" : "")
}

func score(_ arguments: [String]) throws {
  let isWordy = arguments.contains("--wrong")
  let files = arguments.filter { !$0.hasPrefix("--") }
  var documents = AnnotatedDocuments(folder: files.count > 1 ? files[files.startIndex + 1] : "")
  var scores = ["zh": MeasureScore(), "en": MeasureScore()]
  for line in try String(contentsOfFile: files.first ?? "", encoding: .utf8).split(separator: "\n")
  {
    guard let gold = try GoldSentence(line: String(line)) else { continue }
    guard let found = try documents.measures(of: gold) else {
      print("missing: \(gold.file)")
      continue
    }
    scores[gold.isChinese ? "zh" : "en"]?.add(gold, found: found)
    if isWordy {
      var one = MeasureScore()
      one.add(gold, found: found)
      let isRight =
        one.detection.f1 == 1 && one.groups.f1 == 1 && one.actionOverlap.f1 > 0.8
        && one.objectOverlap.f1 > 0.7
        && one.actor.f1 == 1 && one.deadline.f1 == 1 && one.indicator.f1 == 1
        && one.modality.f1 == 1
        && one.strengthWithinOne == 1
      guard !isRight else { continue }
      print("\(gold.name) \(gold.file) \(gold.label): \(documents.words(gold.range, of: gold))")
      for measure in gold.measures {
        let words = { (ranges: [Range<Int>]) in
          ranges.map { documents.words($0, of: gold) }.joined(separator: "+")
        }
        print(
          "    GOLD\(measure.isOptional ? " optional" : "") \(measure.strength)\(measure.isNegative ? "-" : "+") m=\(words(measure.modalities)) a=\(words(measure.action)) o=\(words(measure.objects)) r=\(words(measure.actors)) d=\(words(measure.deadlines)) i=\(words(measure.indicators))"
        )
      }
      for measure in found { print(described(measure) { documents.words($0, of: gold) }) }
    }
  }
  for (language, score) in scores.sorted(by: { $0.key > $1.key }) where score.sentences > 0 {
    print("\(language)\n\(score.report)")
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "score":
  try score(Array(arguments.dropFirst()))
case "read":
  for path in arguments.dropFirst() {
    guard let document = parsed(path, as: path) else { continue }
    let scalars = Array(String(decoding: document.text.utf8, as: UTF8.self).unicodeScalars)
    let words = { (range: Range<Int>) in String(String.UnicodeScalarView(scalars[range])) }
    let found = Dictionary(grouping: MeasureExtractor().measures(in: document), by: \.sentence)
    for index in document.passages.indices {
      for sentence in document.passages[index].sentences {
        print(
          "[\(document.voice(ofSentence: sentence, in: index).kind)] \(document.text.string(in: document.sentences[sentence].span))"
        )
        for measure in found[sentence] ?? [] { print(described(measure, words)) }
      }
    }
  }
case "speed":
  var texts: [PolicyDocument] = []
  for folder in arguments.dropFirst() {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() {
      if let document = parsed(folder + "/" + name, as: name) { texts.append(document) }
    }
  }
  let bytes = texts.reduce(0) { $0 + $1.text.utf8.count }
  let extractor = MeasureExtractor()
  var best = 0.0
  var count = 0
  for _ in 0..<7 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    let start = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    count = 0
    for document in texts { count += extractor.measures(in: document).count }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    best = max(
      best, Double(bytes) / 1e6 / (Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 - start))
  }
  print(#"{"benchmark":"measures","bytes":\#(bytes),"measures":\#(count),"mb_s":\#(Int(best))}"#)
case "sample":
  guard arguments.count > 4, let seed = UInt64(arguments[1]), let count = Int(arguments[2]) else {
    break
  }
  var state = seed
  func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
  for name in arguments.dropFirst(4) {
    guard let document = parsed(arguments[3] + "/" + name, as: name) else { continue }
    var chosen: Set<Int> = []
    let all = document.passages.flatMap { Array($0.sentences) }
    while chosen.count < min(count, all.count) { chosen.insert(all[random(all.count)]) }
    print("# \(name)\t\(document.textSHA256)")
    for sentence in chosen.sorted() {
      let span = document.sentences[sentence].span
      let words = document.text.string(in: span).split(separator: "\n").joined(separator: " ")
      print("\(span.start.scalar)\t\(span.end.scalar)\t\(words)")
    }
  }
default:
  print("score, speed, read or sample")
}
