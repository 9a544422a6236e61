import type { Severity } from '../../../schemas/index.ts';
import type { Style } from './ooxml/styles.ts';

const line = 'D0D7DE';

/** Fill and letters of a severity; the paler fill is of cells that take part and are not in question themselves. */
export const severityColours: Record<Severity, { fill: string; pale: string; ink: string }> = {
  error: { fill: 'F8B4B4', pale: 'FDE8E8', ink: '9B1C1C' },
  warning: { fill: 'FCD68A', pale: 'FEF3D6', ink: '7A4B00' },
  info: { fill: 'A9CDF7', pale: 'E1EFFE', ink: '1A4B8C' },
};

export const looks = {
  title: { bold: true, size: 15, vertical: 'center' },
  meta: { colour: '57606A', vertical: 'center' },
  heading: { bold: true, size: 11, vertical: 'center' },
  header: {
    bold: true,
    fill: 'E6EBF1',
    border: line,
    wrap: true,
    vertical: 'center',
    align: 'center',
  },
  text: { border: line, wrap: true },
  code: { border: line },
  centred: { border: line, align: 'center' },
  link: { border: line, wrap: true, colour: '0A58CA', underline: true },
  plainLink: { colour: '0A58CA', underline: true, vertical: 'center' },
  caption: { colour: '57606A', italic: true, vertical: 'center' },
} as const satisfies Record<string, Style>;

const severityStyles: Record<Severity, Style> = {
  error: severityStyle('error'),
  warning: severityStyle('warning'),
  info: severityStyle('info'),
};

function severityStyle(severity: Severity): Style {
  const { fill, ink } = severityColours[severity];
  return { border: line, fill, colour: ink, bold: true, align: 'center' };
}

export function ofSeverity(severity: Severity): Style {
  return severityStyles[severity];
}

const figures = new Map<string, Style>();

/** A figure in a list, to the right, by its number format. */
export function figureStyle(format: string): Style {
  return remembered(figures, format, () => ({ border: line, align: 'right', format }));
}

const tableCells = new Map<string, Style>();

/** A cell of a table as it was filed; with the colours of a finding where it takes part in one. */
export function tableStyle(
  format: string | null,
  mark: { severity: Severity; isInQuestion: boolean } | null,
): Style {
  const key = `${format} ${mark?.severity} ${mark?.isInQuestion}`;
  return remembered(tableCells, key, () => {
    const colours = mark === null ? null : severityColours[mark.severity];
    return {
      border: 'AEB6BF',
      wrap: true,
      vertical: 'center',
      ...(format === null ? {} : { format, align: 'right' as const }),
      ...(colours === null || mark === null
        ? {}
        : mark.isInQuestion
          ? { fill: colours.fill, colour: colours.ink, bold: true }
          : { fill: colours.pale }),
    };
  });
}

function remembered(styles: Map<string, Style>, key: string, make: () => Style): Style {
  let style = styles.get(key);
  if (style === undefined) {
    style = make();
    styles.set(key, style);
  }
  return style;
}
