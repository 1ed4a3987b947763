import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PaletteMetadata } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import { tagValueOf } from '../inventory/tags';

/** Which of some entity references the catalog has. */
export type FindExisting = (refs: string[]) => Promise<Set<string>>;

/** Says who owns what: the object's own tag, else its project's, else the configured default. */
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
   */
  async of(
    objects: Array<{ metadata: PaletteMetadata; project?: PaletteMetadata }>,
  ): Promise<Map<string, string>> {
    const { owners } = this.#config;
    const wanted = objects.map(({ metadata, project }) => ({
      uid: metadata.uid,
      candidates: [metadata, project].flatMap(
        candidate => (candidate && this.#ownerIn(candidate)) ?? [],
      ),
    }));
    const existing = await this.#find([
      ...new Set([owners.default, ...wanted.flatMap(one => one.candidates)]),
    ]);
    this.#sayMissing(owners.default, existing);
    return new Map(
      wanted.map(({ uid, candidates }) => {
        candidates.forEach(candidate => this.#sayMissing(candidate, existing));
        const found = candidates.find(candidate => existing.has(candidate));
        return [uid, found ?? owners.default];
      }),
    );
  }

  #ownerIn(metadata: PaletteMetadata): string | undefined {
    const { tag, namespace } = this.#config.owners;
    const text = tagValueOf(metadata, tag);
    try {
      return (
        text &&
        stringifyEntityRef(
          parseEntityRef(text, {
            defaultKind: 'group',
            defaultNamespace: namespace,
          }),
        )
      );
    } catch {
      this.#say(
        text ?? '',
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
