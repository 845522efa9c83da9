import GazetteExport

/// Reads a Markdown task list, its own or one that a person wrote: what is no task stays where it stands.
struct MarkdownReader {
  /// One task as it is read.
  private struct Item {
    var isTicked: Bool
    var task = ChecklistCell()
    var id = ""
    var cells: [Int: ChecklistCell] = [:]
    var loose: [String] = []
  }

  private var names: [String] = []
  private var columns: [ChecklistTable.Column] = []
  private var language = ChecklistLanguage.english
  private var isOwn = false
  private var entries: [(item: Item?, text: String)] = []
  /// The title that the comment in front names, and whether a heading says it.
  private var name = ""
  private var title = ""
  private var origins: [String: ChecklistRow] = [:]

  static func colon(_ language: ChecklistLanguage) -> String { language == .chinese ? "：" : ": " }

  /// Reads the whole text.
  mutating func table(_ text: String) throws(ChecklistError) -> ChecklistTable {
    var meta: JSONValue?
    var current: Item?
    var loose: [Substring] = []
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    prepare(lines, &meta)
    for line in lines {
      if line.hasPrefix(MarkdownChecklist.mark), isOwn { continue }
      if let row = JSONChecklist.row(
        MarkdownChecklist.value(of: line, after: MarkdownChecklist.originMark))
      {
        origins[row.id] = row
        continue
      }
      if let item = self.item(line) {
        close(&current, &loose)
        current = item
      } else if current != nil, let (column, cell) = cell(line) {
        add(cell, at: column, to: &current)
      } else if current != nil, line.first == " " || line.first == "\t" {
        current?.loose.append(String(line).trimmed)
      } else {
        if current != nil, !line.allSatisfy(\.isWhitespace) { close(&current, &loose) }
        if isHeading(line) { continue }
        loose.append(line)
      }
    }
    close(&current, &loose)
    return try build(meta)
  }

  /// Learns the language and the columns from the comment in front, else from the words below the items.
  private mutating func prepare(_ lines: [Substring], _ meta: inout JSONValue?) {
    meta =
      lines.prefix(50).lazy.compactMap {
        MarkdownChecklist.value(of: $0, after: MarkdownChecklist.mark)
      }.first
    isOwn = meta != nil
    name = meta?["name"]?.text ?? ""
    columns = ColumnList.columns(of: meta?["columns"])
    names = columns.map(\.name)
    if let stated = meta?["language"]?.text.flatMap(ChecklistLanguage.init(rawValue:)) {
      language = stated
    } else if lines.contains(where: { $0.unicodeScalars.contains { $0.value >= 0x3400 } }) {
      language = .chinese
    }
    if columns.isEmpty {
      let roles: [ChecklistRole] = [
        .task, .lead, .responsible, .deadline, .status, .notes, .source, .id,
      ]
      columns = roles.map {
        .init(name: ChecklistTerms.standard.header($0, in: language), role: $0)
      }
    }
    for role in [ChecklistRole.task, .status, .notes, .id]
    where !columns.contains(where: { $0.role == role }) {
      columns.append(.init(name: ChecklistTerms.standard.header(role, in: language), role: role))
    }
    names = columns.map(\.name)
  }

  /// A heading that the writer makes and that is made anew: the title, and that of the retired block.
  private mutating func isHeading(_ line: Substring) -> Bool {
    if isOwn, title.isEmpty, !name.isEmpty, line == "# " + MarkdownText.escaped(name) {
      title = name
      return true
    }
    return isOwn
      && ChecklistLanguage.allCases.contains {
        line == "## " + ChecklistTerms.standard.word("retired-block", in: $0)
      }
  }

  private func item(_ line: Substring) -> Item? {
    let scalars = Array(line.unicodeScalars)
    var place = scalars.firstIndex { $0 != " " } ?? scalars.count
    guard place < 2, place + 5 < scalars.count, "-*+".unicodeScalars.contains(scalars[place]) else {
      return nil
    }
    place += 1
    while place < scalars.count, scalars[place] == " " { place += 1 }
    guard place + 2 < scalars.count, scalars[place] == "[", scalars[place + 2] == "]" else {
      return nil
    }
    let box = scalars[place + 1]
    guard box == " " || box == "x" || box == "X" else { return nil }
    var rest = String(String.UnicodeScalarView(scalars[(place + 3)...])).trimmed
    var item = Item(isTicked: box != " ")
    if rest.hasSuffix("-->"), let open = rest.range(ofLast: "<!-- ") {
      let inner = rest[rest.index(open, offsetBy: 5)...].dropLast(3)
      item.id = MarkdownText.text(String(inner).trimmed)
      rest = String(rest[..<open]).trimmed
    }
    item.task = cell(of: rest)
    return item
  }

