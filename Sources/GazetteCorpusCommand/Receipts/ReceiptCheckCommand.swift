import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette receipt check`: looks for the passages of a receipt in sources or in the index, and says what became of them.
struct ReceiptCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { ReceiptOptions.configuration }

  @OptionGroup var options: ReceiptOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let bytes = try FileReading.bytes(of: options.file, limit: Receipt.maximumSize)
    let read: (receipt: Receipt, isWhole: Bool)
    do {
      read = try Receipt.read(bytes)
    } catch {
      if case .malformed = error { return try refuse(error) }
      throw error
    }
    let check: ReceiptCheck
    var revision: String?
    if options.sources.isEmpty {
      let search = try PolicySearch(at: global.index)
      revision = search.revision
      var sources = try IndexedSources(search)
      check = try ReceiptCheck(read.receipt, isWhole: read.isWhole) {
        try sources.document(for: $0)
      }
    } else {
      let sources = try SourceFiles(options.sources, for: read.receipt)
      check = ReceiptCheck(read.receipt, isWhole: read.isWhole) { sources.document(for: $0) }
    }
    let listing = ReceiptListing(console: .current, file: options.file)
    if Console.current.isJSON {
      try Console.current.put(
        listing.envelope(
          check, of: read.receipt, revision: revision, findingsOnly: options.findings
        )
        .json)
    } else {
      listing.print(check, of: read.receipt, findingsOnly: options.findings)
    }
    if check.hasFindings { throw ExitStatus.nothingFound }
    if !check.isComplete { throw ExitStatus.failed }
  }

  /// A receipt of which a field cannot be is a finding, not a failure: somebody altered it.
  private func refuse(_ error: ReceiptError) throws {
    let console = Console.current
    if console.isJSON {
      try console.put(ReceiptListing(console: console, file: options.file).envelope(error).json)
    } else {
      console.tell(console.words(for: error))
    }
    throw ExitStatus.nothingFound
  }
}
