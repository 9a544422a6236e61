import type { TestObject, TestPage } from '../pdf-writer.ts';
import type { PlacedPage } from './placed-filing.ts';

const f = (value: number): string => value.toFixed(3);

/** How the content of a page is put on it: the page as the file has it, and objects that it needs (numbers from 200). */
export type Frame = (
  content: string,
  page: PlacedPage,
  number: number,
) => { page: TestPage; objects?: TestObject[] };

const upright = { resources: '/ExtGState << /T << /ca 0.3 >> >>' };

export const frames: Record<string, Frame> = {
  upright: (content, { width, height }) => ({ page: { content, width, height, ...upright } }),
  'in device units, upside down': (content, { width, height }) => ({
    page: {
      content: `q 0.24 0 0 -0.24 0 ${height} cm q ${f(1 / 0.24)} 0 0 ${f(-1 / 0.24)} 0 ${f(height / 0.24)} cm ${content} Q Q`,
      width,
      height,
      ...upright,
    },
  }),
  'sideways, turned by the page': (content, { width, height }) => ({
    page: {
      content: `q 0 1 -1 0 ${height} 0 cm ${content} Q`,
      width: height,
      height: width,
      extra: '/Rotate 90',
      ...upright,
    },
  }),
  'sideways the other way, turned by the page': (content, { width, height }) => ({
    page: {
      content: `q 0 -1 1 0 0 ${width} cm ${content} Q`,
      width: height,
      height: width,
      extra: '/Rotate 270',
      ...upright,
    },
  }),
  'sideways, not turned': (content, { width, height }) => ({
    page: { content: `q 0 1 -1 0 ${height} 0 cm ${content} Q`, width: height, height: width, ...upright },
  }),
  'sideways the other way, not turned': (content, { width, height }) => ({
    page: { content: `q 0 -1 1 0 0 ${width} cm ${content} Q`, width: height, height: width, ...upright },
  }),
  'cut out of a larger sheet, in units of its own': (content, { width, height }) => ({
    page: {
      content: `q 0.5 0 0 0.5 -20 35 cm ${content} Q`,
      mediaBox: `[-60 -40 ${width} ${height}]`,
      extra: `/CropBox [-20 35 ${width / 2 - 20} ${height / 2 + 35}] /UserUnit 2`,
      ...upright,
    },
  }),
  'scaled to seven tenths': (content, { width, height }) => ({
    page: { content: `q 0.7 0 0 0.7 30 ${f(height * 0.28)} cm ${content} Q`, width, height, ...upright },
  }),
  'as a drawing of its own': (content, { width, height }, number) => ({
    page: {
      content: 'q 1 0 0 1 0 0 cm /X Do Q',
      width,
      height,
      resources: `/XObject << /X ${200 + number} 0 R >>`,
    },
    objects: [
      {
        number: 200 + number,
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${upright.resources} >>`,
        stream: content,
      },
    ],
  }),
  'as a drawing within a drawing': (content, { width, height }, number) => ({
    page: {
      content: 'q 1 0 0 1 20 10 cm /X Do Q',
      width,
      height,
      resources: `/XObject << /X ${200 + 2 * number} 0 R >>`,
    },
    objects: [
      {
        number: 200 + 2 * number,
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 ${2 * width} ${2 * height}] /Matrix [0.5 0 0 0.5 -20 -10] /Resources << /XObject << /Y ${201 + 2 * number} 0 R >> >>`,
        stream: 'q 2 0 0 2 0 0 cm /Y Do Q',
      },
      {
        number: 201 + 2 * number,
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${upright.resources} >>`,
        stream: content,
      },
    ],
  }),
};
