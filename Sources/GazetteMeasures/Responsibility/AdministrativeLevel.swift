/// The levels at which bodies act.
public enum AdministrativeLevel: String, Sendable, Hashable, CaseIterable {
  /// The centre: 党中央, 国务院, the ministries.
  case centre
  /// Provinces, autonomous regions, municipalities.
  case province
  /// Cities and prefectures.
  case city
  /// Counties, districts, banners.
  case county
  /// Townships, towns, sub-districts.
  case township
  /// Villages and communities, with those who are stationed there.
  case village
  /// Departments and units whose name tells no level.
  case department
  /// Firms, schools, hospitals, associations, persons.
  case other
}
