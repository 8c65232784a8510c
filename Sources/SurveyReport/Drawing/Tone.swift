/// A colour by what it means; the values are those of the light theme in `report.css`.
///
/// Drawings carry the literal colour, so that any renderer shows them, and a class, by which the style sheet sets
/// the colours of the dark theme.
enum Tone: String, CaseIterable {
  case ink, muted, rule, axis, accent, bar, paper
  case promoter, passive, detractor
  case onPromoter = "on-promoter"
  case onPassive = "on-passive"
  case onDetractor = "on-detractor"
  case promoterText = "promoter-text"
  case detractorText = "detractor-text"
  case promoterFaded = "promoter-faded"
  case passiveFaded = "passive-faded"
  case detractorFaded = "detractor-faded"
  case band, whisker
  case fixTint = "fix-tint"
  case keepTint = "keep-tint"

  /// The colour in the light theme.
  var color: String {
    switch self {
    case .ink: "#1b2430"
    case .muted: "#566270"
    case .rule: "#e4e8ed"
    case .axis: "#8d98a5"
    case .accent: "#1f5fa8"
    case .bar: "#c9dbef"
    case .paper: "#ffffff"
    case .promoter: "#147a63"
    case .passive: "#c6ccd4"
    case .detractor: "#c4502b"
    case .onPromoter: "#ffffff"
    case .onPassive: "#1b2430"
    case .onDetractor: "#ffffff"
    case .promoterText: "#116b57"
    case .detractorText: "#b04422"
    case .promoterFaded: "#bfe0d7"
    case .passiveFaded: "#eceff2"
    case .detractorFaded: "#f2cfc2"
    case .band: "#dce8f4"
    case .whisker: "#86abd6"
    case .fixTint: "#fbf1ed"
    case .keepTint: "#edf6f3"
    }
  }
}
