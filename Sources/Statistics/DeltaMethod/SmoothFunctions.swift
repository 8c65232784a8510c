/// Functions of correlations whose standard errors the delta method can give.
public struct SmoothFunctions: Sendable {
  let estimates: @Sendable (Covariance) -> [Double]
  let forms: @Sendable (_ correlation: Matrix, _ count: Int) -> InfluenceForms

  /// Any smooth functions, differentiated by central differences, good to eight digits or more.
  ///
  /// `function` gets correlations (as a covariance of standardised columns) and returns the same number of values at
  /// each call; it is called on several threads. It must not depend on the columns' units.
  public static func differentiated(
    _ function: @escaping @Sendable (Covariance) -> [Double]
  ) -> SmoothFunctions {
    SmoothFunctions(estimates: function) { correlation, count in
      InfluenceForms(CorrelationGradient(at: correlation, function, count: count), at: correlation)
    }
  }

  /// The Shapley shares (LMG) of some outcomes' R² as parts of it, outcome after outcome, with derivatives in closed form;
  /// beyond 18 drivers the derivatives are a mean over random orders of the drivers, good to a few percent, and beyond
  /// `ShapleyImportance.mostQuickDrivers` the shares are as well (`SampledShapley`).
  public static func shapleyFractions(of outcomes: [Int], among drivers: [Int]) -> SmoothFunctions {
    SmoothFunctions { covariance in
      guard drivers.count <= ShapleyImportance.mostQuickDrivers else {
        let shares = try? SampledShapley.sharing(outcomes, in: covariance, drivers: drivers)
        return shares?.flatMap(\.fractions) ?? []
      }
      let shares = try? ShapleyImportance.sharing(outcomes, in: covariance, drivers: drivers)
      return shares?.flatMap(\.fractions) ?? []
    } forms: { correlation, _ in
      InfluenceForms(shapleyFractionsOf: outcomes, among: drivers, at: correlation)
    }
  }
}
