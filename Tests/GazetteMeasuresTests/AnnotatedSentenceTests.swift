import Foundation
import GazetteDocument
import GazetteMeasureScoring
import GazetteMeasures
import GazetteTestSupport
import Testing

/// What is found in annotated sentences of real documents does not get worse.
@Suite struct AnnotatedSentenceTests {
  /// The least F1 of detection, paired measures, action, object and modality.
  struct Floor: Sendable {
    let file: String
    let isChinese: Bool
    let values: [Double]
  }

  /// A little below what was measured when they were set.
  static let floors = [
    Floor(file: "tuning", isChinese: true, values: [0.96, 0.94, 0.87, 0.89, 0.90]),
    Floor(file: "tuning", isChinese: false, values: [0.95, 0.91, 0.92, 0.84, 0.95]),
    Floor(file: "further", isChinese: true, values: [0.91, 0.89, 0.85, 0.86, 0.92]),
    Floor(file: "further", isChinese: false, values: [0.87, 0.83, 0.80, 0.76, 0.84]),
  ]

  @Test(
    "annotated sentences keep their scores", .enabled(if: ProjectFolder.sharedCorpora != nil),
    arguments: floors)
  func keepsScores(_ floor: Floor) throws {
    let path = ProjectFolder.top + "/Tests/Annotations/measures/\(floor.file).jsonl"
    let corpora = try #require(ProjectFolder.sharedCorpora)
    var documents = AnnotatedDocuments(folder: corpora)
    var score = MeasureScore()
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      guard let gold = try GoldSentence(line: String(line)), gold.isChinese == floor.isChinese
      else {
        continue
      }
      let read = try documents.measures(of: gold)
      let found = try #require(read, "\(gold.file) is another text")
      score.add(gold, found: found)
    }
    #expect(score.sentences > 50)
    let got = [
      score.detection, score.groups, score.actionOverlap, score.objectOverlap, score.modality,
    ]
    for (field, (value, least)) in zip(got, floor.values).enumerated() {
      #expect(value.f1 >= least, "field \(field): \(value.f1)\n\(score.report)")
    }
    #expect(score.strengthWithinOne >= 0.95)
  }

  @Test("a perfect reader scores one, and a reader that finds nothing zero")
  func scorer() throws {
    let line =
      #"{"id":"a","lang":"zh-Hans","measure":true,"text":"完善制度。","measures":[{"group":1,"strength":3,"polarity":"positive"}],"spans":[{"type":"action","group":1,"start":0,"end":2},{"type":"object","group":1,"start":2,"end":4}]}"#
    let gold = try #require(try GoldSentence(line: line))
    let found = MeasureExtractor().measures(inSentence: gold.text, language: .simplifiedChinese)
    var full = MeasureScore()
    full.add(gold, found: found)
    #expect(full.detection.f1 == 1 && full.actionExact.f1 == 1 && full.objectExact.f1 == 1)
    var empty = MeasureScore()
    empty.add(gold, found: [])
    #expect(empty.detection.f1 == 0 && empty.actionOverlap.f1 == 0)
  }
}
