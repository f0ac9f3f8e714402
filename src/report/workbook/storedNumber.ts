import type { PublishedNumber } from '../../disclosure/model.js';
import { decimalsOf, type NumberFormat } from '../numbers.js';

/** As many as the CSV files have, so that both hold the same number. */
const DECIMALS = 4;
/** Beyond this a number differs only by the noise of floating point. */
const MOST_DECIMALS = 12;

/**
 * A published number as a spreadsheet holds it: with four decimals, or with more where four would make the spreadsheet
 * show another figure than the page (12.24996 is 12.2 on the page, but 12.2500 would be shown as 12.3).
 *
 * @throws RangeError when the number is not finite: no spreadsheet can hold it
 */
export function storedNumber(value: PublishedNumber, format: NumberFormat): string {
  if (!Number.isFinite(value)) throw new RangeError('a published number of a workbook is not finite');
  const shown = Number(value.toFixed(decimalsOf(format)));
  for (let decimals = DECIMALS; decimals < MOST_DECIMALS; decimals++) {
    const rounded = Number(value.toFixed(decimals));
    if (Number(rounded.toFixed(decimalsOf(format))) === shown) return String(rounded);
  }
  return String(Number(value.toFixed(MOST_DECIMALS)));
}
