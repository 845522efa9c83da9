import Foundation
import GazetteChecklists
import GazetteDocument
import GazetteMeasures
import GazetteParsing
import GazetteTestSupport

/// A document of the sample corpus as paragraphs that a test can edit, and its checklist.
struct PolicySource {
  /// The name of the document.
  let name: String
  /// The paragraphs, the head of the paper first.
  var paragraphs: [String]
  /// What a new paragraph can say.
  private let pool: [String]
  private static let extractor = MeasureExtractor()

  /// Reads a text of the corpus by its path.
  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: ProjectFolder.corpus + "/" + path))
    name = String(path.prefix { $0 != "." })
    let document = try DocumentParser().parse(
      Array(data), id: PolicyDocument.ID(name), file: path)
    let text = String(decoding: document.text.utf8, as: UTF8.self)
    paragraphs = text.split(separator: "\n").map(String.init)
    let isChinese = text.unicodeScalars.contains { $0.value >= 0x4E00 }
    pool = (1...40).map { number in
      isChinese
        ? "各乡镇应当在\(2025 + number % 5)年\(1 + number % 12)月底前完善第\(number)类台账管理制度，县档案局负责。"
        : "Councils must complete register number \(number) by the end of June \(2025 + number % 5)."
    }
  }

  /// Does one random edit, and leaves the head of the paper as it is.
  mutating func edit(_ random: inout SeededGenerator) {
    let head = min(6, paragraphs.count / 2)
    let place = head + random.below(paragraphs.count - head)
    switch random.below(6) {
    case 0, 1: paragraphs.insert(pool[random.below(pool.count)], at: place)
    case 2 where paragraphs.count > head + 4: paragraphs.remove(at: place)
    case 3:
      let moved = paragraphs.remove(at: place)
      paragraphs.insert(moved, at: head + random.below(paragraphs.count - head + 1))
    default: reword(place, &random)
    }
  }

  /// Changes a few words of a paragraph: drops some, doubles some, or puts others in.
  private mutating func reword(_ place: Int, _ random: inout SeededGenerator) {
    var scalars = Array(paragraphs[place].unicodeScalars)
    guard scalars.count > 12 else { return }
    for _ in 0...random.below(3) {
      let at = random.below(scalars.count - 4)
      switch random.below(3) {
      case 0: scalars.removeSubrange(at..<at + 1 + random.below(3))
      case 1: scalars.insert(contentsOf: Array("切实".unicodeScalars), at: at)
      default: scalars.insert(contentsOf: Array(" also ".unicodeScalars), at: at)
      }
      guard scalars.count > 12 else { break }
    }
    paragraphs[place] = String(String.UnicodeScalarView(scalars))
  }

  /// The checklist of the document as it stands.
  func checklist(_ language: ChecklistLanguage) throws -> Checklist {
    let text = paragraphs.joined(separator: "\n") + "\n"
    let document = try DocumentParser().parse(
      Array(text.utf8), id: PolicyDocument.ID(name), file: name + ".txt")
    let measures = PolicySource.extractor.measures(in: document)
    let rows = ChecklistRow.rows(
      of: document, measures: measures, ids: MeasureID.ids(of: measures, in: document)
    ) { passage in
      "《样本》，\(name)#\(document.path(ofPassage: passage)) (\(document.machineID(ofPassage: passage)))"
    }
    return Checklist(
      rows: rows, language: language, revision: "r1-01234567", selection: ["--doc", name])
  }
}
