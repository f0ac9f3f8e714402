import type { ExtractName } from '../../extracts/schema.js';
import { type Column, NULL_INT } from '../../extracts/table.js';
import { loadAreas } from '../../reference/areas.js';
import { dayOfMinute, weekday } from '../../reference/days.js';
import type { Frame } from './frame.js';
import { interviewsOfEpisodes } from './interviews.js';

/** Stands for the ward of an offence online. */
const ONLINE = 'ONLINE';

type Frames = (extract: ExtractName) => Frame;

/**
 * Adds the columns that several indicators need and that need more than one cell, each worked out once:
 * - offences: `cse_counted` (why it counts as exploitation: flag, class, both, none), `suspects_named` (not eliminated),
 *   `non_recent` (committed more than a year before it was reported), `ward_or_online`;
 * - suspects: date, place, flags of the offence;
 * - referrals: `risk_change` (lower, same, higher at review), `factors_n` (factors named), `placed_away` (lives outside the authority
 *   that looks after the child);
 * - missing episodes: `weekday_slot` (day of the week and four hours of the day);
 * - missing episodes: the return home interview that covers the episode.
 */
export function deriveColumns(frame: Frames): void {
  const offences = frame('offences');
  const suspects = frame('suspects');
  offences.add('cse_counted', cseBasis(offences));
  offences.add('suspects_named', suspectsNamed(offences, suspects));
  offences.add('reported_late', reportedLate(offences));
  offences.add('ward_or_online', wardOrOnline(offences));
  joinOffences(suspects, offences);
  frame('referrals').add('risk_change', riskChange(frame('referrals')));
  frame('referrals').add('factors_n', factorsOf(frame('referrals')));
  frame('referrals').add('placed_away', placedAway(frame('referrals')));
  frame('missing-episodes').add('weekday_slot', weekSlot(frame('missing-episodes')));
  interviewsOfEpisodes(frame('missing-episodes'), frame('return-interviews'));
}

/** A code column from a function of the row; an empty text is "no value". */
export function codes(rows: number, dictionary: readonly string[], of: (row: number) => string): Column {
  const places = new Map(dictionary.map((text, place) => [text, place]));
  return {
    kind: 'code',
    dictionary,
    index: Int32Array.from({ length: rows }, (_, row) => places.get(of(row)) ?? -1),
  };
}

/** Reads a code column as text by row; empty for "no value". */
export function textOf(frame: Frame, field: string): (row: number) => string {
  const { dictionary, index } = frame.code(field);
  return (row) => dictionary[index[row] ?? -1] ?? '';
}

/** Class 71: abuse of children through sexual exploitation. No offence is called that; flag or class, never one alone. */
const EXPLOITATION_CLASS = '71';

function cseBasis(offences: Frame): Column {
  const flag = textOf(offences, 'cse_flag');
  const offenceClass = textOf(offences, 'offence_class');
  return codes(offences.rows, ['flag', 'class', 'both', 'none'], (row) => {
    const flagged = flag(row) === 'Y';
    const classed = offenceClass(row) === EXPLOITATION_CLASS;
    if (flagged) return classed ? 'both' : 'flag';
    return classed ? 'class' : 'none';
  });
}

function suspectsNamed(offences: Frame, suspects: Frame): Column {
  const people = new Map<string, Set<number>>();
  const crime = textOf(suspects, 'crime_ref');
  const status = textOf(suspects, 'status');
  const person = suspects.code('person').index;
  for (let row = 0; row < suspects.rows; row++) {
    if (status(row) === 'ELIMINATED') continue;
    const named = people.get(crime(row)) ?? new Set<number>();
    people.set(crime(row), named.add(person[row] ?? -1));
  }
  const ref = textOf(offences, 'crime_ref');
  return {
    kind: 'integer',
    values: Int32Array.from({ length: offences.rows }, (_, row) => people.get(ref(row))?.size ?? 0),
  };
}

/** What happens online happens in no ward: that is known, and no gap in the recording. */
function wardOrOnline(offences: Frame): Column {
  const ward = textOf(offences, 'ward');
  const online = textOf(offences, 'online_flag');
  return codes(offences.rows, [...offences.code('ward').dictionary, ONLINE], (row) =>
    ward(row) === '' && online(row) === 'Y' ? ONLINE : ward(row),
  );
}

const A_YEAR = 365;

