import type { AreaCode } from '../../reference/brands.js';
import type { Chart } from '../chart.js';
import type { Finding, Sentence } from '../model.js';
import { changeSentence, comparison } from '../statements/change.js';
import { halfSentence } from '../statements/concentration.js';
import { gradeOf } from '../statements/evidence.js';
import { localityFindingSentence, standing } from '../statements/localities.js';
import { listed } from '../statements/sentence.js';
import { storyOf } from '../statements/stories.js';
import type { ProfileView } from '../view.js';

/**
 * Id of the figure or table where an indicator's numbers are, if need be of one kind of chart; undefined when none has
 * them.
 */
export type See = (indicator: string, chart?: Chart['kind']) => string | undefined;

const LEAST = 5;
/** Changes that are taken before places and repeats have had their turn. */
const CHANGES_FIRST = 3;

interface Candidate {
  readonly indicator: string;
  readonly sentence: Sentence;
  /** 3 clearly higher or lower, 2 higher or lower, 1 no clear change. */
  readonly strength: number;
  readonly core: boolean;
  readonly place: number;
  readonly see: string;
}

/** Findings about the data, not about children, belong in the chapter on data quality. */
const NOT_A_FINDING = new Set(['quality', 'overlap']);

function changeCandidates(view: ProfileView, see: See): readonly Candidate[] {
  return view.catalogue.flatMap((info, place): Candidate[] => {
    const where = see(info.id);
    if (where === undefined || NOT_A_FINDING.has(info.theme)) return [];
    const { now, statement } = comparison(view, info.id);
    if (now === undefined || statement === undefined) return [];
    const differs = statement.verdict === 'higher' || statement.verdict === 'lower';
    if (!differs && statement.verdict !== 'no clear change') return [];
    return [
      {
        indicator: info.id,
        sentence: changeSentence(view, info.id),
        strength: differs ? (statement.clearly ? 3 : 2) : 1,
        core: info.tag === 'core',
        place,
        see: where,
      },
    ];
  });
}

function localityFinding(view: ProfileView, see: See, indicator: string): Finding | null {
  const districts: readonly AreaCode[] = view.districtsByName;
  const where = see(indicator, 'dot-range') ?? see(indicator);
  if (where === undefined) return null;
  const { higher, lower } = standing(view, indicator, districts);
  if (higher.length + lower.length === 0) return null;
  return {
    sentence: localityFindingSentence(view, indicator, districts),
    evidence: 'moderate',
    why: 'recording differs between places',
    see: where,
  };
}

function concentrationFinding(view: ProfileView, see: See): Finding | null {
  // Only the figure of concentration holds the number of children who make up half.
  const where = see('M01', 'grouped-bars');
  if (where === undefined) return null;
  const said = halfSentence(view, view.published.concentration('M01', view.area));
  if (said === null) return null;
  const { evidence, why } = gradeOf(view, comparison(view, 'M01'));
  return { sentence: said, evidence, why, see: where };
}

/**
 * The key findings, chosen by a fixed order so that nobody picks what suits:
 * 1. up to three changes since the same half-year of the year before: clearly higher or lower first, then higher or
 *    lower, core indicators before others, then in the order of the catalogue; one for each story (a count and its rate
 *    are one);
 * 2. localities that differ from the rest of the area in the referral rate, and how missing episodes are spread;
 * 3. further changes: all of core indicators, others until there are five;
 * 4. core indicators without clear change, until there are five.
 * @param see only what the document has a figure or table for is told
 * @param most findings at most
 */
export function keyFindings(view: ProfileView, see: See, most: number): readonly Finding[] {
  const candidates = [...changeCandidates(view, see)].sort(
    (a, b) => b.strength - a.strength || Number(b.core) - Number(a.core) || a.place - b.place,
  );
  const told = new Set<string>();
  const findings: Finding[] = [];
  const add = (candidate: Candidate): void => {
    const story = storyOf(candidate.indicator);
    if (told.has(story)) return;
    told.add(story);
    const { evidence, why } = gradeOf(view, comparison(view, candidate.indicator));
    findings.push({ sentence: candidate.sentence, evidence, why, see: candidate.see });
  };
  const differing = candidates.filter(({ strength }) => strength > 1);
  for (const candidate of differing) if (findings.length < CHANGES_FIRST) add(candidate);
  for (const extra of [localityFinding(view, see, 'S02'), concentrationFinding(view, see)]) {
    if (extra !== null) findings.push(extra);
  }
  for (const candidate of differing) if (findings.length < LEAST || candidate.core) add(candidate);
  for (const candidate of candidates) {
    if (candidate.strength === 1 && candidate.core && findings.length < LEAST) add(candidate);
  }
  return findings.slice(0, most).map((finding) => withRecommendations(view, finding));
}

/** Finding, inference, recommendation: names the recommendations that rest on what the finding speaks of. */
function withRecommendations(view: ProfileView, finding: Finding): Finding {
  const spoken = new Set(finding.sentence.records.map((id) => id.split('|')[0] ?? ''));
  const led = (view.words?.recommendations ?? []).filter(({ evidence, measure }) =>
    [...evidence, ...(measure === null ? [] : [measure])].some((indicator) => spoken.has(indicator)),
  );
  return led.length === 0
    ? finding
    : { ...finding, why: `${finding.why}; leads to ${listed(led.map(({ id }) => id))}` };
}
