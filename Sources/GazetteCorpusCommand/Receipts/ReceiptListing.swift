import Gazette
import GazetteConsole

/// Says what became of the passages of a receipt.
struct ReceiptListing {
  let console: Console
  /// The receipt's file.
  let file: String

  /// Prints a line a passage with what it was found to be, then the counts.
  func print(_ check: ReceiptCheck, of receipt: Receipt, findingsOnly: Bool) {
    if !check.isWhole { console.put(console.lit(console.say("receipt.altered")) + "\n") }
    for item in check.items where !findingsOnly || item.state != .same {
      let state = console.say("receipt.state." + item.state.rawValue)
      let isSound = item.state == .same || item.state == .moved
      console.put(
        "\(isSound ? console.strong(state) : console.lit(state))  "
          + TerminalText.visible("\(item.passage.document)#\(item.passage.path)")
          + " (\(item.passage.id))\n")
      for line in note(on: item) { console.put("    \(TerminalText.visible(line))\n") }
    }
    console.tell(summary(of: check, receipt))
  }

  private func note(on item: ReceiptCheck.Item) -> [String] {
    var lines: [String] = []
    if let fault = item.fault { lines.append(console.say("receipt.fault." + fault.rawValue)) }
    if item.state == .moved, let span = item.resolution?.span {
      lines.append(
        console.say("receipt.moved", "\(span.start.byte)", "\(span.end.byte)"))
    }
    let pieces = item.resolution?.difference ?? []
    if !pieces.isEmpty {
      lines.append(
        pieces.map { piece in
          switch piece.kind {
          case .same: Self.shortened(piece.text)
          case .deleted: "[-\(piece.text)-]"
          case .inserted: "{+\(piece.text)+}"
          }
        }.joined())
    }
    if item.state == .orphaned {
      for proposal in item.resolution?.proposals ?? [] {
        lines.append(
          console.say(
            "receipt.proposal", "\(proposal.span.start.byte)", "\(proposal.span.end.byte)",
            "\(Int((proposal.likeness * 100).rounded()))", Self.shortened(proposal.text)))
      }
    }
    return lines
  }

  private func summary(of check: ReceiptCheck, _ receipt: Receipt) -> String {
    let counts = ReceiptCheck.State.allCases.compactMap { state -> String? in
      let count = check.count(of: state)
      return count == 0 ? nil : console.say("receipt.state." + state.rawValue) + " \(count)"
    }
    return console.say(
      "receipt.count", "\(check.items.count)",
      counts.joined(separator: console.isChinese ? "，" : ", "), receipt.revision)
  }

  /// The answer as JSON.
  func envelope(
    _ check: ReceiptCheck, of receipt: Receipt, revision: String?, findingsOnly: Bool
  ) -> Envelope {
    let shown = check.items.filter { !findingsOnly || $0.state != .same }
    var envelope = Envelope(
      schema: "gazette.receipt-check/1", revision: revision, items: shown.map { JSONValue($0) })
    envelope.isComplete = check.isComplete
    envelope.extras["receipt"] = .object([
      "file": .string(file), "command": .string(receipt.command), "query": .string(receipt.query),
      "revision": .string(receipt.revision), "version": .string(receipt.version),
      "whole": .bool(check.isWhole), "problem": .null,
    ])
    envelope.extras["counts"] = counts { check.count(of: $0) }
    return envelope
  }

  /// The answer for a receipt of which a field cannot be.
  func envelope(_ error: ReceiptError) -> Envelope {
    var envelope = Envelope(schema: "gazette.receipt-check/1", revision: nil, items: [])
    envelope.isComplete = false
    envelope.extras["receipt"] = .object([
      "file": .string(file), "command": .null, "query": .null, "revision": .null,
      "version": .null, "whole": .bool(false), "problem": .string(error.description),
    ])
    envelope.extras["counts"] = counts { _ in 0 }
    return envelope
  }

  private func counts(_ count: (ReceiptCheck.State) -> Int) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: ReceiptCheck.State.allCases.map {
          ($0.rawValue, .integer(count($0)))
        }))
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 160 ? line : line.prefix(78) + " … " + line.suffix(78)
  }
}
