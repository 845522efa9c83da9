import GazetteDocument
import GazetteExport
import GazetteSearch

/// A made-up passage with the metadata that a test wants, ready to be cited.
struct CitedSample {
  var title = "样例镇关于住房安全核查的通知"
  var issuer: String? = "样例镇人民政府"
  var number: DocumentNumber? = DocumentNumber(code: "样镇发", year: 2024, serial: 7)
  var kind: String? = "通知"
  var source: String?
  var written = CalendarDate(iso: "2024-03-05")
  var language = Language.simplifiedChinese
  var voice = Voice(kind: .policy)
  var flags: Set<PassageFlag> = []
  var text = "第二条　镇住建办应当在三日内组织鉴定，不得拖延。"
  var prefix = "第一条　略。\n"
  var suffix = "\n第三条　略。"
  var legalNumber: String? = "第二条"

  /// An English one.
  static var english: CitedSample {
    var sample = CitedSample()
    sample.title = "Sample Act on Roofs & Gutters"
    sample.issuer = "Sample Assembly"
    sample.number = nil
    sample.kind = "act"
    sample.language = .english
    sample.text = "(2) The warden shall inspect every roof, 100% of them, before March."
    sample.prefix = "Article 4\n(1) The town has a warden. "
    sample.suffix = " Nothing else."
    sample.legalNumber = "art. 4(2)"
    return sample
  }

  var excerpt: CitedExcerpt {
    let whole = SourceText(prefix + text + suffix)
    var document = PolicyDocument(
      id: .init("samples/housing_check.zh"), file: "samples/housing_check.zh.txt",
      sha256: whole.sha256, textSHA256: whole.sha256, format: .text, encoding: "UTF-8",
      language: language, text: whole)
    document.metadata.title = MetadataValue(title, state: .stated)
    document.metadata.issuer = MetadataValue(issuer, state: .stated)
    document.metadata.number = MetadataValue(number, state: .stated)
    document.metadata.kind = MetadataValue(kind, state: .stated)
    document.metadata.source = MetadataValue(source, state: .stated)
    document.metadata.written = MetadataValue(written, state: .stated)
    let bytes = prefix.utf8.count..<prefix.utf8.count + text.utf8.count
    let span = TextMap(whole.utf8.span).span(of: bytes)
    let path = SectionPath(section: [1], passage: 2)
    let id = MachineID(
      textDigest: whole.sha256.prefix, bytes: bytes, digest: document.digest(of: span))
    let passage = Passage(
      span: span, section: 0, ordinal: 2, sentences: 0..<1, language: language, voice: voice,
      flags: flags)
    return CitedExcerpt(
      CitedPassage(
        document: DocumentSummary(document), passage: passage, index: 1, id: id, path: path,
        headings: [], number: legalNumber, text: text,
        sentences: [
          CitedSentence(sentence: Sentence(span: span), text: text, path: path, id: id)
        ], repairs: [], prefix: prefix, suffix: suffix),
      legalNumber: legalNumber)
  }

  /// The citation, with a day of access.
  var item: BibliographicItem {
    BibliographicItem(excerpt, revision: "r3-0a1b2c3d", accessed: CalendarDate(iso: "2026-11-23"))
  }
}
