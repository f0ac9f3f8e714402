import { describe, expect, it } from 'vitest';
import { actionPlan } from '../../../src/analysis/plan/plan.js';
import { eventTable, inputOf, rowsFrom } from '../tables.js';

const EARLIER = `
action_id | plan_ref | priority | owner_agency | owner_board | opened_at  | due_at     | due_moves_n | status   | status_at  | rag | completed_at | indicator_id | evidence_ref
A1        | 5.1      | 5        | POL          | PAN         | 2017-10-20 | 2018-02-01 | 0           | ON_TRACK | 2018-03-01 | G   |              | PROCESS      |
A2        | 1.2      | 1        | EDU          | LANCS       | 2017-11-01 | 2018-06-30 | 1           | ON_TRACK | 2018-03-01 | G   |              | T06          |
A3        | 1.10     | 1        | EDU          | BPOOL       | 2017-11-01 | 2018-03-31 | 3           | AT_RISK  | 2018-03-01 | A   |              |              |
`;
const LATER = `
action_id | plan_ref | priority | owner_agency | owner_board | opened_at  | due_at     | due_moves_n | status          | status_at  | rag | completed_at | indicator_id | evidence_ref
A1        | 5.1      | 5        | POL          | PAN         | 2017-10-20 | 2018-02-01 | 0           | COMPLETE        | 2018-05-10 | B   | 2018-05-10   | PROCESS      | E-1
A2        | 1.2      | 1        | EDU          | LANCS       | 2017-11-01 | 2018-06-30 | 1           | COMPLETE        | 2018-09-01 | B   |              | T06          |
A3        | 1.10     | 1        | EDU          | BPOOL       | 2017-11-01 | 2018-03-31 | 3           | OVERDUE         | 2018-09-01 | R   |              |              |
A4        | 7.1      | 7        | CSC          | BWD         | 2018-08-01 | 2019-01-31 | 0           | CLOSED_NOT_DONE | 2018-09-20 | R   |              | T01          |
`;

function plan(later = LATER) {
  return actionPlan(
    inputOf(
      [
        eventTable('actions', 'council', '2017-H2', rowsFrom(EARLIER)),
        eventTable('actions', 'council', '2018-H1', rowsFrom(later)),
      ],
      ['2017-H2', '2018-H1'],
    ),
  );
}

describe('the action plan', () => {
  it('comes in the order of the strategy, 1.2 before 1.10', () => {
    expect(plan().map(({ number }) => number)).toEqual(['1.2', '1.10', '5.1', '7.1']);
  });

  it('says how each action stood at the end of the last four quarters, from the version sent by then', () => {
    const states = Object.fromEntries(
      plan().map(({ id, quarters }) => [id, quarters.map(({ state }) => state)]),
    );
    // Quarters end on 31 December 2017, 31 March, 30 June and 30 September 2018.
    expect(states).toEqual({
      A1: ['open', 'overdue', 'complete', 'complete'],
      A2: ['open', 'open', 'open', 'complete'],
      A3: ['open', 'open', 'overdue', 'overdue'],
      A4: ['not yet begun', 'not yet begun', 'not yet begun', 'closed, not done'],
    });
    expect(plan()[0]?.quarters.map(({ period }) => period)).toEqual([
      '2017-Q3',
      '2017-Q4',
      '2018-Q1',
      '2018-Q2',
    ]);
  });

  it('flags what must be asked about, and nothing else', () => {
    const flags = Object.fromEntries(plan().map((action) => [action.id, action.flags]));
    expect(flags).toEqual({
      A1: [],
      A2: ['complete without a date', 'complete without evidence'],
      A3: ['overdue', 'due date moved more than twice', 'no measure named'],
      A4: [],
    });
  });

  it('tells a process from an action that names no measure', () => {
    const of = (id: string) => plan().find((action) => action.id === id);
    expect([of('A1')?.indicator, of('A2')?.indicator, of('A3')?.indicator]).toEqual([null, 'T06', null]);
    expect(of('A1')?.flags).not.toContain('no measure named');
  });
});
