/// Texts of ours in the encodings of their languages, their bytes written out so that no converter is trusted.
struct EncodedSample: Sendable {
  /// The name of the encoding in the Encoding Standard.
  var encoding: String
  var text: String
  var hex: String

  /// The bytes of the text in the encoding.
  var bytes: [UInt8] {
    stride(from: 0, to: hex.utf8.count, by: 2).map { place in
      let start = hex.index(hex.startIndex, offsetBy: place)
      return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
  }

  /// Those that their bytes alone tell.
  static let evident = [gb18030, big5, shiftJIS, eucJP, eucKR]

  /// Those that have to be declared.
  static let declared = [
    windows1250, windows1251, windows1252, windows1253, windows1254, windows1257,
  ]

  static let gb18030 = EncodedSample(
    encoding: "gb18030",
    text: "关于公园开放的通知\n各区人民政府：\n为了方便市民，现将有关事项通知如下。公园每天早上六点开放，任何单位不得占用绿地。\n",
    hex: "B9D8D3DAB9ABD4B0BFAAB7C5B5C4CDA8D6AA0AB8F7C7F8C8CBC3F1D5FEB8AEA3BA0ACEAAC1CBB7BDB1E3"
      + "CAD0C3F1A3ACCFD6BDABD3D0B9D8CAC2CFEECDA8D6AAC8E7CFC2A1A3B9ABD4B0C3BFCCECD4E7C9CFC1F9"
      + "B5E3BFAAB7C5A3ACC8CEBACEB5A5CEBBB2BBB5C3D5BCD3C3C2CCB5D8A1A30A")

  static let big5 = EncodedSample(
    encoding: "Big5",
    text: "關於公園開放的通知\n各區人民政府：\n為了方便市民，現將有關事項通知如下。公園每天早上六點開放，任何單位不得佔用綠地。\n",
    hex: "C3F6A9F3A4BDB6E9B67DA9F1AABAB371AABE0AA655B0CFA448A5C1AC46A9B2A1470AACB0A446A4E8AB4B"
      + "A5ABA5C1A141B27BB14EA6B3C3F6A8C6B6B5B371AABEA670A455A143A4BDB6E9A843A4D1A6ADA457A4BB"
      + "C249B67DA9F1A141A5F4A6F3B3E6A6ECA4A3B16FA6FBA5CEBAF1A661A1430A")

  static let shiftJIS = EncodedSample(
    encoding: "Shift_JIS",
    text: "公園の開放について\n市民の皆さまが利用しやすいように、次のとおり定めます。公園は毎朝六時に開きます。\n",
    hex: "8CF6898082CC8A4A95FA82C982C282A282C40A8E7396AF82CC8A4682B382DC82AA9798977082B582E282"
      + "B782A282E682A482C981418E9F82CC82C682A882E892E882DF82DC82B781428CF6898082CD968892A998"
      + "5A8E9E82C98A4A82AB82DC82B781420A")

  static let eucJP = EncodedSample(
    encoding: "EUC-JP",
    text: "公園の開放について\n市民の皆さまが利用しやすいように、次のとおり定めます。公園は毎朝六時に開きます。\n",
    hex: "B8F8B1E0A4CEB3ABCAFCA4CBA4C4A4A4A4C60ABBD4CCB1A4CEB3A7A4B5A4DEA4ACCDF8CDD1A4B7A4E4A4"
      + "B9A4A4A4E8A4A6A4CBA1A2BCA1A4CEA4C8A4AAA4EAC4EAA4E1A4DEA4B9A1A3B8F8B1E0A4CFCBE8C4ABCF"
      + "BBBBFEA4CBB3ABA4ADA4DEA4B9A1A30A")

  static let eucKR = EncodedSample(
    encoding: "EUC-KR",
    text: "공원 개방에 관한 안내\n시민의 편의를 위하여 다음과 같이 정한다. 공원은 매일 아침 여섯 시에 연다.\n",
    hex: "B0F8BFF820B0B3B9E6BFA120B0FCC7D120BEC8B3BB0ABDC3B9CEC0C720C6EDC0C7B8A620C0A7C7CFBFA9"
      + "20B4D9C0BDB0FA20B0B0C0CC20C1A4C7D1B4D92E20B0F8BFF8C0BA20B8C5C0CF20BEC6C4A720BFA9BCB8"
      + "20BDC3BFA120BFACB4D92E0A")

  static let windows1252 = EncodedSample(
    encoding: "windows-1252",
    text: "The Council’s plan is “open”. Déjà vu – naïve façade.\n",
    hex: "54686520436F756E63696C927320706C616E20697320936F70656E942E2044E96AE02076752096206E61"
      + "EF7665206661E76164652E0A")

  static let windows1251 = EncodedSample(
    encoding: "windows-1251",
    text: "О порядке открытия парков. Парк открыт с шести часов утра.\n",
    hex: "CE20EFEEF0FFE4EAE520EEF2EAF0FBF2E8FF20EFE0F0EAEEE22E20CFE0F0EA20EEF2EAF0FBF220F120F8"
      + "E5F1F2E820F7E0F1EEE220F3F2F0E02E0A")

  static let windows1250 = EncodedSample(
    encoding: "windows-1250",
    text: "Park jest otwarty: zażółć gęślą jaźń – úplný rozpočet.\n",
    hex: "5061726B206A657374206F7477617274793A207A61BFF3B3E62067EA9C6CB9206A619FF1209620FA706C"
      + "6EFD20726F7A706FE865742E0A")

  static let windows1253 = EncodedSample(
    encoding: "windows-1253",
    text: "Το πάρκο ανοίγει στις έξι.\n",
    hex: "D4EF20F0DCF1EAEF20E1EDEFDFE3E5E920F3F4E9F220DDEEE92E0A")

  static let windows1254 = EncodedSample(
    encoding: "windows-1254",
    text: "Park sabah altıda açılır; şehir ağaçlarını korur.\n",
    hex: "5061726B20736162616820616C74FD64612061E7FD6CFD723B20FE656869722061F061E76C6172FD6EFD"
      + "206B6F7275722E0A")

  static let windows1257 = EncodedSample(
    encoding: "windows-1257",
    text: "Parkas atidaromas šeštą valandą ryto; ąžuolai saugomi.\n",
    hex: "5061726B6173206174696461726F6D617320F065F074E02076616C616E64E0207279746F3B20E0FE756F"
      + "6C616920736175676F6D692E0A")
}
