/// The number that an issuing body gives a paper: 国发〔2015〕34号, `Public Law 114-254`, `2018 c. 33`, `S.I. 2019/618`.
public struct DocumentNumber: Sendable, Hashable, CustomStringConvertible {
  /// The issuer's code, such as 国发, or the series that the serial counts in, such as `Public Law 114`, the laws of the
  /// 114th Congress; empty for an order that carries only a serial.
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

  /// The canonical spelling, with six-angled brackets and no leading zeros; laws made in English are cited in their own way.
  ///
  /// Announcements and orders that count their year's papers have none: 某部公告2019年第9号.
  public var description: String {
    if let spelling = LawNumberReader.spelling(of: self) { return spelling }
    guard let year else { return "\(code)第\(serial)号" }
    for noun in ["公告", "通告", "公报", "令"] where code.hasSuffix(noun) {
      return "\(code)\(year)年第\(serial)号"
    }
    return "\(code)〔\(year)〕\(serial)号"
  }
}
