import Foundation
import GazetteAnalysis
import Testing

/// OpenCC, in its Python package, as the oracle for Traditional characters.
@Suite(
  "Traditional characters beside OpenCC",
  .enabled(if: ProcessInfo.processInfo.environment["GAZETTE_INTEROP"] == "1"))
struct OpenCCTests {
  /// Lines as OpenCC's `t2s` converts them.
  static func simplified(_ lines: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys,opencc\nc=opencc.OpenCC('t2s')\n"
        + "for l in sys.stdin.buffer: sys.stdout.buffer.write((c.convert(l.decode().rstrip('\\n'))+'\\n').encode())",
    ]
    let output = Pipe()
    process.standardOutput = output
    let file = FileManager.default.temporaryDirectory.appending(path: "gazette-\(UUID()).txt")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the Python package opencc is not installed")
    return String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast().map(String.init)
  }

  @Test("A character and what OpenCC makes of it fold alike")
  func characters() throws {
    let scalars = (UInt32(0x3400)...0x9FFF).compactMap(Unicode.Scalar.init)
    let lines = scalars.map { String($0) }
    let converted = try Self.simplified(lines)
    var different: [String] = []
    for (line, result) in zip(lines, converted)
    where TextFoldingTests.fold(line) != TextFoldingTests.fold(result) {
      different.append("\(line)→\(result)")
    }
    #expect(converted.count == lines.count)
    #expect(different.isEmpty, "\(different.joined(separator: " "))")
  }

  @Test("A phrase and what OpenCC makes of it have the same terms")
  func phrases() throws {
    let lines = [
      "兩不愁三保障", "乾隆年間", "瞭解計畫", "覆蓋全國", "藉口", "沈沒與沈陽", "後天的發展", "頭髮", "裡面", "麵粉", "鐘錶", "鬥爭",
      "徵求意見", "瞭望", "反覆", "回覆", "恢復", "複雜", "鍛煉", "鐵路系統", "聯繫", "關係", "髒亂", "臟器", "獲得收穫", "儘管盡力",
    ]
    for (line, result) in zip(lines, try Self.simplified(lines)) {
      #expect(termTable(line) == termTable(result), "\(line) → \(result)")
    }
  }
}
