import type { Day } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import type { Child } from './child.js';
import { nextWeekday } from './clock.js';
import type { Random, Weighted } from './random.js';
import { REFRESHED } from './timeline.js';

/** How far an accepted referral went, with dates null where a step was not (or not yet) taken. */
export interface Pathway {
  readonly assessmentStart: Day | null;
  readonly assessmentEnd: Day | null;
  readonly factors: readonly string[];
  readonly risk: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  readonly score: number | null;
  readonly riskNow: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  readonly reviewed: Day | null;
  readonly strategyMeeting: Day | null;
  readonly s47Start: Day | null;
  readonly s47Outcome: string;
  readonly allocated: Day | null;
  readonly firstSeen: Day | null;
  readonly closed: Day | null;
  readonly closureReason: string;
}

const SCORES = { LOW: [6, 10], MEDIUM: [11, 15], HIGH: [16, 32] } as const;

/** The pathway of a contact that was not accepted. */
export const NOTHING_FURTHER: Pathway = {
  assessmentStart: null,
  assessmentEnd: null,
  factors: [],
  risk: null,
  score: null,
  riskNow: null,
  reviewed: null,
  strategyMeeting: null,
  s47Start: null,
  s47Outcome: '',
  allocated: null,
  firstSeen: null,
  closed: null,
  closureReason: '',
};

/** The day, unless it had not come when the case was last brought up to date. */
function known(day: Day): Day | null {
  return day <= REFRESHED ? day : null;
}

function factorsOf(rng: Random, child: Child, cse: boolean): readonly string[] {
  const factors = new Set<string>();
  if (cse && rng.chance(0.93)) factors.add('11A');
  if (child.level !== 'never' && rng.chance(0.8)) factors.add('10A');
  const others: Weighted<string> = [
    ['1A', 12],
    ['2A', 16],
    ['3A', 10],
    ['4A', 18],
    ['5A', 6],
    ['12A', 4],
    ['13A', 4],
    ['14A', 18],
    ['15A', 12],
    ['16A', 12],
    ['17A', 16],
    ['19A', 12],
  ];
  for (const code of rng.several(others, rng.poisson(1.9))) factors.add(code);
  return factors.size === 0 ? ['21'] : [...factors].sort();
}

function closingReason(rng: Random, child: Child, day: Day): string {
  if (ageAt(child.born, day) >= 18) return 'TURNED_18';
  return rng.weighted([
    ['RISK_REDUCED', 70],
    ['MOVED', 8],
    ['DISENGAGED', 12],
    ['RC7', 10],
  ] as const);
}

/** What followed an accepted referral. @param cse whether exploitation is among the concerns */
export function pathway(rng: Random, child: Child, decided: Day, cse: boolean): Pathway {
  const risk = rng.weighted(
    child.level === 'chronic'
      ? ([
          ['LOW', 15],
          ['MEDIUM', 45],
          ['HIGH', 40],
        ] as const)
      : ([
          ['LOW', 34],
          ['MEDIUM', 46],
          ['HIGH', 20],
        ] as const),
  );
  const [low, high] = SCORES[risk];
  const score = rng.between(low, high);
  if (rng.chance(0.1)) {
    const closed = known(nextWeekday(decided + rng.between(10, 60)));
    return {
      ...NOTHING_FURTHER,
      risk,
      score,
      riskNow: risk,
      allocated: known(nextWeekday(decided + rng.between(0, 4))),
      firstSeen: known(nextWeekday(decided + rng.between(5, 9))),
      closed,
      reviewed: closed,
      closureReason: closed === null ? '' : 'RC7',
    };
  }
  const start = nextWeekday(decided + rng.between(0, 4));
  const end = nextWeekday(start + Math.round(Math.min(Math.max(rng.logNormal(42, 0.42), 6), 160)));
  const assessmentEnd = known(end);
  const meets = rng.chance(risk === 'HIGH' ? 0.9 : risk === 'MEDIUM' ? 0.2 : 0.03);
  const s47 = rng.chance(risk === 'HIGH' ? 0.5 : risk === 'MEDIUM' ? 0.12 : 0.02);
  const meeting = nextWeekday(
    start + (risk === 'HIGH' && rng.chance(0.85) ? rng.between(0, 9) : rng.between(5, 24)),
  );
  const reviewed = nextWeekday(end + rng.between(40, 95));
  const closed = nextWeekday(reviewed + Math.round(rng.logNormal(60, 0.8)));
  const done = assessmentEnd !== null;
  const closedAt = done ? known(closed) : null;
  const reviewedAt = done ? known(reviewed) : null;
  const s47Start = s47 ? known(nextWeekday(start + rng.between(0, 5))) : null;
  return {
    assessmentStart: known(start),
    assessmentEnd,
    factors: done ? factorsOf(rng, child, cse) : [],
    risk,
    score,
    riskNow: reviewedAt === null ? risk : reviewedRisk(rng, risk),
    reviewed: reviewedAt,
    strategyMeeting: meets && meeting <= end ? known(meeting) : null,
    s47Start,
    s47Outcome:
      s47Start !== null && done
        ? rng.weighted([
            ['ICPC', 30],
            ['CONTINUE', 45],
            ['S17', 18],
            ['NFA', 7],
          ] as const)
        : '',
    allocated: known(nextWeekday(start + rng.between(0, 3))),
    firstSeen: known(nextWeekday(Math.min(start + 3 + Math.round(rng.exponential(5)), end))),
    closed: closedAt,
    closureReason: closedAt === null ? '' : closingReason(rng, child, closedAt),
  };
}

function reviewedRisk(rng: Random, risk: 'LOW' | 'MEDIUM' | 'HIGH'): 'LOW' | 'MEDIUM' | 'HIGH' {
  const change = rng.next();
  if (change < 0.5) return risk === 'HIGH' ? 'MEDIUM' : 'LOW';
  if (change > 0.9) return risk === 'LOW' ? 'MEDIUM' : 'HIGH';
  return risk;
}
