import type { LinkTable } from '../../extracts/table.js';
import type { KeyRing } from '../keys.js';
import { pseudonym } from '../pseudonyms.js';
import { crossCheck } from './evidence.js';
import { Groups } from './groups.js';

/** Which agency-persons are one child, and how far that could be decided. */
export interface Resolution {
  /** Child pseudonym of every agency-person pseudonym. */
  readonly childOf: ReadonlyMap<string, string>;
  /** Agency-person pseudonyms recorded with an NHS number or UPN: only these can be linked with certainty. */
  readonly numbered: ReadonlySet<string>;
  readonly agencyPersons: number;
  /** Distinct people after linking. */
  readonly children: number;
  /** Of these, how many are known to two or more agencies. */
  readonly linkedAcrossAgencies: number;
  /** Pairs of agency-persons that share a number and were not linked because something else contradicts it. */
  readonly conflicts: number;
}

/** More agency-persons than this on one number are no one child: the number stands for something else. */
const MOST_PER_NUMBER = 12;

interface Person {
  readonly agency: string;
  readonly nhs: Set<string>;
  /** Distinct token texts, by the number they were recorded with. */
  readonly profiles: Map<string, Set<string>>;
}

function collect(links: readonly LinkTable[]): Map<string, Person> {
  const persons = new Map<string, Person>();
  for (const table of links) {
    for (let row = 0; row < table.rows; row++) {
      const id = table.person[row];
      if (id === undefined) continue;
      let person = persons.get(id);
      if (person === undefined) {
        person = { agency: table.agency, nhs: new Set(), profiles: new Map() };
        persons.set(id, person);
      }
      const nhs = table.nhs[row] ?? null;
      if (nhs !== null) person.nhs.add(nhs);
      for (const number of [nhs, table.upn[row] ?? null]) {
        if (number === null) continue;
        const profiles = person.profiles.get(number);
        const tokens = table.tokens[row] ?? '';
        if (profiles === undefined) person.profiles.set(number, new Set([tokens]));
        else profiles.add(tokens);
      }
    }
  }
  return persons;
}

function holdersOf(persons: ReadonlyMap<string, Person>): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const [id, { profiles }] of persons) {
    for (const number of profiles.keys()) {
      const known = holders.get(number);
      if (known === undefined) holders.set(number, [id]);
      else known.push(id);
    }
  }
  return holders;
}

/** The best that any two profiles recorded with this number say about two people. */
function compare(a: Person | undefined, b: Person | undefined, number: string) {
  let result: ReturnType<typeof crossCheck> = 'cannot be checked';
  for (const first of a?.profiles.get(number) ?? []) {
    for (const second of b?.profiles.get(number) ?? []) {
      const check = crossCheck(first, second);
      if (check === 'agrees') return check;
      if (check === 'contradicts') result = check;
    }
  }
  return result;
}

/** Pairs of people who share a number: certainly the same, or in conflict. A pair that agrees anywhere is no conflict. */
function judgePairs(persons: ReadonlyMap<string, Person>) {
  const certain = new Map<string, readonly [string, string]>();
  const conflicts = new Set<string>();
  for (const [number, holders] of holdersOf(persons)) {
    for (const [i, a] of holders.entries()) {
      for (const b of holders.slice(i + 1)) {
        const [first, second] = a < b ? [a, b] : [b, a];
        const key = `${first} ${second}`;
        const check =
          holders.length > MOST_PER_NUMBER
            ? 'contradicts'
            : compare(persons.get(first), persons.get(second), number);
        if (check === 'agrees') certain.set(key, [first, second]);
        else if (check === 'contradicts') conflicts.add(key);
      }
    }
  }
  for (const key of certain.keys()) conflicts.delete(key);
  return { certain, conflicts };
}

/**
 * Decides which agency-persons are the same child by certain links only (method note linkage 1.5): an equal NHS number
 * or UPN and a demographic cross-check. A chain of links that would put two different NHS numbers into one child is
 * undone as a whole, since which link is wrong cannot be told. The result does not depend on the order of the tables or
 * of their rows; a child's pseudonym is made from the smallest of its agency-person pseudonyms.
 */
export function resolvePersons(links: readonly LinkTable[], keys: KeyRing): Resolution {
  const persons = collect(links);
  const { certain, conflicts } = judgePairs(persons);
  const groups = new Groups();
  for (const id of persons.keys()) groups.add(id);
  for (const [a, b] of certain.values()) groups.join(a, b);

  const contradicted = new Set<string>();
  for (const [name, members] of groups.all()) {
    const numbers = new Set(members.flatMap((id) => [...(persons.get(id)?.nhs ?? [])]));
    if (members.length > 1 && numbers.size > 1) contradicted.add(name);
  }
  for (const [key, [a]] of certain) {
    if (contradicted.has(groups.nameOf(a))) conflicts.add(key);
  }

  const childOf = new Map<string, string>();
  let linkedAcrossAgencies = 0;
  let children = 0;
  for (const [name, members] of groups.all()) {
    const apart = contradicted.has(name);
    const child = pseudonym(keys, 'c', 'child', name);
    for (const id of members) childOf.set(id, apart ? pseudonym(keys, 'c', 'child', id) : child);
    children += apart ? members.length : 1;
    const agencies = new Set(members.map((id) => persons.get(id)?.agency));
    if (!apart && agencies.size > 1) linkedAcrossAgencies += 1;
  }
  return {
    childOf,
    numbered: new Set([...persons].flatMap(([id, { profiles }]) => (profiles.size > 0 ? [id] : []))),
    agencyPersons: persons.size,
    children,
    linkedAcrossAgencies,
    conflicts: conflicts.size,
  };
}
