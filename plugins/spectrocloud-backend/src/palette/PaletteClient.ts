import type { Readable } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { readBody } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { collectPages, PAGE_SIZE, type PalettePage } from './collectPages';
import {
  AnswerTooLargeError,
  PaletteFailedError,
} from '../errors/PaletteErrors';
import type { PaletteCaller } from './PaletteCaller';
import { objectsOf, parseArray, parseObject } from './parseJson';
import type { PaletteAnswer, PaletteCall } from './PaletteTransport';
import { translateNetworkError } from './translateNetworkError';

/** Palette's lists are some kB for each item; one page has at most 50. */
const MAX_JSON_BYTES = 8 * 1024 * 1024;
/** All pages of a list together. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;

/** What differs from call to call. */
export type CallShape = Pick<PaletteCall, 'path'> &
  Partial<
    Pick<
      PaletteCall,
      | 'method'
      | 'query'
      | 'body'
      | 'projectUid'
      | 'idempotent'
      | 'creation'
      | 'change'
      | 'secrets'
    >
  >;

/** For whom, and until when. */
export interface PaletteClientOptions {
  caller: PaletteCaller;
  logger: LoggerService;
  /** When the caller's request must be answered, in ms since 1970. */
  deadline: number;
  signal?: AbortSignal;
  /** Calls only where Palette's limits leave ample room, and never twice. */
  isPatient?: boolean;
}

/** Palette's API as one caller: sends their calls and reads what comes back. */
export class PaletteClient {
  readonly #options: PaletteClientOptions;

  constructor(options: PaletteClientOptions) {
    this.#options = options;
  }

  /** A paged list, read to its end; with a body it is one of Palette's searches. */
  async pages<T extends { metadata?: { uid?: string } }>(
    call: CallShape,
  ): Promise<T[]> {
    let bytes = 0;
    let size = PAGE_SIZE;
    return collectPages(
      async token => {
        const page = await this.#page(call, token, size);
        const { text } = page;
        // The items after large ones are mostly large, those after small ones not.
        size =
          text.length < MAX_JSON_BYTES / 2
            ? Math.min(2 * page.size, PAGE_SIZE)
            : page.size;
        bytes += text.length;
        if (bytes > MAX_LIST_BYTES) {
          throw new PaletteFailedError(
            `Palette's list is larger than ${MAX_LIST_BYTES} bytes`,
          );
        }
        return this.#parse<PalettePage<T>>(text, call.path);
      },
      item => item.metadata?.uid,
    );
  }

  /** A page of the size, or of a smaller one where that is too large; its tokens are offsets, so they fit any. */
  async #page(
    call: CallShape,
    token: string | undefined,
    size: number,
  ): Promise<{ text: string; size: number }> {
    // Palette reads `continue` from the query only, also with POST.
    const query = { ...call.query, limit: String(size), continue: token };
    try {
      return {
        text: await this.text({ ...call, query }, MAX_JSON_BYTES),
        size,
      };
    } catch (error) {
      if (!(error instanceof AnswerTooLargeError) || size === 1) throw error;
      return this.#page(call, token, Math.ceil(size / 2));
    }
  }

  /** A list that Palette gives whole. */
  async items<T>(call: CallShape): Promise<T[]> {
    const { items } = await this.json<{ items?: T[] }>(call);
    return objectsOf(items);
  }

  /** A list that Palette gives whole, as a bare array. */
  async array<T>(call: CallShape): Promise<T[]> {
    const text = await this.text(call, MAX_JSON_BYTES);
    const items = parseArray(text) ?? this.#refuse(call.path);
    return objectsOf(items as T[]);
  }

  /** A JSON object. @throws `PaletteFailedError` when it is none. */
  async json<T>(call: CallShape): Promise<T> {
    return this.#parse(await this.text(call, MAX_JSON_BYTES), call.path);
  }

  /**
   * A change, sent once: Palette might have made it although no answer came.
   *
   * @throws `PaletteFailedError` when something else than Palette has answered, as a proxy's login page.
   */
  async change(call: CallShape): Promise<void> {
    const text = await this.text(
      { ...call, idempotent: false, change: true },
      MAX_JSON_BYTES,
    );
    if (text.trim()) this.#parse(text, call.path);
  }

  /** A text of a limited size. */
  async text(call: CallShape, maxBytes: number): Promise<string> {
    return (await this.bytes(call, maxBytes)).toString('utf8');
  }

  /** A file of a limited size. */
  async bytes(call: CallShape, maxBytes: number): Promise<Buffer> {
    const { caller, signal, logger } = this.#options;
    const { body } = await this.#send(call);
    try {
      return await readBody(body, maxBytes);
    } catch (error) {
      if (error instanceof RangeError) throw new AnswerTooLargeError(maxBytes);
      throw translateNetworkError(
        error,
        { method: call.method ?? 'GET', path: call.path, signal },
        caller.instance.name,
        logger,
      );
    }
  }

  /** JSON that is only passed on. @throws `PaletteFailedError` when Palette says it is something else. */
  async streamJson(call: CallShape): Promise<Readable> {
    const { body, contentType } = await this.#send(call);
    if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) {
      body.destroy();
      throw new PaletteFailedError(
        'Palette answered with something that is not JSON',
      );
    }
    return body;
  }

  /** A file that is only passed on. @throws `PaletteFailedError` when Palette says it is a page. */
  async streamFile(call: CallShape): Promise<Readable> {
    const { body, contentType } = await this.#send(call);
    if (/^text\/html\b/i.test(contentType)) {
      body.destroy();
      throw new PaletteFailedError('Palette answered with a page, not a file');
    }
    return body;
  }

  #parse<T>(text: string, path: string): T {
    return (parseObject(text) ?? this.#refuse(path)) as T;
  }

  #refuse(path: string): never {
    const { caller, logger } = this.#options;
    logger.warn(
      `Palette '${caller.instance.name}' answered ${path} with something that is no such JSON`,
    );
    throw new PaletteFailedError('Palette answered with something unexpected');
  }

  async #send(call: CallShape): Promise<PaletteAnswer> {
    const { caller, signal, deadline, isPatient } = this.#options;
    return caller.run(authorization =>
      caller.instance.transport.send({
        method: 'GET',
        idempotent: true,
        ...(isPatient && { waits: false }),
        ...call,
        authorization,
        userKey: caller.queueKey,
        signal,
        deadline,
      }),
    );
  }
}
