import { readReferenceCsv } from '../reference/files.js';

/** Class of every name that is not on the list. */
const RAREST = 6;

export interface NameLists {
  /** The full names that a forename may be short for, itself included; empty when it is on no list. */
  nicknameRoots(forename: string): readonly string[];
  /** 0 (one in one to four) to 6 (rare): `floor(-log2(share) / 2)` of a public name list. */
  frequencyClass(field: 'forename' | 'surname', name: string): number;
}

/**
 * Reads the public name lists of `reference/linkage/`.
 * Names are given in A to Z as {@link import('./normaliseName.js').normaliseName} makes them.
 */
export function loadNameLists(): NameLists {
  const roots = new Map<string, Set<string>>();
  const addRoot = (name: string, root: string) => {
    const known = roots.get(name);
    if (known === undefined) roots.set(name, new Set([root]));
    else known.add(root);
  };
  for (const { name = '', nickname = '' } of readReferenceCsv('linkage/nicknames.csv')) {
    addRoot(nickname, name);
    addRoot(nickname, nickname);
    addRoot(name, name);
  }
  const sorted = new Map([...roots].map(([name, set]) => [name, [...set].sort()]));
  const classes = new Map<string, number>();
  for (const row of readReferenceCsv('linkage/name_frequency.csv')) {
    classes.set(`${row['field']} ${row['name']}`, Number(row['class']));
  }
  return {
    nicknameRoots: (forename) => sorted.get(forename) ?? [],
    frequencyClass: (field, name) => classes.get(`${field} ${name}`) ?? RAREST,
  };
}
