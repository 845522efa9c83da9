package import GazetteDocument

/// What holds for every document, whatever file it was read from.
package struct DocumentInvariants {
  private let document: PolicyDocument
  /// Scalars before each byte of the text, counted one by one.
  private let scalars: [Int]
  /// What does not hold, in words; empty when everything does.
  package private(set) var violations: [String] = []

  /// Checks a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - hash: The first 32 bits of the SHA-256 of some bytes.
  package init(_ document: PolicyDocument, hash: (ArraySlice<UInt8>) -> UInt32) {
    self.document = document
    var counts: [Int] = []
    counts.reserveCapacity(document.text.utf8.count + 1)
    var count = 0
    for byte in document.text.utf8 {
      counts.append(count)
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    scalars = counts
    if String(validating: document.text.utf8, as: UTF8.self) == nil { fail("text is no UTF-8") }
    checkSections()
    checkPassages(hash)
    checkMetadata()
  }

  private mutating func fail(_ what: String) {
    if violations.count < 20 { violations.append("\(document.file): \(what)") }
  }

  private mutating func check(_ span: TextSpan, _ what: @autoclosure () -> String) {
    let utf8 = document.text.utf8
    for place in [span.start, span.end] {
      guard (0...utf8.count).contains(place.byte) else { return fail("\(what()) out of the text") }
      if place.byte < utf8.count, utf8[place.byte] & 0xC0 == 0x80 {
        fail("\(what()) splits a scalar at \(place.byte)")
      }
      if scalars[place.byte] != place.scalar {
        fail("\(what()) at byte \(place.byte): scalar \(place.scalar), not \(scalars[place.byte])")
      }
    }
  }

  private mutating func checkSections() {
    if document.sections.first != .root { fail("the first section is not the root") }
    var ordinals: [Int: Int] = [:]
    var last = 0
    for (index, section) in document.sections.enumerated().dropFirst() {
      guard let parent = section.parent, parent < index else {
        fail("section \(index) has no parent before it")
        continue
      }
      if section.depth != document.sections[parent].depth + 1 { fail("section \(index): depth") }
      ordinals[parent, default: 0] += 1
      if section.ordinal != ordinals[parent] { fail("section \(index): ordinal") }
      guard let span = section.headingSpan else {
        fail("section \(index) has no place")
        continue
      }
      check(span, "heading \(index)")
      if span.isEmpty || span.start.byte < last { fail("heading \(index) out of order") }
      last = span.start.byte
    }
  }

  private mutating func checkPassages(_ hash: (ArraySlice<UInt8>) -> UInt32) {
    var end = 0
    var nextSentence = 0
    var ordinals = [Int](repeating: 0, count: document.sections.count)
    for (index, passage) in document.passages.enumerated() {
      check(passage.span, "passage \(index)")
      let bytes = passage.span.bytes
      if bytes.isEmpty || bytes.lowerBound < end { fail("passage \(index) overlaps or is empty") }
      end = bytes.upperBound
      if document.digest(of: passage.span) != hash(document.text.utf8[bytes]) {
        fail("passage \(index): digest")
      }
      guard document.sections.indices.contains(passage.section) else {
        fail("passage \(index): section")
        continue
      }
      ordinals[passage.section] += 1
      if passage.ordinal != ordinals[passage.section] { fail("passage \(index): ordinal") }
      if passage.sentences.isEmpty || passage.sentences.lowerBound != nextSentence {
        fail("passage \(index): sentences \(passage.sentences)")
      }
      nextSentence = passage.sentences.upperBound
      checkSentences(of: passage, index, hash)
    }
    if nextSentence != document.sentences.count { fail("sentences without a passage") }
  }

  private mutating func checkSentences(
    of passage: Passage, _ index: Int, _ hash: (ArraySlice<UInt8>) -> UInt32
  ) {
    var position = passage.span.start.byte
    for place in passage.sentences {
      guard document.sentences.indices.contains(place) else { return fail("no sentence \(place)") }
      let sentence = document.sentences[place]
      check(sentence.span, "sentence \(place)")
      let bytes = sentence.span.bytes
      if bytes.isEmpty || bytes.lowerBound < position { fail("sentence \(place) overlaps") }
      if bytes.count > 4_096 { fail("sentence \(place) has \(bytes.count) bytes") }
      let gap = String(
        decoding: document.text.utf8[position..<max(position, bytes.lowerBound)], as: UTF8.self)
      if !gap.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        fail("passage \(index): \(gap.count) characters lie in no sentence")
      }
      if document.digest(of: sentence.span) != hash(document.text.utf8[bytes]) {
        fail("sentence \(place): digest")
      }
      position = bytes.upperBound
    }
    if position != passage.span.end.byte { fail("passage \(index) ends behind its sentences") }
  }

  private mutating func checkMetadata() {
    let data = document.metadata
    let places = [
      data.title.evidence, data.issuer.evidence, data.number.evidence, data.kind.evidence,
      data.written.evidence, data.published.evidence, data.effective.evidence,
      data.source.evidence, data.status.evidence, data.addressee.evidence, data.keywords.evidence,
    ]
    for span in places { if let span { check(span, "evidence") } }
    for relation in document.relations { check(relation.evidence, "evidence of a relation") }
  }
}
