/// The elements of HTML that the reader tells apart.
enum HTMLElement: UInt8 {
  case html, head, body, title, main, article, section, div, p, br, hr, pre
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, td, th
  case nav, header, footer, aside
  case b, strong, a, span, center, font, q
  case blockquote, address, figure, figcaption, details, summary, form, fieldset, legend
  case script, style, template, noscript, svg, canvas, iframe, object, select, button, textarea
  case audio, video, datalist, math, map
  /// An element of which nothing is known: taken for inline.
  case other

  /// The elements by the number of their name.
  private static let byKey: [UInt64: HTMLElement] = {
    var byKey: [UInt64: HTMLElement] = [:]
    var value: UInt8 = 0
    while let element = HTMLElement(rawValue: value), element != .other {
      byKey[XMLNode.key("\(element)")] = element
      value += 1
    }
    return byKey
  }()

  /// The element with a name, given as its number.
  init(key: UInt64) {
    self = HTMLElement.byKey[key] ?? .other
  }

  /// Whether what is inside is never text of the page.
  var isSilent: Bool {
    switch self {
    case .script, .style, .template, .noscript, .svg, .canvas, .iframe, .object, .select, .textarea,
      .audio, .video, .datalist, .head, .map:
      true
    default: false
    }
  }

  /// Whether the element begins and ends a block.
  var isBlock: Bool {
    switch self {
    case .b, .strong, .a, .span, .font, .q, .other, .button, .math, .title: false
    default: true
    }
  }

  /// The rank of a heading, `nil` for other elements.
  var headingRank: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
