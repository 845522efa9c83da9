import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// XML that hangs, floods or cheats readers; each is read whole or refused, fast, and nothing is fetched.
@Suite(.serialized) struct HostileMarkupTests {
  private func failure(_ text: String, file: String = "a.xml") -> ParseError? {
    do throws(ParseError) {
      _ = try Reading.document(Array(text.utf8), file: file)
      return nil
    } catch {
      return error
    }
  }

  private func isRefused(_ text: String) -> Bool {
    var found: ParseError?
    let time = threadTime { found = failure(text) }
    #expect(time < 2)
    switch found {
    case .some(.malformed), .some(.incomplete): return true
    default: return false
    }
  }

  @Test(
    "a document type that declares entities is refused",
    arguments: [
      "<!ENTITY a 'x'>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
      "<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'>",
      "<!ELEMENT a ANY><!ENTITY lol 'lol'><!ENTITY lol1 '&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;'>",
    ])
  func entities(declaration: String) {
    #expect(isRefused("<?xml version='1.0'?><!DOCTYPE a [\(declaration)]><a>&x;&lol1;</a>"))
    #expect(isRefused("<?xml version='1.0'?><!-- ]> --><!DOCTYPE a [ \(declaration)\n]><a/>"))
  }

  @Test(
    "entities are found behind signs that seem to end the document type",
    arguments: [
      "SYSTEM '>' [", "[<?b ]?>", "[<!ATTLIST a b CDATA ']' > <!ELEMENT a ANY>",
      "[<!-- ]> --><!ELEMENT a ANY>", "PUBLIC \">\" ']>' [",
    ])
  func hiddenEntities(start: String) {
    let text = "<?xml version='1.0'?><!DOCTYPE a \(start)<!ENTITY x 'y'>]><a>&x;</a>"
    guard case .some(.malformed(let finding, _)) = failure(text) else {
      Issue.record("\(start) is not refused")
      return
    }
    #expect(finding.kind == .entities && "\(finding)".contains("declares entities"))
  }

  @Test("an external document type is not fetched, and its entities stay as they are written")
  func external() throws {
    let text =
      "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a>one&nbsp;&unknown; two</a>"
    #expect(Reading.passages(try Reading.document(text, file: "a.xml")) == ["one &unknown; two"])
  }

  @Test("100,000 nested elements are refused, 2,000 are read")
  func nesting() throws {
    func nested(_ depth: Int) -> String {
      "<?xml version='1.0'?>" + String(repeating: "<section>", count: depth) + "各区落实。"
        + String(repeating: "</section>", count: depth)
    }
    #expect(isRefused(nested(100_000)))
    #expect(Reading.passages(try Reading.document(nested(2_000), file: "a.xml")) == ["各区落实。"])
  }

  @Test("nested tables are looked at once each")
  func tables() throws {
    let text =
      "<?xml version='1.0'?><akomaNtoso>" + String(repeating: "<table><tr><td>", count: 600) + "x"
      + String(repeating: "</td><td>y</td></tr></table>", count: 600) + "</akomaNtoso>"
    var found: PolicyDocument?
    let time = try threadTime { found = try Reading.document(Array(text.utf8), file: "a.xml") }
    #expect(time < 2)
    #expect(try #require(found).passages.count == 600)
  }

