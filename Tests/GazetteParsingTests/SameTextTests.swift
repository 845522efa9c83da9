import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// One text in five forms has one outline.
@Suite struct SameTextTests {
  /// What a reading makes of a text, whatever its form: headings with their depths, passages with their places, numbers and
  /// words.
  private func shape(_ bytes: [UInt8], _ file: String) throws -> [String] {
    let document = try Reading.document(bytes, file: file)
    #expect(Reading.violations(of: document).isEmpty)
    var lines = ["title " + (document.metadata.title.value ?? "-")]
    for section in document.sections.dropFirst() {
      lines.append("\(section.depth) \(section.number ?? "") \(section.heading)")
    }
    for index in document.passages.indices {
      let passage = document.passages[index]
      var words = document.text.string(in: passage.span)
      // Where the form keeps the number beside the text it is no part of it, and the rows of Markdown have their bars.
      if let number = passage.number, words.hasPrefix(number + ". ") {
        words.removeFirst(number.count + 2)
      }
      let bare = OutlineAgreement.folded(words)
      lines.append(
        "\(document.path(ofPassage: index)) [\(passage.number ?? "")] "
          + String(decoding: bare, as: UTF8.self))
    }
    return lines
  }

  @Test("a text of ours has the same outline, passages and numbers in every form")
  func parks() throws {
    let files = SameText.parks.files
    let first = try shape(files[0].bytes, files[0].name)
    #expect(first.count == 1 + 6 + 12)
    for file in files.dropFirst() {
      #expect(try shape(file.bytes, file.name) == first, "\(file.name)")
    }
  }

  @Test("texts at random have the same outline, passages and numbers in every form")
  func random() throws {
    for seed in 0..<UInt64(60 * Reading.scale) {
      var random = SeededGenerator(seed: seed)
      let files = SameText.random(&random).files
      let first = try shape(files[0].bytes, files[0].name)
      for file in files.dropFirst() {
        #expect(try shape(file.bytes, file.name) == first, "\(file.name), seed \(seed)")
      }
    }
  }
}
