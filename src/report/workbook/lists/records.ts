import type { Amount, Factor, Indicator, Location } from '../../../../schemas/index.ts';
import { place } from '../../place.ts';
import type { Language } from '../../wording.ts';
import { figure, formatOf } from '../figures.ts';
import { figureStyle, looks } from '../looks.ts';
import type { Plan } from '../plan.ts';
import { titles } from '../words.ts';
import { yearOf } from './findings.ts';
import type { ListColumn } from './list-sheet.ts';
import { amountSections, indicatorSections, measures } from './record-words.ts';

/** A column of figures, each with the places that it is printed with. */
function figures<R>(numberOf: (record: R) => number | null, width: number) {
  return {
    width,
    value: (record: R) => figure(numberOf(record)),
    style: (record: R) => figureStyle(formatOf([numberOf(record)])),
  };
}

/** Money with at least two places, as accounts have it. */
function money<R>(numberOf: (record: R) => number | null, width: number) {
  return {
    width,
    value: (record: R) => figure(numberOf(record)),
    style: (record: R) => figureStyle(formatOf([numberOf(record), 0.01])),
  };
}

/** A row an indicator, its quantities as printed and as figures. */
export function indicatorColumns(plan: Plan, language: Language): ListColumn<Indicator>[] {
  const head = ({ filing_id }: Indicator) => plan.filings.get(filing_id);
  return [
    { title: titles.organisation, width: 22, value: (row) => head(row)?.organisation ?? '' },
    { title: titles.year, width: 7, value: (row) => yearOf(head(row)?.year), style: looks.centred },
    { title: titles.project, width: 22, value: (row) => head(row)?.project ?? '' },
    { title: titles.section, width: 10, value: ({ section }) => indicatorSections[section][language] },
    { title: titles.level1, width: 12, value: ({ level1 }) => level1 ?? '' },
    { title: titles.level2, width: 14, value: ({ level2 }) => level2 ?? '' },
    { title: titles.level3, width: 32, value: ({ level3 }) => level3 ?? '' },
    { title: titles.target, width: 16, value: ({ target }) => target?.raw ?? '' },
    { title: titles.targetFigure, ...figures(({ target }: Indicator) => target?.value ?? null, 12) },
    { title: titles.actual, width: 16, value: ({ actual }) => actual?.raw ?? '' },
    { title: titles.actualFigure, ...figures(({ actual }: Indicator) => actual?.value ?? null, 12) },
    { title: titles.unit, width: 9, value: ({ target, actual }) => target?.unit ?? actual?.unit ?? '' },
    { title: titles.weight, ...figures(({ weight }: Indicator) => weight, 8) },
    { title: titles.score, ...figures(({ score }: Indicator) => score, 8) },
    { title: titles.deviation, width: 24, value: ({ deviation }) => deviation ?? '' },
    { title: titles.remark, width: 18, value: ({ remark }) => remark ?? '' },
    { title: titles.place, width: 16, value: ({ source }) => placeOf(source, 'level3', language) },
    {
      title: titles.file,
      width: 30,
      value: ({ document_id }) => plan.paths.get(document_id) ?? '',
      style: looks.code,
    },
  ];
}

/** A row a figure of money or head count. */
export function amountColumns(plan: Plan, language: Language): ListColumn<Amount>[] {
  const head = ({ filing_id }: Amount) => plan.filings.get(filing_id);
  return [
    { title: titles.organisation, width: 22, value: (row) => head(row)?.organisation ?? '' },
    { title: titles.year, width: 7, value: ({ year }) => yearOf(year), style: looks.centred },
    { title: titles.section, width: 11, value: ({ section }) => amountSections[section][language] },
    { title: titles.item, width: 30, value: ({ item }) => item },
    { title: titles.parent, width: 20, value: ({ parent }) => parent ?? '' },
    { title: titles.measure, width: 12, value: ({ measure }) => measures[measure][language] },
    { title: titles.fund, width: 16, value: ({ fund }) => fund ?? '' },
    { title: titles.code, width: 12, value: ({ code }) => code ?? '', style: looks.code },
    { title: titles.value, ...money(({ value }: Amount) => value, 14) },
    { title: titles.unit, width: 8, value: ({ unit }) => unit ?? '', style: looks.centred },
    { title: titles.yuan, ...money(({ base_value }: Amount) => base_value, 18) },
    {
      title: titles.share,
      width: 9,
      value: ({ share }) => figure(share),
      style: ({ share }) => figureStyle(formatOf([share, 0.01], '%')),
    },
    { title: titles.factors, width: 24, value: ({ factors = [] }) => factors.map(factorText).join(' × ') },
    { title: titles.text, width: 14, value: ({ raw }) => raw },
    { title: titles.project, width: 24, value: ({ project }) => project ?? '' },
    { title: titles.place, width: 16, value: ({ source }) => placeOf(source, 'value', language) },
    {
      title: titles.file,
      width: 30,
      value: ({ document_id }) => plan.paths.get(document_id) ?? '',
      style: looks.code,
    },
  ];
}

/** 单价 3600元, with the unit where the cell prints none. */
function factorText({ label, raw, unit }: Factor): string {
  return `${label} ${raw}${unit === null || raw.includes(unit) || label.includes(unit) ? '' : unit}`;
}

function placeOf(source: Readonly<Record<string, Location>>, field: string, language: Language): string {
  const location = source[field] ?? Object.values(source)[0];
  return location === undefined ? '' : place(location, language);
}
