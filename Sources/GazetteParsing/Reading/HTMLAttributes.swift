internal import GazetteDocument

/// What the attributes of an element say that matters to a reader.
struct HTMLAttributes {
  /// The element is not shown.
  var isHidden = false
  /// Its text is bold.
  var isBold = false
  /// Its text is centred.
  var isCentred = false
  /// A word of its class, id or role names a part of the page around the document.
  var furniture: Furniture?
  /// Whether that word was its role, which is more than a name.
  var hasRole = false
  /// It leads to another place of the page.
  var isFragment = false

  init() {}

  init(_ node: XMLNode) {
    guard node.hasAttributes else { return }
    var found = HTMLAttributes()
    node.forEachAttribute { key, value in
      switch key {
      case HTMLAttributes.classKey, HTMLAttributes.idKey:
        if found.furniture == nil { found.furniture = HTMLAttributes.furniture(in: value) }
      case HTMLAttributes.roleKey:
        if let role = HTMLAttributes.furniture(in: value) {
          found.furniture = role
          found.hasRole = true
        }
      case HTMLAttributes.hiddenKey: found.isHidden = true
      case HTMLAttributes.ariaKey: if value.count == 4 { found.isHidden = true }
      case HTMLAttributes.alignKey: if value.count == 6 { found.isCentred = true }
      case HTMLAttributes.styleKey: found.readStyle(value)
      case HTMLAttributes.hrefKey:
        found.isFragment = value.count > 1 && value[0] == UInt8(ascii: "#")
      default: break
      }
    }
    self = found
  }

  private static let classKey = XMLNode.key("class")
  private static let idKey = XMLNode.key("id")
  private static let roleKey = XMLNode.key("role")
  private static let hiddenKey = XMLNode.key("hidden")
  private static let ariaKey = XMLNode.key("aria-hidden")
  private static let alignKey = XMLNode.key("align")
  private static let styleKey = XMLNode.key("style")
  private static let hrefKey = XMLNode.key("href")

  private mutating func readStyle(_ style: Span<UInt8>) {
    for index in 0..<style.count {
      switch style[index] | 0x20 {
      case UInt8(ascii: "d"):
        if HTMLAttributes.states(style, at: index, "display:none") { isHidden = true }
      case UInt8(ascii: "v"):
        if HTMLAttributes.states(style, at: index, "visibility:hidden") { isHidden = true }
      case UInt8(ascii: "f"):
        if HTMLAttributes.states(style, at: index, "font-weight:bold")
          || HTMLAttributes.states(style, at: index, "font-weight:700")
        {
          isBold = true
        }
      case UInt8(ascii: "t"):
        if HTMLAttributes.states(style, at: index, "text-align:center") { isCentred = true }
      default: break
      }
    }
  }

  /// Whether a declaration begins at a place, white space in it aside.
  private static func states(
    _ style: Span<UInt8>, at start: Int, _ declaration: StaticString
  ) -> Bool {
    if start > 0 {
      let before = style[start - 1]
      guard before.isSpace || before == UInt8(ascii: ";") else { return false }
    }
    var position = start
    for index in 0..<declaration.utf8CodeUnitCount {
      while position < style.count, style[position].isSpace { position += 1 }
      guard position < style.count,
        unsafe style[position] | 0x20 == declaration.utf8Start[index] | 0x20
      else { return false }
      position += 1
    }
    return true
  }

  /// What a word of an attribute names; words are parted by signs, and where a capital follows a small letter.
  private static func furniture(in value: Span<UInt8>) -> Furniture? {
    let classes = Lexicon.shared.furnitureClasses
    var hash = Lexicon.hashSeed
    var length = 0
    for index in 0...value.count {
      let byte = index < value.count ? value[index] : 0x20
      let startsWord =
        byte.isUppercase && index > 0 && value[index - 1].isLowercase
      if !byte.isLetter || startsWord {
        if length > 0, let found = classes[hash] { return found }
        hash = Lexicon.hashSeed
        length = 0
      }
      if byte.isLetter {
        hash = Lexicon.hash(hash, byte | 0x20)
        length += 1
      }
    }
    return nil
  }
}
