import GazetteDocument
import GazetteMeasures
import Testing

@Suite struct LexiconTests {
  @Test("a user's table adds a verb") func adding() {
    let lexicon = MeasureLexicon.standard.adding("[zh verb set-up]\n蓬勃化\n").lexicon
    let found = MeasureExtractor(lexicon: lexicon).measures(
      inSentence: "蓬勃化乡村图书室。", language: .simplifiedChinese)
    #expect(found.count == 1)
    #expect(found.first?.action.value == .setUp)
  }
}
