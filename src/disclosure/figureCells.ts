/** The cells behind one observation; null where the observation has no such count. */
export interface ObservationCells {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number | null;
}

/** The cells behind one concentration record. */
export interface ConcentrationCells {
  readonly children: number;
  readonly episodes: number;
  readonly repeat: number;
  readonly half: number | null;
  readonly bands: readonly { readonly children: number; readonly episodes: number }[];
}

/** Of a figure without counts that need protection. */
export const NO_CELLS: ObservationCells = { numerator: null, denominator: null, unknown: null };
