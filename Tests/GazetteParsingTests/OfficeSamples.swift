import GazetteTestSupport

/// Small office documents of ours.
enum OfficeSamples {
  /// A Word document with a body, and parts by their names.
  static func docx(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
    var files = [
      ArchiveWriter.File("[Content_Types].xml", "<Types/>"),
      .init("word/document.xml", word("document", "<w:body>" + body + "</w:body>")),
    ]
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      files.append(.init(name, content))
    }
    return ArchiveWriter.zip(files)
  }

  /// A part of a Word document.
  static func word(_ root: String, _ content: String) -> String {
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:\(root) "
      + "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
      + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
      + "xmlns:wps='urn:wps' xmlns:v='urn:v'>" + content + "</w:\(root)>"
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, style: String? = nil, properties: String = "") -> String {
    let named = style.map { "<w:pStyle w:val='\($0)'/>" } ?? ""
    return "<w:p><w:pPr>\(named)\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static let styles = word(
    "styles",
    """
    <w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>
    <w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 2'/><w:basedOn w:val='1'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='own'><w:name w:val='Chapter'/><w:basedOn w:val='1'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>
    <w:style w:type='paragraph' w:styleId='C1'><w:name w:val='toc 1'/></w:style>
    <w:style w:type='character' w:styleId='x'><w:name w:val='x'/></w:style>
    """)

  static let numbering = word(
    "numbering",
    """
    <w:abstractNum w:abstractNumId='0'>
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl>
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%1)'/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId='4'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:pStyle w:val='own'/><w:lvlText w:val='第%1章'/></w:lvl></w:abstractNum>
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
    <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>
    <w:num w:numId='3'><w:abstractNumId w:val='4'/></w:num>
    <w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>
    <w:num w:numId='5'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>
    """)

  /// The properties that put a paragraph into a list.
  static func list(_ id: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(id)'/></w:numPr>"
  }

  static let odt = ArchiveWriter.zip([
    .init("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
    .init(
      "content.xml",
      """
      <?xml version='1.0'?><office:document-content xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:b' xmlns:dc='http://purl.org/dc/elements/1.1/'><office:automatic-styles><x>no text</x></office:automatic-styles><office:body><office:text>
      <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:table-of-content><text:index-body><text:p>Hours 1</text:p></text:index-body></text:table-of-content>
      <text:h text:outline-level='1'>Hours</text:h><text:p>Parks<text:s text:c='2'/>open<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 2019.</text:p></text:note-body></text:note> at<text:tab/>six.<office:annotation><dc:creator>me</dc:creator><text:p>check</text:p></office:annotation></text:p>
      <text:h text:outline-level='2'>Winter</text:h><text:list><text:list-item><text:p>Monday</text:p></text:list-item><text:list-item><text:p>Tuesday</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Park</text:p></table:table-cell><table:table-cell><text:p>Trees</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
      </office:text></office:body></office:document-content>
      """),
    .init(
      "styles.xml",
      "<?xml version='1.0'?><o:document-styles xmlns:o='urn:o' xmlns:s='urn:s' xmlns:text='urn:t'><o:master-styles><s:master-page><s:header><text:p>City Council</text:p></s:header></s:master-page></o:master-styles></o:document-styles>"
    ),
  ])

  static let epub = ArchiveWriter.zip([
    .init("mimetype", Array("application/epub+zip".utf8)),
    .init(
      "META-INF/container.xml",
      "<?xml version='1.0'?><container xmlns='urn:c'><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
    ),
    .init(
      "OEBPS/book.opf",
      """
      <?xml version='1.0'?><package xmlns='urn:p' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Parks Handbook</dc:title><dc:language>en</dc:language></metadata>
      <manifest><item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/><item id='b' href='text/two%20.xhtml' media-type='application/xhtml+xml'/><item id='a' href='text/one.xhtml' media-type='application/xhtml+xml'/><item id='i' href='a.png' media-type='image/png'/></manifest>
      <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>
      """),
    .init(
      "OEBPS/nav.xhtml",
      "<html><body><nav><ol><li>Hours</li><li>Trees</li></ol></nav></body></html>"),
    .init(
      "OEBPS/text/one.xhtml",
      "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Hours</h1><p>Parks open at six.</p></body></html>"
    ),
    .init(
      "OEBPS/text/two .xhtml", "<html><body><h1>Trees</h1><p>No tree is felled.</p></body></html>"),
  ])
}
