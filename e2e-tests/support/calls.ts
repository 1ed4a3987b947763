import { expect, type Page, type Request } from '@playwright/test';

/** How long a page that is quiet stays so before it counts as settled. */
const QUIET_MS = 500;

/**
 * Watches what the page asks the plugin's back end. The function it returns
 * waits until all of that is answered and nothing more is asked: until a step
 * has loaded what it shows.
 */
export function watchCalls(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let lastChange = Date.now();
  const note = (change: (request: Request) => void) => (request: Request) => {
    if (!request.url().includes('/api/spectrocloud/')) return;
    change(request);
    lastChange = Date.now();
  };
  const end = note(request => open.delete(request));
  page.on(
    'request',
    note(request => open.add(request)),
  );
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    await expect
      .poll(() => open.size === 0 && Date.now() - lastChange >= QUIET_MS)
      .toBe(true);
  };
}
