extension BidirectionalCollection<UInt8> {
  /// Whether the last bytes are these.
  func hasSuffix(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    reversed().starts(with: bytes.reversed())
  }
}
