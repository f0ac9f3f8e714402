/**
 * The typed form of `schemas/*.schema.json`: a Frictionless Table Schema with `profile:` extensions.
 * The schema is the only place where a field or a rule of an extract is described.
 */
export const EXTRACT_NAMES = [
  'missing-episodes',
  'return-interviews',
  'referrals',
  'offences',
  'suspects',
  'intelligence',
  'ocg',
  'ocg-links',
  'disruption',
  'education',
  'health',
  'training',
  'engagement',
  'actions',
] as const;
export type ExtractName = (typeof EXTRACT_NAMES)[number];

export type Severity = 'error' | 'warning' | 'information';

/**
 * How a field is carried into the store.
 * - `keep`: the typed value (codes, dates, numbers);
 * - `pseudonym`: replaced by a keyed pseudonym (record ids, references to records and to people);
 * - `derive`: used to derive person columns and dropped (names, date of birth, postcode, NHS number, UPN, raw sex);
 * - `drop`: validated, never stored.
 */
export type StoreAs = 'keep' | 'pseudonym' | 'derive' | 'drop';

export type FieldType =
  | 'string'
  | 'code'
  | 'codes'
  | 'date'
  | 'datetime'
  | 'integer'
  | 'number'
  | 'identifier';

/** Stored value of a masked count: there were some, and the agency does not say how many. */
export const MASKED = -1;

export type PersonPart =
  | 'localId'
  | 'nhs'
  | 'upn'
  | 'forename'
  | 'surname'
  | 'dob'
  | 'age'
  | 'sex'
  | 'postcode';

export interface FieldSchema {
  /** Column name as it should appear in the header. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FieldType;
  /** R, C(onditional) or O(ptional) of the field list. A missing required cell rejects the row. */
  readonly requirement: 'required' | 'conditional' | 'optional';
  /** Name of a code list in `src/extracts/codeLists` (for `code` and `codes`). */
  readonly codeList?: string;
  /** Separators of a multi-value cell; default `;` and `|`. */
  readonly separators?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly unique?: boolean;
  /** A count that agencies may send masked (`*`, `<5`): a masked cell is {@link MASKED}, never 0 and never blank. */
  readonly masked?: boolean;
  /** True for anything that identifies a person: no message, log or report may ever hold its value. */
  readonly identifying: boolean;
  readonly storeAs: StoreAs;
  /** Which part of the row's person this field is (at most one person a row). */
  readonly person?: PersonPart;
  /** For pseudonym fields: what kind of thing the id names, which fixes its namespace. */
  readonly refersTo?:
    | { readonly kind: 'record'; readonly extract: ExtractName; readonly own?: boolean }
    | { readonly kind: 'person' };
  /** Other header spellings seen in practice (compared after folding case, spaces, punctuation). */
  readonly aliases: readonly string[];
  /** An invented value for templates and documentation. Never a real person's. */
  readonly example: string;
  readonly source?: string;
}

/**
 * Name that `order` and `gap` may use beside the fields: the last day of the half-year for which the file was sent. Where
 * that is not known (a single file without a workspace) it is blank in every row.
 */
export const PERIOD_END = 'period_end';

/** A condition on one row's typed values. A comparison with a missing value holds (absence is judged by `present`). */
export type Predicate =
  | { readonly field: string; readonly present: boolean }
  /** For `codes` fields: at least one of the cell's codes is in the list. */
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly atLeast?: number; readonly atMost?: number }
  /** `first` is not after `second` (plus slack). Date against datetime compares whole days. `strict`: must be before. */
  | { readonly order: readonly [string, string]; readonly slackMinutes?: number; readonly strict?: boolean }
  /** Time from first to second; `workingDays` counts England working days between the two dates. */
  | {
      readonly gap: readonly [string, string];
      readonly atMostMinutes?: number;
      readonly atMostDays?: number;
      readonly atMostWorkingDays?: number;
    }
  /** Completed years at the row's event date (or the given date field). */
  | { readonly age: { readonly at?: string; readonly atLeast?: number; readonly atMost?: number } }
  /** Numeric comparison of two fields. */
  | { readonly compare: readonly [string, '<=' | '<' | '=' | '!=', string] }
  /** Number of codes in a `codes` cell. */
  | { readonly field: string; readonly countAtMost: number }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

