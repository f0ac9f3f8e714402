import { codeList } from '../../extracts/codeLists.js';
import * as messages from '../messages.js';
import { type CheckedFile, type CrossCheck, codes, findingAbout, integers, tablesOf } from './model.js';

const CHARGED = new Set(['1', '1A']);
const TOO_YOUNG = '11';
const FAMILIAL = '23';
const RESPONSIBLE_FROM = 10;

interface Crime {
  outcome: string | null;
  offenceClass: string | null;
  /** The children harmed. */
  readonly victims: Set<string>;
}

/** Crimes by number, as the newest extract has them. */
function crimesOf(
  files: readonly CheckedFile[],
  history: readonly CheckedFile[],
): ReadonlyMap<string, Crime> {
  const crimes = new Map<string, Crime>();
  for (const table of [...tablesOf(history, 'offences'), ...tablesOf(files, 'offences')]) {
    const id = codes(table, 'crime_ref');
    const outcome = codes(table, 'outcome_code');
    const offenceClass = codes(table, 'offence_class');
    const victim = codes(table, 'person');
    for (let row = 0; row < table.rows; row++) {
      const ref = id(row);
      if (ref === null) continue;
      const crime = crimes.get(ref) ?? { outcome: null, offenceClass: null, victims: new Set<string>() };
      crime.outcome = outcome(row);
      crime.offenceClass = offenceClass(row);
      const who = victim(row);
      if (who !== null) crime.victims.add(who);
      crimes.set(ref, crime);
    }
  }
  return crimes;
}

interface SuspectRow {
  readonly crime: Crime;
  readonly person: string | null;
  readonly status: string | null;
  readonly relationship: string | null;
  readonly age: number | null;
}

/** A check that counts the suspects, not eliminated, of which something is so; the crime must be on file. */
function suspectCheck(
  rule: string,
  message: (rows: number) => string,
  isSo: (suspect: SuspectRow) => boolean,
): CrossCheck {
  return ({ files, history }) => {
    const suspects = files.filter((file) => file.extract === 'suspects');
    const crimes = suspects.length === 0 ? new Map<string, Crime>() : crimesOf(files, history);
    return suspects.flatMap((file) => {
      if (file.table === null) return [];
      const ref = codes(file.table, 'crime_ref');
      const person = codes(file.table, 'person');
      const status = codes(file.table, 'status');
      const relationship = codes(file.table, 'relationship');
      const age = integers(file.table, 'age');
      let rows = 0;
      for (let row = 0; row < file.table.rows; row++) {
        const crime = crimes.get(ref(row) ?? '');
        if (crime === undefined || status(row) === 'ELIMINATED') continue;
        const suspect = {
          crime,
          person: person(row),
          status: status(row),
          relationship: relationship(row),
          age: age(row),
        };
        if (isSo(suspect)) rows++;
      }
      return findingAbout(file, rule, message(rows), rows);
    });
  };
}

/** SUS-031: a suspect who was charged or convicted belongs to a crime with that outcome. */
export const checkChargedSuspects = suspectCheck(
  'SUS-031',
  messages.chargedWithoutOutcome,
  ({ crime, status }) =>
    (status === 'CHARGED' || status === 'CONVICTED') && !CHARGED.has(crime.outcome ?? ''),
);

/** SUS-033: nobody is suspect and harmed child of one crime. */
export const checkSuspectIsVictim = suspectCheck(
  'SUS-033',
  messages.suspectIsVictim,
  ({ crime, person }) => person !== null && crime.victims.has(person),
);

/** SUS-034: outcome 11 is for suspects under the age of criminal responsibility. */
export const checkTooYoung = suspectCheck(
  'SUS-034',
  messages.notTooYoung,
  ({ crime, age }) => crime.outcome === TOO_YOUNG && age !== null && age >= RESPONSIBLE_FROM,
);

/** SUS-035: the suspect of a familial offence belongs to the family, as far as is known. */
export const checkFamilial = suspectCheck('SUS-035', messages.familialByOthers, ({ crime, relationship }) => {
  if (crime.offenceClass !== FAMILIAL || relationship === null) return false;
  const group = codeList('relationship').get(relationship)?.group;
  return group !== 'Family' && group !== 'Not known';
});

/** SUS-032: a crime charged or summonsed has a suspect who was. Crimes without any suspect row are left to OFF-016. */
export const checkChargedCrimes: CrossCheck = ({ files, history }) => {
  const charged = new Map<string, boolean>();
  for (const table of tablesOf([...history, ...files], 'suspects')) {
    const ref = codes(table, 'crime_ref');
    const status = codes(table, 'status');
    for (let row = 0; row < table.rows; row++) {
      const crime = ref(row);
      if (crime === null) continue;
      const now = status(row) === 'CHARGED' || status(row) === 'CONVICTED';
      charged.set(crime, now || charged.get(crime) === true);
    }
  }
  return files.flatMap((file) => {
    if (file.extract !== 'offences' || file.table === null) return [];
    const ref = codes(file.table, 'crime_ref');
    const outcome = codes(file.table, 'outcome_code');
    let without = 0;
    for (let row = 0; row < file.table.rows; row++)
      if (CHARGED.has(outcome(row) ?? '') && charged.get(ref(row) ?? '') === false) without++;
    return findingAbout(file, 'SUS-032', messages.chargedWithoutSuspect(without), without);
  });
};
