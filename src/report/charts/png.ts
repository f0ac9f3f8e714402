import { renderAsync } from '@resvg/resvg-js';
import { assetPath } from '../assets.js';
import { FAMILY } from './theme.js';

const FONT_FILES = [assetPath('fonts/source-sans-3-400.ttf'), assetPath('fonts/source-sans-3-700.ttf')];
const SCALE = 2;

/**
 * An SVG as a PNG at twice its size, drawn with the shipped font only, so that every machine makes the same picture. It
 * is drawn on another thread, beside whatever comes next.
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const picture = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FAMILY },
  });
  return picture.asPng();
}
