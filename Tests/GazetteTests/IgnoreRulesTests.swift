import GazetteTestSupport
import Testing

@testable import Gazette

@Suite struct IgnoreRulesTests {
  @Test(
    "patterns match as in gitignore",
    arguments: [
      ("*.bak", "a.bak", false, true), ("*.bak", "x/y/a.bak", false, true),
      ("*.bak", "a.txt", false, false), ("/a.txt", "a.txt", false, true),
      ("/a.txt", "x/a.txt", false, false), ("drafts/", "drafts", true, true),
      ("drafts/", "drafts", false, false), ("drafts/", "x/drafts", true, true),
      ("x/*.md", "x/a.md", false, true), ("x/*.md", "x/y/a.md", false, false),
      ("x/**/a.md", "x/a.md", false, true), ("x/**/a.md", "x/y/z/a.md", false, true),
      ("**/old", "old", true, true), ("**/old", "x/y/old", true, true),
      ("?.txt", "a.txt", false, true), ("?.txt", "ab.txt", false, false),
      ("草稿*", "草稿一.md", false, true), ("# a comment", "# a comment", false, false),
    ])
  func pattern(_ pattern: String, _ path: String, _ isFolder: Bool, _ ignored: Bool) {
    #expect(IgnoreRules(pattern).ignores(path, isFolder: isFolder) == ignored)
  }

  @Test("the last matching rule decides, and an exclamation mark takes back")
  func negation() {
    let rules = IgnoreRules("*.txt\r\n!keep.txt\n\n  \n")
    #expect(rules.ignores("a.txt", isFolder: false))
    #expect(!rules.ignores("keep.txt", isFolder: false))
    #expect(!rules.ignores("a.md", isFolder: false))
  }

  @Test("a hostile pattern costs no more than the product of the lengths")
  func hostile() {
    let rules = IgnoreRules(String(repeating: "*a", count: 500) + "b")
    let path = String(repeating: "a", count: 2000)
    #expect(threadTime { _ = rules.ignores(path, isFolder: false) } < 5)
    #expect(!rules.ignores(path, isFolder: false))
  }
}
