import type { AreaCode } from '../../reference/brands.js';

/** A mapped group in force at the end of the half-year. No id and no pseudonym: groups are known by the order in which they were mapped. */
export interface MappedGroup {
  /** `G7`: the seventh group that was mapped, in all extracts so far. It stays the same from one half-year to the next. */
  readonly label: string;
  readonly cseLinked: 'yes' | 'suspected' | 'no';
  /** Code of how far it reaches. */
  readonly scope: string;
  /** Band and scoring scheme as sent: bands of two schemes are never put together. */
  readonly band: string | null;
  readonly scheme: string | null;
  readonly leadOfficer: boolean;
  readonly plan: boolean;
  /** Reviewed in the 183 days before the half-year's end. */
  readonly reviewed: boolean;
  /** Distinct suspects and distinct children linked to it. */
  readonly suspects: number;
  readonly children: number;
  /** Disruption actions against it in the half-year. */
  readonly actions: number;
  /** Districts of the offences of which its suspects are suspected, most suspects first; the first is its own. */
  readonly districts: readonly { readonly area: AreaCode; readonly suspects: number }[];
}

/** A suspect or a place that two or more groups have in common, or a link between two groups. */
export interface GroupConnection {
  readonly kind: 'suspect' | 'premises' | 'groups';
  /** `S1` or `P1`; empty for a link between two groups. */
  readonly label: string;
  /** Labels of the groups, in the order of the map. */
  readonly groups: readonly string[];
  /** The weakest of its links: strong, moderate or weak as sent. */
  readonly strength: string;
}

/** The map of organised crime groups at the end of a half-year. */
export interface GroupMap {
  readonly groups: readonly MappedGroup[];
  readonly connections: readonly GroupConnection[];
}
