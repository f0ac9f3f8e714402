import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../../src/report/html/markup.js';

describe('html', () => {
  it('escapes whatever is put into it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { text: out } = html`<p title="${text}">${text}</p>`;
        const inner = out.slice('<p title="'.length, -'</p>'.length);
        expect(inner.replace('">', '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('keeps markup, joins lists and leaves nothing out but nothing', () => {
    expect(html`${html`<b>${'&'}</b>`}${[1, null, undefined, false, 'x']}${trusted('<i>')}${0}`.text).toBe(
      '<b>&amp;</b>1x<i>0',
    );
  });
});
