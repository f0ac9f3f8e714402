import type { AreaCode } from '../../../reference/brands.js';
import type { FigureBlock } from '../../model.js';

/** What a figure by place shows. */
export interface PlacesSpec {
  readonly id: string;
  readonly indicator: string;
  /** The count whose changes are spoken of, where the indicator itself (a rate) has none. */
  readonly changesOf?: string;
  readonly width: FigureBlock['width'];
  readonly areas?: readonly AreaCode[];
}

/** Printed under every list of places. */
export const ORDER_NOTE = 'Places are listed from A to Z. They are not put in order of their figures.';
