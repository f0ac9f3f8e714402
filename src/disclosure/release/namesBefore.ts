import type { ReleaseCount } from './counts.js';

const EARLIER = ' @ ';
const CHANGE = 'change of ';
const MOST = 'most of ';
const LEAST = 'least of ';

/** How a count of an earlier release is named beside the same count of a newer one. */
export function nameIn(release: string, name: string): string {
  return name.includes(EARLIER) ? name : `${name}${EARLIER}${release}`;
}

/** Name of a count without the release of which it is. */
export function ownName(name: string): string {
  return name.split(EARLIER)[0] ?? name;
}

/** How the change of a count between two releases is named. */
export function changeOf(name: string): string {
  return `${CHANGE}${name}`;
}

/** How the most and the least are named that a count can be, by what is given as first published in its place. */
export function endsOf(name: string): { readonly most: string; readonly least: string } {
  return { most: `${MOST}${name}`, least: `${LEAST}${name}` };
}

/** Whether a count is the most or the least that another can be. */
export function isEnd({ name }: Pick<ReleaseCount, 'name'>): boolean {
  return name.startsWith(MOST) || name.startsWith(LEAST);
}

/** Whether a count is one of an earlier release, or of what changed since. */
export function isOfBefore({ name }: Pick<ReleaseCount, 'name'>): boolean {
  return name.includes(EARLIER);
}

/** Whether a count is the change of another between two releases, and nothing changed. */
export function isUnchanged({ name, value }: Pick<ReleaseCount, 'name' | 'value'>): boolean {
  return value === 0 && name.startsWith(CHANGE);
}
