/// The number that an issuing body gives a paper: 国发〔2015〕34号.
public struct DocumentNumber: Sendable, Hashable, CustomStringConvertible {
  /// The issuer's code, such as 国发; empty for an order that carries only a serial.
  public let code: String
  /// The year in brackets; `nil` for a running serial (第741号).
  public let year: Int?
  /// The serial.
  public let serial: Int

  /// Creates a number from its parts.
  public init(code: String, year: Int?, serial: Int) {
    self.code = code
    self.year = year
    self.serial = serial
  }

  /// The canonical spelling, with six-angled brackets and no leading zeros.
  public var description: String {
    if let year { "\(code)〔\(year)〕\(serial)号" } else { "\(code)第\(serial)号" }
  }
}
