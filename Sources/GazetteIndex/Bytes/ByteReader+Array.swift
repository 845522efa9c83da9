extension ByteReader {
  /// Reads from an array, which stays alive for the length of the call.
  ///
  /// The reader must not leave the closure.
  package static func reading<Result>(
    _ bytes: [UInt8], _ body: (inout ByteReader) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // An empty array may have no address; any one does for no bytes.
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { place in
        var reader = ByteReader(
          unsafe ByteView(base: buffer.baseAddress ?? place, count: buffer.count))
        return body(&reader)
      }
    }
  }
}
