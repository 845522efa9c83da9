/// The head of a section of a lexicon: a language, a kind of word, and what goes with it.
struct LexiconSection {
  /// `zh` or `en`.
  let language: String
  /// Whether its words are taken out.
  let isRemoval: Bool
  /// What is wrong with it; `nil` for a section whose words count.
  let fault: LexiconNotice.Reason?

  /// Reads a head without its brackets: `zh modal 4 negative`.
  ///
  /// - Parameters:
  ///   - parts: The words of the head.
  ///   - isClosed: Whether the line ended in a bracket.
  init(parts: [String], isClosed: Bool) {
    language = parts.first ?? ""
    isRemoval = parts.count == 2 && parts[1] == "none"
    fault = isClosed ? Self.fault(of: parts) : .openSection
  }

  private static func fault(of parts: [String]) -> LexiconNotice.Reason? {
    guard parts.first == "zh" || parts.first == "en" else { return .unknownLanguage }
    guard parts.count > 1 else { return .unknownKind }
    let rest = Array(parts.dropFirst(2))
    switch parts[1] {
    case "none": return rest.isEmpty ? nil : .unknownKind
    case "modal":
      guard let strength = rest.first.flatMap(Int.init), (1...5).contains(strength) else {
        return .strength
      }
      return rest.count == 2 && ["positive", "negative"].contains(rest[1]) ? nil : .polarity
    case "forbid-verb":
      guard rest.count == 1, let strength = Int(rest[0]), (1...5).contains(strength) else {
        return .strength
      }
      return nil
    case "verb":
      guard rest.count == 1, rest[0] == "principle" || VerbGroup(rawValue: rest[0]) != nil else {
        return .unknownGroup
      }
      return nil
    case "preposition":
      return rest.count == 1 && ["object", "agent", "other"].contains(rest[0]) ? nil : .unknownKind
    default:
      return CueKinds(name: parts.dropFirst().joined(separator: "-")).isEmpty ? .unknownKind : nil
    }
  }
}
