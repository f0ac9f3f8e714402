import { power, worlds } from './worlds.js';

/** Most profiles a line by size of the run. */
export const SIZES = { tiny: 200, ci: 10_000, full: 40_000 } as const;
export type Size = keyof typeof SIZES;

export interface Outcome {
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Runs every world and says for each whether its shares lie inside their bands. The same size gives the same text. */
export function calibrate(size: Size): Outcome {
  const profiles = SIZES[size];
  let passed = 0;
  const lines: string[] = [`Up to ${profiles} profiles a line`];
  worlds.forEach(({ title, run }, i) => {
    const found = run(profiles);
    const holds = found.every(({ share, band: [low, high] }) => share >= low && share <= high);
    if (holds) passed += 1;
    lines.push(`${String(i + 1).padStart(2)} ${holds ? 'pass' : 'FAIL'}  ${title}`);
    for (const { name, share, of, band } of found) {
      lines.push(
        `          ${percent(share).padStart(6)}  in ${band.map(percent).join(' to ')}  of ${of}  ${name}`,
      );
    }
  });
  lines.push('How often a real change is found (not judged):');
  for (const { name, share, of } of power(profiles))
    lines.push(`          ${percent(share).padStart(6)}  of ${of}  ${name}`);
  const failed = worlds.length - passed;
  lines.push(`${passed} passed, ${failed} failed`);
  return { text: lines.join('\n'), passed, failed };
}
