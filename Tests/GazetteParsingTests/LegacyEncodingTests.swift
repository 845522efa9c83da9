import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite struct LegacyEncodingTests {
  private func read(_ bytes: [UInt8], file: String = "file.txt") throws -> PolicyDocument {
    let document = try Reading.document(bytes, file: file)
    #expect(Reading.violations(of: document).isEmpty)
    return document
  }

  private func text(_ document: PolicyDocument) -> String {
    String(decoding: document.text.utf8, as: UTF8.self)
  }

  private static func utf32(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: unit >> $0) }
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test("an encoding is known by its bytes alone", arguments: EncodedSample.evident)
  func evidence(sample: EncodedSample) throws {
    let document = try read(sample.bytes)
    #expect(document.encoding == sample.encoding)
    #expect(text(document) == sample.text)
    #expect(document.notices.isEmpty)
  }

  @Test(
    "an encoding is known by what the page declares",
    arguments: EncodedSample.evident + EncodedSample.declared)
  func declared(sample: EncodedSample) throws {
    let head = "<html><head><meta charset=\"\(sample.encoding)\"></head><body><pre>"
    let page = Array(head.utf8) + sample.bytes + Array("</pre></body></html>".utf8)
    let document = try read(page, file: "a.html")
    #expect(document.encoding == sample.encoding)
    #expect(text(document) == sample.text)
    #expect(document.notices.isEmpty)
  }

  @Test(
    "a page in another encoding than it declares is read by its bytes, with a notice",
    arguments: EncodedSample.evident)
  func wrongDeclaration(sample: EncodedSample) throws {
    let head = "<html><head><meta charset=\"utf-8\"></head><body><pre>"
    let document = try read(Array(head.utf8) + sample.bytes, file: "a.html")
    #expect(document.encoding == sample.encoding)
    #expect(text(document) == sample.text)
    #expect(document.notices.map(\.kind) == [.wrongEncodingDeclared])
  }

  @Test(
    "one byte in a hundred of noise changes no guess and stops no reading",
    arguments: EncodedSample.evident, 0..<10)
  func noise(sample: EncodedSample, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(repeating: sample.bytes, count: 8).flatMap { $0 }
    for _ in 0..<bytes.count / 100 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = 0xFF
    }
    let document = try read(bytes)
    #expect(document.encoding == sample.encoding, "seed \(seed)")
    let kept = Set(sample.text.unicodeScalars)
    let good = text(document).unicodeScalars.count { kept.contains($0) }
    #expect(good * 10 >= sample.text.unicodeScalars.count * 8 * 9, "seed \(seed)")
  }

  @Test(
    "a damaged first byte costs its own character and no other", arguments: EncodedSample.evident)
  func damage(sample: EncodedSample) throws {
    let whole = Array(repeating: sample.bytes, count: 4).flatMap { $0 }
    let wanted = Array(repeating: sample.text, count: 4).joined()
    var place = sample.bytes.count
    var index = wanted.index(wanted.startIndex, offsetBy: sample.text.count)
    var count = 0
    var kept = 0
    while place < sample.bytes.count * 2 {
      let width = whole[place] < 0x80 ? 1 : 2
      if width == 2 {
        var bytes = whole
        bytes[place] = 0xFF
        let found = text(try read(bytes))
        count += 1
        if found.hasPrefix(wanted[..<index]), found.hasSuffix(wanted[wanted.index(after: index)...])
        {
          kept += 1
        }
      }
      place += width
      index = wanted.index(after: index)
    }
    // Halves of Big5 and Shift_JIS may be signs of their own.
    let least = ["Shift_JIS": 80, "Big5": 90][sample.encoding] ?? 100
    #expect(kept * 100 >= count * least, "\(kept) of \(count)")
  }

  @Test(
    "a text cut in the middle of a character loses that character", arguments: EncodedSample.evident
  )
  func cut(sample: EncodedSample) throws {
    // Off the line feed and the last byte of the sign before it.
    let document = try read(sample.bytes.dropLast(2))
    #expect(document.encoding == sample.encoding)
    #expect(text(document).hasPrefix(sample.text.dropLast(2)))
  }

  @Test("UTF-32 is known by its mark and without one", arguments: [false, true], [false, true])
  func utf32(bigEndian: Bool, mark: Bool) throws {
    for text in [EncodedSample.gb18030.text, "An English text 𠮷, long enough to tell.\n"] {
      let bytes = LegacyEncodingTests.utf32(text, bigEndian: bigEndian, mark: mark)
      let document = try read(bytes)
      #expect(document.encoding == (bigEndian ? "UTF-32BE" : "UTF-32LE"))
      #expect(self.text(document) == text)
    }
  }

  @Test("HZ is known by its escapes, and they are no text")
  func hz() throws {
    let document = try read(Array("Notice ~~ 1\n~{9+T0?*7E~} (~{9+T0~})\nopen~\ned\n".utf8))
    #expect(document.encoding == "HZ-GB-2312")
    #expect(text(document) == "Notice ~ 1\n公园开放 (公园)\nopened\n")
    let page = try read(Array("<meta charset=hz-gb-2312><p>~{9+T0?*7E~}</p>".utf8), file: "a.html")
    #expect(text(page) == "公园开放\n" && page.notices.isEmpty)
  }

  @Test(
    "what only looks like an escape of HZ is left alone",
    arguments: [
      "a ~{b}~ c\n", "~{ x ~}\n", "~{!\n", "set ~{home} and ~{root}.\n", "~{9+T0?*7E~} 公园\n",
    ])
  func noHZ(text: String) throws {
    let document = try read(Array(text.utf8))
    #expect(document.encoding == "UTF-8" && self.text(document) == text)
  }

  @Test("single bytes of a page that declares nothing are a guess, and it is said")
  func guess() throws {
    let document = try read(EncodedSample.windows1252.bytes)
    #expect(document.encoding == "windows-1252")
    #expect(document.notices.map(\.kind) == [.guessedEncoding])
  }
}
