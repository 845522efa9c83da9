import GazetteDocument
import GazetteExport
import GazetteQuotations
import GazetteTestSupport
import Testing

/// Receipts: what is written is read, and no altered one is taken for whole.
@Suite struct ReceiptTests {
  private let texts = [
    "样例镇通知\n第一条　网格员每月核查住房安全。\n第二条　不得拖延，发现险情当日上报。\n第三条　略。\n",
    "Notice\nThe warden inspects every roof in March.\nNo roof is left out.\nThe list is public.\n",
  ]

  private func document(_ text: String) -> PolicyDocument {
    let source = SourceText(text)
    return PolicyDocument(
      id: .init("samples/\(text.utf8.count)"), file: "samples/a.txt", sha256: source.sha256,
      textSHA256: source.sha256, format: .text, encoding: "UTF-8", language: .undetermined,
      text: source)
  }

  /// A receipt of every line of the texts.
  private func receipt() -> Receipt {
    var passages: [ReceiptPassage] = []
    for text in texts {
      let document = document(text)
      var start = 0
      for line in text.utf8.split(separator: 0x0A) {
        let bytes = start..<start + line.count
        start += line.count + 1
        let selector = Selector(
          TextMap(document.text.utf8.span).span(of: bytes), in: document)
        passages.append(
          ReceiptPassage(
            document: document.id.name, file: document.file, sha256: document.sha256,
            selector: selector, id: selector.machineID,
            path: SectionPath(section: [], passage: passages.count + 1)))
      }
    }
    return Receipt(
      command: "search", query: "“不得” \"no\u{7F}\u{1}", parsed: "\"x\"",
      options: ["limit": .integer(3), "filter": .array([.string("doc:a")])],
      revision: "r1-00000000", version: "0.1.0", reader: 2, thesaurus: "0a0b0c0d",
      passages: passages)
  }

  private func check(_ bytes: [UInt8]) throws -> ReceiptCheck {
    let (receipt, isWhole) = try Receipt.read(bytes)
    let sources = texts.map { document($0) }
    return ReceiptCheck(receipt, isWhole: isWhole) { passage in
      sources.first { $0.textSHA256 == passage.selector.textSHA256 }
        ?? sources.first { $0.id.name == passage.document }
    }
  }

  @Test("a receipt that is written is read as it was, and checks as the same")
  func roundTrip() throws {
    let receipt = receipt()
    let text = try receipt.text()
    let (read, isWhole) = try Receipt.read(Array(text.utf8))
    #expect(isWhole && read == receipt)
    #expect(try read.text() == text)
    #expect(try SchemaChecker.published().problems(of: text, under: "receipt.schema.json").isEmpty)
    let check = try check(Array(text.utf8))
    #expect(check.items.allSatisfy { $0.state == .same } && !check.hasFindings)
    #expect(check.isComplete)
  }

