import GazetteDocument
import GazetteParsing
import Testing

/// Whose words go on where a text names them once.
@Suite struct VoiceContinuationTests {
  private func voices(_ text: String) throws -> [String] {
    let document = try Reading.document(text)
    return document.passages.indices.flatMap { passage in
      document.passages[passage].sentences.map { sentence in
        let voice = document.voice(ofSentence: sentence, in: passage)
        return voice.kind.rawValue + (voice.speaker.map { " " + $0 } ?? "")
      }
    }
  }

  @Test("one who was introduced with a post speaks under the name alone")
  func introduced() throws {
    let english = try voices(
      """
      SAMPLE CITY, March 6 (Example News) -- The hall was full today.

      Gao Fanli, deputy mayor of Sample City, attended and spoke.

      Gao noted that a pipe is not water. He urged counties to finish.
      """)
    #expect(
      english == ["narration", "narration", "leader-speech Gao Fanli", "leader-speech Gao Fanli"])
    let chinese = try voices(
      "新华社示例市3月6日电 推进会今天召开。副市长高范例出席并讲话。\n高范例指出，通水不等于供水。他强调，要健全制度。\n")
    #expect(chinese.suffix(2) == ["leader-speech 高范例", "leader-speech 高范例"])
    #expect(!chinese.dropLast(2).contains { $0.hasPrefix("leader") })
  }

  @Test("words in corner marks are a leader's until the mark closes, as those in curly ones")
  func cornerMarks() throws {
    for (opening, closing) in [("「", "」"), ("『", "』"), ("“", "”")] {
      let found = try voices(
        "新华社示例市3月6日电 推进会今天召开。\n县长陈示例说：\(opening)水要通。账要清。人要在。\(closing)会场很静。\n")
      #expect(
        found == [
          "narration", "leader-speech 陈示例", "leader-speech 陈示例", "leader-speech 陈示例", "narration",
        ], "\(opening)")
      let behind = try voices(
        "新华社示例市3月6日电 推进会今天召开。\n\(opening)水要通。账要清。\(closing)县长陈示例强调，要落实。\n")
      #expect(behind.last == "leader-speech 陈示例", "\(behind)")
    }
  }

  @Test("a name that nobody introduced says nothing for a leader")
  func stranger() throws {
    let found = try voices(
      """
      SAMPLE CITY, March 6 (Example News) -- The hall was full today.

      Bo Niguan, who keeps the water of two villages, came early.

      Bo noted that a pipe is not water.
      """)
    #expect(Set(found) == ["narration"])
  }

  @Test("what a leader's meeting requires is the leader's")
  func meeting() throws {
    let found = try voices(
      "新华社示例市3月6日电 会场坐满了人。\n在当天召开的现场会上，县长陈示例强调，饮水要安全。会议要求，各乡镇要落实管水员。\n")
    #expect(found.suffix(2) == ["leader-speech 陈示例", "leader-speech 陈示例"])
  }

  @Test(
    "a letter to customers is no speech",
    arguments: [
      "Our Guarantees\n\nDear customer: thank you for your trust in us.\n\nWe repair it for free.\n",
      "本店须知\n\n亲爱的顾客：感谢您的信任。\n\n本店免费维修，七天修好。\n",
    ])
  func letter(text: String) throws {
    #expect(Set(try voices(text)) == ["narration"])
  }

  @Test("a professor of a university warns as an expert, and a quotation ends with its sentence")
  func expert() throws {
    let found = try voices(
      """
      SAMPLE CITY, March 6 (Example News) -- The hall was full today.

      Professor Zhu Nishou of Example University warns that visits settle nothing.

      Li Yangben, mayor of Sample City, said at a meeting: “Tick it in hearts.” Boots tick too.
      """)
    #expect(found[1] == "expert Zhu Nishou")
    #expect(found[2] == "leader-speech Li Yangben")
    #expect(found.last == "narration")
  }
}
