/// The options that every subcommand takes, by their names.
enum GlobalNames {
  /// The names, as `GlobalOptions` declares them.
  static let all = ["index", "json", "ui", "no-color", "concepts"]
}
