import type { CareSpell } from '../child.js';
import type { Cells } from '../pen.js';

/** The columns about a looked-after child's placement that several extracts share. */
export function careCells<Event>(care: (event: Event) => CareSpell | null): Cells<Event> {
  return {
    placement_code: (e) => care(e)?.placement ?? '',
    provider_code: (e) => care(e)?.provider ?? '',
  };
}