  private func cell(of markdown: String) -> ChecklistCell {
    var cell = ChecklistCell(MarkdownText.text(markdown))
    cell.markdown = markdown
    return cell
  }

  /// A line `- name: value` below an item, for a name that is a column.
  private func cell(_ line: Substring) -> (Int, ChecklistCell)? {
    guard line.first == " " || line.first == "\t" else { return nil }
    let rest = String(line).trimmed
    guard let bullet = rest.first, "-*+".contains(bullet), rest.dropFirst().first == " " else {
      return nil
    }
    let words = String(rest.dropFirst(2)).trimmed
    // The longest name wins, since a name may hold a colon.
    var found: (column: Int, length: Int, value: String)?
    for (column, entry) in columns.enumerated() where entry.role != .task && entry.role != .id {
      let written = MarkdownText.escaped(entry.name)
      for colon in ["：", ":"] where words.hasPrefix(written + colon) {
        let length = written.count + 1
        guard length > found?.length ?? 0 else { continue }
        found = (column, length, String(words.dropFirst(length)).trimmed)
      }
    }
    if found == nil, let end = words.firstIndex(where: { $0 == "：" || $0 == ":" }),
      let role = ChecklistTerms.standard.role(ofHeader: MarkdownText.text(words[..<end])),
      role != .task, role != .id, let column = columns.firstIndex(where: { $0.role == role })
    {
      found = (column, 0, String(words[words.index(after: end)...]).trimmed)
    }
    return found.map { ($0.column, cell(of: $0.value)) }
  }

  private func add(_ cell: ChecklistCell, at column: Int, to item: inout Item?) {
    guard !cell.isBlank else { return }
    // Columns of one name are filled in their order.
    let same = columns.indices.filter {
      names[$0] == names[column] && columns[$0].role != .task && columns[$0].role != .id
    }
    let free = same.first { item?.cells[$0] == nil } ?? column
    if let known = item?.cells[free] {
      item?.cells[free] = ChecklistCell(known.text + "\n" + cell.text)
    } else {
      item?.cells[free] = cell
    }
  }

  private mutating func close(_ item: inout Item?, _ loose: inout [Substring]) {
    if let item { entries.append((item, "")) }
    item = nil
    let kept = loose.drop { $0.allSatisfy(\.isWhitespace) }
    let text = String(kept.joined(separator: "\n")).trimmed
    if !text.isEmpty { entries.append((nil, text)) }
    loose = []
  }

  private mutating func build(_ meta: JSONValue?) throws(ChecklistError) -> ChecklistTable {
    guard entries.contains(where: { $0.item != nil }) || isOwn else { throw .noChecklist }
    guard columns.count * entries.count <= ChecklistTable.maximumCells else {
      throw .tooManyCells(limit: ChecklistTable.maximumCells)
    }
    var table = ChecklistTable(language: language, columns: columns, rows: [])
    table.name = title
    table.origins = origins
    table.revision = meta?["revision"]?.text ?? ""
    table.selection = meta?["selection"]?.elements?.compactMap(\.text) ?? []
    let empty = [ChecklistCell](repeating: ChecklistCell(), count: columns.count)
    for entry in entries {
      var cells = empty
      guard let item = entry.item else {
        cells[0] = ChecklistCell(entry.text)
        table.rows.append(.init(cells: cells, isText: true))
        continue
      }
      for (column, cell) in item.cells { cells[column] = cell }
      if let column = table.column(.task) { cells[column] = item.task }
      if let column = table.column(.id) { cells[column] = ChecklistCell(item.id) }
      tick(item, &cells, table)
      table.rows.append(.init(cells: cells))
    }
    return table
  }

  /// The box is the state; words that say something else are kept as a note.
  private func tick(_ item: Item, _ cells: inout [ChecklistCell], _ table: ChecklistTable) {
    let terms = ChecklistTerms.standard
    var notes = item.loose
    if let status = table.column(.status) {
      let words = cells[status]
      let isDone = terms.state(of: words.text) == .done
      if item.isTicked != isDone {
        if !words.isBlank {
          notes.append(
            table.columns[status].name + MarkdownReader.colon(language) + words.text)
        }
        let state: ChecklistState = item.isTicked ? .done : .open
        if item.isTicked || isDone {
          cells[status] = ChecklistCell(terms.word(state, in: language))
        }
        if !item.isTicked, !isDone { cells[status] = words }
      }
    }
    if let column = table.column(.notes), !notes.isEmpty {
      let text = ([cells[column].text] + notes).filter { !$0.isEmpty }.joined(separator: "\n")
      cells[column] = ChecklistCell(text)
    }
  }
}