function reportedLate(offences: Frame): Column {
  const from = offences.day('committed_from');
  const to = offences.day('reported_at');
  return codes(offences.rows, ['Y', 'N'], (row) => {
    const [a, b] = [from[row] ?? NULL_INT, to[row] ?? NULL_INT];
    if (a === NULL_INT || b === NULL_INT) return '';
    return b - a > A_YEAR ? 'Y' : 'N';
  });
}

/** Fields of the offence that suspects are counted by, under the names they get in the suspects' frame. */
const OFFENCE_CODES = ['district_offence', 'cse_counted', 'online_flag', 'cancelled'] as const;

function joinOffences(suspects: Frame, offences: Frame): void {
  const cancelled = offences.day('cancelled_at');
  offences.add(
    'cancelled',
    codes(offences.rows, ['Y', 'N'], (row) => ((cancelled[row] ?? NULL_INT) === NULL_INT ? 'N' : 'Y')),
  );
  const rowOfCrime = new Map<string, number>();
  const ref = textOf(offences, 'crime_ref');
  for (let row = 0; row < offences.rows; row++) rowOfCrime.set(ref(row), row);
  const crime = textOf(suspects, 'crime_ref');
  const offenceRows = Int32Array.from(
    { length: suspects.rows },
    (_, row) => rowOfCrime.get(crime(row)) ?? -1,
  );
  for (const field of OFFENCE_CODES) {
    const { dictionary, index } = offences.code(field);
    suspects.add(field, { kind: 'code', dictionary, index: offenceRows.map((row) => index[row] ?? -1) });
  }
  const recorded = offences.day('recorded_at');
  suspects.add('recorded_at', { kind: 'day', values: offenceRows.map((row) => recorded[row] ?? NULL_INT) });
}

const BANDS = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];

function riskChange(referrals: Frame): Column {
  const before = textOf(referrals, 'risk_band_initial');
  const after = textOf(referrals, 'risk_band_current');
  return codes(referrals.rows, ['lower', 'same', 'higher'], (row) => {
    const change = BANDS.indexOf(after(row)) - BANDS.indexOf(before(row));
    if (before(row) === '' || after(row) === '') return '';
    if (change === 0) return 'same';
    return change < 0 ? 'lower' : 'higher';
  });
}

function factorsOf(referrals: Frame): Column {
  const { dictionary, index } = referrals.code('factors');
  const counts = dictionary.map((cell) => cell.split('|').filter((code) => code !== '').length);
  return { kind: 'integer', values: index.map((entry) => counts[entry] ?? NULL_INT) };
}

/** Authorities that look after children, by the board whose districts are theirs. */
const AUTHORITY_OF: Readonly<Record<string, string>> = {
  'LSCB-LANCS': 'E10000017',
  'LSCB-BPL': 'E06000009',
  'LSCB-BWD': 'E06000008',
};

function placedAway(referrals: Frame): Column {
  const areas = loadAreas();
  const authority = new Map<string, string>(
    areas.boards.flatMap((board) =>
      areas.districtsOf(board).map((d) => [d, AUTHORITY_OF[board] ?? ''] as const),
    ),
  );
  const home = textOf(referrals, 'district_home');
  const responsible = textOf(referrals, 'responsible_la');
  return codes(referrals.rows, ['Y', 'N'], (row) => {
    if (home(row) === '' || responsible(row) === '') return '';
    return authority.get(home(row)) === responsible(row) ? 'N' : 'Y';
  });
}

const HOURS_A_SLOT = 4;
const MINUTES_A_DAY = 1440;

function weekSlot(episodes: Frame): Column {
  const from = episodes.minute('missing_from_at');
  const slots = Array.from({ length: 7 }, (_, day) =>
    Array.from(
      { length: 24 / HOURS_A_SLOT },
      (_, n) => `${day + 1}-${n * HOURS_A_SLOT}-${(n + 1) * HOURS_A_SLOT}`,
    ),
  );
  return codes(episodes.rows, slots.flat(), (row) => {
    const minute = from[row] ?? NULL_INT;
    if (minute === NULL_INT) return '';
    const inDay = ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
    // A system that gives dates only writes midnight.
    if (inDay === 0) return '';
    const day = (weekday(dayOfMinute(minute)) + 6) % 7;
    return slots[day]?.[Math.floor(inDay / (HOURS_A_SLOT * 60))] ?? '';
  });
}
