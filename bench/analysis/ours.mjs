// The whole analysis: 142 indicators in 26 localities over the history, with breakdowns, verdicts, trends and quality records.
import { performance } from 'node:perf_hooks';
import { analyse } from '../../dist/analysis/analyse.js';
import { enlarged, eventsOf, sampleInput } from './input.mjs';

const TEN = new Set(['M01', 'M02', 'M05', 'M07', 'S01', 'S03', 'O01', 'P01', 'I01', 'D01']);
const input = enlarged(await sampleInput(), Number(process.argv[2] ?? 1));
const start = performance.now();
const cpuAtStart = process.cpuUsage();
const { observations } = analyse(input);
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuAtStart);
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    events: eventsOf(input),
    observations: observations.length,
    cells: observations
      .filter(
        ({ indicator, breakdown, missing }) =>
          TEN.has(indicator) && breakdown === 'total' && missing === null,
      )
      .map(({ indicator, area, period, numerator }) => [`${indicator} ${area} ${period}`, numerator]),
  }),
);
