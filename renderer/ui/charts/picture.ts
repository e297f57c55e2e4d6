import { resolver, theme } from '../../theme.ts';
import { init, type ChartOption } from './option.ts';
import { themed, type Token } from './theme.ts';

/** Size of a saved picture in CSS pixels; a PNG has twice as many each way, for print. */
const WIDTH = 960;
const HEIGHT = 480;
const HEAD = 56;
const EDGE = 20;
const SCALE = 2;

/** A picture goes into papers: always the light palette, whatever the screen shows. */
const palette = resolver(null as never).light as Readonly<Record<string, string>>;
/** In single quotes: the drawing's style attributes stand in double ones, and are written as they are. */
const family = (theme.fontFamily ?? 'sans-serif').replaceAll('"', "'");
const light: Token = (name) => (name === '--mantine-font-family' ? family : (palette[name] ?? ''));

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** The chart under its title, as the text of an SVG file. */
export function svgOf(option: ChartOption, title: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH - 2 * EDGE, height: HEIGHT - HEAD - EDGE });
  try {
    chart.setOption({ ...themed(option, light), animation: false });
    const font = escaped(light('--mantine-font-family'));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="${light('--surface')}"/>`,
      `<text x="${EDGE}" y="34" font-family="${font}" font-size="18" font-weight="600" fill="${light('--ink')}">${escaped(title)}</text>`,
      `<g transform="translate(${EDGE} ${HEAD})">`,
      // Its style sheet is for pointing at things on a screen.
      chart.renderToSVGString().replace(/<style[\s\S]*?<\/style>/g, ''),
      '</g>',
      '</svg>',
      '',
    ].join('\n');
  } finally {
    chart.dispose();
  }
}

/** The same picture as the bytes of a PNG, in base64. */
export async function pngOf(option: ChartOption, title: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(option, title))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = HEIGHT * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This window cannot draw.');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
