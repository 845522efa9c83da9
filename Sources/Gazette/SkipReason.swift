/// Why something in a corpus folder is not read as a document.
public enum SkipReason: String, Sendable, Hashable, CaseIterable {
  /// A rule of `.gazetteignore` names it.
  case ignored
  /// Its name begins with a dot.
  case hidden
  /// It holds settings: `concepts.yaml`, `NAME.meta.yaml`.
  case settings
  /// A link that leads out of the folder, or to nothing, or to a folder.
  case symbolicLink = "symbolic-link"
  /// Neither a file nor a folder: a socket, a pipe, a device.
  case specialFile = "special-file"
  /// The folder of the index itself.
  case indexFolder = "index-folder"
  /// A file that is no document: a picture, a program, a format that is not read.
  case noDocument = "no-document"
}
