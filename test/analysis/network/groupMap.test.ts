import { describe, expect, it } from 'vitest';
import { groupMap } from '../../../src/analysis/network/groupMap.js';
import { workbenchOf } from '../../../src/analysis/planner/workbench.js';
import { publishGroupMap } from '../../../src/disclosure/groups.js';
import { eventTable, inputOf, rowsFrom } from '../tables.js';

const GROUPS = rowsFrom(`
ocg_id  | mapped_at  | cse_linked | scope          | band | scoring_scheme | lro_assigned | plan_4p | reviewed_at | archived_at
secretC | 2018-08-01 | N          | LOCAL          |      |                | N            | N       |             |
secretA | 2016-05-01 | Y          | CROSS_DISTRICT | 4    | OCGM           | Y            | Y       | 2018-04-02  |
secretB | 2017-01-01 | S          | LOCAL          | M1   | MORILE         | Y            | N       | 2018-03-01  |
secretD | 2015-01-01 | Y          | LOCAL          | 5    | OCGM           | Y            | Y       | 2017-12-01  | 2018-09-30
secretE | 2018-10-01 | Y          | LOCAL          | 5    | OCGM           | Y            | Y       |             |
`);

const LINKS = rowsFrom(`
ocg_id  | entity_type | entity_id | linked_ocg_id | link_type | strength | from       | to
secretA | SUSPECT     | hushP1    |               | MEMBER    | STRONG   | 2016-05-01 |
secretA | SUSPECT     | hushP2    |               | MEMBER    | STRONG   | 2016-05-01 |
secretB | SUSPECT     | hushP3    |               | MEMBER    | WEAK     | 2017-05-01 |
secretB | SUSPECT     | hushP4    |               | MEMBER    | STRONG   | 2017-05-01 | 2018-06-01
secretA | CHILD       | hushK1    |               | VICTIM    | STRONG   | 2016-05-01 |
secretA | PREMISES    | hushQ1    |               | OWNS      | STRONG   | 2016-05-01 |
secretC | PREMISES    | hushQ1    |               | FREQUENTS | MODERATE | 2018-08-01 |
secretD | PREMISES    | hushQ2    |               | OWNS      | STRONG   | 2016-05-01 |
secretA | PREMISES    | hushQ2    |               | OWNS      | STRONG   | 2016-05-01 |
secretC | OCG         |           | secretB       | RIVAL     | WEAK     | 2018-08-01 |
secretB | OCG         |           | secretC       | RIVAL     | WEAK     | 2018-08-01 |
`);

const SUSPECTS = rowsFrom(`
crime_ref | person | status | district_offence
c1        | hushP1 | CHARGE | Burnley
c2        | hushP1 | CHARGE | Pendle
c3        | hushP2 | CHARGE | Burnley
c4        | hushP3 | ELIMINATED | Preston
`);

/** The same person under two pseudonyms: the third suspect is the first. */
const CHILD_OF = new Map([['hushP3', 'hushP1']]);

function mapped(strayLinks: readonly (typeof LINKS)[number][] = []) {
  const offences = SUSPECTS.map(({ crime_ref: crime = '', district_offence: place = '' }) => ({
    crime_ref: crime,
    person: `v-${crime}`,
    recorded_at: '2018-05-01',
    cse_flag: 'Y',
    district_offence: place,
  }));
  const input = inputOf(
    [
      eventTable('ocg', 'police', '2018-H1', GROUPS),
      eventTable('ocg-links', 'police', '2017-H2', strayLinks),
      eventTable('ocg-links', 'police', '2018-H1', LINKS),
      eventTable(
        'suspects',
        'police',
        '2018-H1',
        SUSPECTS.map(({ district_offence: _, ...row }) => row),
      ),
      eventTable('offences', 'police', '2018-H1', offences),
      eventTable('disruption', 'police', '2018-H1', [
        { action_id: 'x1', type: 'CAWN', issued_at: '2018-05-01', district: 'Burnley', ocg_id: 'secretA' },
        { action_id: 'x2', type: 'CAWN', issued_at: '2018-03-31', district: 'Burnley', ocg_id: 'secretA' },
      ]),
    ],
    ['2017-H2', '2018-H1'],
    { childOf: CHILD_OF },
  );
  return groupMap(workbenchOf(input), CHILD_OF);
}

describe('the map of groups', () => {
  it('holds the groups in force at the end of the half-year, numbered in the order in which they were mapped', () => {
    const found = mapped();
    // D was mapped first and is archived on the last day; E is mapped the day after.
    expect(found?.groups.map(({ label, cseLinked }) => [label, cseLinked])).toEqual([
      ['G2', 'yes'],
      ['G3', 'suspected'],
      ['G4', 'no'],
    ]);
  });

  it('counts distinct suspects and children in force, and the district of their offences', () => {
    const [a, b, c] = mapped()?.groups ?? [];
    expect(a).toMatchObject({ suspects: 2, children: 1, actions: 1 });
    expect(a?.districts.map(({ suspects }) => suspects)).toEqual([2, 1]);
    // The second member left in June.
    expect(b).toMatchObject({ suspects: 1, children: 0, actions: 0 });
    expect(c).toMatchObject({ suspects: 0, districts: [] });
  });

  it('says who has a lead, a plan and a review in the 183 days before the end', () => {
    const [a, b] = mapped()?.groups ?? [];
    // 2 April to 30 September 2018 are 181 days; 1 March is 213 before the end.
    expect(a).toMatchObject({ leadOfficer: true, plan: true, reviewed: true, band: '4', scheme: 'OCGM' });
    expect(b).toMatchObject({ plan: false, reviewed: false, band: 'M1', scheme: 'MORILE' });
  });

  it('joins groups by people, places and links that they have in common, each once', () => {
    expect(mapped()?.connections).toEqual([
      { kind: 'groups', label: '', groups: ['G3', 'G4'], strength: 'WEAK' },
      { kind: 'suspect', label: 'S1', groups: ['G2', 'G3'], strength: 'WEAK' },
      { kind: 'premises', label: 'P1', groups: ['G2', 'G4'], strength: 'MODERATE' },
    ]);
  });

  it('takes links from the newest file only', () => {
    const stray = { ocg_id: 'secretA', entity_type: 'SUSPECT', entity_id: 'old', from: '2016-01-01' };
    expect(mapped([stray])?.groups[0]?.suspects).toBe(2);
  });

  it('lets no id and no pseudonym out', () => {
    expect(JSON.stringify(mapped())).not.toMatch(/secret|hush|c1|x1/);
  });
});

describe('the map in an edition', () => {
  it('is for the tactical edition only', () => {
    expect(publishGroupMap(mapped(), 'B', 5)).toBeNull();
    expect(publishGroupMap(mapped(), 'P', 10)).toBeNull();
    expect(publishGroupMap(null, 'T', 3)).toBeNull();
  });

  it('hides few people, and tells districts without their numbers', () => {
    const [a] = publishGroupMap(mapped(), 'T', 3)?.groups ?? [];
    expect(a).toMatchObject({
      suspects: { symbol: 'c' },
      children: { symbol: 'c' },
      actions: { symbol: 'c' },
    });
    expect(JSON.stringify(a?.districts)).not.toMatch(/suspects/);
    const [open] = publishGroupMap(mapped(), 'T', 2)?.groups ?? [];
    expect(open).toMatchObject({ suspects: { number: 2 }, children: { symbol: 'c' } });
  });
});
