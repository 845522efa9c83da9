/// What sort of act a verb names: the facet by which measures are sorted.
public enum VerbGroup: String, Sendable, Hashable, CaseIterable {
  /// 建立, 制定: establish, formulate.
  case setUp = "set-up"
  /// 加强, 提升: strengthen, raise.
  case strengthen
  /// 推进, 开展: advance, carry out.
  case advance
  /// 落实, 完成: implement, complete.
  case carryThrough = "carry-through"
  /// 帮扶, 支持: assist, subsidise.
  case help
  /// 组织, 选派: organise, train.
  case organise
  /// 监测, 考核: monitor, assess.
  case watch
  /// 整改, 查处: rectify, punish.
  case putRight = "put-right"
  /// 减轻, 压缩: reduce, streamline.
  case cut
  /// 报送, 公示: submit, publish.
  case report
  /// 防止, 反对: prevent, oppose.
  case forbid
  /// 保持, 守住: keep, maintain.
  case keep
  /// A verb that the lexicon does not have.
  case other
}
