import type { Severity } from '../../../../schemas/index.ts';
import { type Html, html, joined, nothing } from '../html.ts';

/** A part of a bar: how much, and the class that colours it. */
export interface Part {
  name: string;
  count: number;
  kind: Severity | 'good' | 'soft' | 'plain';
}

export interface Bar {
  name: string;
  /** In full, where `name` is short. */
  title?: string;
  parts: readonly Part[];
  /** The filter that a click sets. */
  filter?: { facet: string; value: string };
  /** Many small values added up: as a bar it would dwarf those that are named. */
  isRest?: true;
}

/** Bars lying one below the other: a table whose middle column is a drawing of its last. */
export function barTable(caption: string, bars: readonly Bar[], empty: string): Html {
  const most = Math.max(1, ...bars.filter(({ isRest }) => !isRest).map(totalOf));
  const rows = bars.map((bar) => {
    const total = totalOf(bar);
    const name = html`${bar.name}${bar.title === undefined ? nothing : html` <span>${bar.title}</span>`}`;
    const head =
      bar.filter === undefined
        ? name
        : html`<button type="button" data-facet="${bar.filter.facet}" data-value="${bar.filter.value}" title="${[bar.name, bar.title ?? ''].join(' ').trim()}">${name}</button>`;
    return html`<tr><th scope="row">${head}</th><td class="bar">${bar.isRest ? nothing : barOf(bar.parts, most)}</td><td class="n">${grouped(total)}</td></tr>`;
  });
  const body = rows.length === 0 ? html`<tr><td class="quiet">${empty}</td></tr>` : joined(rows);
  return html`<table class="bars"><caption>${caption}</caption><tbody>${body}</tbody></table>`;
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function barOf(parts: readonly Part[], most: number): Html {
  let x = 0;
  const pieces = parts
    .filter(({ count }) => count > 0)
    .map(({ name, count, kind }) => {
      const width = (count / most) * 100;
      const piece = html`<rect class="${kind}" x="${x.toFixed(3)}" width="${width.toFixed(3)}" height="10"><title>${name} ${grouped(count)}</title></rect>`;
      x += width;
      return piece;
    });
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

/** Sizes of a chart of columns, in its own units. */
const chart = { width: 420, height: 150, foot: 18, head: 14, gap: 0.28 };

/** Columns standing side by side, with the count above and the name below each. */
export function columnChart(caption: string, bars: readonly Bar[], empty: string): Html {
  if (bars.length === 0)
    return html`<figure class="columns"><figcaption>${caption}</figcaption><p class="quiet">${empty}</p></figure>`;
  const { width, height, foot, head, gap } = chart;
  const most = Math.max(1, ...bars.map(totalOf));
  const room = height - foot - head;
  const step = width / Math.max(bars.length, 4);
  const drawn = bars.map((bar, index) => {
    const left = index * step + (step * gap) / 2;
    const wide = step * (1 - gap);
    let y = height - foot;
    const pieces = bar.parts
      .filter(({ count }) => count > 0)
      .map(({ name, count, kind }) => {
        const tall = (count / most) * room;
        y -= tall;
        return html`<rect class="${kind}" x="${left.toFixed(1)}" y="${y.toFixed(2)}" width="${wide.toFixed(1)}" height="${tall.toFixed(2)}"><title>${bar.name} · ${name} ${grouped(count)}</title></rect>`;
      });
    const middle = (left + wide / 2).toFixed(1);
    return html`<g>${pieces}<text x="${middle}" y="${(y - 4).toFixed(1)}">${grouped(totalOf(bar))}</text><text class="name" x="${middle}" y="${height - 4}">${bar.name}</text></g>`;
  });
  const told = bars.map((bar) => `${bar.name}: ${totalOf(bar)}`).join(', ');
  return html`<figure class="columns"><figcaption>${caption}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${caption}: ${told}"><line x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>${drawn}</svg></figure>`;
}

/** 12 345: groups of three, narrow enough for a table. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
