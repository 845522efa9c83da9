import Foundation
import GazetteTestSupport
import Testing

/// What shells are told when somebody asks how a word goes on.
@Suite struct CompletionTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("# Pumps\n\nWater.\n", to: "corpus/plain.md")
    try folder.write("# Odd \"names\"\n\nWater.\n", to: "corpus/odd name's \"x\": $y.md")
    try folder.write("# 关于饮水的通知\n示政发〔2023〕7号\n\n饮水安全。\n", to: "corpus/通知/饮水 一.md")
    try folder.write("issuer: Example Water Bureau\n", to: "corpus/plain.meta.yaml")
    #expect(try CommandProcess.run(["index", "corpus"], folder: folder.path).status == 0)
    let saved = try CommandProcess.run(
      ["search", "--save", "my water", "water"], folder: folder.path)
    #expect(saved.status == 0)
  }

  private func reply(_ words: String...) throws -> [String] {
    let run = try CommandProcess.run(["complete"] + words, folder: folder.path)
    #expect(run.status == 0 && run.errors.isEmpty)
    return run.output.split(separator: "\n").map(String.init)
  }

  private static let breaks = " \t\n\"'><=;|&(:"

  @Test(
    "bash is told the rest of the word, quoted as it is typed",
    arguments: [
      ("gazette sea", ["values", "search"]), ("gazette show pl", ["values", "plain"]),
      ("gazette show odd", ["values", #"odd\ name\'s\ \"x\":\ \$y"#]),
      ("gazette show odd\\ na", ["values", #"odd\ name\'s\ \"x\":\ \$y"#]),
      ("gazette show \"odd", ["values", #"odd name's \"x\": \$y"#]),
      ("gazette show 'odd", ["values", #"odd name'\''s "x": $y"#]),
      (#"gazette show odd\ name\'s\ \"x\":"#, ["values", #"\ \$y"#]),
      ("gazette show 通", ["values", #"通知/饮水\ 一"#]), ("gazette show 饮", ["values", #"通知/饮水\ 一"#]),
      ("gazette show 关于", ["values", #"通知/饮水\ 一"#]),
      ("gazette show '示政发[2023]", ["values", "通知/饮水 一"]),
      ("gazette search ti", ["open", "title:"]), ("gazette search befo", ["open", "before:"]),
      ("gazette search water voice:lea", ["values", "leader-speech"]),
      ("gazette search issuer:Ex", ["values", #"\"Example\ Water\ Bureau\""#]),
      ("gazette search 'water issuer:Ex", ["values", #"water issuer:"Example Water Bureau""#]),
      ("gazette search 'water -tag:three-guar", ["values", "water -tag:three-guarantees"]),
      ("gazette search tag:三保障", ["values", "三保障"]),
      ("gazette search number:示", ["values", "示政发〔2023〕7号"]),
      ("gazette concepts show three-guar", ["values", "three-guarantees"]),
      ("gazette concepts tim", ["values", "timeline"]),
      ("gazette search --fac", ["values", "--facet"]),
      ("gazette search --facet la", ["values", "language"]),
      ("gazette search --ui z", ["values", "zh"]),
      ("gazette search --sort=ne", ["values", "newest"]), ("gazette index co", ["files"]),
      ("gazette --index", ["values"]), ("gazette search --index in", ["files"]),
      ("gazette queries remove m", ["values", #"my\ water"#]), ("gazette since r", nil),
      ("gazette completion z", ["values", "zsh"]), ("gazette show zzz", ["values"]),
      ("gazette nothing here", ["values"]), ("gazette search --index none tag:thr", ["values"]),
      ("gazette diff plain pl", ["values", "plain"]), ("gazette search -- -zzz", ["values"]),
      ("", nil),
      ("gazette \"", nil), ("gazette search '\"“\\", nil), ("gazette show \u{1B}[31m", nil),
    ] as [(String, [String]?)])
  func bash(_ line: String, _ expected: [String]?) throws {
    let found = try reply("bash", Self.breaks, line)
    if let expected { #expect(found == expected) }
    if line == "gazette since r" { #expect(found.count == 2 && found[1].hasPrefix("r1-")) }
  }

  @Test("zsh and fish are told the words whole, with what they stand for")
  func others() throws {
    #expect(try reply("zsh", "show", "pl") == ["values", "plain\tPumps\tshut"])
    #expect(try reply("zsh", "search", "ti") == ["open", "title:\t\topen"])
    #expect(try reply("fish", "show", "odd") == ["values", "odd name's \"x\": $y\tOdd \"names\""])
    #expect(
      try reply("fish", "show", "'odd na") == ["values", "odd name's \"x\": $y\tOdd \"names\""])
    #expect(try reply("fish", "concepts", "show", "three-guar").first == "values")
    #expect(try reply("fish", "index", "") == ["files"])
    #expect(try reply("zsh") == [] && reply("bash", "x") == [])
  }

  @Test(
    "nothing of a damaged or missing index, or of hostile words, ever reaches the shell as talk")
  func quiet() throws {
    try folder.write([UInt8](repeating: 9, count: 300), to: "index/manifest")
    #expect(try reply("bash", Self.breaks, "gazette show p") == ["values"])
    #expect(try reply("fish", "search", "tag:x") == ["values"])
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = QueryGenerator(seed: seed)
    for _ in 0..<25 {
      let text = random.text(pieces: 6).replacing("\0", with: "")
      for shell in [["bash", Self.breaks], ["zsh", "search"], ["fish", "show"]] {
        let run = try CommandProcess.run(
          ["complete"] + shell + ["gazette search " + text], folder: folder.path)
        #expect(run.status == 0 && run.errors.isEmpty, "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test(
    "the script works in bash itself",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func inBash() throws {
    let script = try CommandProcess.run(["completion", "bash"])
    try folder.write(script.output, to: "gazette.bash")
    func complete(_ line: String) throws -> String {
      let program = """
        source gazette.bash
        COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDBREAKS=$2
        COMPREPLY=()
        _gazette gazette
        echo "$?"
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let run = try CommandProcess.run(
        ["-c", program, "bash", line, Self.breaks],
        environment: ["PATH": CommandProcess.folder + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
        program: "/bin/bash", folder: folder.path)
      #expect(run.errors.isEmpty, "\(run.errors)")
      return run.output
    }
    #expect(try complete("gazette show pl") == "0\nplain\n")
    #expect(try complete("gazette show odd") == "0\n" + #"odd\ name\'s\ \"x\":\ \$y"# + "\n")
    #expect(try complete("gazette search tag:三保障") == "0\n三保障\n")
    #expect(try complete("gazette show 通") == "0\n" + #"通知/饮水\ 一"# + "\n")
    #expect(try complete("gazette show zzz") == "0\n\n")
  }
}
