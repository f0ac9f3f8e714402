import type { Verdict } from '../model.js';

/** Words of a verdict: what a sentence with it must say, and what it may never say. */
export interface VerdictWords {
  /** At least one of these, unless the sentence leaves the verdict out. */
  readonly allowed: readonly RegExp[];
  readonly banned: readonly RegExp[];
}

const DIRECTION = /\b(higher|lower|rose|fell|rising|falling|went up|went down|grew|shrank|larger|smaller)\b/i;
const NEVER = [
  /\bsignifican/i,
  /\b(soar|surg|rocket|plung|plummet|spik)/i,
  /\b(worsen|deteriorat|improv)/i,
  /\b(due to|caused by|driven by|as a result of)\b/i,
  /\b(stable|unchanged|steady)\b/i,
  // A percentage of change hides how few it may be of: counts are given instead.
  /\b(up|down) (by )?[\d,.]+ ?(%|per ?cent)/i,
  // The data do not say why; only a refusal to compare has a reason.
  /(?<!\b(compared|shown|available) )\bbecause\b/i,
] as const;

/** For every verdict, so that a new one cannot be spoken without its words. */
export const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  higher: {
    allowed: [/\bhigher\b/i, /\bmore\b/i, /\blarger\b/i],
    banned: [/\b(lower|fell|falling|smaller)\b/i, ...NEVER],
  },
  lower: {
    allowed: [/\blower\b/i, /\bfewer\b/i, /\bsmaller\b/i],
    banned: [/\b(higher|rose|rising|larger)\b/i, ...NEVER],
  },
  'no clear change': { allowed: [/no clear (change|difference)/i], banned: [DIRECTION, ...NEVER] },
  'too few to say': { allowed: [/too few/i, /numbers this small/i], banned: [DIRECTION, ...NEVER] },
  'not comparable': {
    allowed: [/cannot be compared/i, /not comparable/i],
    // Two numbers joined by "from ... to ..." compare what may not be compared.
    banned: [DIRECTION, /\bfrom [\d,.]+%? in .* to [\d,.]+%? in /i, ...NEVER],
  },
  rising: { allowed: [/\brising\b/i], banned: [/\b(falling|fell)\b/i, ...NEVER] },
  falling: { allowed: [/\bfalling\b/i], banned: [/\b(rising|rose)\b/i, ...NEVER] },
  'no clear trend': { allowed: [/no clear trend/i], banned: [/\b(rose|fell)\b/i, ...NEVER] },
  'expected range': {
    allowed: [/\bexpect\b/i, /\brange/i],
    banned: [/\b(will|forecast|predict)\b/i, ...NEVER],
  },
  'unusually high': { allowed: [/unusually high/i], banned: [/\b(lower|fell|falling|low)\b/i, ...NEVER] },
  'unusually low': { allowed: [/unusually low/i], banned: [/\b(higher|rose|rising|high)\b/i, ...NEVER] },
  'seven months above': {
    allowed: [/seven months running above/i],
    banned: [/\b(lower|fell|falling|below)\b/i, ...NEVER],
  },
  'seven months below': {
    allowed: [/seven months running below/i],
    banned: [/\b(higher|rose|rising|above)\b/i, ...NEVER],
  },
  'worth watching': { allowed: [/worth watching/i], banned: [DIRECTION, ...NEVER] },
  'within the usual range': { allowed: [/within the usual range/i], banned: [DIRECTION, ...NEVER] },
};

/** What a sentence with one verdict says that it may not, as patterns; empty when it may be printed. */
export function violations(verdict: Verdict, text: string): readonly string[] {
  return VERDICT_WORDS[verdict].banned.filter((pattern) => pattern.test(text)).map(String);
}

/** Whether a sentence says its verdict in one of its words. */
export function saysVerdict(verdict: Verdict, text: string): boolean {
  return VERDICT_WORDS[verdict].allowed.some((pattern) => pattern.test(text));
}
