import type { ExtractName } from '../../extracts/schema.js';
import { NULL_INT } from '../../extracts/table.js';
import type { AreaCode, Day } from '../../reference/brands.js';
import { textOf } from '../planner/derive.js';
import type { Workbench } from '../planner/workbench.js';
import type { GroupConnection, GroupMap, MappedGroup } from './model.js';

/** A review older than this many days at the half-year's end is overdue. */
const REVIEW_DAYS = 183;

const LINKED: Readonly<Record<string, MappedGroup['cseLinked']>> = { Y: 'yes', S: 'suspected' };

/** From weakest to strongest. */
const STRENGTHS = ['WEAK', 'MODERATE', 'STRONG'];

interface Link {
  readonly group: string;
  readonly kind: string;
  /** What is linked: the resolved person, the place, or the other group. */
  readonly thing: string;
  readonly strength: string;
}

/**
 * The groups in force at the end of the newest half-year with what links them. Numbers stand for groups, suspects and
 * places; nothing that identifies one leaves this function.
 *
 * @param childOf pseudonym of a person at an agency to that of the person behind it
 * @returns null when no extract of groups was ever sent
 */
export function groupMap(bench: Workbench, childOf: ReadonlyMap<string, string>): GroupMap | null {
  const frame = bench.frame('ocg');
  if (frame.rows === 0) return null;
  const end = bench.history.ends.at(-1) ?? 0;
  const [id, linked, scope, band] = ['ocg_id', 'cse_linked', 'scope', 'band'].map((f) => textOf(frame, f));
  const [scheme, lead, plan] = ['scoring_scheme', 'lro_assigned', 'plan_4p'].map((f) => textOf(frame, f));
  const [mapped, archived, reviewed] = ['mapped_at', 'archived_at', 'reviewed_at'].map((f) => frame.day(f));
  const at = (days: Int32Array | undefined, row: number): Day => days?.[row] ?? NULL_INT;
  const ids = new Map<string, string>();
  const inOrder = Array.from({ length: frame.rows }, (_, row) => row).sort(
    (a, b) => at(mapped, a) - at(mapped, b) || compare(id?.(a) ?? '', id?.(b) ?? ''),
  );
  for (const [n, row] of inOrder.entries()) ids.set(id?.(row) ?? '', `G${n + 1}`);
  const links = linksAt(bench, childOf, end);
  const districts = districtsOfSuspects(bench, childOf);
  const actions = actionsOf(bench);

  const groups = inOrder.flatMap((row): MappedGroup[] => {
    const own = id?.(row) ?? '';
    const gone = at(archived, row);
    if (at(mapped, row) > end || (gone !== NULL_INT && gone <= end)) return [];
    const things = (kind: string): ReadonlySet<string> =>
      new Set(links.filter((link) => link.group === own && link.kind === kind).map(({ thing }) => thing));
    const suspects = things('SUSPECT');
    return [
      {
        label: ids.get(own) ?? '',
        cseLinked: LINKED[linked?.(row) ?? ''] ?? 'no',
        scope: scope?.(row) ?? '',
        band: band?.(row) === '' ? null : (band?.(row) ?? null),
        scheme: scheme?.(row) === '' ? null : (scheme?.(row) ?? null),
        leadOfficer: lead?.(row) === 'Y',
        plan: plan?.(row) === 'Y',
        reviewed: at(reviewed, row) !== NULL_INT && end - at(reviewed, row) <= REVIEW_DAYS,
        suspects: suspects.size,
        children: things('CHILD').size,
        actions: actions.get(own) ?? 0,
        districts: placesOf(suspects, districts, bench),
      },
    ];
  });
  const inForce = new Set(groups.map(({ label }) => label));
  return { groups, connections: connectionsOf(links, ids, inForce) };
}

/** Links in force at a day, as the newest file of links names them. */
function linksAt(bench: Workbench, childOf: ReadonlyMap<string, string>, end: Day): Link[] {
  const frame = bench.frame('ocg-links');
  const [group, kind, entity] = ['ocg_id', 'entity_type', 'entity_id'].map((f) => textOf(frame, f));
  const [other, strength, sent] = ['linked_ocg_id', 'strength', 'sent_period'].map((f) => textOf(frame, f));
  const [from, to] = [frame.day('from'), frame.day('to')];
  const newest = frame.code('sent_period').dictionary.reduce((a, b) => (a > b ? a : b), '');
  const links: Link[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const until = to[row] ?? NULL_INT;
    if (sent?.(row) !== newest || (from[row] ?? NULL_INT) > end || (until !== NULL_INT && until <= end))
      continue;
    const named = entity?.(row) ?? '';
    links.push({
      group: group?.(row) ?? '',
      kind: kind?.(row) ?? '',
      thing: kind?.(row) === 'OCG' ? (other?.(row) ?? '') : (childOf.get(named) ?? named),
      strength: strength?.(row) ?? '',
    });
  }
  return links;
}