interface RuleBase {
  /** Stable code such as `MIS-003`; never reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly fields: readonly string[];
  /** Why the rule matters, in one sentence. */
  readonly why: string;
  /** What the sender should do, in one sentence. */
  readonly remedy: string;
  /** Where the rule comes from (DfE rule number, our decision ...). */
  readonly source?: string;
  /** Field in which the agency may give a reason that silences a warning. */
  readonly reasonField?: string;
}

/** Judged on one row. `expect` must hold whenever `when` holds. Examples are cells by field name, invented. */
export interface RowRule extends RuleBase {
  readonly scope: 'row';
  readonly when?: Predicate;
  readonly expect: Predicate;
  readonly examples: {
    readonly pass: Readonly<Record<string, string>>;
    readonly fail: Readonly<Record<string, string>>;
  };
}

/** Judged on a whole file. */
export interface FileRule extends RuleBase {
  readonly scope: 'file';
  readonly check: /** More than one row with the same values in `fields`. */
    | { readonly kind: 'unique' }
    /** For one person, an interval [from, to] begins before an earlier one has ended. */
    | { readonly kind: 'overlap'; readonly from: string; readonly to: string }
    /** Same person and event within so many minutes: probable duplicate. */
    | { readonly kind: 'nearDuplicate'; readonly at: string; readonly withinMinutes: number }
    /** More than `share` of the rows lack the field (or hold one of `codes`). */
    | {
        readonly kind: 'shareAbove';
        readonly field: string;
        readonly codes?: readonly string[];
        readonly share: number;
      }
    /** All values of the datetime fields are at 00:00: a date-only source. */
    | { readonly kind: 'midnightOnly'; readonly fields: readonly string[] }
    /** Fewer than `atLeast` distinct codes used in the file. */
    | { readonly kind: 'fewCodes'; readonly field: string; readonly atLeast: number }
    /** No cell of the file names more than one code, although several apply to many people. */
    | { readonly kind: 'singleCodes'; readonly field: string }
    /** One value of a field (a pupil number) stands against several values of another (the child's local id). */
    | { readonly kind: 'sharedValue'; readonly field: string; readonly by: string };
}

/** Judged across files; carried out by ingest under the same code (F01 ...). */
export interface CrossRule extends RuleBase {
  readonly scope: 'cross';
}

/** Judged on the form of any extract: cells, columns, the file itself (GEN-001 ...). */
export interface GeneralRule extends RuleBase {
  readonly scope: 'general';
}

export type Rule = RowRule | FileRule | CrossRule | GeneralRule;

/** Which period a row belongs to, which date is "the event", and where the person's derived columns go. */
export interface ExtractSchema {
  readonly name: ExtractName;
  readonly title: string;
  readonly description: string;
  /** Version of this schema (semver). */
  readonly version: string;
  /** Rule code prefix, for example `MIS`. */
  readonly prefix: string;
  /** What a row is, for counting units: episode, interview, referral ... */
  readonly rowIs: string;
  readonly primaryKey: readonly string[];
  /** The field that decides the half-year a row belongs to. */
  readonly periodField: string | null;
  /** The field at which the person's age is taken. */
  readonly ageAtField: string | null;
  /** Field holding the person's home or event district, filled from the postcode when blank. */
  readonly districtField: string | null;
  readonly personRole: 'child' | 'victim' | 'suspect' | null;
  /** Age limits (completed years at the event) outside which a row is set aside, or null. */
  readonly ageRange: readonly [number, number] | null;
  readonly fields: readonly FieldSchema[];
  readonly rules: readonly (RowRule | FileRule)[];
}

/**
 * Columns that ingest adds to a stored table when the schema has a person:
 * `person` (agency-person pseudonym, code), `age` (completed years at the event, integer), `sex` (code M, F or U).
 */
export const DERIVED_COLUMNS = ['person', 'age', 'sex'] as const;
