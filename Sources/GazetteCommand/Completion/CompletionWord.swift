/// A word that completes what was typed.
struct CompletionWord: Hashable {
  /// The word as the command takes it.
  var value: String
  /// What it stands for; empty for nothing to say.
  var note = ""
  /// Whether more of the word follows, so that no space does.
  var isOpen = false
}
