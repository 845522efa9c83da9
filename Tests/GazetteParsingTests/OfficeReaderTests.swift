import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite struct OfficeReaderTests {
  private func read(_ bytes: [UInt8], _ file: String) throws -> PolicyDocument {
    let document = try Reading.document(bytes, file: file)
    #expect(Reading.violations(of: document).isEmpty)
    return document
  }

  private func source(_ document: PolicyDocument) -> String {
    String(decoding: document.text.utf8, as: UTF8.self)
  }

  private func failure(_ bytes: [UInt8], file: String = "a.docx") -> ParseError? {
    do throws(ParseError) {
      _ = try Reading.document(bytes, file: file)
      return nil
    } catch {
      return error
    }
  }

  @Test("OpenDocument: headings, notes, lists and rows; deleted text and comments are no text")
  func openDocument() throws {
    let document = try read(OfficeSamples.odt, "a.odt")
    #expect(document.format == .odt)
    #expect(
      source(document)
        == "Hours 1\nHours\nParks open at six.\nSince 2019.\nWinter\nMonday\nTuesday\nPark\tTrees\nNorth\t12\nCity Council\n"
    )
    #expect(Reading.outline(document) == ["Hours", " Winter"])
    #expect(!Reading.passages(document).joined().contains("Council"))
  }

  @Test("books: pages in the order of reading, the contents page furniture")
  func epub() throws {
    let document = try read(OfficeSamples.epub, "a.epub")
    #expect(document.format == .epub && document.metadata.title.value == "Parks Handbook")
    #expect(Reading.outline(document) == ["Hours", "Trees"])
    #expect(Reading.passages(document) == ["Parks open at six.", "No tree is felled."])
    #expect(source(document).hasPrefix("Hours\nTrees\n"))
  }

  @Test("a document that is cut, or whose parts are damaged, is refused")
  func damaged() {
    let whole = OfficeSamples.docx(OfficeSamples.paragraph("Parks open."))
    for length in stride(from: 4, to: whole.count, by: 7) {
      #expect(failure(Array(whole[..<length])) != nil, "\(length) bytes")
    }
    for place in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[place] ^= 0x40
      _ = failure(bytes)
    }
    guard case .some(.malformed) = failure(OfficeSamples.docx("<w:p>")) else {
      Issue.record("broken XML was read")
      return
    }
  }

  @Test("bombs of every kind are refused in time and memory")
  func bombs() {
    let zeros = ArchiveWriter.packedZeros
    var bomb = ArchiveWriter.File("word/document.xml", [])
    bomb.packed = (zeros, 2 << 20, 0)
    let types = ArchiveWriter.File("[Content_Types].xml", "<Types/>")
    var liar = bomb
    liar.packed = (zeros, 1_000, 0)
    var huge = bomb
    huge.packed = (zeros, 0x7FFF_FFFF, 0)
    var locked = ArchiveWriter.File("word/document.xml", "<x/>")
    locked.flags = 0x0801
    for file in [bomb, liar, huge, locked] {
      var found: ParseError?
      let time = threadTime { found = failure(ArchiveWriter.zip([types, file])) }
      #expect(found != nil && time < 1)
    }
    let many = (0..<2_100).map { ArchiveWriter.File("word/p\($0).xml", "") }
    #expect(failure(ArchiveWriter.zip([types] + many)) != nil)
  }

  @Test("entries over one another, and outside the file, are refused")
  func overlaps() {
    var bytes = OfficeSamples.docx(OfficeSamples.paragraph("Parks open."))
    // The second entry of the list is said to begin where the first does.
    let signature: [UInt8] = [0x50, 0x4B, 1, 2]
    let places = bytes.indices.filter { bytes[$0...].starts(with: signature) }
    for index in 42..<46 { bytes[places[1] + index] = bytes[places[0] + index] }
    #expect(failure(bytes) != nil)
    bytes[places[1] + 45] = 0x70
    #expect(failure(bytes) != nil)
  }

  @Test("an entity in a part of a document is refused")
  func entities() {
    let part = "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w>&x;</w>"
    let bytes = OfficeSamples.docx(
      OfficeSamples.paragraph("x"), parts: ["word/styles.xml": part])
    guard case .some(.malformed) = failure(bytes) else {
      Issue.record("not refused")
      return
    }
  }

  @Test(
    "forms that are not read are named, with how to convert them",
    arguments: [
      ("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("OFD.xml", "OFD"),
    ])
  func recognised(part: String, name: String) {
    let bytes = ArchiveWriter.zip([.init("[Content_Types].xml", "<Types/>"), .init(part, "<x/>")])
    guard case .some(.unsupported(let finding)) = failure(bytes) else {
      Issue.record("not recognised")
      return
    }
    let parts = "\(finding)".split(separator: ";")
    #expect(parts.count == 2 && parts[0].contains(name))
  }

  @Test(
    "old Office files are told by their streams, whatever their names",
    arguments: [
      ("WordDocument", "Word"), ("Workbook", "Excel"), ("PowerPoint Document", "presentation"),
      ("EncryptedPackage", "encrypted"), ("Unknown", "old Office"),
    ])
  func compound(stream: String, name: String) {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 2_040)
    bytes[30] = 9
    var entry = 512
    for word in ["Root Entry", stream] {
      for (index, unit) in word.utf16.enumerated() { bytes[entry + index * 2] = UInt8(unit & 0xFF) }
      bytes[entry + 64] = UInt8(word.utf16.count * 2 + 2)
      entry += 128
    }
    guard case .some(.unsupported(let finding)) = failure(bytes, file: "a.txt") else {
      Issue.record("not recognised")
      return
    }
    #expect("\(finding)".contains(name))
    #expect(failure(Array(bytes[..<600]), file: "a.doc") != nil)
  }
}
