/// How the files that an XML document includes are found: only below the folder of the document, to a bounded depth.
struct MarkupInclusion {
  /// Opens a file by its path below the folder of the document; `nil` when there is none.
  typealias Opener = (String) -> [UInt8]?

  /// More parts than these are not read.
  private static let deepest = 8

  /// All parts of a document together may not be more, in bytes and in number: parts that each include the next one
  /// many times would stand for any amount of text.
  private static let maximumBytes = 64 << 20
  private static let maximumParts = 10_000

  /// What was read so far, by all that read a part of one document.
  private final class Account {
    var bytes = 0
    var parts = 0
  }

  private let account: Account
  private let open: Opener?
  /// The folder of the file that is being read, below that of the document.
  private let folder: [Substring]
  /// The files that are being read, outermost first.
  private let path: [String]

  /// No other file is opened.
  static var none: MarkupInclusion { MarkupInclusion(nil, folder: [], path: [], Account()) }

  /// Files are opened by a closure.
  init(_ open: @escaping Opener) {
    self.init(open, folder: [], path: [], Account())
  }

  private init(_ open: Opener?, folder: [Substring], path: [String], _ account: Account) {
    self.account = account
    self.open = open
    self.folder = folder
    self.path = path
  }

  /// The bytes at an address as UTF-8, with what finds the parts that they name in turn.
  ///
  /// `nil` for an absolute path or a scheme, for one that leads out of the folder, for a file that is being read already,
  /// beyond eight files deep, and when nothing is there.
  ///
  /// - Throws: `ParseError.malformed` when the parts are too many together, and what decoding throws.
  func file(at address: String) throws(ParseError) -> (xml: [UInt8], inner: MarkupInclusion)? {
    guard let open, !address.isEmpty, !address.hasPrefix("/"), path.count < Self.deepest,
      !address.utf8.contains(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\\") || $0 < 0x20
      })
    else { return nil }
    var parts = folder
    let plain = address.prefix { $0 != "#" && $0 != "?" }
    for part in plain.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    let name = parts.joined(separator: "/")
    guard !name.isEmpty, !path.contains(name), let bytes = open(name) else { return nil }
    account.parts += 1
    account.bytes += bytes.count
    guard account.parts <= Self.maximumParts, account.bytes <= Self.maximumBytes else {
      throw .malformed(
        ParseFinding(.includedParts, Self.maximumParts, Self.maximumBytes), offset: nil)
    }
    let xml = try DecodedText(bytes).utf8
    let inner = MarkupInclusion(open, folder: parts.dropLast(), path: path + [name], account)
    return (xml, inner)
  }
}
