/// Why some bytes are no YAML.
package struct YAMLError: Error, Sendable, Hashable {
  /// The line at which they are not, from 1.
  package let line: Int
  /// The column there, in scalars, from 1.
  package let column: Int
  /// The byte there, from 0; in UTF-16 the byte of the same text in UTF-8.
  package let offset: Int
  /// What is wrong there, in libyaml's words where they are its own.
  package let what: String

  package init(line: Int, column: Int = 1, offset: Int = 0, what: String) {
    self.line = line
    self.column = column
    self.offset = offset
    self.what = what
  }
}
