internal import GazetteDocument

/// Whom a text names as the one who says something.
struct Speaker {
  /// How the one is named.
  enum Form {
    /// By a name or by a post.
    case named
    /// By he, she, 他, 她.
    case pronoun
    /// A body or a paper: `会议指出`, `the session proposed`.
    case body
  }

  var form: Form
  var name: String?
  var post: String?
  /// What the post tells; `nil` when there is none, or when it tells nothing.
  var kind: Voice.Kind?

  static let pronoun = Speaker(form: .pronoun)
  static let body = Speaker(form: .body)
}
