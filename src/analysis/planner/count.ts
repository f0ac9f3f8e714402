import type { Breakdown, Category, Filter, Tally } from '../catalogue/record.js';
import { breaksDownAt, type Categories, categoriesOf } from './categories.js';
import { type Answer, Counter } from './counter.js';
import { type Events, eventsOf } from './events.js';
import { eventTest } from './filters.js';
import type { Workbench } from './workbench.js';

/** What is asked about the events of a tally: how many of those of which it is known satisfy a condition, by breakdown. */
export interface Question {
  readonly known: readonly Filter[];
  readonly part: readonly Filter[];
  readonly breakdowns: readonly Breakdown[];
}

/** Counts by locality and half-year: cell = locality x half-years + half-year. */
export interface Answered {
  readonly total: Counter;
  readonly breakdowns: readonly BrokenDown[];
}

/** Counts by cell and category: cell x categories + category. */
export interface BrokenDown {
  readonly breakdown: Breakdown;
  readonly categories: readonly Category[];
  readonly counter: Counter;
}

/**
 * Answers all questions about one tally in one pass over its events. Every locality is counted on its own: a child in two
 * districts counts in both, and once in the area around them.
 */
export function countEvents(bench: Workbench, tally: Tally, questions: readonly Question[]): Answered[] {
  const once = typeof tally.count === 'object' && 'distinct' in tally.count;
  const key = typeof tally.count === 'object' && 'distinct' in tally.count ? tally.count.distinct : 'person';
  const events = eventsOf(bench, tally, key);
  const weights =
    typeof tally.count === 'object' && 'sum' in tally.count
      ? bench.frame(tally.extract).number(tally.count.sum)
      : null;
  const answers = questions.map((question) => {
    const pass = new Pass(bench, tally, events, once, key === 'person', weights);
    return pass.answer(question);
  });
  if (once && key !== 'person') addPeople(bench, tally, questions, answers);
  return answers;
}

/** The people behind things that are not people (the victims of crimes), from a pass grouped by person. */
function addPeople(
  bench: Workbench,
  tally: Tally,
  questions: readonly Question[],
  answers: readonly Answered[],
): void {
  const byPerson = countEvents(bench, { ...tally, count: { distinct: 'person' } }, questions);
  answers.forEach((answer, q) => {
    answer.total.people.set(byPerson[q]?.total.people ?? []);
    answer.breakdowns.forEach((broken, b) => {
      broken.counter.people.set(byPerson[q]?.breakdowns[b]?.counter.people ?? []);
    });
  });
}

type Around = (row: number) => readonly number[];

class Pass {
  private readonly halfYears: number;
  private readonly cells: number;

  constructor(
    private readonly bench: Workbench,
    private readonly tally: Tally,
    private readonly events: Events,
    private readonly once: boolean,
    private readonly people: boolean,
    private readonly weights: Float64Array | null,
  ) {
    this.halfYears = bench.history.periods.length;
    this.cells = bench.localities.length * this.halfYears;
  }

  answer(question: Question): Answered {
    const answers = this.answersTo(question);
    const total = new Counter(this.cells, this.once);
    const around = this.bench.localitiesOf(this.tally.extract, this.tally.area);
    this.each(around, (event, thing, cell) => this.add(total, cell, event, thing, answers[event]));
    return {
      total,
      breakdowns: question.breakdowns.map((breakdown) => this.breakDown(breakdown, answers)),
    };
  }

  private answersTo({ known, part }: Question): Uint8Array {
    const isKnown = eventTest(this.bench, this.tally.extract, known);
    const isPart = eventTest(this.bench, this.tally.extract, part);
    const { rows, places } = this.events;
    const answers = new Uint8Array(rows.length);
    for (let event = 0; event < rows.length; event++) {
      const [row, place] = [rows[event] ?? 0, places[event] ?? 0];
      if (isKnown(row, place)) answers[event] = isPart(row, place) ? 3 : 1;
    }
    return answers;
  }

  private breakDown(breakdown: Breakdown, answers: Uint8Array): BrokenDown {
    const found = categoriesOf(this.bench, this.tally.extract, breakdown);
    const counter = new Counter(this.cells * found.list.length, this.once);
    const around = this.bench.localitiesOf(this.tally.extract, this.tally.area, (locality) =>
      breaksDownAt(this.bench, breakdown, locality),
    );
    if (this.once && breakdown.several !== true) this.oneEach(found, counter, answers, around);
    else {
      this.each(around, (event, thing, cell) => {
        for (const category of found.of(this.events.rows[event] ?? 0)) {
          this.add(counter, cell * found.list.length + category, event, thing, answers[event]);
        }
      });
    }
    return { breakdown, categories: found.list, counter };
  }

  /** A thing belongs to one category of a cell: that of its first event there whose category is known. */
  private oneEach(found: Categories, counter: Counter, answers: Uint8Array, around: Around): void {
    const stamps = new Int32Array(this.cells).fill(-1);
    const chosen = new Int32Array(this.cells).fill(-1);
    const { things, rows } = this.events;
    let start = 0;
    while (start < things.length) {
      let end = start;
      while (end < things.length && things[end] === things[start]) end += 1;
      this.each(
        around,
        (event, thing, cell) => {
          if (stamps[cell] !== thing) {
            stamps[cell] = thing;
            chosen[cell] = -1;
          }
          if (chosen[cell] === -1) chosen[cell] = found.of(rows[event] ?? 0)[0] ?? -1;
        },
        start,
        end,
      );
      this.each(
        around,
        (event, thing, cell) => {
          const category = chosen[cell] ?? -1;
          if (category >= 0)
            this.add(counter, cell * found.list.length + category, event, thing, answers[event]);
        },
        start,
        end,
      );
      start = end;
    }
  }

  private each(
    around: Around,
    visit: (event: number, thing: number, cell: number) => void,
    from = 0,
    to = this.events.rows.length,
  ): void {
    const { rows, places, things } = this.events;
    for (let event = from; event < to; event++) {
      for (const locality of around(rows[event] ?? 0)) {
        visit(event, things[event] ?? -1, locality * this.halfYears + (places[event] ?? 0));
      }
    }
  }

  private add(
    counter: Counter,
    cell: number,
    event: number,
    thing: number,
    answer: number | undefined,
  ): void {
    const named = this.events.named(event);
    if (this.once && !named) return;
    const weight = this.weights === null ? 1 : this.weights[this.events.rows[event] ?? 0];
    if (weight === undefined || Number.isNaN(weight)) return;
    counter.add(cell, thing, named && this.people, answerOf(answer), weight);
  }
}

function answerOf(answer: number | undefined): Answer {
  return answer === 3 ? 3 : answer === 1 ? 1 : 0;
}