  @Test("whatever byte of a receipt is altered, it is found, and nothing crashes")
  func mutations() throws {
    let whole = Array(try receipt().text().utf8)
    for _ in 0..<1_500 {
      let seed = UInt64.random(in: 0 ... .max)
      var generator = SeededGenerator(seed: seed)
      var bytes = whole
      for _ in 0...generator.below(3) where !bytes.isEmpty {
        let place = generator.below(bytes.count)
        switch generator.below(5) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(generator.below(256)), at: place)
        case 2: bytes[place] = UInt8(generator.below(256))
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(400)))
        default:
          let from = generator.below(bytes.count)
          bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 80)], at: place)
        }
      }
      do {
        let (read, isWhole) = try Receipt.read(bytes)
        // Blanks between the parts say nothing, so they may change.
        #expect(!isWhole || read == receipt(), "seed \(seed)")
        _ = try check(bytes)
      } catch let error as ReceiptError {
        #expect(!error.description.isEmpty, "seed \(seed)")
      }
    }
  }

  /// One field of a passage altered by somebody who makes the checksum anew.
  static let forgeries: [(String, @Sendable (Selector) -> Selector)] = [
    (
      "words",
      { remade($0, exact: $0.exact.replacing("不得", with: "可以").replacing("No", with: "A")) }
    ),
    ("prefix", { remade($0, prefix: String($0.prefix.dropLast()) + "x") }),
    ("suffix", { remade($0, suffix: "x" + $0.suffix.dropFirst()) }),
    ("bytes", { remade($0, shift: 1) }), ("counts", { remade($0, occurrences: 7) }),
  ]

  private static func remade(
    _ old: Selector, exact: String? = nil, prefix: String? = nil, suffix: String? = nil,
    shift: Int = 0, occurrences: Int? = nil
  ) -> Selector {
    Selector(
      span: TextSpan(
        start: TextPosition(byte: old.span.start.byte + shift, scalar: old.span.start.scalar),
        end: TextPosition(byte: old.span.end.byte + shift, scalar: old.span.end.scalar)),
      exact: exact ?? old.exact, prefix: prefix ?? old.prefix, suffix: suffix ?? old.suffix,
      textSHA256: old.textSHA256, occurrences: occurrences ?? old.occurrences, copies: old.copies)
  }

  @Test("a forged passage with a right checksum and a right id contradicts the text that it names")
  func forged() throws {
    for (name, forge) in Self.forgeries {
      var receipt = receipt()
      var altered: Set<Int> = []
      receipt.passages = receipt.passages.enumerated().map { place, old in
        let selector = forge(old.selector)
        if selector != old.selector { altered.insert(place) }
        return ReceiptPassage(
          document: old.document, file: old.file, sha256: old.sha256, selector: selector,
          id: selector.machineID, path: old.path)
      }
      #expect(!altered.isEmpty, "\(name)")
      let check = try check(Array(try receipt.text().utf8))
      #expect(check.isWhole && check.hasFindings, "\(name)")
      for (place, item) in check.items.enumerated() {
        #expect(item.state == (altered.contains(place) ? .badReceipt : .same), "\(name) \(place)")
      }
    }
  }

  @Test("a changed source is told from a bad receipt")
  func changedSource() throws {
    let receipt = receipt()
    let changed = texts.map {
      "Put in before.\n" + $0.replacing("当日", with: "三日内").replacing("No roof", with: "A roof")
    }
    let sources = changed.map { document($0) }
    let check = ReceiptCheck(receipt, isWhole: true) { passage in
      sources[passage.selector.exact.unicodeScalars.contains { $0.value > 0x3400 } ? 0 : 1]
    }
    let states = Set(check.items.map(\.state))
    #expect(states.contains(.changed) && states.contains(.moved) && !states.contains(.badReceipt))
    #expect(!states.contains(.same) && check.hasFindings && check.isWhole)
    for item in check.items where item.state == .moved {
      #expect(item.text == item.passage.selector.exact)
    }
    let none = ReceiptCheck(receipt, isWhole: true) { _ in nil }
    #expect(!none.isComplete && !none.hasFindings)
  }

  @Test(
    "what is no receipt is told as such: other files, other versions, deep nesting, wrong types")
  func strangers() throws {
    let good = try receipt().text()
    func error(_ text: String) -> String? {
      do {
        _ = try Receipt.read(Array(text.utf8))
        return nil
      } catch { return error.code }
    }
    #expect(error("") == "not-a-receipt" && error("[1]") == "not-a-receipt")
    #expect(error(String(repeating: "[", count: 100_000)) == "not-a-receipt")
    #expect(error("{\"schema\":\"gazette.search/1\"}") == "not-a-receipt")
    #expect(error(good.replacing("receipt/1", with: "receipt/2")) == "other-receipt-version")
    for (old, new) in [
      ("\"passages\":[{", "\"passages\":[1,{"), ("\"byte\":0", "\"byte\":-1"),
      ("\"byte\":0", "\"byte\":99999999999"), ("\"byte\":0", "\"byte\":0.5"),
      ("\"sha256\":\"", "\"sha256\":\"g"), ("\"id\":\"gz:", "\"id\":\"gy:"),
      ("\"options\":{", "\"options\":7,\"x\":{"), ("\"reader\":2", "\"reader\":\"2\""),
    ] {
      #expect(good.contains(old))
      #expect(error(good.replacing(old, with: new, maxReplacements: 1)) == "bad-receipt", "\(new)")
    }
  }
}
