import { codeList } from '../../extracts/codeLists.js';
import { loadWards } from '../../reference/wards.js';
import type { BreakdownId } from '../model.js';
import type { Breakdown, Category } from './record.js';

/** Codes that say that something is not known: never a category, always counted as unknown. */
const UNKNOWN = new Set(['U', 'UNKNOWN', 'NOT_RECORDED', 'NS', 'REFU', 'NOBT', 'NK']);
const UNKNOWN_GROUPS = new Set(['Not known', 'Not stated']);

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Each known code of a list as a category. */
export function codesOf(list: string): Category[] {
  return codeList(list)
    .codes.filter(
      ({ code, group, storedAs }) =>
        !UNKNOWN.has(code) && !UNKNOWN_GROUPS.has(group ?? '') && storedAs === code,
    )
    .map(({ code, label }) => ({ code, label }));
}

/**
 * Each group of a list as a category; a code without group stands alone.
 * @param leaveOut codes that count as unknown
 */
export function groupsOf(list: string, leaveOut: (code: string) => boolean = () => false): Category[] {
  const groups = new Map<string, string[]>();
  for (const { code, group, label } of codeList(list).codes) {
    const name = group ?? label;
    if (UNKNOWN.has(code) || UNKNOWN_GROUPS.has(name) || leaveOut(code)) continue;
    groups.set(name, [...(groups.get(name) ?? []), code]);
  }
  return [...groups].map(([label, codes]) => ({ code: slug(label), label, codes }));
}

function ages(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

export const sex: Breakdown = {
  id: 'sex',
  categories: [
    { code: 'F', label: 'Girls' },
    { code: 'M', label: 'Boys' },
  ],
};

/** Suspects may be adults. */
export const suspectSex: Breakdown = {
  id: 'sex',
  categories: [
    { code: 'F', label: 'Female' },
    { code: 'M', label: 'Male' },
  ],
};

export const ageBand: Breakdown = {
  id: 'age-band',
  categories: [
    { code: '0-9', label: '9 and under', codes: ages(0, 9) },
    { code: '10-11', label: '10 to 11', codes: ages(10, 11) },
    { code: '12-13', label: '12 to 13', codes: ages(12, 13) },
    { code: '14-15', label: '14 to 15', codes: ages(14, 15) },
    { code: '16-17', label: '16 to 17', codes: ages(16, 17) },
  ],
};

export const suspectAgeBand: Breakdown = {
  id: 'age-band',
  categories: [
    { code: '10-15', label: '10 to 15', codes: ages(10, 15) },
    { code: '16-17', label: '16 to 17', codes: ages(16, 17) },
    { code: '18-24', label: '18 to 24', codes: ages(18, 24) },
    { code: '25-34', label: '25 to 34', codes: ages(25, 34) },
    { code: '35-49', label: '35 to 49', codes: ages(35, 49) },
    { code: '50+', label: '50 and over', codes: ages(50, 110) },
  ],
};

export const singleAge: Breakdown = {
  id: 'single-age',
  categories: ages(0, 17).map((age) => ({ code: age, label: age })),
};

/** Officer-observed codes are never mixed with what people say of themselves: they count as unknown. */
export const ethnicity: Breakdown = {
  id: 'ethnicity',
  field: 'ethnicity',
  categories: groupsOf('ethnicity', (code) => code.startsWith('IC')),
};

export const source: Breakdown = byGroup('source', 'source_code', 'referral-source');
export const model: Breakdown = { ...byCode('model', 'cse_models', 'cse-models'), several: true };
export const childStatus: Breakdown = byCode('status', 'child_status', 'child-status');
export const sendingAgency: Breakdown = { id: 'agency' };

/** Wards of pan-Lancashire on the boundaries of either side of May 2015, each within its district; what is online has none. */
export const ward: Breakdown = {
  id: 'ward',
  field: 'ward_or_online',
  categories: [
    ...loadWards().map(({ code, name, district }) => ({ code, label: name, district })),
    { code: 'ONLINE', label: 'Online' },
  ],
  onlyFound: true,
  withinDistricts: true,
};

/** A breakdown by those known codes of a list that occur. */
export function byCode(id: BreakdownId, field: string, list: string): Breakdown {
  return { id, field, categories: codesOf(list), onlyFound: true };
}

/** A breakdown by those groups of a list that occur. */
export function byGroup(id: BreakdownId, field: string, list: string): Breakdown {
  return { id, field, categories: groupsOf(list), onlyFound: true };
}

/** Groups of the list of offences that are named after the adult's crime or are no exploitation: reported together. */
const OTHER_OFFENCES = new Set(['Other offences', 'Prostitution-related offences']);

/** Offences by group of classes, the rest last. */
export const offenceClass: Breakdown = {
  id: 'offence-class',
  field: 'offence_class',
  categories: offenceClasses(),
  onlyFound: true,
};

function offenceClasses(): Category[] {
  const all = groupsOf('offence-class');
  const rest = all.filter(({ label }) => OTHER_OFFENCES.has(label));
  return [
    ...all.filter(({ label }) => !OTHER_OFFENCES.has(label)),
    { code: 'other-offences', label: 'Other offences', codes: rest.flatMap(({ codes }) => codes ?? []) },
  ];
}
