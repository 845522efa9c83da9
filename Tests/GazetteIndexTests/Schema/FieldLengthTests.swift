import Testing

@testable import GazetteIndex

@Suite struct FieldLengthTests {
  @Test("lengths below 40 are exact, and every code comes back as itself")
  func exact() {
    for length in 0..<40 { #expect(FieldLength.length(of: FieldLength.code(of: length)) == length) }
    for code in UInt8.min...UInt8.max {
      #expect(FieldLength.code(of: FieldLength.length(of: code)) == code)
    }
  }

  @Test("codes grow with the length and lose at most an eighth of it")
  func rounding() {
    var last: UInt8 = 0
    for length in Array(0..<5000) + stride(from: 5000, to: 3_000_000, by: 997) {
      let code = FieldLength.code(of: length)
      let kept = FieldLength.length(of: code)
      #expect(code >= last)
      #expect(kept <= length && Double(kept) > Double(length) * 7 / 8 - 1)
      last = code
    }
    #expect(FieldLength.code(of: .max) == 255)
    #expect(FieldLength.code(of: -1) == 0)
  }
}
