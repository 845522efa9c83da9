import GazetteDocument
import GazetteParsing
import Testing

@Suite struct TextEncodingTests {
  private static let chinese = "关于公园开放的通知\n各区人民政府：\n为了方便市民，现将有关事项通知如下。\n"

  /// A text in UTF-16.
  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  /// `中文：公园开放。` and so on in GB 18030, its bytes written out so that no other converter is trusted.
  private static let gb: [UInt8] = [
    0xB9, 0xD8, 0xD3, 0xDA, 0xB9, 0xAB, 0xD4, 0xB0, 0xBF, 0xAA, 0xB7, 0xC5, 0xB5, 0xC4, 0xCD, 0xA8,
    0xD6, 0xAA, 0x0A, 0xB8, 0xF7,
    0xC7, 0xF8, 0xA3, 0xBA, 0x0A, 0xCE, 0xAA, 0xC1, 0xCB, 0xB7, 0xBD, 0xB1, 0xE3, 0xCA, 0xD0, 0xC3,
    0xF1, 0xA1, 0xA3, 0x0A,
  ]
  private static let gbText = "关于公园开放的通知\n各区：\n为了方便市民。\n"

  private func read(_ bytes: [UInt8], file: String = "file.txt") throws -> PolicyDocument {
    let document = try Reading.document(bytes, file: file)
    #expect(Reading.violations(of: document).isEmpty)
    return document
  }

  private func text(_ document: PolicyDocument) -> String {
    String(decoding: document.text.utf8, as: UTF8.self)
  }

