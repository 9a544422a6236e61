import { describe, expect, it } from 'vitest';
import { PCT_08 } from '../../../src/reconcile/rules/pct-08.ts';
import { prose } from '../prose.ts';
import { check, figuresOf } from '../records.ts';

const said = (text: string) => check({ texts: [prose(text)] }, PCT_08);

describe('PCT-08, a difference of rates is told in points', () => {
  it('passes where per cent of the rate are meant', () => {
    expect(said('参保率由80%提高到88%，提高10%。').findings).toEqual([]);
    expect(said('参保率由80%提高到88%，提高10%。').coverage[0]).toMatchObject({ consistent: 1 });
  });

  it('fails as a note where points are told as per cent', () => {
    const [finding] = said('参保率由60%提高到90%，提高30%。').findings;
    expect(finding).toMatchObject({ severity: 'info', verdict: 'explained', kind: 'narrative' });
    expect(figuresOf(finding)).toEqual([30, 90, 60]);
    expect(finding?.message.zh).toContain('30 个百分点');
  });

  it('is on the edge where neither fits', () => {
    const [finding] = said('参保率由60%提高到90%，提高40%。').findings;
    expect(finding).toMatchObject({ severity: 'warning', verdict: 'improbable' });
  });

  it('cannot tell without the earlier rate, and leaves points alone', () => {
    expect(said('参保率为97%，比上年提高2%。').coverage[0]).toMatchObject({ not_evaluated: 1 });
    expect(said('参保率由95%提高到97%，提高2个百分点。').coverage).toEqual([]);
  });
});