  @Test("100,000 attributes on one tag, one of 10 MB, and an endless tag are refused at once")
  func attributes() {
    #expect(
      isRefused(
        "<?xml version='1.0'?><a " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
          + "/>"))
    #expect(
      isRefused("<?xml version='1.0'?><a b='" + String(repeating: "x", count: 10_500_000) + "'/>"))
    #expect(isRefused("<?xml version='1.0'?><a " + String(repeating: "x", count: 1_000_000)))
  }

  @Test(
    "100,000 attributes are refused whatever the name of the tag begins with",
    arguments: ["_", ":a", "é", "公", ".a"])
  func attributes(name: String) {
    let tag = "<\(name) " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
    #expect(isRefused("<?xml version='1.0'?>" + tag))
    if name != "é", name != "公" { #expect(isRefused("<!DOCTYPE html><body>" + tag)) }
  }

  @Test("names are not looked for among any number of namespaces")
  func namespaces() throws {
    func nested(_ depth: Int, _ declared: Int) -> String {
      let open = (0..<depth).map { level in
        "<a " + (0..<declared).map { "xmlns:n\(level)x\($0)='u'" }.joined(separator: " ") + ">"
      }
      return "<?xml version='1.0'?>" + open.joined() + String(repeating: "<z:b/>", count: 20_000)
        + "words" + String(repeating: "</a>", count: depth)
    }
    guard case .some(.malformed(let finding, _)) = failure(nested(1_500, 200)) else {
      Issue.record("not refused")
      return
    }
    #expect(finding.kind == .namespaces)
    #expect(isRefused(nested(100_000, 1)))
    // Elements beside one another may declare as many as they like, as office programs do.
    let flat = (0..<20_000).map { "<a xmlns:n\($0)='u'>x</a>" }.joined()
    let text = "<?xml version='1.0'?><b xmlns='v'>" + flat + nested(4, 200).dropFirst(21) + "</b>"
    #expect(try Reading.document(text, file: "a.xml").passages.count > 1)
  }

  @Test("a text node over 10 MB is refused as incomplete, not cut")
  func longText() {
    let text = "<?xml version='1.0'?><a>" + String(repeating: "word ", count: 2_200_000) + "end</a>"
    guard case .some(.incomplete(let finding, _)) = failure(text) else {
      Issue.record("not refused")
      return
    }
    #expect("\(finding)".contains("10 MB"))
  }

  @Test(
    "XML that is cut or broken is refused with its line",
    arguments: [
      "<a><b>x</a>", "<a>x", "<a>x</a><b/>", "<a>&</a>", "<a>\0</a>", "<a b=1/>", "<a>]]></a>", "<",
    ])
  func broken(text: String) {
    let found = failure("<?xml version='1.0'?>\n" + text)
    guard case .some(.malformed(let finding, _)) = found else {
      Issue.record("\(text): \(String(describing: found))")
      return
    }
    let what = "\(finding)"
    #expect(what.contains("line") || what.contains("element"))
  }

  @Test(
    "signs without end are read or refused in time",
    arguments: [
      "<", "<a>", "</a>", "<!--", "<![CDATA[", "<?a ", "&", "&a;", "<a b='", "<p/>", "<table>",
      "]]>", "\0",
    ])
  func repeated(sign: String) {
    for head in ["<?xml version='1.0'?>", "<?xml version='1.0'?><a>", "<akomaNtoso xmlns='x'>"] {
      let text = head + String(repeating: sign, count: 100_000)
      let time = threadTime {
        if let document = try? Reading.document(Array(text.utf8), file: "a.xml") {
          #expect(Reading.violations(of: document).isEmpty)
        }
      }
      #expect(time < 5, "\(head)\(sign)")
    }
  }

  @Test("files that include each other, and ten thousand parts, end")
  func inclusion() throws {
    let part =
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'>x<xi:include href='b.xml'/><xi:include href='c.xml'/></a>"
    let bytes = Array(part.utf8)
    var count = 0
    let document = try DocumentParser().parse(
      bytes, sha256: ContentHash.digest(of: bytes.span), id: .init("a"), file: "a.xml",
      including: { _ in
        count += 1
        return bytes
      })
    #expect(count < 10 && !document.passages.isEmpty)
  }

  @Test("parts that each include the next one twenty times are refused, not read for ever")
  func growingInclusion() {
    func part(_ level: Int) -> [UInt8] {
      let parts = (0..<20).map { "<xi:include href='\(level + 1)-\($0).xml'/>" }.joined()
      return Array("<a xmlns:xi='http://www.w3.org/2001/XInclude'>x\(parts)</a>".utf8)
    }
    let bytes = part(0)
    var found: ParseError?
    let time = threadTime {
      do throws(ParseError) {
        _ = try DocumentParser().parse(
          bytes, sha256: ContentHash.digest(of: bytes.span), id: .init("a"), file: "a.xml",
          including: { name in part(Int(name.prefix { $0 != "-" }) ?? 0) })
      } catch {
        found = error
      }
    }
    #expect(time < 10)
    #expect(found?.code == "malformed")
  }
}
