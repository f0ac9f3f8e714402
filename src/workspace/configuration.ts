import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { loadAreas } from '../reference/areas.js';
import { nationalBreaks } from '../reference/definitionBreaks.js';
import { KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import {
  AUDIENCES,
  type Audience,
  type AudienceConfig,
  type BreakConfig,
  type EditionConfig,
  LENGTHS,
  type Length,
  PRODUCT_IDS,
  type WorkspaceConfig,
} from './model.js';

const isoDate = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text)),
    'must be a date such as 2016-04-01',
  );
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

const agency = z.strictObject({
  id: slug,
  name: z.string().min(1),
  type: z.enum(['POL', 'CSC', 'EDU', 'HEA', 'YOT', 'VCS', 'PROB', 'HOU', 'LIC', 'OTH']),
  extracts: z.array(slug).min(1),
});

const edition = z.strictObject({
  id: slug,
  title: z.string().min(1),
  part_of: slug.optional(),
  about: z.string().optional(),
  audience: z.enum(AUDIENCES).optional(),
  length: z.enum(LENGTHS).optional(),
  marking: z.string().min(1).optional(),
  handling: z.string().optional(),
  distribution: z.array(z.string()).default([]),
  threshold: z.int().min(1).max(20).optional(),
  p_percent: z.int().min(0).max(100).optional(),
  all_of_them: z.enum(['hidden', 'shown']).optional(),
  zeros: z.enum(['shown', 'protected']).optional(),
  round_to: z.union([z.literal(1), z.literal(5), z.literal(10)]).optional(),
  most_hidden: z.number().min(0).max(1).optional(),
});

/** Counts from 1 to one below these are hidden unless an edition says otherwise: the fewer the readers, the more may be shown. */
const THRESHOLDS: Readonly<Record<Audience, number>> = { public: 10, board: 6, tactical: 3 };

/** What everybody may read is not meant to be counted back to single children. */
const ROUND_TO: Readonly<Record<Audience, EditionConfig['roundTo']>> = { public: 5, board: 1, tactical: 1 };

/** A board and the public have ten minutes; those who work with the figures want all of them. */
const LENGTH_OF: Readonly<Record<Audience, Length>> = { public: 'short', board: 'short', tactical: 'full' };

const audience = z.strictObject({
  id: slug,
  sees: z.array(slug).min(1),
  knows: z.array(z.string()).default([]),
  threshold: z.int().min(1).max(20).optional(),
  accept: z.string().min(1).nullable().default(null),
});

const seriesBreak = z.strictObject({
  from: isoDate,
  title: z.string().min(1),
  note: z.string().min(1),
  indicators: z.array(z.string()).min(1),
  areas: z.array(z.string()).default([]),
});

const breakOff = z.strictObject({
  id: z.enum(nationalBreaks().map(({ id }) => id)),
  reason: z.string().min(1),
});

const published = z.strictObject({
  next: z.string().nullable().default(null),
  contact: z.string().nullable().default(null),
  retention: z.string().nullable().default(null),
  terms_of_reference: z.string().nullable().default(null),
  help: z.array(z.string().min(1)).default([]),
});

const configuration = z.strictObject({
  version: z.literal(1),
  partnership: z.string().min(1),
  title: z.string().min(1).default('Child sexual exploitation problem profile'),
  synthetic: z.boolean().default(false),
  synthetic_seed: z.int().nullable().default(null),
  start_month: z.int().min(1).max(12).default(4),
  agencies: z.array(agency).min(1),
  editions: z.array(edition).min(1),
  audiences: z.array(audience).default([]),
  tie_seed: z.string().default(''),
  products: z
    .array(z.enum(PRODUCT_IDS))
    .min(1)
    .default([...PRODUCT_IDS]),
  tolerated_reject_share: z.number().min(0).max(1).default(0.05),
  breaks: z.array(seriesBreak).default([]),
  national_breaks_off: z.array(breakOff).default([]),
  published: published.prefault({}),
});

const KEYS = Object.keys(configuration.shape);

/** The keys that a configuration file may hold at its top level, for the nearest guess and for `doctor`. */
export const configurationKeys: readonly string[] = KEYS;

/** JSON Schema of the configuration file, generated from the same checks. */
export function configurationJsonSchema(): unknown {
  return z.toJSONSchema(configuration, { io: 'input' });
}

function place(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the top level' : path.map(String).join('.');
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const guesses = issue.keys.map((key) => {
      const guess = issue.path.length === 0 ? nearest(key, KEYS) : undefined;
      return guess === undefined ? `"${key}"` : `"${key}" (did you mean "${guess}"?)`;
    });
    return `${place(issue.path)}: unknown setting ${guesses.join(', ')}`;
  }
  return `${place(issue.path)}: ${issue.message}`;
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, i) => values.indexOf(value) !== i);
}

/**
 * Reads and checks the text of `profile.config.yaml`.
 * @param text the file's content
 * @param file the path to name in messages
 * @throws KnownError (exit 2) for YAML that cannot be read and for settings that are not valid
 */
