import { ageBand, codesOf, ethnicity, model, sendingAgency, sex, singleAge } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Indicator } from './record.js';
import {
  childrenReferred,
  LINKS,
  LOOKED_AFTER,
  openCases,
  referred,
  victims as victimsOfOffences,
} from './tallies.js';

const KNOWN_SEX = { field: 'sex', in: ['F', 'M'] } as const;
const SPECIFIED_ETHNICITY = ethnicity.categories?.flatMap(({ code, codes }) => codes ?? [code]) ?? [];

const OFFENCE_HISTORY = 3;

/** Who the children are. */
export const victims: readonly Indicator[] = [
  define({
    id: 'V01',
    title: 'Median age of children referred',
    question: 'How old are the children?',
    definition:
      'Median age in completed years, at the contact, over all contacts about exploitation in the half-year.',
    unit: 'years',
    countingUnit: 'contacts',
    theme: 'victims',
    tag: 'core',
    measure: { kind: 'median', of: { ...childrenReferred, count: 'rows' }, value: { field: 'age' } },
    breakdowns: [sex],
  }),
  define({
    id: 'V02',
    title: 'Children referred, by age',
    question: 'How old are the children?',
    definition:
      'Children referred (S01) in each age band, as a share of those whose age is known; age at the first contact of the half-year.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'core',
    measure: { kind: 'profile', of: childrenReferred, by: 'age-band' },
    breakdowns: [ageBand, singleAge],
    ceiling: 'P',
  }),
  define({
    id: 'V03',
    title: 'Girls among children referred',
    question: 'Are boys and girls seen alike?',
    definition: 'Girls as a share of children referred (S01) whose sex is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'core',
    measure: { kind: 'share', of: childrenReferred, known: [KNOWN_SEX], part: [{ field: 'sex', in: ['F'] }] },
    breakdowns: [ageBand],
    ceiling: 'P',
  }),
  define({
    id: 'V04',
    title: 'Boys among children referred',
    question: 'Are boys missed?',
    definition: 'Boys as a share of children referred (S01) whose sex is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    measure: { kind: 'share', of: childrenReferred, known: [KNOWN_SEX], part: [{ field: 'sex', in: ['M'] }] },
    breakdowns: [ageBand],
    notes: [
      'Studies find boys under-identified: a small share may say more about recognition than about harm.',
    ],
  }),
  define({
    id: 'V05',
    title: 'Children referred, by ethnic group',
    question: 'Which communities do the children we see come from?',
    definition:
      'Children referred (S01) in each of five ethnic groups, as a share of those whose self-defined ethnicity is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'core',
    measure: { kind: 'profile', of: childrenReferred, by: 'ethnicity' },
    breakdowns: [ethnicity],
    notes: ['Not set against residents: no estimate of children by ethnic group exists for these years.'],
  }),
  define({
    id: 'V06',
    title: 'Ethnicity not recorded',
    question: 'For how many children do we not know?',
    definition:
      'Children referred (S01) for whom no contact of the half-year gives a self-defined ethnicity, as a share of all.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'common',
    measure: {
      kind: 'share',
      of: childrenReferred,
      part: [
        {
          not: {
            personIn: {
              extract: 'referrals',
              where: [...childrenReferred.where, { field: 'ethnicity', in: SPECIFIED_ETHNICITY }],
              by: 'contact_at',
              halfYears: 1,
            },
          },
        },
      ],
    },
    breakdowns: [sendingAgency],
    polarity: 'down-is-better',
  }),
  define({
    id: 'V07',
    title: 'Children with a disability',
    question: 'Are disabled children seen?',
    definition:
      'Children referred (S01) with a recorded disability, as a share of those for whom it is recorded either way.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: childrenReferred,
      known: [{ field: 'disability', present: true }],
      part: [{ field: 'disability', notIn: ['NONE'] }],
    },
  }),
  define({
    id: 'V08',
    title: 'Looked-after children among those referred',
    question: 'How many of the children are in our own care?',
    definition:
      'Children referred (S01) who were looked after at a contact of the half-year, as a share of those whose legal status is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'core',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: childrenReferred,
      known: [{ field: 'legal_status', present: true }],
      part: [LOOKED_AFTER],
    },
    breakdowns: [sex, ageBand],
    ceiling: 'P',
  }),
  define({
    id: 'V09',
    title: 'Looked-after children in children’s homes',
    question: 'How many of them live in children’s homes?',
    definition:
      'Looked-after children referred whose placement is a children’s home (K2), as a share of those whose placement is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'common',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(childrenReferred, LOOKED_AFTER),
      known: [{ field: 'placement_code', present: true }],
      part: [{ field: 'placement_code', in: ['K2'] }],
    },
  }),
  define({
    id: 'V11',
    title: 'Children referred more than once in a year',
    question: 'Do children come back?',
    definition:
      'Children referred (S01) with at least two contacts in the twelve months to the end of the half-year, as a share of all.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    tellsOfEach: true,
    measure: { kind: 'share', of: childrenReferred, part: [referred(2, 2)] },
    polarity: 'down-is-better',
  }),
  define({
    id: 'V12',
    title: 'Children harmed again',
    question: 'Does it happen to the same children again?',
    definition:
      'Child victims of a recorded offence of exploitation with at least two such offences in the eighteen months to the end of the half-year, as a share of all such victims.',
    unit: 'percent',
    countingUnit: 'victims',
    theme: 'victims',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: victimsOfOffences,
      part: [
        {
          personIn: {
            extract: 'offences',
            where: victimsOfOffences.where,
            by: 'recorded_at',
            halfYears: OFFENCE_HISTORY,
            atLeast: 2,
          },
        },
      ],
    },
    polarity: 'down-is-better',
    notes: [
      'Eighteen months is the window of the published study of repeat victims known to multi-agency panels.',
    ],
  }),
  define({
    id: 'V13',
    title: 'Children harmed again who were referred',
    question: 'Are the children who are harmed again known to social care?',
    definition:
      'Child victims with at least two offences in eighteen months who had a contact about exploitation in the same time, as a share of all of them.',
    unit: 'percent',
    countingUnit: 'victims',
    theme: 'victims',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(victimsOfOffences, {
        personIn: {
          extract: 'offences',
          where: victimsOfOffences.where,
          by: 'recorded_at',
          halfYears: OFFENCE_HISTORY,
          atLeast: 2,
        },
      }),
      part: [referred(OFFENCE_HISTORY)],
    },
    polarity: 'up-is-better',
    notes: [LINKS],
  }),
  define({
    id: 'V15',
    title: 'Children also exploited in crime',
    question: 'How often do the two come together?',
    definition:
      'Children referred (S01) with a contact that names both sexual and criminal exploitation, as a share of all.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    tellsOfEach: true,
    measure: { kind: 'share', of: childrenReferred, part: [{ field: 'concern_types', in: ['CCE'] }] },
    breakdowns: [sex],
  }),
  define({
    id: 'V16',
    title: 'Children with an open case who are 17',
    question: 'Who is about to turn 18?',
    definition:
      'Children with an open case (S05) who were 17 at the contact, as a share of those whose age is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: openCases,
      known: [{ field: 'age', atLeast: 0 }],
      part: [{ field: 'age', atLeast: 17 }],
    },
    notes: ['Age at the contact, since dates of birth are never stored.'],
  }),
  define({
    id: 'V17',
    title: 'How children are exploited, by model',
    question: 'In what way are the children exploited?',
    definition:
      'Children referred (S01) by recorded model of exploitation, as a share of those with any model recorded; a child may have several.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    measure: {
      kind: 'profile',
      of: narrowed(childrenReferred, {
        field: 'cse_models',
        in: codesOf('cse-models').map(({ code }) => code),
      }),
      by: 'model',
    },
    breakdowns: [model],
  }),
];
