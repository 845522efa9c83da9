import Gazette
import GazetteTestSupport
import Testing

/// Random quotations of the corpus: what stands there is exact, what was changed is never called sound.
@Suite struct QuotationSliceTests {
  /// A text without anything but letters and digits, in small letters: what holds no such run of a quotation does not hold it.
  private static func bare(_ text: some StringProtocol) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      bare.append(scalar)
    }
    return String(bare)
  }

  private struct Library {
    let search: PolicySearch
    let documents: [PolicyDocument]
    let bare: [String]
    let folder: ScratchFolder

    init() throws {
      folder = try ScratchFolder()
      _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
      let search = try PolicySearch(at: folder.path + "/index")
      self.search = search
      documents = try search.documents().map { try search.document(named: $0.id.name) }
      bare = documents.map {
        QuotationSliceTests.bare(String(decoding: $0.text.utf8, as: UTF8.self))
      }
    }

    /// A slice of a passage, cut anywhere between two scalars, heavy enough to be checked.
    func slice(_ random: inout SeededGenerator) -> String? {
      let document = documents.randomElement(using: &random)
      guard let document, let passage = document.passages.randomElement(using: &random) else {
        return nil
      }
      let scalars = Array(document.text.string(in: passage.span).unicodeScalars)
      let length = Int.random(in: 4...160, using: &random)
      guard scalars.count >= length else { return nil }
      let start = Int.random(in: 0...scalars.count - length, using: &random)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<start + length])
      let text = String(view)
      return QuotedWords(text).weight >= MatchingContract.leastWeight ? text : nil
    }

    /// Whether a text may stand in a document in some form.
    func mayHold(_ text: String) -> Bool {
      let wanted = QuotationSliceTests.bare(text)
      return bare.contains { $0.contains(wanted) }
    }
  }

  @Test("any slice of any passage is exact")
  func slices() throws {
    let library = try Library()
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    var verifier = QuotationVerifier(library.search)
    var count = 0
    while count < 400 * TestScale.factor {
      guard let text = library.slice(&random) else { continue }
      count += 1
      let verified = try #require(try verifier.verify([Quotation(text)]).first)
      #expect(verified.verdict == .exact, "seed \(seed): “\(text)” is \(verified.verdict)")
      let source = try #require(verified.source)
      let trimmed = text.trimmingWhiteSpace
      #expect(source.text == trimmed, "seed \(seed): \(source.text)")
      let words = try library.search.document(named: source.document.id.name)
      #expect(words.text.string(in: source.span) == source.text, "seed \(seed)")
    }
  }

  @Test("a slice with one word, digit or negation changed is never called sound")
  func changed() throws {
    let library = try Library()
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    var verifier = QuotationVerifier(library.search)
    var count = 0
    while count < 400 * TestScale.factor {
      guard let text = library.slice(&random),
        let changed = Self.change(text, &random), !library.mayHold(changed)
      else { continue }
      count += 1
      let verified = try #require(try verifier.verify([Quotation(changed)]).first)
      #expect(
        !verified.verdict.isSound,
        "seed \(seed): “\(changed)” (was “\(text)”) is \(verified.verdict)")
    }
  }

  @Test("several threads give the report of one")
  func threads() throws {
    let library = try Library()
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    var quotations: [Quotation] = []
    while quotations.count < 60 {
      guard let text = library.slice(&random) else { continue }
      quotations.append(Quotation(Self.change(text, &random) ?? text))
    }
    func lines(_ threads: Int) throws -> [String] {
      try DraftReport(checking: quotations, in: library.search, threads: threads).quotations.map {
        "\($0.quotation.text) \($0.verdict) \($0.source?.text ?? "") \($0.differences)"
      }
    }
    #expect(try lines(1) == lines(4), "seed \(seed)")
  }

  /// Changes a digit, puts a negation in, takes one out, or exchanges a word.
  private static func change(_ text: String, _ random: inout SeededGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    func string(_ scalars: [Unicode.Scalar]) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
      guard let place = digits.randomElement(using: &random) else { return nil }
      let value = (scalars[place].value - 0x30 + UInt32.random(in: 1...9, using: &random)) % 10
      scalars[place] = Unicode.Scalar(0x30 + value) ?? "0"
      return string(scalars)
    case 1:
      let inner = scalars.indices.dropFirst(2).dropLast(2)
      guard let place = inner.randomElement(using: &random) else { return nil }
      if scalars[place].value >= 0x4E00 {
        scalars.insert("不", at: place)
      } else if scalars[place] == " " {
        scalars.insert(contentsOf: " not".unicodeScalars, at: place)
      } else {
        return nil
      }
      return string(scalars)
    case 2:
      let places = scalars.indices.filter { "不未无".unicodeScalars.contains(scalars[$0]) }
      if let place = places.randomElement(using: &random) {
        scalars.remove(at: place)
        return string(scalars)
      }
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      guard let place = words.indices.dropFirst().dropLast().first(where: { words[$0] == "not" })
      else { return nil }
      return (words[..<place] + words[(place + 1)...]).joined(separator: " ")
    default:
      let places = scalars.indices.filter {
        scalars[$0].value >= 0x4E00 && scalars[$0].value < 0x9FA0
      }
      if let place = places.randomElement(using: &random) {
        let other: Unicode.Scalar = scalars[place] == "鼋" ? "鼍" : "鼋"
        scalars[place] = other
        return string(scalars)
      }
      var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard let place = words.indices.dropFirst().dropLast().randomElement(using: &random) else {
        return nil
      }
      words[place] = "quagmire"
      return words.joined(separator: " ")
    }
  }
}

extension String {
  /// The text without white space at both ends, as quotations are read.
  fileprivate var trimmingWhiteSpace: String {
    var rest = self[...].unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in
      (0x09...0x0D).contains(scalar.value) || scalar == " " || scalar.value == 0x3000
    }
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
