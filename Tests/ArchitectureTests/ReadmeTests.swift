import Foundation
import Testing

/// The README tells the truth: its example is a compiled test, and it stays short.
@Suite struct ReadmeTests {
  private func lines(of path: String) throws -> [String] {
    let url = SourceTree.top.appendingPathComponent(path)
    return try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func block(of lines: [String], from start: String, to end: String) throws -> [String] {
    let first = try #require(lines.firstIndex { $0.trimmingCharacters(in: .whitespaces) == start })
    let last = try #require(
      lines[(first + 1)...].firstIndex { $0.trimmingCharacters(in: .whitespaces) == end })
    return Array(lines[(first + 1)..<last])
  }

  @Test("the example in the README is the example that is compiled and run, word for word")
  func example() throws {
    let readme = try block(of: lines(of: "README.md"), from: "```swift", to: "```")
    let test = try block(
      of: lines(of: "Tests/GazetteTests/ReadmeExampleTests.swift"), from: "// README begins",
      to: "// README ends")
    let indent = test.first?.prefix { $0 == " " }.count ?? 0
    let outdented = test.map { String($0.dropFirst(min(indent, $0.prefix { $0 == " " }.count))) }
    #expect(readme == ["import Gazette", ""] + outdented)
  }

  @Test("the README is under 150 lines and names every dependency")
  func size() throws {
    let readme = try lines(of: "README.md")
    #expect(readme.count < 150)
    let text = readme.joined(separator: "\n")
    let manifest = try lines(of: "Package.swift").joined(separator: "\n")
    for part in manifest.split(separator: ".apt([\"").dropFirst() {
      let package = String(part.prefix { $0 != "\"" })
      #expect(text.contains(package), "the README does not name \(package)")
    }
  }

  @Test("every target has its line in the README's map")
  func map() throws {
    let text = try lines(of: "README.md").joined(separator: "\n")
    for target in LayeringTests.diagram.keys {
      #expect(text.contains("`\(target)`"), "\(target)")
    }
  }
}
