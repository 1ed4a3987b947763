import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { RecordedAnswers } from './recordAnswers';

/** As Palette's session tokens. */
const SESSION_SECONDS = 4 * 60 * 60;
const UID_CHARACTERS = 24;

/** Somebody who has signed in. */
export interface PaletteUser {
  uid: string;
  email: string;
  /** The only project of a member; none for a tenant administrator. */
  projectUid?: string;
  /** Answer of `/v1/users/me`. */
  me: string;
}

/**
 * Whoever comes: `admin-<n>@…` sees the whole tenant, everybody else is a member
 * of one project, by the number in the address.
 */
export class PaletteUsers {
  readonly #answers: RecordedAnswers;
  readonly #key = randomBytes(32);
  readonly #byToken = new Map<string, PaletteUser>();

  constructor(answers: RecordedAnswers) {
    this.#answers = answers;
  }

  /** The user of an e-mail address. */
  named(email: string): PaletteUser {
    const { tenantUid, projects, tenantPermissions, projectPermissions } =
      this.#answers;
    const uid = createHash('sha256')
      .update(email)
      .digest('hex')
      .slice(0, UID_CHARACTERS);
    const number = Number(/\d+/.exec(email)?.[0] ?? 0);
    const projectUid = email.startsWith('admin-')
      ? undefined
      : projects[number % projects.length].metadata.uid;
    const me = {
      metadata: { uid },
      spec: { emailId: email, firstName: 'Bench', lastName: String(number) },
      status: {
        tenant: { orgName: 'demo', tenantUid },
        tenantPermissions: projectUid ? {} : tenantPermissions,
        projectPermissions: projectUid
          ? { [projectUid]: projectPermissions }
          : {},
      },
    };
    return { uid, email, projectUid, me: JSON.stringify(me) };
  }

  /** A session token; one that was issued some time ago runs out so much earlier. */
  async issue(user: PaletteUser, ageMs: number): Promise<string> {
    const issuedAt = Math.floor((Date.now() - ageMs) / 1000);
    const token = await new SignJWT({
      sessionUid: randomUUID(),
      userUid: user.uid,
      tenantUid: this.#answers.tenantUid,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + SESSION_SECONDS)
      .sign(this.#key);
    this.#byToken.set(token, user);
    return token;
  }

  /** Whose token it is. */
  ofToken(token: string | undefined): PaletteUser | undefined {
    return token === undefined ? undefined : this.#byToken.get(token);
  }

  /** Ends a token. */
  revoke(token: string): void {
    this.#byToken.delete(token);
  }
}
