import { beforeAll, describe, expect, it } from 'vitest';
import { ageAt, dayOfMinute } from '../../src/reference/days.js';
import { type Chapter, History } from '../../src/sample/history.js';
import type { Episode } from '../../src/sample/missing.js';

const CHILDREN = 313_780;

const chapters: Chapter[] = [];

beforeAll(() => {
  const history = new History(20180930, 1, 0);
  for (let i = 0; i < 10; i++) chapters.push(history.next(i === 9));
});

const all = <T>(of: (chapter: Chapter) => readonly T[]): T[] =>
  chapters.flatMap((chapter) => [...of(chapter)]);
const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length / Math.max(1, items.length);
const missing = (chapter: Chapter): Episode[] => chapter.episodes.filter(({ category }) => category === 'M');

function groupBy<T>(items: Iterable<T>, key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function episodesPerChild(episodes: readonly Episode[]): number[] {
  const counts = new Map<number, number>();
  for (const { child } of episodes) counts.set(child.no, (counts.get(child.no) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

function between(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

describe('volumes', () => {
  it('are those of pan-Lancashire', () => {
    for (const chapter of chapters) {
      between(chapter.episodes.length, 2200, 2900);
      between(chapter.offences.length, 471, 680);
      between(chapter.intelligence.length, 380, 650);
      between(chapter.groups.length, 11, 26);
      between(chapter.measures.length, 80, 165);
      between(chapter.health.length, 120, 260);
      between(
        chapter.offences.flatMap(({ suspects }) => suspects).length / chapter.offences.length,
        0.6,
        1.2,
      );
    }
    between(all((c) => c.referrals).length / 5, 1300, 1600);
  });

  it('rise for referrals, then level off', () => {
    const referred = chapters.map(({ referrals }) => referrals.length);
    const years = [0, 2, 4, 6, 8].map((i) => (referred[i] ?? 0) + (referred[i + 1] ?? 0));
    expect((years[3] ?? 0) / (years[0] ?? 1)).toBeGreaterThan(1.2);
    between((years[4] ?? 0) / (years[3] ?? 1), 0.9, 1.2);
  });

  it('are higher for missing children in the summer half', () => {
    const of = (half: 1 | 2) => all((c) => (c.period.half === half ? missing(c) : [])).length;
    expect(of(1) / of(2)).toBeGreaterThan(1.03);
  });
});

describe('plausibility bands of the method note (domain 6.8)', () => {
  it('hold for referrals', () => {
    for (const i of [0, 2, 4, 6, 8]) {
      const year = chapters.slice(i, i + 2).flatMap(({ referrals }) => referrals);
      const children = new Set(year.map(({ child }) => child.no)).size;
      between((children / CHILDREN) * 10_000, 5, 40);
    }
    const referrals = all((c) => c.referrals);
    between(
      share(referrals, ({ child }) => child.sex === 'F'),
      0.55,
      0.92,
    );
    expect(
      share(referrals, ({ child, contact }) => {
        const age = ageAt(child.born, contact);
        return age >= 13 && age <= 16;
      }),
    ).toBeGreaterThanOrEqual(0.55);
  });

  it('hold for missing episodes', () => {
    for (const chapter of chapters) {
      const episodes = missing(chapter);
      between(episodes.length / episodesPerChild(episodes).length, 1.5, 8);
      between(
        share(episodes, ({ cseFlag }) => cseFlag === 'Y'),
        0.03,
        0.2,
      );
    }
    const homes = all(missing).filter(({ care }) => care !== null);
    const byHome = new Map<string, number>();
    for (const { care } of homes) if (care?.urn) byHome.set(care.urn, (byHome.get(care.urn) ?? 0) + 1);
    const most = [...byHome.values()].sort((a, b) => b - a);
    const total = most.reduce((a, b) => a + b, 0);
    expect(most.slice(0, 5).reduce((a, b) => a + b, 0) / total).toBeGreaterThan(0.2);
  });

  it('hold for return interviews', () => {
    for (const chapter of chapters) {
      const done = chapter.interviews.filter(({ completedAt }) => completedAt !== null);
      between(
        share(chapter.interviews, ({ offered }) => offered === 'Y'),
        0.8,
        0.92,
      );
      between(done.length / chapter.interviews.filter(({ offered }) => offered === 'Y').length, 0.62, 0.78);
      between(
        share(done, ({ completedAt, returned }) => (completedAt ?? 0) - returned <= 72 * 60),
        0.2,
        0.95,
      );
    }
    const quick = (from: number, to: number) =>
      share(
        all((c) => c.interviews).filter(
          ({ completedAt, episode }) =>
            completedAt !== null &&
            chapters.slice(from, to).some(({ interviews }) => interviews.some((i) => i.episode === episode)),
        ),
        ({ completedAt, returned }) => (completedAt ?? 0) - returned <= 72 * 60,
      );
    expect(quick(8, 10) - quick(0, 2)).toBeGreaterThan(0.1);
  });

  it('hold for offences and suspects', () => {
    for (const i of [0, 2, 4, 6, 8]) {
      const year = chapters.slice(i, i + 2).flatMap(({ offences }) => offences);
      between((year.length / CHILDREN) * 1000, 3, 13);
      const assigned = year.filter(({ outcome }) => outcome !== '');
      between(
        share(assigned, ({ outcome }) => outcome === '1'),
        0.03,
        0.25,
      );
      between(
        share(year, ({ online }) => online === 'Y'),
        0.2,
        0.75,
      );
      const suspects = year.flatMap(({ suspects, from }) =>
        suspects.map(({ offender }) => ({ offender, from })),
      );
      between(
        share(suspects, ({ offender }) => offender.sex === 'M'),
        0.75,
        0.99,
      );
      between(
        share(suspects, ({ offender, from }) => ageAt(offender.born, from) < 18),
        0.15,
        0.6,
      );
    }
  });
});

describe('children who go missing again and again', () => {
  it('make the dispersion that police forces report: phi between 4 and 9', () => {
    for (const chapter of chapters) {
      const counts = episodesPerChild(missing(chapter));
      const episodes = counts.reduce((a, b) => a + b, 0);
      between(counts.reduce((sum, n) => sum + n * n, 0) / episodes, 4, 9);
      const few = counts.slice(0, Math.round(counts.length * 0.06)).reduce((a, b) => a + b, 0);
      between(few / episodes, 0.25, 0.42);
    }
  });

  it('are never missing twice at once', () => {
    const byChild = groupBy(
      all((c) => c.episodes),
      ({ child }) => child.no,
    );
    for (const episodes of byChild.values()) {
      const sorted = [...episodes].sort((a, b) => a.missingFrom - b.missingFrom);
      sorted.forEach((episode, i) => {
        const next = sorted[i + 1];
        if (next !== undefined)
          expect(episode.found ?? Number.POSITIVE_INFINITY).toBeLessThan(next.missingFrom);
      });
    }
  });
});

describe('changes of practice', () => {
  it('make steps where the configuration says the series break', () => {
    const flagged = chapters.map(({ offences }) => offences.filter(({ cse }) => cse === 'Y').length);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(flagged.slice(5, 7)) / mean(flagged.slice(3, 5))).toBeGreaterThan(1.2);
    expect(
      all((c) => c.episodes).filter((e) => e.category === 'ABSENT' && dayOfMinute(e.missingFrom) >= 17257),
    ).toEqual([]);
    expect(share(chapters[6]?.episodes ?? [], (e) => e.category === 'ABSENT')).toBeGreaterThan(0.1);
    expect(new Set(chapters[5]?.intelligence.map(({ scheme }) => scheme))).toEqual(new Set(['5x5x5']));
    expect(new Set(chapters[6]?.intelligence.map(({ scheme }) => scheme))).toEqual(new Set(['3x5x2']));
  });
});

describe('places', () => {
  it('differ, and some have hardly anything', () => {
    const count = (code: string) =>
      all((c) => c.referrals).filter(({ district }) => district === code).length;
    expect(count('E06000009')).toBeGreaterThan(4 * count('E07000119'));
    between(count('E07000124') / 10, 1, 15);
    for (const code of new Set(all((c) => c.referrals).map(({ district }) => district)))
      expect(code).toMatch(/^E0[67]/);
    expect(new Set(all((c) => c.referrals).map(({ district }) => district)).size).toBe(14);
  });
});

describe('families', () => {
  it('have brothers, sisters and twins among the children recorded', () => {
    const recorded = new Map(
      [...all((c) => c.referrals), ...all((c) => c.episodes)].map(({ child }) => [child.no, child]),
    );
    const families = groupBy(recorded.values(), ({ family }) => family);
    const several = [...families.values()].filter((children) => children.length > 1);
    expect(several.length).toBeGreaterThan(200);
    const twins = several.filter(
      (children) => new Set(children.map(({ born }) => born)).size < children.length,
    );
    expect(twins.length).toBeGreaterThan(5);
    for (const pair of twins) expect(pair.some(({ twin }) => twin)).toBe(true);
  });

  it('share children between agencies', () => {
    const referred = new Set(all((c) => c.referrals).map(({ child }) => child.no));
    const gone = new Set(all((c) => c.episodes).map(({ child }) => child.no));
    const victims = new Set(all((c) => c.offences).map(({ victim }) => victim.no));
    expect([...referred].filter((no) => gone.has(no)).length).toBeGreaterThan(800);
    expect([...referred].filter((no) => victims.has(no)).length).toBeGreaterThan(500);
  });
});
