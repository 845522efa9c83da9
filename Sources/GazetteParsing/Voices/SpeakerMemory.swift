internal import GazetteDocument

/// Those who have spoken in a document so far.
struct SpeakerMemory {
  private var known: [Speaker] = []
  /// The one who spoke last in the paragraph.
  private(set) var last: Speaker?

  /// Begins another paragraph, in which he and she mean nobody yet.
  mutating func leaveParagraph() { last = nil }

  /// Fills in what a text leaves out: the name behind a bare post, the post behind a bare name, and whom he means.
  ///
  /// - Returns: `nil` when nothing tells that a leader or an expert is meant.
  mutating func resolve(_ found: Speaker) -> Speaker? {
    var speaker = found
    switch found.form {
    case .body: return found
    case .pronoun:
      guard let last else { return nil }
      return last
    case .named: break
    }
    if let name = found.name {
      if let other = known.last(where: { Self.isSame($0.name, name) }) {
        // A fuller name stands, also for one who is named shortly later on.
        if let full = other.name, full.utf8.count > name.utf8.count { speaker.name = full }
        speaker.post = speaker.post ?? other.post
        speaker.kind = speaker.kind ?? other.kind
      }
    } else if let post = found.post,
      let other = known.last(where: { Self.holds($0.post, post) && $0.name != nil })
    {
      speaker.name = other.name
      speaker.post = other.post
    }
    guard speaker.kind != nil else { return nil }
    remember(speaker)
    return speaker
  }

  /// Keeps one who is named without saying anything.
  mutating func remember(_ speaker: Speaker) {
    last = speaker
    if speaker.name != nil { known.append(speaker) }
  }

  /// Whether a short form means one who was named in full: `Chen` and `Chen Shili`, 习近平 and 习近平.
  private static func isSame(_ full: String?, _ name: String) -> Bool {
    guard let full else { return false }
    if full == name { return true }
    let words = full.split(separator: " ")
    return words.count > 1
      && (words.first.map { $0 == name } ?? false || words.last.map { $0 == name } ?? false)
  }

  private static func holds(_ post: String?, _ bare: String) -> Bool {
    guard let post else { return false }
    return post.lowercased().contains(bare.lowercased())
  }
}
