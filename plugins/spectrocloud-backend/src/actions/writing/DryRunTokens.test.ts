import type { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { createTestDatabases } from '../../__testUtils__/databases';
import { PluginDatabase } from '../../database/PluginDatabase';
import type { PaletteInstance } from '../../palette/PaletteInstances';
import { DryRunClaims } from './DryRunClaims';
import { type DryRun, DryRunTokens } from './DryRunTokens';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const KEYS = { one: '1'.repeat(32), two: '2'.repeat(32) };

const instance = {
  name: 'demo',
  url: 'https://palette.example',
} as PaletteInstance;

function dryRun(
  changes: Partial<DryRun> & {
    instance?: Partial<PaletteInstance>;
    identity?: { tenantUid?: string; userUid?: string };
  } = {},
): DryRun {
  const { instance: other, identity, ...rest } = changes;
  return {
    operation: 'create-cluster',
    userEntityRef: 'user:default/dana',
    request: { projectUid: 'p1', cluster: { name: 'prod', pools: [1, 2] } },
    caller: {
      instance: { ...instance, ...other },
      session: {
        authorization: { kind: 'session', token: 'SECRET' },
        sessionId: 's1',
        identity: {
          tenantUid: 't1',
          tenantName: 'demo',
          userUid: 'u1',
          email: 'dana@acme.example',
          ...identity,
        },
      },
    },
    ...rest,
  };
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('DryRunTokens on %s', id => {
  let database: DatabaseService;
  let now: number;
  const logger = mockServices.logger.mock();

  /** A process with these keys. */
  const replica = (secrets: [string, ...string[]] = [KEYS.one]) =>
    new DryRunTokens({
      keyring: Keyring.fromSecrets(secrets),
      claims: new DryRunClaims({
        database: new PluginDatabase({ database, logger }),
        logger,
      }),
      now: () => now,
    });

  beforeAll(async () => {
    const knex = await databases.init(id);
    database = { getClient: async () => knex };
    await new PluginDatabase({ database, logger }).connect();
  });

  beforeEach(() => {
    now = NOW;
    logger.warn.mockReset();
  });

  it('are good for one attempt, at whichever replica', async () => {
    const { dryRunToken, expiresAt } = replica().issue(dryRun(), { a: 1 });
    expect(expiresAt).toBe(new Date(NOW + 10 * MINUTE_MS).toISOString());
    // The second attempt finds what the first has written, wherever it was made.
    const others = [replica(), replica([KEYS.two, KEYS.one]), replica()];
    const results = await Promise.allSettled(
      others.map(async other => other.redeem(dryRunToken, dryRun())),
    );
    const refusals = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    const used = {
      name: 'ConflictError',
      message: expect.stringContaining('was used before'),
    };
    expect(refusals).toEqual([
      expect.objectContaining(used),
      expect.objectContaining(used),
    ]);
  });

  it('do not depend on the order of an object’s fields, nor on the session', async () => {
    const { dryRunToken } = replica().issue(dryRun(), {});
    const same = dryRun({
      request: { cluster: { pools: [1, 2], name: 'prod' }, projectUid: 'p1' },
    });
    same.caller.session.sessionId = 's2';
    await expect(replica().redeem(dryRunToken, same)).resolves.toMatchObject({
      expiresAt: NOW + 10 * MINUTE_MS,
    });
  });

  it.each([
    ['of another user', dryRun({ userEntityRef: 'user:default/ada' })],
    ['of another operation', dryRun({ operation: 'approve-repave' })],
    ['of another input', dryRun({ request: { projectUid: 'p1' } })],
    [
      'of a list in another order',
      dryRun({
        request: { projectUid: 'p1', cluster: { name: 'prod', pools: [2, 1] } },
      }),
    ],
    ['of another instance', dryRun({ instance: { name: 'other' } })],
    ['of another Palette', dryRun({ instance: { url: 'https://x.example' } })],
    ['of another tenant', dryRun({ identity: { tenantUid: 't2' } })],
    ['of another Palette user', dryRun({ identity: { userUid: 'u2' } })],
  ])('are refused for a change %s, and not used up', async (_what, other) => {
    const { dryRunToken } = replica().issue(dryRun(), {});
    await expect(replica().redeem(dryRunToken, other)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('not of a dry run of this'),
    });
    await expect(
      replica().redeem(dryRunToken, dryRun()),
    ).resolves.toMatchObject({ expiresAt: NOW + 10 * MINUTE_MS });
  });

  it.each(['', 'x', 'v1.a.b', `v1.${'0'.repeat(12)}.${'A'.repeat(80)}`])(
    'are not %j',
    async token => {
      await expect(replica().redeem(token, dryRun())).rejects.toMatchObject({
        name: 'InputError',
      });
    },
  );

  it('are refused by a deployment with other keys', async () => {
    const { dryRunToken } = replica().issue(dryRun(), {});
    await expect(
      replica([KEYS.two]).redeem(dryRunToken, dryRun()),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('last for ten minutes', async () => {
    const first = replica().issue(dryRun(), {}).dryRunToken;
    const second = replica().issue(dryRun(), {}).dryRunToken;
    now += 10 * MINUTE_MS - 1;
    await expect(replica().redeem(first, dryRun())).resolves.toMatchObject({
      expiresAt: NOW + 10 * MINUTE_MS,
    });
    now += 1;
    await expect(replica().redeem(second, dryRun())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('has expired'),
    });
  });

  it('know what would have happened', async () => {
    const tokens = replica();
    const { dryRunToken } = tokens.issue(dryRun(), { reasons: ['a'], b: 1 });
    const opened = await tokens.redeem(dryRunToken, dryRun());
    tokens.checkOutcome(opened, { b: 1, reasons: ['a'] });
    expect(() => tokens.checkOutcome(opened, { b: 1, reasons: [] })).toThrow(
      'What would happen has changed since the dry run',
    );
  });

  it('hold nothing to read, and fit into an output', () => {
    const { dryRunToken } = replica().issue(dryRun(), { secret: 'SECRET' });
    expect(dryRunToken).toMatch(/^[\w.-]{100,500}$/);
    expect(Buffer.from(dryRunToken, 'base64url').toString()).not.toMatch(
      /dana|SECRET|prod/,
    );
  });

  it('change nothing while the database can’t tell which are used', async () => {
    const token = replica().issue(dryRun(), {}).dryRunToken;
    const knex = await database.getClient();
    database = {
      getClient: async () => {
        throw new Error("insert … values ('x') - connection refused");
      },
    };
    await expect(replica().redeem(token, dryRun())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('nothing was changed'),
    });
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/used before: connection refused$/)],
    ]);
    database = { getClient: async () => knex };
  });

  it('forgets the used ones that have long expired', async () => {
    const redeem = async () =>
      replica().redeem(replica().issue(dryRun(), {}).dryRunToken, dryRun());
    await redeem();
    now += 3 * 60 * MINUTE_MS;
    await redeem();
    const knex = await database.getClient();
    expect(await knex('spectrocloud_used_dry_runs').select()).toHaveLength(1);
  });
});
