import GazetteDocument

extension EnglishReader {
  /// What a heading governs: the body whose duties it announces.
  mutating func governing(in range: Range<Int>) -> HeadingForce {
    var force = HeadingForce()
    tokens.removeAll(keepingCapacity: true)
    tokenise(range)
    var high = tokens.count
    while high > 0, tokens[high - 1].form != .word { high -= 1 }
    var first = bodyStart()
    // Duties of the County Water Bureau.
    var announces = false
    for word in ["duties", "responsibilities", "tasks", "obligations", "functions"]
      as [StaticString]
    where isWord(first, word) && isWord(first + 1, "of") {
      announces = true
      first += 2
      break
    }
    guard first < high, high - first <= 10, announces || isOffice(first..<high),
      names(first..<high),
      !tokens[first..<high].contains(where: { $0.has([.modal, .been]) || $0.form == .colon }),
      !tokens[first].has(.verb)
    else { return force }
    force.actors = [
      DraftMeasure.Actor(
        range: tokens[first].start..<tokens[high - 1].end, role: .responsible, isInherited: true)
    ]
    return force
  }

  /// Whether some words hold the name of a body.
  mutating func namesBody(in range: Range<Int>) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    tokenise(range)
    return !tokens.isEmpty && names(0..<tokens.count)
  }
}
