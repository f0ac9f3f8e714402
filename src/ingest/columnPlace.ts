/** Where a column stands in a file. */
export interface ColumnPlace {
  /** Header as the schema spells it, or a header of the file that was judged safe to print. */
  readonly name: string;
  /** The spreadsheet's column letter. */
  readonly letter: string;
}

/** Spreadsheet letter of a column number: 0 is A, 25 is Z, 26 is AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
