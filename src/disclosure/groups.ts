import type { EditionCeiling } from '../analysis/model.js';
import type { GroupMap } from '../analysis/network/model.js';
import type { PublishedGroupMap } from './model.js';
import { HIDDEN, shown } from './publish.js';

/**
 * The map of groups as an edition may show it: for the tactical edition only, whose readers work with single groups. People linked to a
 * group are counted under the edition's threshold like everywhere else; which districts a group reaches is told, how many suspects there is not.
 */
export function publishGroupMap(
  map: GroupMap | null,
  ceiling: EditionCeiling,
  threshold: number,
): PublishedGroupMap | null {
  if (map === null || ceiling !== 'T') return null;
  const count = (value: number) => (value === 0 || value >= threshold ? shown(value) : HIDDEN);
  return {
    groups: map.groups.map(({ suspects, children, actions, districts, ...group }) => ({
      ...group,
      suspects: count(suspects),
      children: count(children),
      actions: count(actions),
      districts: districts.map(({ area }) => area),
    })),
    connections: map.connections,
  };
}
