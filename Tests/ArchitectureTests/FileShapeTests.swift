import Foundation
import Testing

/// Small files with one type each, named for it, in the words of the field.
@Suite struct FileShapeTests {
  @Test("no source file is over 400 lines, no test file over 500")
  func length() {
    for file in SourceTree.files(below: "Sources") {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
    }
    for file in SourceTree.files(below: "Tests") {
      #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test(
    "a file declares one type and is named for it", arguments: SourceTree.files(below: "Sources"))
  func oneType(in file: SourceTree.File) throws {
    guard file.name != "main" else { return }
    let types = file.types
    #expect(types.count <= 1, "\(file.path) declares \(types)")
    if let type = types.first {
      #expect(file.name == type, "\(file.path) declares \(type)")
    } else {
      #expect(
        file.name.contains("+"), "\(file.path) extends a type: it is to be named Type+Facet.swift")
    }
  }

  @Test("no name is a drawer")
  func names() {
    let forbidden = [
      "Util", "Helper", "Manager", "Misc", "Common", "Support", "Impl", "Abstract", "Base",
    ]
    for file in SourceTree.files(below: "Sources") {
      for word in forbidden {
        let parts = file.path.split(whereSeparator: { "/+.".contains($0) })
        for part in parts where part.hasPrefix(word) || part.hasSuffix(word) {
          Issue.record("\(file.path): \(part)")
        }
      }
    }
  }

  @Test("no type is named like its module, which would hide the module's name")
  func moduleNames() {
    for file in SourceTree.files(below: "Sources") {
      #expect(!file.types.contains(file.target), "\(file.path)")
    }
  }

  @Test("the top level holds what it should and nothing else")
  func top() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "corpus", "index", "README.md", "Makefile", "LICENSE",
      "Package.resolved",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: SourceTree.top.path)
    for name in found where !name.hasPrefix(".") {
      #expect(allowed.contains(name), "\(name)")
    }
  }
}
