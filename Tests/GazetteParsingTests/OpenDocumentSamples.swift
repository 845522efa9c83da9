import GazetteTestSupport

/// Small OpenDocument texts of ours.
enum OpenDocumentSamples {
  private static let spaces =
    "xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:b' xmlns:style='urn:s' "
    + "xmlns:fo='urn:f' xmlns:dc='http://purl.org/dc/elements/1.1/'"

  /// A list style `L1` that prints `1.`, as office programs write it.
  static let decimalList =
    "<text:list-style style:name='L1'>"
    + "<text:list-level-style-number text:level='1' style:num-suffix='.' style:num-format='1'/>"
    + "</text:list-style>"

  /// A text with a body, the styles of its own part, and those of the part `styles.xml`.
  static func odt(_ body: String, lists: String = "", styles: String = "", meta: String = "")
    -> [UInt8]
  {
    ArchiveWriter.zip([
      .init("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      .init(
        "content.xml",
        "<?xml version='1.0'?><office:document-content \(spaces)><office:automatic-styles>\(lists)"
          + "</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
          + "</office:document-content>"),
      .init(
        "styles.xml",
        "<?xml version='1.0'?><office:document-styles \(spaces)><office:styles>"
          + "<style:style style:name='Title' style:family='paragraph'/>\(styles)</office:styles>"
          + "</office:document-styles>"),
      .init(
        "meta.xml",
        "<?xml version='1.0'?><office:document-meta \(spaces)><office:meta>\(meta)</office:meta>"
          + "</office:document-meta>"),
    ])
  }
}
