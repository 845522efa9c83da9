/// A language in which the command speaks to people.
public enum UILanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese, in Simplified characters.
  case chinese = "zh"

  /// Finds the language of a run: the option `--ui`, else the locale, else English.
  ///
  /// - Parameters:
  ///   - arguments: The words of the command line, without the program's name.
  ///   - environment: The environment; `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at in this order.
  /// - Returns: The language.
  public static func chosen(
    arguments: some Sequence<String>, environment: (String) -> String?
  ) -> UILanguage {
    var expectsValue = false
    for argument in arguments {
      if argument == "--" { break }
      if expectsValue { return UILanguage(tag: argument) ?? .english }
      if argument == "--ui" { expectsValue = true }
      if argument.hasPrefix("--ui=") {
        return UILanguage(tag: String(argument.dropFirst(5))) ?? .english
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment(name), !locale.isEmpty {
        return UILanguage(tag: locale) ?? .english
      }
    }
    return .english
  }

  /// Reads a tag such as `zh`, `zh_CN.UTF-8` or `en-GB`; `nil` for any other language.
  public init?(tag: String) {
    let language = tag.lowercased().prefix { $0.isLetter }
    self.init(rawValue: String(language))
  }
}
