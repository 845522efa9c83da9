/// Why some bytes are no YAML.
package struct YAMLError: Error, Sendable, Hashable {
  /// The line at which they are not, from 1.
  package let line: Int
  /// What is wrong there, in libyaml's words where they are its own.
  package let what: String
}
