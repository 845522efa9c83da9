@_spi(_Unicode) import Swift

extension String {
  /// The string in Normalization Form C (UAX #15), so that one name written in two ways is one name.
  ///
  /// Foundation's own call would bring all of ICU into the program. The library's implementation costs quadratic time
  /// in a run of combining marks, so it is meant for names, whose length the file system bounds.
  var normalizedC: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: _nfc)
    return String(result)
  }
}
