/// A language that a document or a passage can be in, as a BCP 47 tag.
public struct Language: Sendable, Hashable, CustomStringConvertible {
  /// The four that are told apart take no string, since every passage has one.
  private enum Storage: Sendable, Hashable {
    case simplifiedChinese, traditionalChinese, english, undetermined
    case other(String)
  }

  private let storage: Storage

  /// The tag in its canonical letter case, such as `zh-Hans`.
  public var tag: String {
    switch storage {
    case .simplifiedChinese: "zh-Hans"
    case .traditionalChinese: "zh-Hant"
    case .english: "en"
    case .undetermined: "und"
    case .other(let tag): tag
    }
  }

  /// Creates a language from a tag that is already in canonical letter case.
  public init(tag: String) {
    switch tag {
    case "zh-Hans": storage = .simplifiedChinese
    case "zh-Hant": storage = .traditionalChinese
    case "en": storage = .english
    case "und": storage = .undetermined
    default: storage = .other(tag)
    }
  }

  /// Chinese in Simplified characters.
  public static let simplifiedChinese = Language(tag: "zh-Hans")
  /// Chinese in Traditional characters.
  public static let traditionalChinese = Language(tag: "zh-Hant")
  /// English.
  public static let english = Language(tag: "en")
  /// Nothing that tells the language: numbers, signs, an empty text.
  public static let undetermined = Language(tag: "und")

  /// Whether the language is Chinese in either script.
  public var isChinese: Bool { tag.hasPrefix("zh") }

  /// The tag.
  public var description: String { tag }
}
