const SEVEN = 7;

/** True for every point that belongs to seven in a row on the same side of the mean. */
export function partOfSevenOneSide(sides: readonly number[]): boolean[] {
  const part = new Array<boolean>(sides.length).fill(false);
  for (let end = SEVEN - 1; end < sides.length; end += 1) {
    const window = sides.slice(end - SEVEN + 1, end + 1);
    if (window[0] !== 0 && window.every((side) => side === window[0]))
      part.fill(true, end - SEVEN + 1, end + 1);
  }
  return part;
}

/** 1 (rising) or -1 (falling) for every point of seven in a row that all move one way; equal neighbours break it. */
export function partOfSevenTrend(values: readonly number[]): number[] {
  const part = new Array<number>(values.length).fill(0);
  for (let end = SEVEN - 1; end < values.length; end += 1) {
    const window = values.slice(end - SEVEN + 1, end + 1);
    const steps = window.slice(1).map((value, i) => Math.sign(value - (window[i] ?? value)));
    const way = steps[0] ?? 0;
    if (way !== 0 && steps.every((step) => step === way)) part.fill(way, end - SEVEN + 1, end + 1);
  }
  return part;
}

/** True for the points near a limit where two of three neighbours are, all three being on one side of the mean. */
export function partOfTwoInThree(near: readonly boolean[], sides: readonly number[]): boolean[] {
  const part = new Array<boolean>(near.length).fill(false);
  for (let end = 2; end < near.length; end += 1) {
    const window = [end - 2, end - 1, end];
    const together = window.reduce((sum, i) => sum + (sides[i] ?? 0), 0);
    const close = window.filter((i) => near[i] === true);
    if (Math.abs(together) === 3 && close.length >= 2) for (const i of close) part[i] = true;
  }
  return part;
}
