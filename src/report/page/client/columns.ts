import type { PageTexts } from './detail.ts';
import { element } from './element.ts';
import type { ListColumn } from './rows.ts';
import type { Found, PackedDocument } from './run-data.ts';

/** A document with the counts of its findings. */
export interface Home {
  document: PackedDocument;
  organisation: string;
  years: string;
  forms: number;
  counts: Readonly<Record<string, number>>;
}

const rank: Readonly<Record<string, number>> = { error: 0, warning: 1, info: 2 };

export function findingColumns({ words, severities }: PageTexts): ListColumn<Found>[] {
  return [
    {
      name: words.severity ?? '',
      className: 'severity',
      show: ({ severity }) => element('span', `badge ${severity}`, severities[severity] ?? severity),
      sort: ({ severity }) => rank[severity] ?? 9,
    },
    { name: words.rule ?? '', className: 'code', show: ({ rule }) => rule, sort: ({ rule }) => rule },
    {
      name: words.sentence ?? '',
      className: 'wide',
      show: ({ packed }) => element('div', 'clamp', packed[4]),
      sort: ({ packed }) => packed[4],
    },
    {
      name: words.difference ?? '',
      className: 'n',
      show: ({ packed }) => packed[6].find(([, , key]) => key === 'difference')?.[1] ?? '',
      sort: ({ packed }) => (packed[12] === null ? null : Math.abs(packed[12])),
    },
    {
      name: `${words.organisation ?? ''} · ${words.document ?? ''}`,
      className: 'home',
      show: ({ organisation, document: home }) => lines(organisation, nameOf(home)),
      sort: ({ organisation, document: home }) => `${organisation || '\uffff'} ${home?.[0] ?? ''}`,
    },
    { name: words.year ?? '', className: 'year', show: ({ year }) => year, sort: ({ year }) => year },
  ];
}

export function documentColumns(
  { words }: PageTexts,
  statuses: Readonly<Record<string, string>>,
): ListColumn<Home>[] {
  const count = (name: string, severity: string): ListColumn<Home> => ({
    name,
    className: `n small ${severity}`,
    show: ({ counts }) => (counts[severity] ? String(counts[severity]) : ''),
    sort: ({ counts }) => -(counts[severity] ?? 0),
  });
  return [
    {
      name: words.status ?? '',
      className: 'reading',
      show: ({ document: home }) => element('span', `status ${home[1]}`, statuses[home[1]] ?? home[1]),
      sort: ({ document: home }) => home[1],
    },
    {
      name: words.document ?? '',
      className: 'wide',
      show: ({ document: home, organisation }) => lines(linked(home), organisation),
      sort: ({ document: home }) => `${nameOf(home)} ${home[0]}`,
    },
    { name: words.year ?? '', className: 'year', show: ({ years }) => years, sort: ({ years }) => years },
    {
      name: words.forms ?? '',
      className: 'n small',
      show: ({ forms }) => String(forms),
      sort: ({ forms }) => -forms,
    },
    count(words.errors ?? '', 'error'),
    count(words.warnings ?? '', 'warning'),
    count(words.infos ?? '', 'info'),
    {
      name: words.reason ?? '',
      className: 'reason',
      show: ({ document: home }) => element('div', 'clamp', home[6] || (home[7][0] ?? '')),
      sort: ({ document: home }) => home[6] || (home[7][0] ?? ''),
    },
  ];
}

/** A path without its folders: a column has no room for them, the card beside the list shows them. */
function nameOf(home: PackedDocument | undefined): string {
  const path = home?.[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

function lines(first: Node | string, second: string): Node {
  const under = element('div', 'under', second);
  return first === '' ? under : element('div', '', element('div', 'line', first), under);
}

function linked(home: PackedDocument): Node | string {
  if (home[8] === '') return nameOf(home);
  const link = element('a', '', nameOf(home));
  link.href = home[8];
  link.title = home[0];
  return link;
}
