import type { SessionDevice } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import Bowser from 'bowser';
import type { Request } from 'express';

/** Longer than any browser's, short enough for whatever somebody sends instead. */
const MAX_LENGTH = 512;
const BROWSERS = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set<string>(Object.values(Bowser.OS_MAP));

/**
 * The browser that a request comes from, as its `User-Agent` has it: names that are
 * known by heart, and nothing that the header itself says.
 *
 * @returns undefined where neither the browser nor its system is known
 */
export function readDevice(req: Request): SessionDevice | undefined {
  const userAgent = req.get('user-agent')?.slice(0, MAX_LENGTH);
  if (!userAgent) {
    return undefined;
  }
  const parsed = Bowser.parse(userAgent);
  const browser = known(BROWSERS, parsed.browser.name);
  const system = known(SYSTEMS, parsed.os.name);
  return browser || system ? { browser, system } : undefined;
}

/** Of a browser that it doesn't know, the library repeats what the header says. */
function known(names: Set<string>, name?: string): string | undefined {
  return name !== undefined && names.has(name) ? name : undefined;
}