  @Test("UTF-8 with and without a mark is UTF-8, and the mark is no text")
  func utf8() throws {
    let plain = try read(Array(TextEncodingTests.chinese.utf8))
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(TextEncodingTests.chinese.utf8))
    #expect(plain.encoding == "UTF-8" && marked.encoding == "UTF-8")
    #expect(plain.text == marked.text && plain.textSHA256 == marked.textSHA256)
    #expect(plain.sha256 == plain.textSHA256 && marked.sha256 != marked.textSHA256)
    #expect(plain.notices.isEmpty && marked.notices.isEmpty)
  }

  @Test("UTF-16 is known by its mark and without one", arguments: [false, true], [false, true])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    for text in [
      TextEncodingTests.chinese, "An English text, long enough to tell.\nSecond line.\n",
    ] {
      let document = try read(TextEncodingTests.utf16(text, bigEndian: bigEndian, mark: mark))
      #expect(document.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
      #expect(self.text(document) == text)
      #expect(document.notices.isEmpty)
    }
  }

  @Test("GB 18030 is known by its bytes, and under each of its labels")
  func gb18030() throws {
    let plain = try read(TextEncodingTests.gb)
    #expect(plain.encoding == "gb18030")
    #expect(text(plain) == TextEncodingTests.gbText)
    for label in ["gb2312", "GBK", "gb18030", "x-gbk"] {
      let head = "<html><head><meta charset=\"\(label)\"></head><body><p>"
      let page = try read(
        Array(head.utf8) + TextEncodingTests.gb + Array("</p></body></html>".utf8), file: "a.html")
      #expect(page.encoding == "gb18030" && page.notices.isEmpty)
      #expect(text(page).contains("为了方便市民。"))
    }
  }

  @Test("characters beyond GB 2312 under the label gb2312, and four-byte ones, are read")
  func beyondGB2312() throws {
    // 镕 (U+9555) is in GBK only; U+20087 takes four bytes.
    let bytes =
      Array("<meta charset=gb2312><p>".utf8) + TextEncodingTests.gb + [
        0xE9, 0x46, 0x95, 0x32, 0x90, 0x31,
      ]
    let document = try read(bytes, file: "a.html")
    #expect(
      text(document).unicodeScalars.contains("\u{9555}")
        || text(document).unicodeScalars.contains("\u{9546}"))
    #expect(document.text.utf8.count > 40 && !text(document).contains("\u{FFFD}"))
  }

  @Test(
    "a page in UTF-8 that declares gb2312 is read as UTF-8, with a notice",
    arguments: ["gb2312", "gbk", "windows-1252", "utf-7", "utf-16"])
  func wrongDeclaration(label: String) throws {
    let page =
      "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(label)\"></head><body><p>各区人民政府要抓好落实。</p>"
    let document = try read(Array(page.utf8), file: "a.html")
    #expect(document.encoding == "UTF-8")
    #expect(Reading.passages(document) == ["各区人民政府要抓好落实。"])
    let notice = document.notices.first { $0.kind == .wrongEncodingDeclared }
    #expect((notice != nil) == !["utf-7", "utf-16"].contains(label))
    if let offset = notice?.fileOffset {
      #expect(
        String(decoding: page.utf8.dropFirst(offset).prefix(label.utf8.count), as: UTF8.self)
          == label)
    }
  }

  @Test("UTF-7 makes no markup")
  func utf7() throws {
    let page = "<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- stays text.</p>"
    let document = try read(Array(page.utf8), file: "a.html")
    #expect(Reading.passages(document).first?.contains("+ADw-script+AD4-alert(1)") == true)
  }

  @Test("bytes that mean nothing become U+FFFD, are counted, and the first one's place is said")
  func undecodable() throws {
    var bytes = Array("关于公园开放的通知。各区要抓好落实。".utf8)
    bytes.insert(0xFF, at: 6)
    bytes.insert(0xC0, at: 22)
    let document = try read(bytes)
    #expect(document.encoding == "UTF-8")
    let notice = try #require(document.notices.first { $0.kind == .undecodableBytes })
    #expect(notice.count == 2 && notice.fileOffset == 6)
    #expect(text(document).unicodeScalars.count { $0 == "\u{FFFD}" } == 2)
    #expect(text(document).replacing("\u{FFFD}", with: "") == "关于公园开放的通知。各区要抓好落实。")
  }

  @Test("damage costs no more than the characters it hits, in every encoding")
  func damage() throws {
    var gb = Array(repeating: TextEncodingTests.gb, count: 20).flatMap { $0 }
    gb[200] = 0xFF
    let document = try read(gb)
    #expect(document.encoding == "gb18030")
    let notice = try #require(document.notices.first { $0.kind == .undecodableBytes })
    #expect(notice.fileOffset == 199 || notice.fileOffset == 200)
    #expect(text(document).unicodeScalars.count > 436)
    var wide = TextEncodingTests.utf16(TextEncodingTests.chinese, bigEndian: false, mark: true)
    wide[20] = 0x00
    wide[21] = 0xD8
    #expect(try text(read(wide)).contains("为了方便市民"))
    let cut = try read(
      TextEncodingTests.utf16(TextEncodingTests.chinese, bigEndian: true, mark: true).dropLast())
    #expect(text(cut).contains("为了方便市民"))
  }

  @Test("an English text with single high bytes is read as windows-1252")
  func windows1252() throws {
    let bytes =
      Array("The Council".utf8) + [0x92] + Array("s ".utf8) + [0x93] + Array("plan".utf8) + [0x94]
      + Array(" is open.".utf8)
    let document = try read(bytes)
    #expect(document.encoding == "windows-1252")
    #expect(text(document) == "The Council’s “plan” is open.")
    // Nothing but the bytes says so: the guess is noted with its place.
    let notice = try #require(document.notices.first { $0.kind == .guessedEncoding })
    #expect(notice.fileOffset == 11 && notice.count == 3)
  }

  @Test(
    "the scalars of a repaired text are those of the standard library's own repair",
    arguments: 0..<300)
  func repair(seed: Int) throws {
    var bytes = Array("各区要抓好落实，𠮷字也是。Every park é opens.".utf8)
    let place = (seed * 7) % bytes.count
    bytes[place] = UInt8(truncatingIfNeeded: seed * 31 | 0x80)
    let document = try read(bytes)
    if document.encoding == "UTF-8" {
      #expect(text(document) == String(decoding: bytes, as: UTF8.self), "seed \(seed)")
    }
  }
}
