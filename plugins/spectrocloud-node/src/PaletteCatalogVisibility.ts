import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { type PaletteVisibility } from '@terasky/backstage-plugin-spectrocloud-common';
import { LRUCache } from 'lru-cache';
import {
  type CatalogCriteria,
  isOfKind,
  isOfNoPalette,
  isVisible,
  type Kind,
  KINDS,
} from './conditions';
import { PaletteUserApi } from './PaletteUserApi';

const HELD_MS = 60_000;
/** Of who has no session, or when Palette can't be asked: both may pass. */
const UNKNOWN_HELD_MS = 5_000;
const MAX_HELD = 10_000;
const WITHOUT_SESSION = 'spectrocloud.catalogVisibility.withoutSession';

/** What a {@link PaletteCatalogVisibility} needs. @public */
export interface PaletteCatalogVisibilityOptions {
  /** The permission plugin's own. */
  auth: AuthService;
  /** Finds the `spectrocloud` plugin. */
  discovery: DiscoveryService;
  /** For `spectrocloud.environments` and `spectrocloud.catalogVisibility`. */
  config: Config;
  /** Is told when Palette can't be asked. */
  logger: LoggerService;
  /** The clock, in milliseconds; for tests. */
  now?: () => number;
}

/**
 * Which of Palette's entities a user may see in the catalog: those that the user sees
 * at Palette. For permission policies, which ask it on behalf of the user who asks them.
 *
 * The `spectrocloud` plugin is asked at most once a minute for each user and Palette.
 * Whose session is gone, or while Palette can't be asked, the entities are hidden, but
 * for the kinds in `spectrocloud.catalogVisibility.withoutSession`.
 *
 * @public
 */
export class PaletteCatalogVisibility {
  readonly #options: PaletteCatalogVisibilityOptions;
  readonly #instances: string[];
  readonly #withoutSession: Kind[];
  readonly #held: LRUCache<string, Promise<PaletteVisibility | undefined>>;

  private constructor(options: PaletteCatalogVisibilityOptions) {
    const { config, now = () => performance.now() } = options;
    this.#held = new LRUCache({
      max: MAX_HELD,
      ttl: HELD_MS,
      ttlResolution: 0,
      perf: { now },
    });
    this.#options = options;
    this.#instances = (
      config.getOptionalConfigArray('spectrocloud.environments') ?? []
    ).map(environment => environment.getString('name'));
    this.#withoutSession = readKinds(config);
  }

  /**
   * Reads the configuration; nothing is asked for yet.
   *
   * @throws `InputError` for a kind that there isn't
   */
  static create(
    options: PaletteCatalogVisibilityOptions,
  ): PaletteCatalogVisibility {
    return new PaletteCatalogVisibility(options);
  }

  /**
   * Conditions on catalog entities, to be combined with those of your own by `allOf`:
   * they hold for all that is not of Palette.
   */
  async conditionsFor(
    user: { credentials: BackstageCredentials } | undefined,
  ): Promise<PermissionCriteria<PermissionCondition<'catalog-entity'>>> {
    const visible = await Promise.all(
      this.#instances.map(instance => this.#conditionsOf(instance, user)),
    );
    return { anyOf: [isOfNoPalette(), ...visible.flat()] };
  }

  /** The decision of a policy that has no conditions of its own on catalog entities. */
  async decide(
    user: { credentials: BackstageCredentials } | undefined,
  ): Promise<ConditionalPolicyDecision> {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
      conditions: await this.conditionsFor(user),
    };
  }

  async #conditionsOf(
    instance: string,
    user: { credentials: BackstageCredentials } | undefined,
  ): Promise<CatalogCriteria[]> {
    const { auth } = this.#options;
    const visibility =
      user && auth.isPrincipal(user.credentials, 'user')
        ? await this.#visibilityOf(instance, user.credentials)
        : undefined;
    return visibility
      ? [isVisible({ ...visibility, instance })]
      : this.#withoutSession.map(kind => isOfKind(instance, kind));
  }

  #visibilityOf(
    instance: string,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<PaletteVisibility | undefined> {
    const key = JSON.stringify([credentials.principal.userEntityRef, instance]);
    const known = this.#held.get(key);
    if (known) return known;
    const asked = this.#ask(instance, credentials);
    this.#held.set(key, asked);
    asked.then(visibility => {
      if (!visibility && this.#held.peek(key) === asked) {
        this.#held.set(key, asked, { ttl: UNKNOWN_HELD_MS });
      }
    });
    return asked;
  }

  /** @returns undefined where it can't be told */
  async #ask(
    instance: string,
    credentials: BackstageCredentials,
  ): Promise<PaletteVisibility | undefined> {
    const { auth, discovery, logger } = this.#options;
    try {
      const client = PaletteUserApi.create({ auth, discovery }).of(credentials);
      return await client.getMyVisibility({ instance });
    } catch (error) {
      logger.debug(
        `What a user may see of Palette '${instance}' in the catalog can't be told: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}

function readKinds(config: Config): Kind[] {
  const names = config.getOptionalStringArray(WITHOUT_SESSION) ?? [];
  return names.map(name => {
    const kind = KINDS.find(known => known === name);
    if (!kind) {
      throw new InputError(
        `${WITHOUT_SESSION}: '${name}' is no kind; there are ${KINDS.join(', ')}`,
      );
    }
    return kind;
  });
}
