import GazetteDocument
import GazetteParsing

/// One number for everything that is read from a file, by which two builds are compared.
///
/// Each file is read as it is and in mutants of it, made the same way on every machine: cut, lines swapped, signs
/// dropped in.
struct DocumentFingerprint {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var random: UInt64

  private static let signs: [[UInt8]] = [
    "*", "**", "_", "`", "~", "[", "]", "(", ")", "#", "# ", "## ", "- ", "1. ", "> ", "|", "\n",
    "\n\n", "\t", "    ", "```\n", "---\n", "===\n", "<b>", "</div>\n", "<!-- ", "-->", "\\",
    "&amp;",
    ":", "]: ", "[^1]: ", "　", "。", "”", "《", "》", "：", "（一）", "一、", "第三条 ", "\r\n", "\r",
    "\u{0}", "é", "😀", "1.", "附件：", "...", "! ", "~~~\n", "| a | b |\n|---|---|\n", "\u{85}",
  ].map { Array($0.utf8) }

  init(seed: UInt64) { random = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// The fingerprint of a file and of some mutants of it.
  static func of(_ file: [UInt8], name: String, mutants: Int) -> String {
    var fingerprint = DocumentFingerprint(seed: UInt64(file.count))
    fingerprint.read(file, name)
    for _ in 0..<mutants { fingerprint.read(fingerprint.mutant(of: file), name) }
    return String(fingerprint.state, radix: 16)
  }

  private mutating func read(_ bytes: [UInt8], _ name: String) {
    do {
      let document = try DocumentParser().parse(bytes, id: .init("x"), file: name)
      take(document)
    } catch {
      take("\(error)")
    }
  }

  private mutating func take(_ document: PolicyDocument) {
    take("\(document.sha256) \(document.textSHA256) \(document.encoding) \(document.format)")
    take("\(document.language) \(document.text.utf8.count) \(document.notices)")
    take(document.metadata)
    for relation in document.relations {
      take("\(relation.kind) \(relation.title ?? "-") \(relation.number?.description ?? "-")")
      take(relation.evidence)
    }
    for section in document.sections {
      take("\(section.parent ?? -1) \(section.ordinal) \(section.depth) \(section.heading)")
      take(section.number ?? "-")
      take(section.headingSpan)
    }
    for (index, passage) in document.passages.enumerated() {
      take(passage.span)
      take("\(passage.section) \(passage.ordinal) \(passage.number ?? "-")")
      take("\(passage.sentences) \(passage.language) \(passage.voice.kind)")
      take(passage.flags.map(\.rawValue).sorted().joined(separator: " "))
      take("\(passage.voice.speaker ?? "-") \(document.machineID(ofPassage: index))")
    }
    for passage in document.passages { take(passage.voice) }
    for sentence in document.sentences {
      take(sentence.span)
      if let voice = sentence.voice { take(voice) }
    }
    for repair in document.repairs {
      take("\(repair.rule) \(repair.replacement ?? "-") \(repair.confidence)")
      take(repair.flag?.rawValue ?? "-")
      take(repair.span)
    }
  }

  private mutating func take(_ voice: Voice) {
    take("\(voice.kind) \(voice.speaker ?? "-") \(voice.post ?? "-")")
    take("\(voice.date?.description ?? "-") \(voice.occasion ?? "-")")
    take(voice.evidence)
  }

  private mutating func take(_ metadata: DocumentMetadata) {
    take(metadata.title)
    take(metadata.issuer)
    take(metadata.number)
    take(metadata.kind)
    take(metadata.written)
    take(metadata.published)
    take(metadata.effective)
    take(metadata.source)
    take(metadata.status)
    take(metadata.addressee)
    take(metadata.keywords)
  }

  private mutating func take<Value: CustomStringConvertible>(_ value: MetadataValue<Value>) {
    take("\(value.value.map(\.description) ?? "-") \(value.state)")
    take(value.evidence)
  }

  private mutating func take(_ span: TextSpan?) {
    take(span.map { "\($0.bytes) \($0.scalars)" } ?? "-")
  }

  private mutating func take(_ words: String) {
    for byte in words.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  private mutating func below(_ bound: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int(random >> 11) % max(1, bound)
  }

  private mutating func mutant(of file: [UInt8]) -> [UInt8] {
    // A stretch of the file: every mutant is short, so that many are read.
    let start = below(2) == 0 ? 0 : below(file.count)
    var bytes = Array(file[start..<min(file.count, start + 200 + below(4_000))])
    for _ in 0...below(12) {
      let sign = DocumentFingerprint.signs[below(DocumentFingerprint.signs.count)]
      var place = below(bytes.count)
      // Half of the signs go to the start of a line.
      if below(2) == 0 { while place > 0, bytes[place - 1] != 0x0A { place -= 1 } }
      while place < bytes.count, place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      switch below(4) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(9)))
      default: bytes.insert(contentsOf: sign, at: place)
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }
}
