import { parseTokens } from '../tokenSets.js';

type Sets = ReadonlyMap<string, readonly string[]>;

/** How two profiles that hold the same number look otherwise. */
export type CrossCheck = 'agrees' | 'contradicts' | 'cannot be checked';

function meet(a: Sets, b: Sets, kindA: string, kindB = kindA): boolean {
  const wanted = b.get(kindB);
  return wanted !== undefined && (a.get(kindA)?.some((token) => wanted.includes(token)) ?? false);
}

/** Name tokens are comparable only under a salt that both profiles share: their year, or their month and day. */
const SALTS = ['', 'A', 'B'] as const;

function birthAgrees(a: Sets, b: Sets): boolean {
  return meet(a, b, 'bx') || meet(a, b, 'bm') || meet(a, b, 'bt', 'bx') || meet(a, b, 'bs', 'bx');
}

/** Any level of likeness of method note linkage 1.8 other than "else"; initials count when one name is only that. */
function namesAlike(a: Sets, b: Sets, field: 'f' | 's'): boolean {
  const other = field === 'f' ? 's' : 'f';
  return SALTS.some((salt) => {
    const kind = (letter: string) => `${field}${letter}${salt}`;
    const initialOnly = !a.has(kind('d')) || !b.has(kind('d'));
    return (
      ['x', 'n', 'd', 'p', 'r', 'w'].some((letter) => meet(a, b, kind(letter))) ||
      meet(a, b, kind('w'), kind('x')) ||
      meet(a, b, kind('x'), kind('w')) ||
      (initialOnly && meet(a, b, kind('i'))) ||
      meet(a, b, `${field}y${salt}`, `${other}y${salt}`)
    );
  });
}

function hasName(sets: Sets, field: 'f' | 's'): boolean {
  return SALTS.some((salt) => sets.has(`${field}x${salt}`));
}

/** True when both profiles hold the name and nothing about it agrees. A missing name contradicts nothing. */
function nameElse(a: Sets, b: Sets, field: 'f' | 's', sameWithPostcode: 'pf' | 'hh'): boolean {
  if (!hasName(a, field) || !hasName(b, field)) return false;
  return !meet(a, b, sameWithPostcode) && !namesAlike(a, b, field);
}

/**
 * The demographic cross-check of two profiles with an equal number (method note linkage 1.5): the date of birth is
 * equal, one edit away or has day and month swapped, and forename and surname are not both entirely different.
 * Without a date of birth on both sides only equal names at an equal postcode agree, and nothing contradicts.
 * @param first stored tokens of a profile
 * @param second stored tokens of another
 */
export function crossCheck(first: string, second: string): CrossCheck {
  const a = parseTokens(first);
  const b = parseTokens(second);
  if (!a.has('bx') || !b.has('bx')) {
    return meet(a, b, 'hh') && meet(a, b, 'pf') ? 'agrees' : 'cannot be checked';
  }
  const namesDiffer = nameElse(a, b, 'f', 'pf') && nameElse(a, b, 's', 'hh');
  return birthAgrees(a, b) && !namesDiffer ? 'agrees' : 'contradicts';
}
