import ArgumentParser
import GazetteConsole

/// `gazette receipt`: what is done with receipts.
struct ReceiptCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    ReceiptOptions.group([ReceiptCheckCommand.self])
  }
}
