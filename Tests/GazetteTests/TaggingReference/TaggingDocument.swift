import GazetteDocument
import GazetteTestSupport

/// Draws documents of passages, headings, a title and lines that are neither, in any order, some of them damaged.
///
/// No reader of files is between what is drawn and what is tagged, so that every order and every place of damage comes up.
struct TaggingDocument {
  private var text: TaggingText

  init(labels: [String], seed: UInt64) { text = TaggingText(labels: labels, seed: seed) }

  /// What a line is.
  enum Part { case passage, heading, title, furniture }

  /// A document of some lines.
  mutating func document(named name: String, lines count: Int) -> PolicyDocument {
    var utf8: [UInt8] = []
    var parts: [(part: Part, bytes: Range<Int>)] = []
    var repairs: [(bytes: Range<Int>, replacement: String?)] = []
    // One title at most, which may stand behind headings and passages too.
    let titleLine = text.draw(below: count * 2)
    for line in 0..<count {
      if line > 0 { utf8.append(0x0A) }
      let part: Part =
        line == titleLine
        ? .title : [.passage, .passage, .heading, .furniture][text.draw(below: 4)]
      let start = utf8.count
      for piece in 0..<1 + text.draw(below: 3) {
        if piece > 0, text.draw(below: 2) == 0 {
          let damage = Self.damages[text.draw(below: Self.damages.count)]
          repairs.append((utf8.count..<utf8.count + damage.words.utf8.count, damage.replacement))
          utf8 += damage.words.utf8
        }
        utf8 += text.text(1 + text.draw(below: 2)).replacing("\n", with: " ").utf8
      }
      if start < utf8.count { parts.append((part, start..<utf8.count)) }
    }
    return Self.document(named: name, utf8, parts, repairs)
  }

  private static let damages: [(words: String, replacement: String?)] = [
    ("****", ""), (" u2014 ", "—"), ("&nbsp;", " "), ("< p>", "\n"), ("三三", "三"), ("****", nil),
    ("guarantes", "guarantees"), ("\u{FFFD}", ""),
  ]

  /// A document of given lines; what is written as `****` in them is damage that is left out when they are read.
  static func document(_ lines: [(part: Part, words: String)]) -> PolicyDocument {
    var utf8: [UInt8] = []
    var parts: [(part: Part, bytes: Range<Int>)] = []
    var repairs: [(bytes: Range<Int>, replacement: String?)] = []
    for (part, words) in lines {
      let start = utf8.count
      for (index, piece) in words.split(separator: "****", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          repairs.append((utf8.count..<utf8.count + 4, ""))
          utf8 += "****".utf8
        }
        utf8 += piece.utf8
      }
      parts.append((part, start..<utf8.count))
      utf8.append(0x0A)
    }
    return document(named: "lines", utf8, parts, repairs)
  }

  private static func document(
    named name: String, _ utf8: [UInt8], _ parts: [(part: Part, bytes: Range<Int>)],
    _ repairs: [(bytes: Range<Int>, replacement: String?)]
  ) -> PolicyDocument {
    let words = String(decoding: utf8, as: UTF8.self)
    let source = SourceText(words)
    let digest = ContentHash.digest(of: source.utf8.span)
    var document = PolicyDocument(
      id: .init(name), file: name, sha256: digest, textSHA256: digest, format: .text,
      encoding: "UTF-8", language: .undetermined, text: source)
    func position(_ byte: Int) -> TextPosition {
      TextPosition(
        byte: byte,
        scalar: String(decoding: utf8[..<byte], as: UTF8.self).unicodeScalars.count)
    }
    func span(_ bytes: Range<Int>) -> TextSpan {
      TextSpan(start: position(bytes.lowerBound), end: position(bytes.upperBound))
    }
    for (part, bytes) in parts {
      let span = span(bytes)
      switch part {
      case .passage:
        let sentence = document.sentences.count
        document.sentences.append(Sentence(span: span))
        document.passages.append(
          Passage(
            span: span, section: document.sections.count - 1,
            ordinal: document.passages.count + 1, sentences: sentence..<sentence + 1,
            language: .undetermined))
      case .heading:
        document.sections.append(
          Section(
            parent: 0, ordinal: document.sections.count, depth: 1,
            heading: source.string(in: bytes), headingSpan: span))
      case .title:
        document.metadata.title = MetadataValue(
          source.string(in: bytes), state: .stated, evidence: span)
      case .furniture: break
      }
    }
    document.repairs = repairs.map {
      Repair(rule: "drawn", span: span($0.bytes), replacement: $0.replacement, confidence: 1)
    }
    return document
  }
}
