/// Words on one line, as the fields of measures have them.
enum MeasureLine {
  /// White space out of the way: it is no part of what is compared.
  static func words(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
