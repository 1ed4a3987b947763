import { randomBytes } from 'node:crypto';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const WORTHWHILE_CHARACTERS = 12;
const databases = createTestDatabases();

/** A secret as it may be written: as it is, hex, base64. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64').slice(0, -4),
    bytes.toString('base64url').slice(0, -4),
  ];
}

/** Every part of a secret that would be worth something. */
function parts(secret: string): string[] {
  return spellings(secret).flatMap(spelling =>
    Array.from(
      { length: Math.ceil(spelling.length / WORTHWHILE_CHARACTERS) - 1 },
      (_, index) =>
        spelling.slice(
          index * WORTHWHILE_CHARACTERS,
          (index + 1) * WORTHWHILE_CHARACTERS,
        ),
    ),
  );
}

describe.each(databases.eachSupportedId())('a dump of %s', id => {
  it('together with every log line reveals no usable token', async () => {
    const knex = await databases.init(id);
    const logger = recordingLogger();
    const keyring = Keyring.fromSecrets(['secret']);
    const { ends, tokens, leases } = createTokenStore({
      database: toDatabaseService(knex),
      keyring,
      logger,
      now: () => START,
    });
    const secret = (): string =>
      `eyJhbGciOiJIUzI1NiJ9.${randomBytes(90).toString('base64url')}`;
    const secrets = Array.from({ length: 6 }, secret);
    const [idToken, sessionToken, refreshToken, renewed, handle, key] = secrets;
    await tokens.storeSessionToken(
      newSession({ tokens: { idToken, sessionToken, refreshToken } }),
    );
    const session = (await tokens.getSession('row-of-dana'))!;
    const lease = (await leases.take(session, 60_000))!;
    await leases.complete(lease, {
      ...session,
      tokens: { ...session.tokens, sessionToken: renewed },
    });
    // What goes wrong is logged too.
    await createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets([key]),
      logger,
    }).tokens.getSession('row-of-dana');
    await ends.removeSessionToken({
      id: handle.slice(0, 8),
      until: minutesAfter(START, 1),
    });

    const tables = ['sessions', 'tombstones', 'used_states'];
    const dump = await Promise.all(
      tables.map(table => knex(`spectrocloud_${table}`).select()),
    );
    const haystack = JSON.stringify([dump, logger.lines]);

    expect(dump[0]).toHaveLength(1);
    expect(logger.lines.length).toBeGreaterThan(0);
    for (const part of secrets.flatMap(parts)) {
      expect(part === secrets[0].slice(0, 12) || !haystack.includes(part)).toBe(
        true,
      );
    }
  });
});
