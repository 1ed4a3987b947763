import type {
  PaletteIdentity,
  PaletteTokens,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { describeFailure } from '../../login/describeFailure';
import { isRefusal, paletteOf } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';
import { isGrantToken } from '../sessionState';
import { renewIdToken } from './renewIdToken';
import { isProlonged, type DueTokens } from './renewalRule';
import { renewSessionToken, type Renewed } from './renewSessionToken';

/** What Palette made of a renewal. */
export interface RenewedTokens {
  /** Palette refused: the session is over. */
  refused: boolean;
  /** It is over, but Palette may still accept its session token. */
  leavesSessionToken: boolean;
  /** Something could not be renewed now, but may be later. */
  failed: boolean;
  /** All tokens of the session; absent where none is new. */
  tokens?: PaletteTokens;
  claims?: Record<string, unknown>;
  email?: string;
  /** Whose the session token is; absent where Palette couldn't be asked about a new one yet. */
  identity?: PaletteIdentity;
}

/** Asks Palette for new tokens, each in its own way. Never throws: what can't be renewed is told in the result. */
export async function requestNewTokens(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
): Promise<RenewedTokens> {
  const renewals = isGrantToken(session.tokens)
    ? await renewByGrantFirst(context, session, due)
    : await renewEach(context, session, due);
  const failures = renewals.filter(({ status }) => status === 'rejected');
  const reasons = (failures as PromiseRejectedResult[]).map(f => f.reason);
  for (const reason of reasons) {
    context.logger.warn(
      `Palette session ${session.id}: renewal failed: ${describeFailure(reason)}`,
    );
  }
  const [sessionPart, idPart] = renewals.map(result =>
    result.status === 'fulfilled' ? result.value : {},
  ) as [Renewed, Renewed];
  const { claims, email, identity, ...renewed } = { ...sessionPart, ...idPart };
  const refused = reasons.some(isRefusal);
  const [sessionRenewal] = renewals;
  const isTokenRefused =
    sessionRenewal.status === 'rejected' && isRefusal(sessionRenewal.reason);
  if (refused && renewed.sessionToken) {
    // The other grant succeeded; its token would live on without an owner.
    await paletteOf(context, session.environment)
      .revoke(renewed.sessionToken)
      .catch(() => undefined);
  }
  const isMissing =
    (due.sessionToken &&
      !isProlonged(
        renewed.sessionToken,
        renewed.sessionTokenExpiresAt,
        session.tokens.sessionTokenExpiresAt,
      )) ||
    (due.idToken && renewed.idToken === undefined);
  return {
    refused,
    leavesSessionToken: refused && !isTokenRefused && !renewed.sessionToken,
    // What brings nothing is tried again later, not on every call.
    failed: reasons.length > 0 || isMissing,
    tokens:
      Object.keys(renewed).length > 0
        ? { ...session.tokens, ...renewed }
        : undefined,
    claims,
    email,
    identity: renewed.sessionToken ? identity : session.identity,
  };
}

type Renewals = [
  session: PromiseSettledResult<Renewed>,
  id: PromiseSettledResult<Renewed>,
];

async function settle(renewal: Promise<Renewed>) {
  const [result] = await Promise.allSettled([renewal]);
  return result;
}

async function renewEach(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
): Promise<Renewals> {
  const nothing = Promise.resolve({});
  const [sessionRenewal, idRenewal] = await Promise.all([
    settle(due.sessionToken ? renewSessionToken(context, session) : nothing),
    settle(due.idToken ? renewIdToken(context, session) : nothing),
  ]);
  return [sessionRenewal, idRenewal];
}

/** Where the grant takes the session token itself: one may be worth nothing after the other. */
async function renewByGrantFirst(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
): Promise<Renewals> {
  const isAsked =
    due.idToken || session.tokens.sessionTokenExpiresAt !== undefined;
  const granted = await settle(
    isAsked ? renewIdToken(context, session) : Promise.resolve({}),
  );
  const isOver = granted.status === 'rejected' && isRefusal(granted.reason);
  const brought: Renewed = granted.status === 'fulfilled' ? granted.value : {};
  if (isOver || brought.sessionToken || !due.sessionToken) {
    return [{ status: 'fulfilled', value: {} }, granted];
  }
  const prolonged = await settle(
    renewSessionToken(context, session).then(renewed =>
      // The grant has just taken the former one, and may not know the new one.
      renewed.sessionToken && brought.idToken && !brought.refreshToken
        ? { ...renewed, refreshToken: session.tokens.sessionToken }
        : renewed,
    ),
  );
  return [prolonged, granted];
}
