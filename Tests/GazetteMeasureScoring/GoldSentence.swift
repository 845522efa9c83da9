import GazetteTestSupport

/// A sentence as a person annotated it.
public struct GoldSentence: Sendable {
  /// What the sentence counts as.
  public enum Label: String, Sendable {
    case measure, none, optional, part
  }

  /// The document's path below the corpora; empty where the sentence stands alone.
  public var file = ""
  /// The SHA-256 of the document's source text, in hexadecimal digits.
  public var sha256 = ""
  /// The sentence itself, where it is our own; empty for those of others, of which only the place is kept.
  public var text = ""
  /// Unicode scalars of the document's text.
  public var range = 0..<0
  /// Whether the sentence is Chinese; English otherwise.
  public var isChinese = true
  /// What the sentence counts as.
  public var label = Label.none
  /// Its measures, in the order of the annotation.
  public var measures: [GoldMeasure] = []
  /// The name of an example; empty for a sentence of a document.
  public var name = ""

  /// Reads one line of annotations; `nil` for a line that is none.
  public init?(line: String) throws {
    guard !line.isEmpty, line.first == "{" else { return nil }
    let tree = try JSONTree(line)
    file = tree["file"]?.text ?? ""
    sha256 = tree["sha256"]?.text ?? ""
    text = tree["text"]?.text ?? ""
    name = tree["id"]?.text ?? ""
    let start = Int(tree["start"]?.value ?? 0)
    range = start..<max(start, Int(tree["end"]?.value ?? Double(text.unicodeScalars.count)))
    isChinese = tree["lang"]?.text != "en"
    if let word = tree["label"]?.text {
      label = Label(rawValue: word) ?? .none
    } else if case .bool(true)? = tree["measure"] {
      label = .measure
    }
    var groups: [Int: GoldMeasure] = [:]
    for measure in tree["measures"]?.elements ?? [] {
      var gold = GoldMeasure()
      gold.strength = Int(measure["strength"]?.value ?? 3)
      gold.isNegative = measure["polarity"]?.text == "negative"
      if case .bool(true)? = measure["optional"] { gold.isOptional = true }
      groups[Int(measure["group"]?.value ?? 0)] = gold
    }
    for span in tree["spans"]?.elements ?? [] {
      let group = Int(span["group"]?.value ?? 0)
      let low = start + Int(span["start"]?.value ?? 0)
      let place = low..<max(low, start + Int(span["end"]?.value ?? 0))
      switch span["type"]?.text {
      case "action": groups[group]?.action.append(place)
      case "object": groups[group]?.objects.append(place)
      case "actor": groups[group]?.actors.append(place)
      case "deadline": groups[group]?.deadlines.append(place)
      case "indicator": groups[group]?.indicators.append(place)
      case "modality": groups[group]?.modalities.append(place)
      default: break
      }
    }
    measures = groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
