/// A language that a document or a passage can be in, as a BCP 47 tag.
public struct Language: Sendable, Hashable, CustomStringConvertible {
  /// The tag in its canonical letter case, such as `zh-Hans`.
  public let tag: String

  /// Creates a language from a tag that is already in canonical letter case.
  public init(tag: String) {
    self.tag = tag
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
