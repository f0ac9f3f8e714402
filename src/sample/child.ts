import type { Day } from '../reference/brands.js';
import type { Community } from './communities.js';
import type { Address } from './places.js';

/** How often a child goes missing: never, once or so, now and then for a year, or very often for longer. */
export type MissingLevel = 'never' | 'once' | 'recurrent' | 'chronic';

/** Why a child came into the sample: the first thing that agencies record. */
export type Stream = 'missing' | 'concern' | 'offence' | 'sibling';

/** Where a looked-after child lives. */
export interface CareSpell {
  readonly from: Day;
  readonly to: Day;
  /** Code of DfE placement types: U4 foster, K2 children's home, H5 semi-independent, P1 own parents. */
  readonly placement: string;
  readonly provider: string;
  readonly urn: string | null;
  readonly address: Address;
  readonly authority: string;
  readonly legalStatus: string;
}

/** One home after another: the address from a day on. */
export interface Residence {
  readonly from: Day;
  readonly address: Address;
}

/** An invented child, as he or she really is; what each agency has on file differs (see `agencyView.ts`). */
export interface Child {
  /** Number in order of making; names the child's own streams of random numbers. */
  readonly no: number;
  readonly family: number;
  readonly twin: boolean;
  readonly forename: string;
  readonly surname: string;
  readonly sex: 'F' | 'M';
  readonly born: Day;
  readonly community: Community;
  readonly residences: readonly Residence[];
  readonly care: CareSpell | null;
  readonly stream: Stream;
  readonly level: MissingLevel;
  /** Whether there is concern that the child is being sexually exploited. */
  readonly concern: boolean;
  /** First and last half-year (numbers of `timeline.ts`) in which agencies record anything of it. */
  readonly enters: number;
  readonly leaves: number;
  readonly disabilities: readonly string[];
}

/** The placement that the child is in on a day, or null when the child lives with family. */
export function careAt(child: Child, day: Day): CareSpell | null {
  return child.care !== null && child.care.from <= day && day <= child.care.to ? child.care : null;
}

/** Where the child lives on a day. */
export function addressAt(child: Child, day: Day): Address {
  const care = careAt(child, day);
  if (care !== null) return care.address;
  let address = child.residences[0]?.address;
  for (const residence of child.residences) if (residence.from <= day) address = residence.address;
  if (address === undefined) throw new RangeError('A child of the sample has no home.');
  return address;
}

/** The home that agencies first wrote down: some never learn of a move. */
export function firstAddress(child: Child): Address {
  return child.residences[0]?.address ?? addressAt(child, child.born);
}
