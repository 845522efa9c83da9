import CLibXML2
import CMD4C
import GazetteDocument
import GazetteParsing

/// Reads the same files with the bare parser and with the whole path, round by round in turn.
struct ReadingMeasure {
  let form: String
  let files: [[UInt8]]
  let rounds: Int

  /// Small files are read as often as it takes for a round to last.
  private static let bytesPerRound = 24 << 20

  func run() {
    let bytes = files.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return }
    let repeats = max(1, ReadingMeasure.bytesPerRound / bytes)
    let volume = Double(bytes * repeats) / 1e6
    var bare: [Double] = []
    var whole: [Double] = []
    for round in 0...rounds {
      let first = time { for _ in 0..<repeats { files.forEach(parseBare) } }
      let second = time { for _ in 0..<repeats { files.forEach(parseWhole) } }
      // The first round warms up.
      guard round > 0 else { continue }
      bare.append(volume / first)
      whole.append(volume / second)
    }
    let slow = median(whole)
    let fast = median(bare)
    // Plain text has no parser to compare with.
    let comparison =
      form == "txt" ? "" : ",\"bare MB/s\":\(rounded(fast)),\"share\":\(rounded(slow / fast))"
    print(
      """
      {"benchmark":"reading","form":"\(form)","files":\(files.count),"bytes":\(bytes),\
      "rounds":\(rounds),"reading MB/s":\(rounded(slow))\(comparison)}
      """)
  }

  private func time(_ work: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(work)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private func parseWhole(_ file: [UInt8]) {
    let document = try? DocumentParser().parse(file, id: .init("file"), file: "file." + form)
    precondition(document != nil, "every file of a measure is read")
  }

  private func parseBare(_ file: [UInt8]) {
    file.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      switch form {
      case "html":
        let options = Int32(
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
        xmlFreeDoc(htmlReadMemory(base, Int32(buffer.count), nil, "UTF-8", options))
      case "md":
        var parser = MD_PARSER(
          abi_version: 0,
          flags: UInt32(
            MD_FLAG_TABLES | MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS),
          enter_block: { _, _, _ in 0 }, leave_block: { _, _, _ in 0 },
          enter_span: { _, _, _ in 0 }, leave_span: { _, _, _ in 0 }, text: { _, _, _, _ in 0 },
          debug_log: nil, syntax: nil)
        md_parse(base, UInt32(buffer.count), &parser, nil)
      default: break
      }
    }
  }
}
