import GazetteDocument
import GazetteYAML

extension Score {
  /// Compares who speaks in the sentences of running text: the kind of voice, and the speaker where one is named.
  ///
  /// What the reader did not judge is passed over: headings, table rows, signatures, and whatever is too short to be a
  /// sentence of running text.
  static func voices(of document: PolicyDocument, _ annotation: Annotation) -> Score {
    guard let voices = annotation.root["voices"] else { return Score() }
    let main = voices["default"]?["kind"]?.string ?? ""
    let listed = (voices["sentences"]?.elements ?? []).map { node in
      (
        starts: Annotation.solid(node["starts"]?.string ?? ""), kind: node["kind"]?.string ?? "",
        speaker: node["speaker"]?.string
      )
    }
    var open = Array(listed.indices)
    var score = Score()
    for (place, passage) in document.passages.enumerated() {
      for index in passage.sentences {
        let text = document.text.string(in: document.sentences[index].span)
        let solid = Annotation.solid(text)
        let voice = document.voice(ofSentence: index, in: place)
        let match = open.first { solid.hasPrefix(listed[$0].starts) }
        if let match { open.removeAll { $0 == match } }
        if match == nil, !isRunning(text) { continue }
        let kind = match.map { listed[$0].kind } ?? main
        let speaker = match.flatMap { listed[$0].speaker }
        if voice.kind.rawValue == kind, speaker == nil || speaker == voice.speaker {
          score.right += 1
        } else {
          score.missed += 1
          score.wrong += 1
          score.faults.append(
            "\(document.id): \(voice.kind.rawValue) \(voice.speaker ?? ""), not \(kind)"
              + " \(speaker ?? ""): \(text.prefix(40))")
        }
      }
    }
    for place in open {
      score.missed += 1
      score.faults.append("\(document.id): no sentence “\(listed[place].starts)”")
    }
    return score
  }

  private static func isRunning(_ text: String) -> Bool {
    guard !text.contains("\t"), let last = text.last(where: { !"”\"）)」』".contains($0) }) else {
      return false
    }
    return text.utf8.count >= 40 && "。.！!？?；;".contains(last)
  }
}
