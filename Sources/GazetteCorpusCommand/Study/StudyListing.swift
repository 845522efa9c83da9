import Gazette
import GazetteConsole
import GazetteStudy

/// Says what a study pack holds, and what has become of one.
struct StudyListing {
  let console: Console

  /// Prints the files of a pack, its counts, and what was left out.
  func print(
    _ pack: StudyPack, _ outcomes: [(file: StudyFile, outcome: StudyFile.Outcome)], folder: String
  ) {
    var text = ""
    for (file, outcome) in outcomes {
      text += "  " + TerminalText.visible(folder + "/" + file.name) + "  "
      text += console.faint(console.say("study.outcome." + outcome.rawValue)) + "\n"
    }
    console.put(text)
    for (file, outcome) in outcomes where outcome == .conflict {
      console.tell(console.say("study.conflict", file.name, StudyFolder.beside(file.name)))
    }
    console.tell(
      console.say(
        "study.count", "\(pack.sections.flatMap(\.statements).count)", "\(pack.cards.count)",
        "\(pack.quiz.count)", "\(pack.terms.count)", "\(pack.sources.count)"))
    if !pack.omissions.isEmpty {
      console.tell(console.say("study.left-out", "\(pack.omissions.count)"))
      for omission in pack.omissions {
        let flags = omission.flags.map { $0.words(inChinese: console.isChinese) }
        console.tell(
          "  \(omission.excerpt.document.id)#\(omission.excerpt.path)  "
            + flags.joined(separator: console.isChinese ? "、" : ", "))
      }
    }
  }

  /// Prints the items that are not fresh, with what changed.
  func print(_ check: StudyCheck) {
    var text = ""
    for item in check.items where item.state != .fresh {
      text += console.lit(console.say("study.state." + item.state.rawValue)) + "  "
      text += "\(item.item.id)  " + console.say("study.kind." + item.item.kind.rawValue) + "\n"
      for passage in item.passages where passage.state != .same && passage.state != .moved {
        text += "    " + TerminalText.visible("\(passage.passage.document)#\(passage.passage.path)")
        text += "\n"
        let pieces = passage.resolution?.difference ?? []
        if !pieces.isEmpty {
          let words = pieces.map { piece in
            switch piece.kind {
            case .same: piece.text
            case .deleted: "[-\(piece.text)-]"
            case .inserted: "{+\(piece.text)+}"
            }
          }
          text += "    " + TerminalText.visible(words.joined()) + "\n"
        }
      }
    }
    console.put(text)
    let counts = StudyCheck.State.allCases.compactMap { state -> String? in
      let count = check.count(of: state)
      return count == 0 && state != .fresh
        ? nil : console.say("study.state." + state.rawValue) + " \(count)"
    }
    console.tell(
      console.say(
        "study.checked", "\(check.items.count)",
        counts.joined(separator: console.isChinese ? "，" : ", "),
        "\(check.passages.items.count)"))
  }

  // MARK: JSON

  /// The answer of `study build`.
  static func envelope(
    _ pack: StudyPack, _ outcomes: [(file: StudyFile, outcome: StudyFile.Outcome)], folder: String
  ) -> Envelope {
    var envelope = Envelope(
      schema: "gazette.study-build/1", revision: pack.revision,
      items: outcomes.map { file, outcome in
        .object([
          "file": .string(file.name), "outcome": .string(outcome.rawValue),
          "bytes": .integer(file.bytes.count),
        ])
      })
    envelope.extras["pack"] = .object([
      "folder": .string(folder), "title": .string(pack.title),
      "language": .string(pack.language.rawValue),
      "subject": .object([
        "option": .string(pack.subject.option), "value": .string(pack.subject.value),
      ]),
      "statements": .integer(pack.sections.flatMap(\.statements).count),
      "cards": .integer(pack.cards.count), "quiz": .integer(pack.quiz.count),
      "terms": .integer(pack.terms.count), "documents": .integer(pack.sources.count),
    ])
    envelope.extras["leftOut"] = .array(
      pack.omissions.map { omission in
        .object([
          "document": .string(omission.excerpt.document.id.name),
          "path": .string(omission.excerpt.path.description),
          "id": .string(omission.excerpt.id.description),
          "flags": .array(omission.flags.map { .string($0.rawValue) }),
        ])
      })
    return envelope
  }

  private static func json(_ passage: ReceiptCheck.Item) -> JSONValue {
    .object([
      "document": .string(passage.passage.document),
      "path": .string(passage.passage.path.description),
      "id": .string(passage.passage.id.description),
      "state": .string(passage.state.rawValue),
      "difference": JSONValue(passage.resolution?.difference ?? []),
    ])
  }

  /// The answer of `study check`.
  static func envelope(
    _ check: StudyCheck, of manifest: StudyManifest, revision: String
  ) -> Envelope {
    var envelope = Envelope(
      schema: "gazette.study-check/1", revision: revision,
      items: check.items.map { item in
        .object([
          "id": .string(item.item.id), "kind": .string(item.item.kind.rawValue),
          "state": .string(item.state.rawValue),
          "passages": .array(item.passages.map(json)),
        ])
      })
    envelope.isComplete = check.passages.isComplete
    envelope.extras["title"] = .string(manifest.title)
    envelope.extras["whole"] = .bool(check.passages.isWhole)
    envelope.extras["counts"] = .object(
      Dictionary(
        uniqueKeysWithValues: StudyCheck.State.allCases.map {
          ($0.rawValue, .integer(check.count(of: $0)))
        }))
    return envelope
  }
}
