import Gazette
import GazetteTestSupport
import Testing

@testable import GazetteStudy

/// What stands in a pack: only sentences of sources, each with its place.
@Suite struct StudyPackTests {
  /// Packs over the sample corpus, in every language and of every sort of subject.
  private static let packs = Result { () throws -> [StudyPack] in
    let folder = try ScratchFolder()
    let path = folder.path + "/index"
    _ = try CorpusIndexing(of: try Corpus(at: [ProjectFolder.corpus]), at: path).run()
    let search = try PolicySearch(at: path)
    var packs: [StudyPack] = []
    let subjects: [(StudySubject, StudyLanguage)] = [
      (.concept("three-guarantees"), .english), (.concept("三保障"), .both),
      (.concept("dropout-control"), .chinese),
      (.document("three-guarantees-opinions.zh"), .chinese),
      (.document("vitalisation-plan.en"), .english), (.query("防止返贫 监测"), .chinese),
    ]
    for (subject, language) in subjects {
      var building = try StudyBuilding(search, language: language)
      packs.append(try building.pack(for: subject))
    }
    withExtendedLifetime(folder) {}
    return packs
  }

  @Test(
    "every sentence of a pack is a whole sentence or passage with its address, and none has a warning"
  )
  func cited() throws {
    for pack in try Self.packs.get() {
      #expect(!pack.sections.isEmpty && !pack.cards.isEmpty && !pack.quiz.isEmpty, "\(pack.title)")
      for excerpt in pack.excerpts {
        #expect(excerpt.flags.isEmpty)
        #expect(excerpt.selector.isConsistent && excerpt.selector.machineID == excerpt.id)
      }
    }
  }

  @Test(
    "no line of a handout is without a source: headings, words of the pack, quotations with citations, the glossary"
  )
  func handout() throws {
    for pack in try Self.packs.get() {
      let text = MarkdownPack(StudyOutline(pack)).handout
      var isCited = true
      for line in text.split(separator: "\n") where !line.isEmpty && line != ">" {
        if line.hasPrefix("> — ") || line.hasPrefix("— ") {
          #expect(line.contains("gz:"))
          isCited = true
        } else if line.hasPrefix("> ") {
          #expect(isCited, "\(line)")
          isCited = false
        } else {
          #expect(line.hasPrefix("#") || line.hasPrefix("*") || line.hasPrefix("|"), "\(line)")
        }
      }
      #expect(isCited)
    }
  }

  @Test("the same corpus makes the same bytes, and no key of the table of words is left in them")
  func bytes() throws {
    for pack in try Self.packs.get() {
      let files = pack.files
      #expect(files == pack.files)
      #expect(Set(files.map(\.name)).count == files.count && files.allSatisfy { !$0.bytes.isEmpty })
      for file in files where file.isText {
        let text = String(decoding: file.bytes, as: UTF8.self)
        for key in StudyWords.keys where key.contains(".") {
          #expect(!text.contains(key + "\n") && !text.contains(key + "<"), "\(file.name) \(key)")
        }
        #expect(!text.contains("<script") && !text.contains("src="), "\(file.name)")
      }
    }
  }

