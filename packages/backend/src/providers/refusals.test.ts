import { setTimeout as delay } from 'node:timers/promises';
import {
  SIGN_IN_FAILURES,
  type SignInFailureCode,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  CODE_LIFE,
  type Fault,
  NOTHING,
  TOKEN_LIFE,
} from './__testUtils__/Provider';
import { RefusalTable } from './__testUtils__/RefusalTable';
import { tryProviders } from './__testUtils__/tryProviders';

jest.setTimeout(360_000);

const REFERENCE = / \(reference (\S+)\)$/;

tryProviders(tried => {
  const table = new RefusalTable(tried.kind.name);

  /** Brings a callback to the backend that has to refuse it. @returns its log line */
  async function failWith(
    reason: SignInFailureCode,
    callback: URL,
    browser: PaletteBrowser,
  ): Promise<string> {
    const error: Error = await browser.finish(callback).then(
      () => new Error('signed in'),
      refusal => refusal,
    );
    const [, reference] = REFERENCE.exec(error.message) ?? [];
    expect(error.message).toBe(
      `${SIGN_IN_FAILURES[reason]} (reference ${reference})`,
    );
    const line = tried.backend.logs.find(log => log.includes(reference)) ?? '';
    expect(line).toContain(`: ${reason}: `);
    return line;
  }

  const open = () => new PaletteBrowser(tried.backend);

  const faultOf = (name: string): Fault =>
    name === 'a later sign-in'
      ? { ...NOTHING, begin: async () => void (await tried.signIn()) }
      : tried.provider.faults[name];

  it('another address of the callback stays on its own page', async () => {
    const { page = '' } = await tried.visit(open(), {
      change: ({ searchParams }) =>
        searchParams.set('redirect_uri', 'http://localhost:1/elsewhere'),
    });
    expect(table.meet(page, 'nothing comes back')).toHaveLength(1);
  });

  it('a scope that it does not know is told with what to do', async () => {
    const browser = open();
    const { url } = await tried.visit(browser, {
      change: ({ searchParams }) =>
        searchParams.set('scope', `${searchParams.get('scope')} nonsense`),
    });
    const line = await failWith('misconfigured', url, browser);
    expect(line).toContain('auth.providers.spectrocloud.development.scope');
    expect(table.meet(line, 'misconfigured')).toHaveLength(1);
  });

  it('a user who does not consent', async () => {
    const browser = open();
    const { url, page } = await tried.visit(browser, { consents: false });
    const seen = page ?? (await failWith('access_denied', url, browser));
    const here = page ? 'nothing comes back' : 'access_denied';
    expect(table.meet(seen, here)).toHaveLength(1);
  });

  it('a code that was used', async () => {
    const [browser, other] = [open(), open()];
    const { url: used } = await tried.visit(other);
    await other.finish(used);
    const { url } = await tried.visit(browser);
    url.searchParams.set('code', used.searchParams.get('code') ?? '');
    const line = await failWith('code_rejected', url, browser);
    expect(table.meet(line, 'code_rejected')).toHaveLength(1);
  });

  if (tried.kind.expiresCodes) {
    it('a code that has expired', async () => {
      const browser = open();
      const { url } = await tried.visit(browser);
      await delay((CODE_LIFE + 2) * 1_000);
      const line = await failWith('code_rejected', url, browser);
      expect(table.meet(line, 'code_rejected')).toHaveLength(1);
    });
  }

  it.each(tried.kind.signInFaults)('%s, at a sign-in', async (name, reason) => {
    const fault = faultOf(name);
    const browser = open();
    const { url } = await tried.visit(browser, {
      change: ({ searchParams }) =>
        searchParams.set('scope', 'openid profile email offline_access'),
    });
    await fault.begin();
    try {
      const line = await failWith(reason, url, browser);
      expect(table.meet(line, reason)).toHaveLength(1);
    } finally {
      await fault.end();
    }
  });

  it.each(tried.kind.renewalFaults)('%s, at a renewal', async (name, here) => {
    const fault = faultOf(name);
    const browser = await tried.signIn();
    await fault.begin();
    try {
      await delay((TOKEN_LIFE + 2) * 1_000);
      const from = tried.backend.logs.length;
      const status = here === 'the session ends' ? 401 : 503;
      expect((await browser.refresh()).status).toBe(status);
      const line = tried.backend.logs
        .slice(from)
        .find(log => log.includes('renewal failed'));
      expect(table.meet(line ?? '', here)).toHaveLength(1);
    } finally {
      await fault.end();
      await browser.signOut();
    }
  });

  it('leaves no row of the page that was not met', () => {
    expect(table.unmet).toEqual([]);
  });
});
