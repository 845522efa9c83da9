import GazetteDocument
import GazetteParsing
import Testing

/// Runs over real texts when they are there.
@Suite(.enabled(if: Reading.corpora != nil)) struct CorporaTests {
  @Test("every plain text, Markdown file and page is read, and keeps what holds for all documents")
  func everyFile() throws {
    let corpora = try #require(Reading.corpora)
    let files = Reading.files(below: corpora, endings: [".txt", ".md", ".html"])
    #expect(files.count > 70)
    for path in files {
      let document = try Reading.document(Reading.bytes(of: path), file: path)
      let violations = Reading.violations(of: document)
      #expect(violations.isEmpty, "\(violations)")
      #expect(!document.passages.isEmpty)
    }
  }

  @Test("no line of a plain text or Markdown file is lost")
  func nothingIsLost() throws {
    let corpora = try #require(Reading.corpora)
    for path in Reading.files(below: corpora, endings: [".txt", ".md"]) {
      let document = try Reading.document(Reading.bytes(of: path), file: path)
      var covered = [Bool](repeating: false, count: document.text.utf8.count)
      for passage in document.passages { for byte in passage.span.bytes { covered[byte] = true } }
      for section in document.sections {
        if let span = section.headingSpan { for byte in span.bytes { covered[byte] = true } }
      }
      let title = document.metadata.title.value.map { $0.filter { !$0.isWhitespace } }
      var start = 0
      for line in String(decoding: document.text.utf8, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        let end = start + line.utf8.count
        let isLost =
          line.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          }
          && !covered[start..<end].contains(true)
        start = end + 1
        guard isLost else { continue }
        let words = line.filter { !$0.isWhitespace && $0 != "#" }
        let isTitle = title?.contains(words) ?? false
        #expect(isTitle || words.hasPrefix("<!--"), "\(path): \(line.prefix(60))")
      }
    }
  }

  @Test(
    "titles, numbers, issuers and dates of the State Council's papers are read as the list beside them says"
  )
  func metadata() throws {
    let folder = try #require(Reading.corpora) + "/zh-govcn"
    let key = String(decoding: Reading.bytes(of: folder + "/meta.jsonl"), as: UTF8.self)
    var scores: [String: (right: Int, of: Int)] = [:]
    for line in key.split(separator: "\n") {
      let answers = AnswerLine(line)
      let file = try #require(answers["file"])
      let bytes = Reading.bytes(of: folder + "/" + file)
      for (form, input) in [("page", bytes), ("body", AnswerLine.withoutLabelTable(bytes))] {
        let data = try Reading.document(input, file: file).metadata
        func score(_ name: String, _ found: String?, _ wanted: String?) {
          guard let wanted else { return }
          let isRight = found?.filter { !$0.isWhitespace } == wanted.filter { !$0.isWhitespace }
          scores["\(form) \(name)", default: (0, 0)].of += 1
          if !isRight { print("metadata \(form) \(name): \(found ?? "-") is \(wanted)") }
          if isRight { scores["\(form) \(name)", default: (0, 0)].right += 1 }
        }
        score("title", data.title.value, answers["title"])
        score("number", data.number.value?.description, answers["number"])
        score("issuer", data.issuer.value, answers["office"])
        score("written", data.written.value?.description, answers.date("written"))
        if form == "page" {
          score("published", data.published.value?.description, answers.date("published"))
        }
      }
    }
    for (name, score) in scores.sorted(by: { $0.key < $1.key }) {
      print("metadata \(name): \(score.right) of \(score.of)")
      #expect(score.right * 100 >= score.of * 95, "\(name): \(score.right) of \(score.of)")
    }
  }
}

extension CorporaTests {
  @Test("titles and languages of web pages are read, and what a page does not say is not stated")
  func webPages() throws {
    let folder = try #require(Reading.corpora) + "/en-govuk"
    let key = String(decoding: Reading.bytes(of: folder + "/meta.jsonl"), as: UTF8.self)
    var right = (title: 0, language: 0, count: 0)
    for line in key.split(separator: "\n") {
      let answers = AnswerLine(line)
      let file = try #require(answers["file"])
      let document = try Reading.document(Reading.bytes(of: folder + "/" + file), file: file)
      let data = document.metadata
      right.count += 1
      if data.title.value == answers["title"] {
        right.title += 1
      } else {
        print("metadata page title: \(data.title.value ?? "-") is \(answers["title"] ?? "-")")
      }
      if document.language.tag == answers["locale"] { right.language += 1 }
      // None of these pages has a number, an addressee, keywords or a status.
      for state in [
        data.number.state, data.addressee.state, data.keywords.state, data.status.state,
        data.issuer.state,
      ] {
        #expect(state == .notStated, "\(file)")
      }
    }
    print("metadata web title: \(right.title) of \(right.count)")
    print("metadata web language: \(right.language) of \(right.count)")
    #expect(right.count > 20 && right.title * 100 >= right.count * 95)
    #expect(right.language * 100 >= right.count * 95)
  }

  @Test("the keywords of the State Council's papers are read as the list beside them says")
  func keywords() throws {
    let folder = try #require(Reading.corpora) + "/zh-govcn"
    let key = String(decoding: Reading.bytes(of: folder + "/meta.jsonl"), as: UTF8.self)
    for line in key.split(separator: "\n") {
      let answers = AnswerLine(line)
      let file = try #require(answers["file"])
      let data = try Reading.document(Reading.bytes(of: folder + "/" + file), file: file).metadata
      let wanted = answers["keywords"]?.replacing("△", with: "").split { $0.isWhitespace }
      #expect(data.keywords.value == wanted?.map(String.init), "\(file)")
    }
  }
}

/// One line of the list of right answers: a flat JSON object of strings.
struct AnswerLine {
  private var values: [String: String] = [:]

  init(_ line: some StringProtocol) {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    var index = 1
    while index + 2 < parts.count {
      if parts[index + 1].hasPrefix(": null") {
        index += 2
        continue
      }
      values[String(parts[index])] = String(parts[index + 2])
      index += 4
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// A date such as 1997年04月08日 in the ISO form.
  func date(_ name: String) -> String? {
    values[name]?.replacing("年", with: "-").replacing("月", with: "-").replacing("日", with: "")
  }

  /// A page without its table of labels and without its title: only what stands in the paper itself.
  static func withoutLabelTable(_ page: [UInt8]) -> [UInt8] {
    var text = String(decoding: page, as: UTF8.self)
    if let start = text.range(of: "<table"), let end = text.range(of: "id=\"UCAP-CONTENT\"") {
      let body = text[..<end.lowerBound].lastIndex(of: "<") ?? end.lowerBound
      text = "<html><body><table><tr>" + text[body...]
      _ = start
    }
    return Array(text.utf8)
  }
}

extension String {
  /// The first place of a word.
  fileprivate func range(of word: String) -> Range<String.Index>? { firstRange(of: word) }
}
