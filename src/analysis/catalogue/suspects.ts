import { byCode, byGroup, ethnicity, suspectAgeBand, suspectSex } from './breakdowns.js';
import { define, rowsOf } from './define.js';
import type { Filter, Indicator } from './record.js';
import { suspects as named } from './tallies.js';

const AGE_KNOWN: Filter = { field: 'age', atLeast: 0 };
const SPECIFIED_ETHNICITY: Filter = {
  field: 'ethnicity',
  in: ethnicity.categories?.flatMap(({ code, codes }) => codes ?? [code]) ?? [],
};

const CHILDREN_FIRST = 'Suspects under 18 are children first: some are exploited themselves.';

/** By whom. */
export const suspects: readonly Indicator[] = [
  define({
    id: 'P01',
    title: 'People named as suspects',
    question: 'How many people are suspected?',
    definition:
      'Distinct people named as suspects, and not eliminated, of an offence of exploitation recorded in the half-year, by place of the offence.',
    unit: 'count',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'core',
    measure: { kind: 'count', of: named },
    breakdowns: [byCode('status', 'status', 'suspect-status')],
    change: 'paired-people',
    notes: ['A suspect is not an offender until a court says so.'],
  }),
  define({
    id: 'P02',
    title: 'Suspects, by age',
    question: 'How old are they?',
    definition: 'Suspects (P01) in each age band at the offence, as a share of those whose age is known.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'core',
    measure: { kind: 'profile', of: named, by: 'age-band' },
    breakdowns: [suspectAgeBand],
    notes: [CHILDREN_FIRST],
  }),
  define({
    id: 'P03',
    title: 'Suspects under 18',
    question: 'How many are children themselves?',
    definition: 'Suspects (P01) under 18 at the offence, as a share of those whose age is known.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'common',
    measure: { kind: 'share', of: named, known: [AGE_KNOWN], part: [{ field: 'age', atMost: 17 }] },
    notes: [CHILDREN_FIRST],
  }),
  define({
    id: 'P04',
    title: 'Male suspects',
    question: 'Who are they?',
    definition: 'Male suspects as a share of suspects (P01) whose sex is known.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'core',
    measure: {
      kind: 'share',
      of: named,
      known: [{ field: 'sex', in: suspectSex.categories?.map(({ code }) => code) ?? [] }],
      part: [{ field: 'sex', in: ['M'] }],
    },
  }),
  define({
    id: 'P05',
    title: 'Suspects, by ethnic group',
    question: 'Who are they?',
    definition:
      'Suspects (P01) in each of five ethnic groups, as a share of those whose self-defined ethnicity is known.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'core',
    measure: { kind: 'profile', of: named, by: 'ethnicity' },
    breakdowns: [ethnicity],
    notes: [
      'Read it with P06: where much is not recorded, shares mislead. Not published when fewer than 60 in 100 are known.',
    ],
  }),
  define({
    id: 'P06',
    title: 'Ethnicity of suspects not recorded',
    question: 'For how many do we not know?',
    definition: 'Suspects (P01) for whom no record gives a self-defined ethnicity, as a share of all.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'common',
    measure: {
      kind: 'share',
      of: named,
      part: [
        {
          not: {
            personIn: {
              extract: 'suspects',
              where: [...named.where, SPECIFIED_ETHNICITY],
              by: 'recorded_at',
              halfYears: 1,
            },
          },
        },
      ],
    },
    polarity: 'down-is-better',
  }),
  define({
    id: 'P07',
    title: 'Relationship of suspect to child',
    question: 'How did they come to know the child?',
    definition:
      'Pairs of suspect and offence by relationship to the child, as a share of those where it is recorded.',
    unit: 'percent',
    countingUnit: 'pairs',
    theme: 'suspects',
    tag: 'common',
    measure: { kind: 'profile', of: rowsOf(named), by: 'relationship' },
    breakdowns: [byCode('relationship', 'relationship', 'relationship')],
  }),
  define({
    id: 'P08',
    title: 'Suspects of several offences',
    question: 'Do the same people come up again?',
    definition:
      'Suspects (P01) named for at least two offences of exploitation recorded in the twelve months to the end of the half-year, as a share of all.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: named,
      part: [
        {
          personIn: { extract: 'suspects', where: named.where, by: 'recorded_at', halfYears: 2, atLeast: 2 },
        },
      ],
    },
    notes: ['By offences, since an extract of suspects does not name victims.'],
  }),
  define({
    id: 'P10',
    title: 'Suspects from another district',
    question: 'Do people travel to exploit children?',
    definition:
      'Suspects (P01) of an offence outside their home district, as a share of those whose home is known.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: named,
      known: [
        { field: 'home_district', present: true },
        { field: 'home_district', notIn: ['NK'] },
        { field: 'district_offence', present: true },
      ],
      part: [{ differ: ['home_district', 'district_offence'] }],
    },
  }),
  define({
    id: 'P11',
    title: 'Suspects who are registered sex offenders',
    question: 'Are known offenders among them?',
    definition:
      'Suspects (P01) recorded as registered sex offenders, as a share of those where it is recorded.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'suspects',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: named,
      known: [{ field: 'known_rso', in: ['Y', 'N'] }],
      part: [{ field: 'known_rso', in: ['Y'] }],
    },
    ceiling: 'T',
  }),
  define({
    id: 'P12',
    title: 'Suspects, by progress of the case',
    question: 'How far do cases go?',
    definition:
      'Pairs of suspect and offence by investigated or proceeded against, as a share of all not eliminated.',
    unit: 'percent',
    countingUnit: 'pairs',
    theme: 'suspects',
    tag: 'ours',
    measure: { kind: 'profile', of: rowsOf(named), by: 'status' },
    breakdowns: [byGroup('status', 'status', 'suspect-status')],
  }),
  define({
    id: 'G04',
    title: 'Suspects linked to an organised crime group',
    question: 'How organised is it?',
    definition: 'Suspects (P01) linked to a mapped organised crime group, as a share of all.',
    unit: 'percent',
    countingUnit: 'suspects',
    theme: 'groups',
    tag: 'ours',
    tellsOfEach: true,
    measure: { kind: 'share', of: named, part: [{ field: 'ocg_id', present: true }] },
  }),
];
