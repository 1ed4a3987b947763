import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import type { Page } from 'playwright-core';
import type { AppServer } from './AppServer';

const OURS = /(^|\/)plugins\/spectrocloud\/src\//;
/** Of the charts and of the viewer with highlighting. */
const LATER = /node_modules\/(@visx|d3-shape|react-syntax-highlighter)\//;

/** What the app loads before it shows its first page. */
export interface FirstLoad {
  /** Scripts, gzipped, in kB. */
  total: number;
  /** What of it is the plugin's own code, in kB. */
  plugin: number;
  /** Sources among it that only some pages need. */
  early: string[];
}

const kilobytes = (text: string) => gzipSync(text).length / 1_000;

/** Opens the app at a page that isn't the plugin's, signed in. */
export async function measureFirstLoad(
  page: Page,
  server: AppServer,
  checkout: string,
): Promise<FirstLoad> {
  const names = new Set<string>();
  page.on('response', response => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) names.add(basename(pathname));
  });
  await page.goto(`${server.url}/settings`);
  await page.getByRole('link', { name: 'Palette' }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const folder = join(checkout, 'packages', 'app', 'dist', 'static');
  const load: FirstLoad = { total: 0, plugin: 0, early: [] };
  let ours = '';
  for (const name of names) {
    const script = await readFile(join(folder, name), 'utf8');
    load.total += kilobytes(script);
    const mapFile = join(folder, `${name}.map`);
    // A script that only names others' exports has none.
    const parts = existsSync(mapFile)
      ? partsOf(script, await readFile(mapFile, 'utf8'))
      : new Map<string, string>();
    ours += [...parts]
      .filter(([source]) => OURS.test(source))
      .map(([, text]) => text)
      .join('');
    load.early.push(...[...parts.keys()].filter(name_ => LATER.test(name_)));
  }
  load.plugin = kilobytes(ours);
  return load;
}

/** The text that each source has become, by the script's source map. */
function partsOf(script: string, map: string): Map<string, string> {
  const lines = script.split('\n');
  const parts = new Map<string, string>();
  let last: { line: number; column: number; source: string } | undefined;
  const add = (line: number, column: number) => {
    if (!last) return;
    const end = line === last.line ? column : undefined;
    const text = lines[last.line - 1].slice(last.column, end);
    parts.set(last.source, (parts.get(last.source) ?? '') + text);
  };
  eachMapping(new TraceMap(map), mapping => {
    const { generatedLine, generatedColumn, source } = mapping;
    add(generatedLine, generatedColumn);
    last = source
      ? { line: generatedLine, column: generatedColumn, source }
      : undefined;
  });
  add(Infinity, 0);
  return parts;
}