  @Test("cards have ids of their own and five fields a line, whatever the sources hold")
  func cards() throws {
    for pack in try Self.packs.get() {
      #expect(Set(pack.cards.map(\.id)).count == pack.cards.count)
      let lines = AnkiCards(StudyOutline(pack)).text.split(separator: "\n")
      #expect(lines[0] == "#separator:Tab" && lines[5] == "#tags column:5")
      let notes = lines.drop { $0.hasPrefix("#") }
      #expect(notes.count == pack.cards.count)
      for line in notes {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(fields.count == 5 && fields[0].hasPrefix("gz-") && !fields[3].isEmpty, "\(line)")
        #expect(!line.contains("\"") && !fields[1].isEmpty && !fields[2].isEmpty)
      }
      for card in pack.cards { #expect(!card.sources.isEmpty, "\(card.front)") }
    }
  }

  @Test(
    "a question has one right answer, no wrong one that is right, and a sentence for every choice")
  func quiz() throws {
    for pack in try Self.packs.get() {
      #expect(Set(pack.quiz.map(\.id)).count == pack.quiz.count)
      for item in pack.quiz where item.kind == .choice {
        #expect(item.choices.count(where: \.isRight) == 1, "\(item.prompt)")
        #expect(item.choices.first(where: \.isRight)?.text == item.answer)
        let texts = item.choices.map { $0.text.lowercased() }
        #expect(Set(texts).count == texts.count && texts.count > 1)
      }
      for item in pack.quiz where item.kind == .cloze || item.prompt.contains("［……］") {
        #expect(StudyStatement.line(item.source.text).contains(item.answer), "\(item.answer)")
      }
    }
  }

  @Test(
    "a pack in both languages has the translation beside the sentence, from the translation of its document"
  )
  func both() throws {
    let pack = try #require(try Self.packs.get().first { $0.language == .both })
    let pairs = pack.sections.flatMap(\.statements).compactMap { statement in
      statement.translation.map { (statement.excerpt, $0) }
    }
    #expect(pairs.count >= 5)
    for (own, other) in pairs {
      #expect(own.document.language.isChinese && !other.document.language.isChinese)
      #expect(
        own.document.id.name.replacing(".zh", with: "")
          == other.document.id.name.replacing(".en", with: ""))
    }
  }

  @Test("a sentence with masked characters is left out and listed")
  func omissions() throws {
    let pack = try StudyCorpus().pack()
    #expect(pack.omissions.contains { $0.excerpt.text.contains("****") })
    #expect(
      !pack.files.filter(\.isText).contains { file in
        file.name != "sources.md" && String(decoding: file.bytes, as: UTF8.self).contains("收取费用")
      })
    let sources = try #require(pack.files.first { $0.name == "sources.md" })
    #expect(String(decoding: sources.bytes, as: UTF8.self).contains("plan.zh"))
  }

  @Test("a formula is taught part by part, and what stands beside it is the wrong answer")
  func formula() throws {
    let pack = try StudyCorpus().pack()
    #expect(pack.sections.first?.statements.first?.text == "“两查”就是查水质、查屋顶。")
    let members = try #require(pack.cards.first { $0.kind == .members })
    #expect(members.back == ["查水质", "查屋顶"])
    let when = try #require(pack.cards.first { $0.kind == .deadline })
    #expect(when.front.contains("［……］") && when.back[0].contains("9月30日"))
    let question = try #require(pack.quiz.first { $0.kind == .choice })
    #expect(question.choices.contains { $0.text == "查道路" && !$0.isRight })
  }

  @Test("nothing to teach is a pack without sections; no such concept or document is an error")
  func nothing() throws {
    #expect(try StudyCorpus().pack(.query("zzyzx")).sections.isEmpty)
    #expect(throws: LookupError.self) { try StudyCorpus().pack(.concept("zzyzx")) }
    #expect(throws: LookupError.self) { try StudyCorpus().pack(.document("zzyzx")) }
  }

  @Test("the Word file is read back with its headings, sentences and tables")
  func word() throws {
    for pack in try Self.packs.get() {
      let file = try #require(pack.files.first { $0.name == "handout.docx" })
      let document = try DocumentParser().parse(
        file.bytes, id: PolicyDocument.ID("handout"), file: "handout.docx")
      let text = StudyStatement.line(String(decoding: document.text.utf8, as: UTF8.self))
      for statement in pack.sections.flatMap(\.statements) {
        #expect(text.contains(StudyStatement.line(TextSafety.visible(statement.text))))
      }
      for section in pack.sections {
        #expect(
          document.sections.contains { $0.numberedHeading.contains(section.heading) }
            || text.contains(section.heading))
      }
    }
  }
}