export function parseConfiguration(text: string, file: string): WorkspaceConfig {
  const document = parseDocument(text, { prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = broken.linePos?.[0].line ?? '?';
    const column = broken.linePos?.[0].col ?? '?';
    throw new KnownError(
      2,
      `${file} is not valid YAML: line ${line}, column ${column} (${broken.code.toLowerCase().replaceAll('_', ' ')}).`,
      'Compare that line with the example that `profile init` writes; indentation and colons matter.',
    );
  }
  const parsed = configuration.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    throw new KnownError(
      2,
      `${file} has ${parsed.error.issues.length === 1 ? 'a setting' : 'settings'} that cannot be used:\n${parsed.error.issues
        .map((issue) => `  - ${issueText(issue)}`)
        .join('\n')}`,
      'Correct the file; `profile init` writes a commented example.',
    );
  }
  const c = parsed.data;
  const editions = c.editions.map((one) => editionOf(one, c.editions, file));
  const twice =
    repeated(c.agencies.map((a) => a.id)) ??
    repeated([...editions.map((e) => e.id), ...c.audiences.map((a) => a.id)]);
  if (twice !== undefined) {
    throw new KnownError(
      2,
      `${file} names "${twice}" twice.`,
      'Every agency, edition and audience needs an id of its own.',
    );
  }
  return {
    version: 1,
    partnership: c.partnership,
    title: c.title,
    synthetic: c.synthetic,
    syntheticSeed: c.synthetic_seed,
    startMonth: c.start_month,
    agencies: c.agencies,
    editions,
    tieSeed: c.tie_seed,
    audiences: c.audiences.map((one) => audienceOf(one, editions, file)),
    products: c.products,
    toleratedRejectShare: c.tolerated_reject_share,
    breaks: breaksOf(c.breaks, new Set(c.national_breaks_off.map(({ id }) => id))),
    published: {
      next: c.published.next,
      contact: c.published.contact,
      retention: c.published.retention,
      termsOfReference: c.published.terms_of_reference,
      help: c.published.help,
    },
  };
}

type EditionText = z.output<typeof edition>;

/** What an edition that is part of another has from it. */
const RULES = [
  'audience',
  'threshold',
  'p_percent',
  'all_of_them',
  'zeros',
  'round_to',
  'most_hidden',
] as const;

/** An edition that is part of another takes from it what it does not say itself. @throws KnownError (exit 2) as {@link unknownName} */
function editionOf(one: EditionText, all: readonly EditionText[], file: string): EditionConfig {
  const { part_of: partOf = null, about = null } = one;
  const whole = partOf === null ? one : all.find(({ id, part_of }) => id === partOf && part_of === undefined);
  if (whole === undefined) {
    const others = all.filter(({ id, part_of }) => id !== one.id && part_of === undefined);
    throw unknownName(
      file,
      `the edition "${one.id}" is part of`,
      partOf ?? '',
      others.map(({ id }) => id),
    );
  }
  if (partOf !== null && RULES.some((rule) => one[rule] !== undefined)) {
    throw new KnownError(
      2,
      `${file}: the edition "${one.id}" is part of "${partOf}", whose audience and rules it has.`,
      `Leave ${RULES.slice(0, -1).join(', ')} and ${RULES.at(-1)} out of it.`,
    );
  }
  const areas = loadAreas();
  if (about !== null && !areas.has(about))
    throw unknownName(file, `the edition "${one.id}" is about`, about, areas.all);
  const audience = whole.audience ?? 'board';
  return {
    id: one.id,
    title: one.title,
    audience,
    length: one.length ?? whole.length ?? LENGTH_OF[audience],
    marking: one.marking ?? whole.marking ?? 'OFFICIAL-SENSITIVE',
    handling: one.handling ?? whole.handling ?? '',
    distribution: one.distribution,
    partOf,
    about,
    threshold: whole.threshold ?? THRESHOLDS[audience],
    pPercent: whole.p_percent ?? 10,
    allOfThem: whole.all_of_them ?? 'hidden',
    zeros: whole.zeros ?? 'shown',
    roundTo: whole.round_to ?? ROUND_TO[audience],
    mostHidden: whole.most_hidden ?? 0.4,
  };
}

function unknownName(file: string, what: string, name: string, known: readonly string[]): KnownError {
  const guess = nearest(name, known);
  return new KnownError(
    2,
    `${file}: ${what} "${name}", which there is none of.`,
    guess === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
  );
}

/** @throws KnownError (exit 2) for an edition or area that there is none of, with the nearest guess */
function audienceOf(
  { id, sees, knows, threshold, accept }: z.output<typeof audience>,
  editions: readonly EditionConfig[],
  file: string,
): AudienceConfig {
  const unknown = (what: string, name: string, known: readonly string[]): KnownError =>
    unknownName(file, `the audience "${id}" names ${what}`, name, known);
  const areas = loadAreas();
  const seen = sees.map((name) => {
    const found = editions.find((edition) => edition.id === name);
    if (found === undefined)
      throw unknown(
        'the edition',
        name,
        editions.map((edition) => edition.id),
      );
    return found;
  });
  return {
    id,
    sees,
    knows: knows.map((code) => {
      if (areas.has(code)) return code;
      throw unknown('the area', code, areas.all);
    }),
    threshold: threshold ?? Math.min(...seen.map((edition) => edition.threshold)),
    accept,
  };
}

/** The country's breaks unless they are switched off, and the partnership's own, oldest first. */
function breaksOf(own: readonly BreakConfig[], off: ReadonlySet<string>): readonly BreakConfig[] {
  const national = nationalBreaks()
    .filter(({ id }) => !off.has(id))
    .map(({ id: _, ...one }): BreakConfig => ({ ...one, areas: [] }));
  return [...national, ...own].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
