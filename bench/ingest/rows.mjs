// The benchmark's extract: missing episodes of invented children, the same bytes every time.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** About seven episodes a child, never two at a time (that would be an error of rule MIS-027). */
const EPISODES_A_CHILD = 7;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2016, 9, 1);

export const COLUMNS = [
  'episode_id',
  'source_agency',
  'child_id',
  'nhs_number',
  'forename',
  'surname',
  'date_of_birth',
  'sex',
  'postcode',
  'ethnicity',
  'ethnicity_basis',
  'reported_at',
  'missing_from_at',
  'found_at',
  'category',
  'risk_grade',
  'missing_from_type',
  'responsible_la',
  'district_missing_from',
  'cse_flag_at_report',
];

const FORENAMES = [
  'Avery',
  'Blake',
  'Casey',
  'Devon',
  'Ellis',
  'Frankie',
  'Harley',
  'Jamie',
  'Kerry',
  'Lee',
  'Morgan',
];
const SURNAMES = [
  'Ashby',
  'Birch',
  'Croft',
  'Dale',
  'Elm',
  'Fell',
  'Garth',
  'Holt',
  'Ivy',
  'Keld',
  'Lund',
  'Moss',
  'Nook',
];
const DISTRICTS = [...Array.from({ length: 12 }, (_, i) => `E07000${117 + i}`), 'E06000008', 'E06000009'];
const AUTHORITIES = ['E10000017', 'E06000008', 'E06000009'];
const ETHNICITIES = ['W1', 'W2', 'A1', 'A2', 'M1', 'B1'];

/** A well-mixed 32-bit number of two others (murmur3's finaliser). */
function mix(a, b) {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const pick = (list, number) => list[number % list.length];
const minute = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** An NHS number of the test range 999 with its check digit; the next serial where there is none. */
function nhsNumber(serial) {
  for (let n = serial * 3; ; n += 1) {
    const nine = `999${String(n % 1_000_000).padStart(6, '0')}`;
    const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${nine}${check}`;
  }
}

function personOf(child) {
  const born = FIRST_DAY - (10 * 365 + (mix(child, 1) % (5 * 365))) * DAY;
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const postcode = `PR${1 + (mix(child, 2) % 9)} ${mix(child, 3) % 10}${pick(letters, mix(child, 4))}${pick(letters, mix(child, 5))}`;
  return [
    nhsNumber(child),
    pick(FORENAMES, mix(child, 6)),
    pick(SURNAMES, mix(child, 7)),
    minute(born).slice(0, 10),
    mix(child, 8) % 3 === 0 ? 'M' : 'F',
    postcode,
    pick(ETHNICITIES, mix(child, 9)),
    'SELF',
  ];
}

/** One line. About 4 rows in a thousand are wrong, each in one way that must reject it. */
function line(i, children) {
  const child = i % children;
  const turn = Math.floor(i / children);
  const from = FIRST_DAY + turn * 100 * DAY + (mix(child, turn + 20) % (80 * 1440)) * 60_000;
  const found = from + (30 + (mix(child, turn + 40) % 2800)) * 60_000;
  const reported = from + (mix(child, turn + 60) % 20) * 60_000;
  const wrong = mix(i, 99) % 1000;
  const [nhs, forename, surname, dob, sex, postcode, ethnicity, basis] = personOf(child);
  return [
    `ME${i}`,
    'POL',
    `C${child}`,
    nhs,
    forename,
    surname,
    dob,
    sex,
    postcode,
    ethnicity,
    basis,
    minute(reported),
    wrong === 0 ? `${minute(from).slice(0, 8)}32 10:00` : minute(from),
    wrong === 1 ? minute(from - 3_600_000) : minute(found),
    wrong === 2 ? 'XX' : 'M',
    pick(['HIGH', 'MED', 'LOW'], mix(child, turn + 80)),
    'HOME',
    pick(AUTHORITIES, mix(child, 10)),
    wrong === 3 ? 'NOWHERE' : pick(DISTRICTS, mix(child, turn + 100)),
    pick(['Y', 'N', 'N', 'N', 'U'], mix(child, turn + 120)),
  ].join(',');
}

/** Writes the extract of `rows` rows. */
export async function writeRows(file, rows) {
  const children = Math.max(1, Math.ceil(rows / EPISODES_A_CHILD));
  const out = createWriteStream(file);
  out.write(`${COLUMNS.join(',')}\n`);
  for (let start = 0; start < rows; start += 5000) {
    let part = '';
    for (let i = start; i < Math.min(rows, start + 5000); i += 1) part += `${line(i, children)}\n`;
    if (!out.write(part)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
