import GazetteTestSupport
import Testing

@Suite struct OutlinePrinterTests {
  @Test("a document prints as a tree of its sections and passages")
  func tree() throws {
    let printed = OutlinePrinter(width: 12).tree(of: try Reading.document(Samples.law))
    #expect(
      printed == """
        text UTF-8 zh-Hans 7 sections 9 passages 9 sentences
        title: 示例市公园条例 (stated)
        issuer: 示例市人民代表大会常务委员会 (inferred)
        kind: 条例 (stated)
        written: 2022-06-01 (inferred)
        effective: 2022-07-01 (stated)
          s0.p1 (1) （2022年6月1日示例… +15 <policy>
          s1 [第一章] 总则
            s1.1 [第一条]
              s1.1.p1 [第一条] (1) 第一条　为了规范公园管理… +7 <policy>
            s1.2 [第二条]
              s1.2.p1 [第二条] (1) 第二条　本条例所称公园，… +3 <policy>
              s1.2.p2 [（一）] (1) （一）综合公园； <policy>
              s1.2.p3 [（二）] (1) （二）社区公园。 <policy>
              s1.2.p4 (1) 前款所称社区公园，由区人… +6 <policy>
          s2 [第二章] 管理
            s2.1 [第三条]
              s2.1.p1 [第三条] (1) 第三条　公园应当每日开放… +1 <policy>
            s2.2 [第四条]
              s2.2.p1 [第四条] (1) 第四条　违反本条例第三条… +29 <policy>
            s2.3 [第五条]
              s2.3.p1 [第五条] (1) 第五条　本条例自2022… +9 <policy>

        """)
  }
}
