import GazetteConsole
import GazetteParsing
import Testing

@Suite struct FindingMessagesTests {
  /// Values for as many places as any sentence has.
  private let values = ["7", "{0}"]

  @Test(
    "what can be wrong with a file is said in both languages", arguments: ParseFinding.Kind.allCases
  )
  func languages(kind: ParseFinding.Kind) throws {
    let key = ParseFinding(kind).key
    let english = try #require(Messages(language: .english).sentence(key))
    let chinese = try #require(Messages(language: .chinese).sentence(key))
    #expect(english.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(chinese.unicodeScalars.contains { (0x4E00..<0xA000).contains($0.value) })
    // A sentence whose place stays open would show the braces.
    let places = english.count { $0 == "{" }
    let finding =
      switch places {
      case 0: ParseFinding(kind)
      case 1: ParseFinding(kind, values[0])
      default: ParseFinding(kind, values[0], values[1])
      }
    #expect(finding.description == Messages(language: .english)(key, values[0], values[1]))
    #expect(!finding.description.isEmpty && finding.description != key)
  }

  @Test("the table says nothing of findings that there are not")
  func keys() {
    let known = Set(ParseFinding.Kind.allCases.map { ParseFinding($0).key })
    for key in Messages.keys where key.hasPrefix("finding.") && key != "finding.place" {
      #expect(known.contains(key), "\(key)")
    }
  }

  @Test(
    "in Chinese the whole line is Chinese, with its place; in English it is the line of the error",
    arguments: [
      (ParseError.malformed(ParseFinding(.zipCut), offset: 12), "文件已损坏或带有恶意内容：zip 包被截断（第 12 字节）"),
      (.unsupported(ParseFinding(.rtf)), "不读取 RTF；请存为纯文本或 HTML"),
      (.incomplete(ParseFinding(.deepElements, 3), offset: nil), "未能读完文件：第 3 行附近的元素嵌套超过 2,048 层"),
      (.tooLarge(bytes: 11, limit: 10), "11 字节，超过限度 10；可用 --max-size 提高"),
      (.notADocument(ParseFinding(.image, "PNG")), "不是文档：图像（PNG）"),
      (
        .malformed(ParseFinding(.sidecar, "2:1", "x"), offset: nil),
        "文件已损坏或带有恶意内容：第 2:1 处（行:列）的 YAML 有误：x；每行写一项“名称: 值”，含冒号的值请加引号"
      ),
    ])
  func lines(error: ParseError, chinese: String) {
    for language in ["zh", "en"] {
      let console = Console(arguments: ["--ui", language], environment: { _ in nil })
      let words = console.words(
        forCode: error.code, key: error.finding.key, values: error.finding.values,
        offset: error.offset, detail: error.description)
      #expect(words == (language == "zh" ? chinese : error.description))
    }
  }
}
