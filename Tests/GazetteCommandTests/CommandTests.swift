import Foundation
import GazetteTestSupport
import Testing

/// The command as a person and a script use it.
@Suite struct CommandTests {
  private func indexed() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let run = try CommandProcess.run(
      ["index", ProjectFolder.corpus, "--index", folder.path + "/index"])
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test("index reports what adds up, in JSON too")
  func index() throws {
    let folder = try ScratchFolder()
    let arguments = ["index", ProjectFolder.corpus, "--index", folder.path + "/i", "--json"]
    let first = try CommandProcess.run(arguments)
    let report = try #require((first.json?["items"] as? [[String: Any]])?.first)
    let count = { (key: String) in report[key] as? Int ?? -1 }
    #expect(first.status == 0)
    #expect(
      count("scanned")
        == count("new") + count("changed") + count("unchanged") + count("skipped")
        + count("failed"))
    #expect(count("new") >= 20 && count("documents") == count("new"))
    let second = try CommandProcess.run(arguments)
    let again = try #require((second.json?["items"] as? [[String: Any]])?.first)
    #expect(again["unchanged"] as? Int == count("new"))
    #expect(second.json?["revision"] as? String == first.json?["revision"] as? String)
  }

  @Test("search answers with cited passages: status 0, and 1 for none")
  func search() throws {
    let folder = try indexed()
    let index = ["--index", folder.path + "/index"]
    for query in ["three guarantees", "三保障", "“账上有的要在户里看得到，户里有的要在账上查得到”"] {
      let run = try CommandProcess.run(["search", query] + index)
      #expect(run.status == 0, "\(query): \(run.errors)")
      #expect(run.output.contains("gz:"), "\(query)")
      let json = try CommandProcess.run(["search", query, "--json"] + index).json
      let items = try #require(json?["items"] as? [[String: Any]])
      #expect(!items.isEmpty && json?["ok"] as? Bool == true)
      #expect(items.allSatisfy { !(($0["matchedAs"] as? [Any]) ?? []).isEmpty }, "\(query)")
    }
    let none = try CommandProcess.run(["search", "zzyzx"] + index)
    #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("zzyzx"))
    let json = try CommandProcess.run(["search", "zzyzx", "--json"] + index)
    #expect(json.status == 1 && json.json?["total"] as? Int == 0)
    // A page that was pasted is not said over again.
    let pasted = (1...200).map { "zzy\u{1B}zx\($0)" }.joined(separator: "\n")
    let page = try CommandProcess.run(["search", pasted] + index)
    #expect(page.status == 1 && page.errors.contains("zx1") && page.errors.utf8.count < 600)
    #expect(!page.errors.contains("\u{1B}"))
  }

  @Test(
    "a plain search answers as the argument parser has it",
    arguments: [
      (["--limit", "3"], ["--limit=3"]), (["--json"], ["--json", "-l", "10"]),
      (["--ui", "zh", "--limit", "2"], ["--ui=zh", "-l", "2"]),
      (["--no-color", "--next", "n1"], ["--next=n1", "--no-color"]),
      (["--limit", "x"], ["--limit=x"]), (["--limit", "0"], ["--limit=0"]),
      (["--next", "z"], ["--next=z"]), (["--ui", "fr"], ["--ui=fr"]),
    ])
  func plain(options: [String], others: [String]) throws {
    let folder = try indexed()
    let index = folder.path + "/index"
    let first = try CommandProcess.run(["search", "三保障", "three"] + options + ["--index", index])
    let second = try CommandProcess.run(["search", "三保障", "three"] + others + ["--index=" + index])
    #expect(first.status == second.status && first.output == second.output)
    #expect(first.errors == second.errors)
    let alone = try CommandProcess.run(["search"] + options + ["--index", index])
    #expect(alone.status == 2 && alone.output.isEmpty != options.contains("--json"))
  }

  @Test("a missing index is an error with a way out, in JSON too")
  func missing() throws {
    let run = try CommandProcess.run(["search", "x", "--index", "/nonexistent"])
    #expect(run.status == 2 && run.errors.contains("gazette index"))
    let json = try CommandProcess.run(["search", "x", "--index", "/nonexistent", "--json"])
    #expect(json.status == 2 && json.json?["ok"] as? Bool == false)
    #expect(json.json?["status"] as? Int == 2)
  }

  @Test("a failed file makes the status 2 while everything else is indexed")
  func failure() throws {
    let folder = try ScratchFolder()
    let attributes = (0..<300).map { " a\($0)=1" }.joined()
    try folder.write("<html><body><p\(attributes)>x</p></body></html>", to: "c/bad.html")
    try folder.write("Good words stand here.", to: "c/good.txt")
    let index = ["--index", folder.path + "/index"]
    let run = try CommandProcess.run(["index", folder.path + "/c"] + index)
    #expect(run.status == 2 && run.errors.contains("bad.html"))
    #expect(try CommandProcess.run(["search", "good words"] + index).status == 0)
  }

  @Test("an index that lies within the corpus is not read as part of it")
  func indexWithin() throws {
    let folder = try ScratchFolder()
    try folder.write("Good words stand here.", to: "good.txt")
    for _ in 0..<2 {
      let run = try CommandProcess.run(["index", ".", "--json"], folder: folder.path)
      let report = try #require((run.json?["items"] as? [[String: Any]])?.first)
      #expect(run.status == 0 && report["documents"] as? Int == 1, "\(run.output)")
    }
    let list = try CommandProcess.run(["list", "--json"], folder: folder.path)
    #expect(list.json?["total"] as? Int == 1)
  }

  @Test("show prints the source exactly, and a place by its path")
  func show() throws {
    let folder = try ScratchFolder()
    let text = "Title of the paper\n\n  First thing.  Second thing.\r\n\nAnother paragraph.\n"
    try folder.write(text, to: "c/a.txt")
    let index = ["--index", folder.path + "/index"]
    _ = try CommandProcess.run(["index", folder.path + "/c"] + index)
    #expect(try CommandProcess.run(["show", "a", "--source"] + index).output == text)
    let json = try CommandProcess.run(["show", "a", "--json"] + index).json
    let document = try #require((json?["items"] as? [[String: Any]])?.first)
    let passages = try #require(document["passages"] as? [[String: Any]])
    let last = try #require(passages.last)
    let path = try #require(last["path"] as? String)
    let place = try CommandProcess.run(["show", "a#" + path] + index)
    #expect(place.status == 0 && place.output.contains("Another paragraph."))
    #expect(try CommandProcess.run(["show", "a#s9.p9"] + index).status == 2)
    #expect(try CommandProcess.run(["show", "b"] + index).status == 2)
  }

  @Test("mended places are marked, warnings are said in either language, and the ledger is listed")
  func repairs() throws {
    let folder = try ScratchFolder()
    let text = "The policy became realu2014and they keep public **** services going.\n"
    try folder.write(text, to: "c/a.txt")
    let index = ["--index", folder.path + "/index"]
    _ = try CommandProcess.run(["index", folder.path + "/c"] + index)
    let english = try CommandProcess.run(["show", "a", "--ui", "en"] + index).output
    #expect(english.contains("real[—]and they keep public **** services"))
    #expect(english.contains("⚠ characters masked or lost"))
    let chinese = try CommandProcess.run(["show", "a", "--ui", "zh"] + index).output
    #expect(chinese.contains("⚠ 有字被遮蔽或丢失"))
    let ledger = try CommandProcess.run(["show", "a", "--repairs", "--ui", "en"] + index).output
    #expect(ledger.contains("“u2014” → [—]") && ledger.contains("98 % sure"))
    #expect(ledger.contains("“****” → kept as it stands"))
    let found = try CommandProcess.run(["search", "services going", "--ui", "en"] + index).output
    #expect(found.contains("real[—]and") && found.contains("[characters masked or lost]"))
    let json = try CommandProcess.run(["show", "a", "--json"] + index).json
    let document = try #require((json?["items"] as? [[String: Any]])?.first)
    let repairs = try #require(document["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["text"] as? String } == ["u2014", "****"])
    #expect(repairs.map { $0["replacement"] as? String } == ["—", "****"])
    #expect(repairs.map { $0["mended"] as? Bool } == [true, false])
    #expect(repairs.last?["flag"] as? String == "masked")
    let passage = try #require((document["passages"] as? [[String: Any]])?.first)
    #expect((passage["readingText"] as? String)?.hasPrefix("The policy became real—and") == true)
    #expect(passage["flags"] as? [String] == ["masked"])
  }

  @Test("cite finds words, places and ids, and gives Markdown")
  func cite() throws {
    let folder = try indexed()
    let index = ["--index", folder.path + "/index"]
    let words = try CommandProcess.run(["cite", "三保障", "--json", "--limit", "1"] + index)
    let item = try #require((words.json?["items"] as? [[String: Any]])?.first)
    let passage = try #require(item["passage"] as? [String: Any])
    let id = try #require(passage["id"] as? String)
    let byID = try CommandProcess.run(["cite", id, "--format", "markdown"] + index)
    #expect(byID.status == 0 && byID.output.hasPrefix("> ") && byID.output.contains("gz:"))
    #expect(try CommandProcess.run(["cite", "no such words anywhere"] + index).status == 1)
  }

  @Test("list and stats agree with search on what is in the index")
  func list() throws {
    let folder = try indexed()
    let index = ["--index", folder.path + "/index", "--json"]
    let list = try CommandProcess.run(["list"] + index).json
    let stats = try CommandProcess.run(["stats"] + index).json
    let item = try #require((stats?["items"] as? [[String: Any]])?.first)
    #expect(list?["total"] as? Int == (item["documents"] as? [Any])?.count)
    let search = try CommandProcess.run(["search", "三保障", "--limit", "1000", "--alike"] + index)
      .json
    let hits = try #require(search?["items"] as? [[String: Any]])
    let ids = Set(hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String })
    let listed = try CommandProcess.run(["list", "三保障"] + index).json
    #expect(listed?["total"] as? Int == ids.count)
    #expect(search?["total"] as? Int == hits.count)
  }

  @Test("messages and help speak Chinese when asked")
  func chinese() throws {
    let help = try CommandProcess.run(["search", "--help", "--ui", "zh"])
    #expect(help.status == 0 && help.output.contains("用法：") && !help.output.contains("USAGE"))
    let locale = try CommandProcess.run(["--help"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(locale.output.contains("子命令："))
    let english = try CommandProcess.run(["index", "--help"])
    #expect(english.status == 0 && english.output.contains("USAGE: gazette index"))
    let missing = try CommandProcess.run(["search", "x", "--index", "/nonexistent", "--ui", "zh"])
    #expect(missing.status == 2 && missing.errors.contains("没有索引"))
    let folder = try ScratchFolder()
    try folder.write(Array("{\\rtf1 text}".utf8), to: "c/a.rtf")
    let failed = try CommandProcess.run(
      ["index", folder.path + "/c", "--index", folder.path + "/i", "--ui", "zh"])
    #expect(failed.status == 2 && failed.errors.contains("a.rtf：不读取 RTF；请存为纯文本或 HTML\n"))
    #expect(!failed.errors.contains("not read"))
    let wrong = try CommandProcess.run(["search", "--nonsense", "x", "--ui", "zh"])
    #expect(wrong.status == 2 && wrong.errors.contains("错误："))
  }

  @Test(
    "a search never crashes on what people paste",
    arguments: [
      "\"", "“", "((((", "AND", "OR OR", "NOT", "date:", "date:9999..1", "title:", "*", "~",
      "\u{202E}\u{0}x", "《》", "a\nb", "💥", "-x", "x AND (y", "“‘」", "date:2018..x", "lang:zz",
      String(repeating: "(", count: 500), String(repeating: "a ", count: 3000),
    ])
  func pasted(_ query: String) throws {
    let folder = try ScratchFolder()
    try folder.write("Some words.", to: "c/a.txt")
    let index = ["--index", folder.path + "/index"]
    _ = try CommandProcess.run(["index", folder.path + "/c"] + index)
    let run = try CommandProcess.run(
      ["search", "--json"] + index + ["--", query.replacing("\0", with: "")])
    #expect([0, 1].contains(run.status), "\(run.status): \(run.errors)")
    #expect(run.json?["ok"] as? Bool == true)
  }

  @Test("control characters of documents never reach the terminal raw")
  func controls() throws {
    let folder = try ScratchFolder()
    try folder.write("Red \u{1B}[31m alert\u{202E} here.\n", to: "c/a\u{7}.txt")
    let index = ["--index", folder.path + "/index"]
    _ = try CommandProcess.run(["index", folder.path + "/c"] + index)
    for words in [["search", "alert"], ["list"], ["show", "a\u{7}"], ["cite", "alert"]] {
      let run = try CommandProcess.run(words + index)
      let isClean = { (text: String) in
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || $0 == "\t" || !($0.value < 32 || (0x7F...0x9F).contains($0.value))
        } && !text.unicodeScalars.contains("\u{202E}")
      }
      #expect(run.status == 0 && isClean(run.output) && isClean(run.errors), "\(words)")
    }
  }
}
