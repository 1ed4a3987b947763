import type { Page } from '@playwright/test';

/**
 * Calls the app's own Palette client so many times at once, as a page with as
 * many parts would, and tells how many projects each call saw.
 */
export async function listProjectsAtOnce(
  page: Page,
  times: number,
): Promise<number[]> {
  return page.evaluate(async count => {
    interface Fiber {
      memoizedProps?: {
        apis?: {
          get(ref: { id: string }): {
            listProjects(options: { fresh: boolean }): Promise<unknown[]>;
          };
        };
      };
      child?: Fiber;
      sibling?: Fiber;
    }
    const root = document.getElementById('root')!;
    const key = Object.keys(root).find(name =>
      name.startsWith('__reactContainer$'),
    )!;
    const queue = [(root as unknown as Record<string, Fiber>)[key]];
    for (let fiber = queue.pop(); fiber; fiber = queue.pop()) {
      const apis = fiber.memoizedProps?.apis;
      if (typeof apis?.get === 'function') {
        const api = apis.get({ id: 'plugin.spectrocloud-auth.palette' });
        const lists = await Promise.all(
          Array.from({ length: count }, () =>
            api.listProjects({ fresh: true }),
          ),
        );
        return lists.map(list => list.length);
      }
      if (fiber.sibling) queue.push(fiber.sibling);
      if (fiber.child) queue.push(fiber.child);
    }
    throw new Error('The app has no API provider');
  }, times);
}
