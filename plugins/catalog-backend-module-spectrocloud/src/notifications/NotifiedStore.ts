import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Condition } from './clusterConditions';

const TABLE = 'spectrocloud_notified';
/** Stands for the Palette itself: its clusters have been looked at before. */
const SEEN = { clusterUid: '', condition: 'seen' };

interface Row {
  instance: string;
  cluster_uid: string;
  condition: string;
}

/** What owners have been told of, kept in the catalog's database: across restarts and replicas. */
export class NotifiedStore {
  readonly #database: DatabaseService;
  #ready?: Promise<Knex>;

  constructor(database: DatabaseService) {
    this.#database = database;
  }

  /** What is noted of one Palette; undefined where it was never looked at. */
  async list(
    instance: string,
  ): Promise<Array<{ clusterUid: string; condition: string }> | undefined> {
    const rows = await (await this.#knex())<Row>(TABLE).where({ instance });
    return rows.length === 0
      ? undefined
      : rows
          .map(row => ({
            clusterUid: row.cluster_uid,
            condition: row.condition,
          }))
          .filter(({ clusterUid }) => clusterUid !== SEEN.clusterUid);
  }

  /** Notes that the clusters of a Palette have been looked at. */
  async noteSeen(instance: string): Promise<void> {
    await this.#insert(instance, SEEN);
  }

  /** Notes a condition. @returns false where somebody else has noted it */
  async claim(
    instance: string,
    noted: { clusterUid: string; condition: Condition },
  ): Promise<boolean> {
    return this.#insert(instance, noted);
  }

  /** Forgets a condition: it may be told of again. */
  async release(
    instance: string,
    { clusterUid, condition }: { clusterUid: string; condition: string },
  ): Promise<void> {
    await (
      await this.#knex()
    )<Row>(TABLE)
      .where({ instance, cluster_uid: clusterUid, condition })
      .delete();
  }

  async #insert(
    instance: string,
    { clusterUid, condition }: { clusterUid: string; condition: string },
  ): Promise<boolean> {
    const knex = await this.#knex();
    const row = { instance, cluster_uid: clusterUid, condition };
    try {
      await knex<Row>(TABLE).insert(row);
      return true;
    } catch (error) {
      if (await knex<Row>(TABLE).where(row).first()) return false;
      throw error;
    }
  }

  async #knex(): Promise<Knex> {
    this.#ready ??= this.#prepare().catch(error => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #prepare(): Promise<Knex> {
    const knex = await this.#database.getClient();
    if (!(await knex.schema.hasTable(TABLE))) {
      await knex.schema.createTable(TABLE, table => {
        table.comment('What owners of Palette clusters have been told of');
        table.string('instance', 200).notNullable();
        table.string('cluster_uid', 64).notNullable();
        table.string('condition', 32).notNullable();
        table.primary(['instance', 'cluster_uid', 'condition']);
      });
    }
    return knex;
  }
}
