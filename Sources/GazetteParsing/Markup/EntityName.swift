internal import CLibXML2

/// The entities of HTML, which pages in XML use without declaring them.
enum EntityName {
  /// What an entity stands for; itself, as it is written, when nobody knows.
  static func text(of name: String) -> String {
    guard let entity = unsafe htmlEntityLookup(name),
      let scalar = unsafe Unicode.Scalar(UInt32(entity.pointee.value))
    else { return "&\(name);" }
    return String(Character(scalar))
  }
}
