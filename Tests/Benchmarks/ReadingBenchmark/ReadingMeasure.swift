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
    // What is packed counts as what it unpacks to.
    let bytes = files.reduce(0) {
      $0 + (form == "docx" ? BareReading.unpackedSize(ofDocx: $1) : $1.count)
    }
    guard bytes > 0 else { return }
    let repeats = max(1, ReadingMeasure.bytesPerRound / bytes)
    let volume = Double(bytes * repeats) / 1e6
    var bare: [Double] = []
    var whole: [Double] = []
    var blocks: [Double] = []
    var digests: [Double] = []
    var hashes: [Double] = []
    let documents = files.map { document($0, ContentHash.digest(of: $0.span)) }
    for round in 0...rounds {
      let first = time { for _ in 0..<repeats { files.forEach(parseBare) } }
      let second = time {
        for _ in 0..<repeats {
          for index in files.indices { _ = document(files[index], documents[index].sha256) }
        }
      }
      let third = time { for _ in 0..<repeats { files.forEach(readBlocks) } }
      let fourth = time { for _ in 0..<repeats { documents.forEach(makeDigests) } }
      let fifth = time { for _ in 0..<repeats { files.forEach(hash) } }
      // The first round warms up.
      guard round > 0 else { continue }
      bare.append(volume / first)
      whole.append(volume / second)
      blocks.append(third * 1e3 / volume)
      digests.append(fourth * 1e3 / volume)
      hashes.append(fifth * 1e3 / volume)
    }
    let slow = median(whole)
    let fast = median(bare)
    let hashed = 1e3 / (1e3 / slow + median(hashes))
    // Plain text has no parser to compare with.
    let comparison =
      form == "txt"
      ? ""
      : ",\"bare MB/s\":\(rounded(fast)),\"share\":\(rounded(slow / fast)),"
        + "\"share with the hash of the file\":\(rounded(hashed / fast)),"
        + "\"share of the reader alone\":\(rounded(1e3 / median(blocks) / fast))"
    // The file's hash is made before, as it tells whether the file must be read at all; those of its words are made when
    // ids are asked for.
    let stages =
      "\"ns/byte\":{\"reading\":\(rounded(1e3 / slow)),\"of it decoding and blocks\":"
      + "\(rounded(median(blocks))),\"hash of the file, before\":\(rounded(median(hashes))),"
      + "\"digests of all words, on demand\":\(rounded(median(digests)))}"
    print(
      """
      {"benchmark":"reading","form":"\(form)","files":\(files.count),"bytes":\(bytes),\
      "rounds":\(rounds),"reading MB/s":\(rounded(slow))\(comparison),\(stages)}
      """)
  }

  private func time(_ work: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(work)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private func document(_ file: [UInt8], _ sha256: Digest) -> PolicyDocument {
    let document = try? DocumentParser().parse(
      file, sha256: sha256, id: .init("file"), file: "file." + form)
    guard let document else { preconditionFailure("every file of a measure is read") }
    return document
  }

  private func readBlocks(_ file: [UInt8]) {
    let count = try? DocumentParser().blockCount(of: file, file: "file." + form)
    precondition(count != nil, "every file of a measure is read")
  }

  private func hash(_ file: [UInt8]) {
    precondition(ContentHash.digest(of: file.span).bytes.count == 32, "a hash is made")
  }

  /// What the ids of all passages and sentences cost: `DocumentParser.parse` leaves them to whoever asks.
  private func makeDigests(_ document: PolicyDocument) {
    var sum: UInt32 = 0
    for sentence in document.sentences { sum &+= document.digest(of: sentence.span) }
    for passage in document.passages where passage.sentences.count > 1 {
      sum &+= document.digest(of: passage.span)
    }
    precondition(sum != 0 || document.sentences.isEmpty, "digests are made")
  }

  private func parseBare(_ file: [UInt8]) {
    if form == "xml" { return BareReading.xml(file) }
    if form == "docx" { return BareReading.docx(file) }
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
