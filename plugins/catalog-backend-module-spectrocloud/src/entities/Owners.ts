import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  PaletteMetadata,
  Project,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import { tagValueOf } from '../inventory/tags';
import type { TeamGroups } from './Making';

/** Which of some entity references the catalog has. */
export type FindExisting = (refs: string[]) => Promise<Set<string>>;

/** Says who owns what: whom the object's own tag names, else its project's, else the project's team, else the configured default. */
export class Owners {
  readonly #config: ProviderConfig;
  readonly #find: FindExisting;
  readonly #logger: LoggerService;
  /** Owners that were said not to exist. */
  readonly #said = new Set<string>();

  constructor(options: {
    config: ProviderConfig;
    find: FindExisting;
    logger: LoggerService;
  }) {
    this.#config = options.config;
    this.#find = options.find;
    this.#logger = options.logger;
  }

  /**
   * The owner of each object, an entity reference.
   *
   * @param objects - each with its project, where it is in one
   * @param groups - of Palette's teams: they are entities of the same run
   */
  async of(
    objects: Array<{ metadata: PaletteMetadata; project?: Project }>,
    groups: TeamGroups,
  ): Promise<Map<string, string>> {
    const { owners } = this.#config;
    const wanted = objects.map(({ metadata, project }) => ({
      uid: metadata.uid,
      named: [metadata, project?.metadata].flatMap(
        one => (one && this.#ownerIn(one, groups)) ?? [],
      ),
      team: teamOf(project, groups),
    }));
    const existing = await this.#find([
      ...new Set([
        owners.default,
        ...wanted.flatMap(({ named }) => named.map(({ ref }) => ref)),
      ]),
    ]);
    this.#sayMissing(owners.default, existing);
    return new Map(
      wanted.map(({ uid, named, team }) => {
        const found = named.flatMap(({ ref, team: ofName }) => {
          if (existing.has(ref)) return ref;
          if (ofName) return ofName;
          this.#sayMissing(ref, existing);
          return [];
        });
        return [uid, found[0] ?? team ?? owners.default];
      }),
    );
  }

  /** What the tag of an object names: an entity of the catalog, or else a team of Palette. */
  #ownerIn(
    metadata: PaletteMetadata,
    groups: TeamGroups,
  ): { ref: string; team?: string } | undefined {
    const { tag, namespace } = this.#config.owners;
    const text = tagValueOf(metadata, tag);
    if (!text) return undefined;
    try {
      const ref = stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'group',
          defaultNamespace: namespace,
        }),
      );
      return { ref, team: groups.byName.get(text) };
    } catch {
      this.#say(
        text,
        `The Palette tag '${tag}' names no owner: it should be the name of a group, or the reference of an entity`,
      );
      return undefined;
    }
  }

  #sayMissing(ref: string, existing: Set<string>): void {
    if (existing.has(ref)) {
      this.#said.delete(ref);
    } else {
      this.#say(
        ref,
        `The catalog has no ${ref}, which is to own objects of Palette '${this.#config.instance}'`,
      );
    }
  }

  #say(what: string, sentence: string): void {
    if (!this.#said.has(what)) {
      this.#said.add(what);
      this.#logger.warn(`${sentence}; this is not logged again`);
    }
  }
}

/** The group of a project's team; of several, of the first by name. */
function teamOf(
  project: Project | undefined,
  groups: TeamGroups,
): string | undefined {
  const [team] = (project?.spec?.teams ?? [])
    .filter(({ uid }) => groups.byUid.has(uid))
    .sort((one, other) =>
      (one.name ?? '').localeCompare(other.name ?? '', 'en'),
    );
  return team && groups.byUid.get(team.uid);
}
