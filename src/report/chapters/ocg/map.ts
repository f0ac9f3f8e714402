import { lengthOf } from '../../../disclosure/derive.js';
import type { PublishedGroup, PublishedGroupMap, PublishedObservation } from '../../../disclosure/model.js';
import type { FigureBlock, Sentence, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { listed, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { altText, column, LEFT, sourceLine, thisSpan, tidyRows } from '../figures/exhibit.js';

const LINKED: Readonly<Record<PublishedGroup['cseLinked'], string>> = {
  yes: 'Yes',
  suspected: 'Suspected',
  no: 'No',
};

function scopeText(view: ProfileView, code: string): string {
  const scopes = view.info('G01')?.breakdowns.find(({ id }) => id === 'type')?.categories ?? [];
  return scopes.find((category) => category.code === code)?.label ?? code;
}

function strengthText(strength: string): string {
  return strength === '' ? 'Not said' : `${strength.charAt(0)}${strength.slice(1).toLowerCase()}`;
}

/** Edges of the map in words, for the table under the drawing. */
function edgesTable(
  view: ProfileView,
  map: PublishedGroupMap,
  title: string,
  source: string,
): FigureBlock['table'] {
  const reach = map.groups.flatMap(({ label, districts }) =>
    districts.map((area, n) => [label, view.areaName(area), n === 0 ? 'Own district' : 'Reaches it', '–']),
  );
  const common = map.connections.map(({ kind, label, groups, strength }) =>
    kind === 'groups'
      ? [groups[0] ?? '', groups[1] ?? '', 'Linked groups', strengthText(strength)]
      : [
          listed(groups),
          label,
          kind === 'suspect' ? 'Suspect in common' : 'Place in common',
          strengthText(strength),
        ],
  );
  return {
    id: 'group-map',
    title,
    subtitle: 'Every line of the map.',
    columns: [
      column('from', 'Group', LEFT),
      column('to', 'With', LEFT),
      column('kind', 'Kind of link', LEFT),
      column('strength', 'Weakest link', LEFT),
    ],
    rows: [...reach, ...common].map((cells) => ({ cells: cells.map((text) => ({ text })) })),
    notes: [],
    source,
    tidy: tidyRows(view, observed(view)),
  };
}

/** The count that the map draws: what the tidy file of its tables holds, since single groups are no observations. */
function observed(view: ProfileView): readonly PublishedObservation[] {
  const now = view.published.find('G01', view.pan, view.current.id);
  return now === undefined ? [] : [now];
}

function mapFigure(view: ProfileView, map: PublishedGroupMap): FigureBlock {
  const reached = new Set(map.groups.flatMap(({ districts }) => districts));
  const districts = view.districtsByName.filter((area) => reached.has(area));
  const row = new Map(map.groups.map(({ label }, n) => [label, n]));
  const rows = (labels: readonly string[]): number[] => labels.flatMap((label) => row.get(label) ?? []);
  const crossing = map.groups.filter((group) => group.districts.length > 1);
  const shared = map.connections.filter(({ kind }) => kind !== 'groups');
  const title = sentence(
    `${formatFigure(lengthOf(crossing), 'count')} of ${formatFigure(lengthOf(map.groups), 'count')} mapped groups reach more than one district`,
  );
  const source = sourceLine(view, ['ocg', 'ocg-links', 'suspects'], thisSpan(view));
  return {
    kind: 'figure',
    id: 'group-map',
    title,
    subtitle: `Mapped groups at the end of ${view.current.text}. Full lines lead to a group’s own district, dashed lines to others; a district is that of an offence of which a member is suspected.`,
    alt: altText(
      `Network of mapped groups, the districts they reach and what they have in common`,
      [
        `${formatFigure(lengthOf(map.groups), 'count')} groups in ${formatFigure(lengthOf(districts), 'count')} districts`,
        `${formatFigure(lengthOf(crossing), 'count')} cross a district border`,
        `${formatFigure(lengthOf(shared), 'count')} suspects or places are shared by several groups`,
      ],
      'It shows where one district’s action needs another’s.',
    ),
    chart: {
      kind: 'network',
      places: districts.map((area) => view.areas.shortName(area)),
      groups: map.groups.map((group) => ({
        label: group.label,
        hover: `${group.label}: ${LINKED[group.cseLinked].toLowerCase()} linked to exploitation, ${scopeText(view, group.scope).toLowerCase()}`,
        shape: group.cseLinked === 'yes' ? 'circle' : 'square',
        places: group.districts.map((area) => districts.indexOf(area)),
      })),
      shared: shared.map(({ kind, label, groups }) => ({
        label,
        shape: kind === 'suspect' ? 'circle' : 'diamond',
        groups: rows(groups),
      })),
      between: map.connections.flatMap(({ kind, groups, strength }) => {
        const [from, to] = rows(groups);
        return kind !== 'groups' || from === undefined || to === undefined
          ? []
          : [{ from, to, weak: strength === 'WEAK' }];
      }),
    },
    width: 'full',
    reading: null,
    source,
    table: edgesTable(view, map, title.text, source),
  };
}

/** "4P plan, review", or a dash when nothing is missing. */
function lacks({ leadOfficer, plan, reviewed }: PublishedGroup): string {
  const missing = [
    ...(leadOfficer ? [] : ['lead officer']),
    ...(plan ? [] : ['4P plan']),
    ...(reviewed ? [] : ['review']),
  ];
  return missing.length === 0 ? '–' : missing.join(', ').replace(/^./, (letter) => letter.toUpperCase());
}

function groupsTable(view: ProfileView, map: PublishedGroupMap): Table {
  return {
    kind: 'table',
    id: 'mapped-groups',
    title: `Mapped groups, end of ${view.current.text}`,
    subtitle:
      'Numbered in the order in which they were mapped. Bands of different scoring schemes are not compared.',
    columns: [
      column('group', 'Group', LEFT),
      column('linked', 'Linked to CSE', LEFT),
      column('band', 'Band (scheme)', LEFT),
      column('lacks', 'Lacks', LEFT),
      column('suspects', 'Suspects'),
      column('children', 'Children linked'),
      column('actions', 'Actions'),
      column('districts', 'Districts of its offences', LEFT),
    ],
    rows: map.groups.map((group) => ({
      cells: [
        { text: group.label },
        { text: LINKED[group.cseLinked] },
        { text: group.band === null ? 'Not scored' : `${group.band} (${group.scheme ?? 'scheme not said'})` },
        { text: lacks(group) },
        { figure: group.suspects, format: 'count' },
        { figure: group.children, format: 'count' },
        { figure: group.actions, format: 'count' },
        { text: listed(group.districts.map((area) => view.areas.shortName(area))) || 'None known' },
      ],
    })),
    notes: [
      'A review counts for 183 days before the end of the half-year. Actions: disruption against the group in the half-year.',
      'Children linked to a group are first of all children who may be exploited.',
    ],
    source: sourceLine(view, ['ocg', 'ocg-links', 'suspects', 'disruption'], thisSpan(view)),
    tidy: tidyRows(view, observed(view)),
  };
}

/** Groups by band, one scoring scheme after the other: bands of two schemes are never put together. */
function bandsTable(view: ProfileView, map: PublishedGroupMap): Table {
  const bands = [
    ...new Map(
      map.groups.map(({ scheme, band }) => [`${scheme ?? ''} ${band ?? ''}`, { scheme, band }] as const),
    ),
  ].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    kind: 'table',
    id: 'groups-by-band',
    title: `Groups by band, end of ${view.current.text}`,
    subtitle: 'As scored by the police; a band says nothing outside its own scheme.',
    columns: [
      column('scheme', 'Scheme', LEFT),
      column('band', 'Band', LEFT),
      column('linked', 'Linked to CSE'),
      column('other', 'Others'),
      column('lacking', 'Lacking something'),
    ],
    rows: bands.map(([, { scheme, band }]) => {
      const own = map.groups.filter((group) => group.scheme === scheme && group.band === band);
      const count = (of: (group: PublishedGroup) => boolean) =>
        ({ figure: lengthOf(own.filter(of)), format: 'count' }) as const;
      return {
        cells: [
          { text: scheme ?? 'Not said' },
          { text: band ?? 'Not scored' },
          count(({ cseLinked }) => cseLinked === 'yes'),
          count(({ cseLinked }) => cseLinked !== 'yes'),
          count((group) => lacks(group) !== '–'),
        ],
      };
    }),
    notes: ['Lacking: a lead officer, a 4P plan or a review in the last 183 days.'],
    source: sourceLine(view, ['ocg'], thisSpan(view)),
    tidy: tidyRows(view, observed(view)),
  };
}

/** What each group with a link to exploitation lacks: a lead officer, a plan, a review. */
function lacking(map: PublishedGroupMap): readonly Sentence[] {
  const linked = map.groups.filter(({ cseLinked }) => cseLinked === 'yes');
  const say = (what: string, without: readonly PublishedGroup[]): Sentence =>
    sentence(
      without.length === 0 ? `${what}: none.` : `${what}: ${listed(without.map(({ label }) => label))}.`,
    );
  return [
    say(
      'Without a lead officer',
      linked.filter(({ leadOfficer }) => !leadOfficer),
    ),
    say(
      'Without a 4P plan',
      linked.filter(({ plan }) => !plan),
    ),
    say(
      'Review overdue',
      linked.filter(({ reviewed }) => !reviewed),
    ),
    say(
      'No disruption in the half-year',
      linked.filter(({ actions }) => 'number' in actions && actions.number === 0),
    ),
  ];
}

/** The map itself, for the tactical edition; other editions are told that it is there. */
export const map: ChapterRecord = {
  id: 'map',
  title: 'The map of groups',
  audience: ['T'],
  build(view) {
    const found = view.published.groups;
    if (found === null || found.groups.length === 0) {
      return {
        id: map.id,
        title: map.title,
        lead: sentence('No mapped group is in force at the end of the half-year.'),
        blocks: [],
      };
    }
    return {
      id: map.id,
      title: map.title,
      lead: sentence(
        `${formatFigure(lengthOf(found.groups), 'count')} groups are on the map; ${formatFigure(lengthOf(found.connections), 'count')} links join them to each other.`,
      ),
      blocks: blocksOf([
        mapFigure(view, found),
        { kind: 'heading', text: 'What groups linked to exploitation lack' },
        { kind: 'paragraph', sentences: lacking(found) },
        bandsTable(view, found),
        groupsTable(view, found),
      ]),
    };
  },
};
