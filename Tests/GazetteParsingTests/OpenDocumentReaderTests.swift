import GazetteDocument
import GazetteParsing
import Testing

@Suite struct OpenDocumentReaderTests {
  private func document(
    _ body: String, lists: String = "", styles: String = "", meta: String = ""
  ) throws -> PolicyDocument {
    let bytes = OpenDocumentSamples.odt(body, lists: lists, styles: styles, meta: meta)
    let document = try Reading.document(bytes, file: "a.odt")
    #expect(Reading.violations(of: document).isEmpty)
    return document
  }

  private func lines(_ document: PolicyDocument) -> [String] {
    String(decoding: document.text.utf8, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func level(_ place: Int, _ properties: String, kind: String = "number") -> String {
    "<text:list-level-style-\(kind) text:level='\(place)' \(properties)/>"
  }

  private func item(_ words: String, _ more: String = "", start: Int? = nil) -> String {
    let value = start.map { " text:start-value='\($0)'" } ?? ""
    return "<text:list-item\(value)><text:p>\(words)</text:p>\(more)</text:list-item>"
  }

  private func list(_ items: String, _ properties: String = "") -> String {
    "<text:list \(properties)>\(items)</text:list>"
  }

  @Test("lists are counted as office programs print them, in each of their levels")
  func lists() throws {
    let style =
      "<text:list-style style:name='L1'>" + level(1, "style:num-suffix='.' style:num-format='1'")
      + level(2, "style:num-format='1' text:display-levels='2'")
      + level(
        3, "style:num-prefix='(' style:num-suffix=')' style:num-format='a' text:start-value='3'")
      + "</text:list-style>"
    let deep = list(item("Lamps burn.") + item("Benches stay."))
    let body =
      list(
        item("Trees are kept.", list(item("Old ones stay.", deep) + item("Young ones grow.")))
          + item("Paths are swept.", list(item("So in winter."))) + item("Lakes stay.", start: 7)
          + "<text:list-header><text:p>Between two items.</text:p></text:list-header>"
          + item("Gates close."), "text:style-name='L1'")
      + "<text:p>Then this holds.</text:p>"
      + list(item("It goes on."), "text:style-name='L1' text:continue-numbering='true'")
      + list(item("It begins anew."), "text:style-name='L1'")
    #expect(
      lines(try document(body, lists: style)) == [
        "1. Trees are kept.", "1.1 Old ones stay.", "(c) Lamps burn.", "(d) Benches stay.",
        "1.2 Young ones grow.",
        "2. Paths are swept.", "2.1 So in winter.", "7. Lakes stay.", "Between two items.",
        "8. Gates close.", "Then this holds.", "9. It goes on.", "1. It begins anew.",
      ])
  }

  @Test("bullets print no number, and Chinese numerals stand close to their words")
  func signs() throws {
    let styles =
      "<text:list-style style:name='B'>" + level(1, "text:bullet-char='•'", kind: "bullet")
      + "</text:list-style><text:list-style style:name='C'>"
      + level(1, "style:num-suffix='、' style:num-format='一, 二, 三, ...'") + "</text:list-style>"
    let body =
      list(item("First of all."), "text:style-name='B'")
      + list(item("公园的管理，由区人民政府负责；") + item("树木的保护，由市人民政府负责。"), "text:style-name='C'")
      + list(item("No style."), "text:style-name='nowhere'")
    let found = lines(try document(body, lists: styles))
    #expect(found == ["First of all.", "一、公园的管理，由区人民政府负责；", "二、树木的保护，由市人民政府负责。", "No style."])
  }

  @Test("the outline numbers headings, which may be styled and need no element of their own")
  func headings() throws {
    let styles =
      "<text:outline-style>" + level(1, "style:num-suffix='.' style:num-format='I'")
      + level(2, "style:num-format='1' text:display-levels='2'") + "</text:outline-style>"
      + "<style:style style:name='Own' style:default-outline-level='1'/>"
      + "<style:style style:name='Main' style:parent-style-name='Title'/>"
    let auto = "<style:style style:name='P9' style:parent-style-name='Own'/>"
    let body =
      "<text:p text:style-name='Main'>Rules for Parks</text:p>"
      + "<text:h text:outline-level='1'>Hours</text:h><text:p>Open at six.</text:p>"
      + "<text:h text:outline-level='2'>Winter</text:h><text:p>Open at eight.</text:p>"
      + "<text:p text:style-name='P9'>Trees</text:p><text:p>None is felled.</text:p>"
    let found = try document(body, lists: auto, styles: styles)
    #expect(found.metadata.title.value == "Rules for Parks")
    #expect(found.sections.dropFirst().map(\.heading) == ["Hours", "Winter", "Trees"])
    #expect(found.sections.dropFirst().map(\.number) == ["I", "I.1", "II"])
    #expect(found.sections.dropFirst().map(\.depth) == [1, 2, 1])
  }

  @Test("the title among the properties of a file completes the text, and stands alone at last")
  func title() throws {
    let meta = "<dc:title>Park Rules for Winter</dc:title>"
    let body = "<text:p>Parks open at six.</text:p><text:p>They close at ten.</text:p>"
    #expect(try document(body, meta: meta).metadata.title.value == "Park Rules for Winter")
    let whole = "<text:p>Park Rules for Winter and Spring 2024</text:p>" + body
    #expect(
      try document(whole, meta: meta).metadata.title.value
        == "Park Rules for Winter and Spring 2024")
  }

  @Test(
    "lists that contradict themselves are read",
    arguments: [
      "text:start-value='99999999999999999999'", "text:start-value='9223372036854775807'",
      "text:display-levels='-9223372036854775808'", "text:display-levels='99'",
      "text:display-levels='x'",
    ])
  func contradictions(property: String) throws {
    let style =
      "<text:list-style style:name='L1'>" + level(1, property + " style:num-format='1'")
      + "</text:list-style>"
    let body = list(item("One.") + item("Two."), "text:style-name='L1'")
    let found = lines(try document(body, lists: style))
    #expect(found.count == 2 && found[1].hasSuffix("Two."))
  }
}
