import GazetteDocument
import GazetteIndex

/// The voices, repairs and notices of a document as bytes, and back.
enum TailCoding {
  /// A sentence, by its place in the document, and the voice that speaks it instead of its passage's.
  typealias SentenceVoice = (sentence: Int, voice: Int)

  static func bytes(
    voices: [Voice], sentenceVoices: [SentenceVoice], repairs: [Repair], notices: [ParseNotice]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.varint(voices.count)
    for voice in voices {
      writer.string(voice.kind.rawValue)
      for text in [voice.speaker, voice.post, voice.date?.description, voice.occasion] {
        writer.string(text ?? "")
      }
      SpanCoding.write(voice.evidence, to: &writer)
    }
    writer.varint(sentenceVoices.count)
    for own in sentenceVoices {
      writer.varint(own.sentence)
      writer.varint(own.voice)
    }
    write(repairs, to: &writer)
    writer.varint(notices.count)
    for notice in notices {
      writer.string(notice.kind.rawValue)
      writer.varint(notice.fileOffset.map { $0 + 1 } ?? 0)
      writer.varint(notice.count)
      writer.string(notice.detail)
    }
    return writer.bytes
  }

  /// The names of the rules once each, then an entry each: rule, span, confidence in thousandths, flag, replacement.
  private static func write(_ repairs: [Repair], to writer: inout ByteWriter) {
    var names: [String] = []
    var numbers: [String: Int] = [:]
    for repair in repairs where numbers[repair.rule] == nil {
      numbers[repair.rule] = names.count
      names.append(repair.rule)
    }
    writer.varint(names.count)
    for name in names { writer.string(name) }
    writer.varint(repairs.count)
    for repair in repairs {
      writer.varint(numbers[repair.rule] ?? 0)
      SpanCoding.write(repair.span, to: &writer)
      writer.varint(Int(max(0, min(1, repair.confidence)) * 1_000 + 0.5))
      let flag = repair.flag.flatMap { PassageFlag.allCases.firstIndex(of: $0) }
      writer.varint(flag.map { $0 + 1 } ?? 0)
      writer.varint(repair.replacement == nil ? 0 : 1)
      if let replacement = repair.replacement { writer.string(replacement) }
    }
  }

  /// Reads the voices, which come first.
  static func voices(_ reader: inout ByteReader) -> [Voice] {
    (0..<reader.length()).map { _ in
      var voice = Voice(kind: Voice.Kind(rawValue: reader.string()) ?? .unknown)
      let texts = (0..<4).map { _ in reader.string() }
      voice.speaker = texts[0].isEmpty ? nil : texts[0]
      voice.post = texts[1].isEmpty ? nil : texts[1]
      voice.date = CalendarDate(iso: texts[2])
      voice.occasion = texts[3].isEmpty ? nil : texts[3]
      voice.evidence = SpanCoding.span(&reader)
      return voice
    }
  }

  /// Reads which sentences have a voice of their own, which follows the voices.
  static func sentenceVoices(_ reader: inout ByteReader, _ voices: [Voice]) -> [Int: Voice] {
    var found: [Int: Voice] = [:]
    for _ in 0..<reader.length() {
      let sentence = Int(clamping: reader.varint())
      let voice = Int(clamping: reader.varint())
      if voices.indices.contains(voice) { found[sentence] = voices[voice] }
    }
    return found
  }

  /// Reads the repairs, which follow the voices of sentences: all, or those within some bytes of the text.
  static func repairs(_ reader: inout ByteReader, within bytes: Range<Int>? = nil) -> [Repair] {
    let names = (0..<reader.length()).map { _ in reader.string() }
    var repairs: [Repair] = []
    for _ in 0..<reader.length() {
      let number = Int(clamping: reader.varint())
      let span = SpanCoding.span(&reader) ?? TextSpan(start: .zero, end: .zero)
      let confidence = Double(Int(clamping: reader.varint())) / 1_000
      let flag = Int(clamping: reader.varint())
      let isMended = reader.varint() == 1
      if let bytes, span.start.byte < bytes.lowerBound || span.end.byte > bytes.upperBound {
        // A document can have thousands: what is not wanted is passed over.
        if isMended { _ = reader.bytes(reader.length()) }
        continue
      }
      repairs.append(
        Repair(
          rule: number < names.count ? names[number] : "", span: span,
          replacement: isMended ? reader.string() : nil, confidence: confidence,
          flag: (1...PassageFlag.allCases.count).contains(flag)
            ? PassageFlag.allCases[flag - 1] : nil))
    }
    return repairs
  }

  /// Reads the notices, which come last.
  static func notices(_ reader: inout ByteReader) -> [ParseNotice] {
    (0..<reader.length()).map { _ in
      let kind = ParseNotice.Kind(rawValue: reader.string()) ?? .markup
      let offset = Int(clamping: reader.varint())
      return ParseNotice(
        kind: kind, fileOffset: offset == 0 ? nil : offset - 1,
        count: Int(clamping: reader.varint()), detail: reader.string())
    }
  }
}