/** For each suspect the districts of the offences they are suspected of. */
function districtsOfSuspects(
  bench: Workbench,
  childOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const frame = bench.frame('suspects');
  const [person, district, status] = ['person', 'district_offence', 'status'].map((f) => textOf(frame, f));
  const found = new Map<string, Set<string>>();
  for (let row = 0; row < frame.rows; row++) {
    const named = person?.(row) ?? '';
    const place = district?.(row) ?? '';
    if (named === '' || place === '' || status?.(row) === 'ELIMINATED') continue;
    const suspect = childOf.get(named) ?? named;
    found.set(suspect, (found.get(suspect) ?? new Set()).add(place));
  }
  return found;
}

function placesOf(
  suspects: ReadonlySet<string>,
  districts: ReadonlyMap<string, ReadonlySet<string>>,
  bench: Workbench,
): MappedGroup['districts'] {
  const known: ReadonlySet<string> = new Set(bench.areas.districts);
  const counts = new Map<AreaCode, number>();
  for (const suspect of suspects) {
    for (const code of districts.get(suspect) ?? []) {
      if (known.has(code)) counts.set(code as AreaCode, (counts.get(code as AreaCode) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([area, count]) => ({ area, suspects: count }))
    .sort((a, b) => b.suspects - a.suspects || compare(a.area, b.area));
}

/** Disruption actions against each group in the newest half-year. */
function actionsOf(bench: Workbench): ReadonlyMap<string, number> {
  const extract: ExtractName = 'disruption';
  const group = textOf(bench.frame(extract), 'ocg_id');
  const newest = bench.history.periods.length - 1;
  const counts = new Map<string, number>();
  bench.period(extract, 'issued_at').forEach((place, row) => {
    const id = group(row);
    if (place === newest && id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
}

function connectionsOf(
  links: readonly Link[],
  labels: ReadonlyMap<string, string>,
  inForce: ReadonlySet<string>,
): readonly GroupConnection[] {
  const groupsOf = (held: readonly Link[]): readonly string[] =>
    [...new Set(held.map(({ group }) => labels.get(group) ?? ''))]
      .filter((label) => inForce.has(label))
      .sort((a, b) => numberOf(a) - numberOf(b));
  const shared = (entity: string, kind: 'suspect' | 'premises', letter: string): GroupConnection[] => {
    const byThing = new Map<string, Link[]>();
    for (const link of links.filter((one) => one.kind === entity))
      byThing.set(link.thing, [...(byThing.get(link.thing) ?? []), link]);
    return [...byThing.values()]
      .map((held) => ({ kind, groups: groupsOf(held), strength: weakest(held) }))
      .filter(({ groups }) => groups.length > 1)
      .sort((a, b) => compareLists(a.groups, b.groups) || compare(a.strength, b.strength))
      .map((one, n) => ({ ...one, label: `${letter}${n + 1}` }));
  };
  const between = links
    .filter(({ kind }) => kind === 'OCG')
    .flatMap((link) => {
      const groups = groupsOf([link, { ...link, group: link.thing }]);
      return groups.length < 2
        ? []
        : [{ kind: 'groups' as const, label: '', groups, strength: link.strength }];
    })
    .sort((a, b) => compareLists(a.groups, b.groups) || compare(a.strength, b.strength))
    .filter((one, n, all) => n === 0 || compareLists(one.groups, all[n - 1]?.groups ?? []) !== 0);
  return [...between, ...shared('SUSPECT', 'suspect', 'S'), ...shared('PREMISES', 'premises', 'P')];
}

function weakest(held: readonly Link[]): string {
  const places = held.map(({ strength }) => STRENGTHS.indexOf(strength)).filter((place) => place >= 0);
  return STRENGTHS[Math.min(...places)] ?? '';
}

function numberOf(label: string): number {
  return Number(label.slice(1));
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const by = numberOf(a[i] ?? 'G0') - numberOf(b[i] ?? 'G0');
    if (by !== 0) return by;
  }
  return 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
