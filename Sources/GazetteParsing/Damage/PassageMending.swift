internal import GazetteDocument

/// Mends the passages and sentences of a document where lost or needless line breaks cut them.
struct PassageMending {
  private let map: TextMap
  /// Where a paragraph that was broken goes on: the end of its first part by the start of the next.
  private var joints: [Int: Int] = [:]
  /// Lost breaks, behind which a sentence begins.
  private var breaks: [Range<Int>] = []
  /// Words that belong to the sentence before them.
  private var strays: Set<Int> = []

  init(_ map: TextMap, _ findings: [DamageFinding]) {
    self.map = map
    for finding in findings {
      if finding.rule == DamageRule.brokenParagraph.name {
        joints[finding.range.upperBound] = finding.range.lowerBound
      } else if finding.replacement?.last == "\n" {
        breaks.append(finding.range)
      } else if finding.rule == DamageRule.straySentence.name {
        strays.insert(finding.range.lowerBound)
      }
    }
  }

  /// Rewrites passages and sentences; leaves a document alone that needs nothing.
  func mend(_ document: inout PolicyDocument) {
    guard !joints.isEmpty || !breaks.isEmpty || !strays.isEmpty else { return }
    let text = document.text.utf8
    var passages: [Passage] = []
    var sentences: [Sentence] = []
    var nextBreak = 0
    /// How many passages of a section were joined to others so far.
    var joined: [Int: Int] = [:]
    for var passage in document.passages {
      let first = sentences.count
      for index in passage.sentences {
        let range = document.sentences[index].span.bytes
        while nextBreak < breaks.count, breaks[nextBreak].lowerBound < range.lowerBound {
          nextBreak += 1
        }
        let pieces = pieces(of: range, text, &nextBreak)
        if strays.contains(range.lowerBound), sentences.count > first {
          let start = sentences[sentences.count - 1].span.start
          sentences[sentences.count - 1].span = TextSpan(
            start: start, end: map.position(of: range.upperBound))
        } else {
          // A sentence that is whole stays as it is, with all that is known of it.
          for piece in pieces {
            var sentence = document.sentences[index]
            sentence.span = map.span(of: piece)
            sentences.append(sentence)
          }
        }
      }
      let joint = joints[passage.span.start.byte]
      let isJoined = joint != nil && passages.last?.span.end.byte == joint
      if isJoined, let last = passages.last, last.section == passage.section {
        joined[passage.section, default: 0] += 1
        passages[passages.count - 1].span = TextSpan(start: last.span.start, end: passage.span.end)
        passages[passages.count - 1].sentences = last.sentences.lowerBound..<sentences.count
        passages[passages.count - 1].flags.formUnion(passage.flags)
        continue
      }
      passage.ordinal -= joined[passage.section] ?? 0
      passage.sentences = first..<sentences.count
      passages.append(passage)
    }
    document.passages = passages
    document.sentences = sentences
  }

  /// A sentence cut at the lost breaks within it.
  private func pieces(
    of range: Range<Int>, _ text: [UInt8], _ next: inout Int
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while next < breaks.count, breaks[next].upperBound < range.upperBound {
      let piece = text.span.trimmed(start..<breaks[next].upperBound)
      let rest = text.span.trimmed(breaks[next].upperBound..<range.upperBound)
      next += 1
      // A piece without letters or digits is no sentence.
      guard text.span.hasWord(in: piece), text.span.hasWord(in: rest) else { continue }
      pieces.append(piece)
      start = rest.lowerBound
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }
}
