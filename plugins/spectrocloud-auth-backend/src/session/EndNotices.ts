import type { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  SESSION_REVOKED_TOPIC,
  type SessionRevokedEvent,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionContext } from './SessionContext';
import type { EndReason } from './SessionManager';
import { withinPatience } from './withinPatience';

/** Nobody waits longer for what follows the end of a session: it has ended. */
const PATIENCE_MS = 2_000;
/** How many sessions one event tells of, so that no event bus finds it too large. */
const MAX_EVENT_SESSIONS = 500;
/** Ends that somebody asked for, in contrast to those that happen. */
const AUDITED: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'revoked',
]);

/** Tells who has to know that sessions ended. Nothing of it throws, or takes long. */
export class EndNotices {
  readonly #context: SessionContext;
  readonly #events: EventsService;
  readonly #auditor: AuditorService;

  private constructor(options: EndNoticesOptions) {
    this.#context = options.context;
    this.#events = options.events;
    this.#auditor = options.auditor;
  }

  static create(options: EndNoticesOptions): EndNotices {
    return new EndNotices(options);
  }

  /** Counts, logs, announces and audits the end of sessions of one user in one environment. */
  async tell(ended: {
    sessionIds: string[];
    userEntityRef: string;
    environment: string;
    reason: EndReason;
  }): Promise<void> {
    const { sessionIds, userEntityRef, environment, reason } = ended;
    this.#context.metrics.ended(reason, sessionIds.length);
    for (const id of sessionIds) {
      this.#context.logger.debug(
        `Palette session ${id} of ${userEntityRef} (${environment}) dropped: ${reason}`,
      );
    }
    const [sessionId, ...others] = sessionIds;
    await Promise.all([
      this.announce({ sessionIds, environment }),
      AUDITED.has(reason) &&
        this.#audit({
          userEntityRef,
          environment,
          reason,
          ...(others.length > 0
            ? { sessions: sessionIds.length }
            : { sessionId }),
        }),
    ]);
  }

  /** Tells readers to drop their copies; without it they do after `memoryTtl`. */
  async announce(event: SessionRevokedEvent): Promise<void> {
    const { sessionIds, environment } = event;
    const events: SessionRevokedEvent[] = [];
    for (let from = 0; from < sessionIds.length; from += MAX_EVENT_SESSIONS) {
      const some = sessionIds.slice(from, from + MAX_EVENT_SESSIONS);
      events.push({ sessionIds: some, environment });
    }
    const announcement = Promise.all(
      events.map(eventPayload =>
        this.#events.publish({ topic: SESSION_REVOKED_TOPIC, eventPayload }),
      ),
    ).catch(error =>
      this.#context.logger.warn(
        `The end of ${sessionIds.length} Palette sessions, ${
          sessionIds[0]
        } among them, could not be announced: ${stringifyError(error)}`,
      ),
    );
    await withinPatience<unknown>(announcement, PATIENCE_MS);
  }

  async #audit(meta: {
    userEntityRef: string;
    environment: string;
    reason: EndReason;
    sessionId?: string;
    sessions?: number;
  }): Promise<void> {
    const audit = this.#auditor
      .createEvent({ eventId: 'spectrocloud-sign-out', meta })
      .then(event => event.success())
      .catch(error =>
        this.#context.logger.error(
          `A sign-out could not be audited: ${stringifyError(error)}`,
        ),
      );
    await withinPatience(audit, PATIENCE_MS);
  }
}

/** What {@link EndNotices.create} needs. */
export interface EndNoticesOptions {
  context: SessionContext;
  events: EventsService;
  auditor: AuditorService;
}
