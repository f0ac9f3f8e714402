import { casework } from './casework.js';
import { circumstances } from './circumstances.js';
import { disruption } from './disruption.js';
import { groups } from './groups.js';
import { intelligence } from './intelligence.js';
import { locations } from './locations.js';
import { missing } from './missing.js';
import { offences } from './offences.js';
import { outcomes } from './outcomes.js';
import { overlap } from './overlap.js';
import { pathway } from './pathway.js';
import { practice } from './practice.js';
import { prevention } from './prevention.js';
import { quality } from './quality.js';
import type { Indicator } from './record.js';
import { returnInterviews } from './returnInterviews.js';
import { scale } from './scale.js';
import { settings } from './settings.js';
import { support } from './support.js';
import { suspects } from './suspects.js';
import { unavailable } from './unavailable.js';
import { victims } from './victims.js';

/** Every indicator, in the order of the profile's chapters. */
export const catalogue: readonly Indicator[] = [
  ...scale,
  ...victims,
  ...pathway,
  ...casework,
  ...missing,
  ...returnInterviews,
  ...offences,
  ...outcomes,
  ...suspects,
  ...locations,
  ...groups,
  ...disruption,
  ...support,
  ...intelligence,
  ...prevention,
  ...practice,
  ...settings,
  ...unavailable,
  ...circumstances,
  ...overlap,
  ...quality,
];

const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));

/** The indicator of that id, or undefined. */
export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id);
}

/** Plain words for a category of an indicator's breakdown; the code itself where the record names none. */
export function categoryLabel(indicator: string, breakdown: string, category: string): string {
  const found = byId.get(indicator)?.breakdowns.find(({ id }) => id === breakdown);
  return found?.categories?.find(({ code }) => code === category)?.label ?? category;
}
