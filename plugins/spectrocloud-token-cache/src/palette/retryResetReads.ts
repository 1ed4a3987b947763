import { DecoratorHandler, type Dispatcher } from 'undici';

const READS = new Set(['GET', 'HEAD']);
/** A renewal is a GET, too, but the token that it is called with may end by it. */
const RENEWALS = '/v1/auth/';
/** What a connection ends with that somebody on the way has given up. */
const RESETS = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function isReset(error: Error): boolean {
  return 'code' in error && RESETS.has(String(error.code));
}

/** Whether a call can be sent twice, and its body, if it has one, is still there. */
function isRepeatable({
  method,
  path,
  idempotent = READS.has(method) && !path.startsWith(RENEWALS),
  body,
}: Dispatcher.DispatchOptions): boolean {
  const isWhole =
    body === null || body === undefined || typeof body === 'string';
  return idempotent && isWhole;
}

/** Passes a call's events on, but for a first reset before any response. */
class ResetHandler implements Dispatcher.DispatchHandler {
  readonly #next: Dispatcher.DispatchHandler;
  #repeat?: (handler: Dispatcher.DispatchHandler) => void;

  constructor(
    handler: Dispatcher.DispatchHandler,
    repeat: (handler: Dispatcher.DispatchHandler) => void,
  ) {
    // Knows handlers of both kinds: `fetch` and `request` come with the former one.
    this.#next = new DecoratorHandler(handler) as Dispatcher.DispatchHandler;
    this.#repeat = repeat;
  }

  onRequestStart(...event: Parameters<Events['onRequestStart']>) {
    this.#next.onRequestStart?.(...event);
  }

  onRequestUpgrade(...event: Parameters<Events['onRequestUpgrade']>) {
    this.#next.onRequestUpgrade?.(...event);
  }

  onResponseStart(...event: Parameters<Events['onResponseStart']>) {
    this.#repeat = undefined;
    this.#next.onResponseStart?.(...event);
  }

  onResponseData(...event: Parameters<Events['onResponseData']>) {
    this.#next.onResponseData?.(...event);
  }

  onResponseEnd(...event: Parameters<Events['onResponseEnd']>) {
    this.#next.onResponseEnd?.(...event);
  }

  onResponseError(...event: Parameters<Events['onResponseError']>) {
    const [, error] = event;
    const repeat = this.#repeat;
    this.#repeat = undefined;
    if (repeat && isReset(error)) {
      repeat(this);
    } else {
      this.#next.onResponseError?.(...event);
    }
  }
}

type Events = Required<Dispatcher.DispatchHandler>;

/**
 * Sends a read again, once, whose connection was reset before there was a response:
 * firewalls and balancers drop idle connections without a word.
 *
 * @param fresh - keeps no connections, or the second one could be as stale as the first
 */
export function retryResetReads(
  fresh: Dispatcher,
): Dispatcher.DispatcherComposeInterceptor {
  return dispatch => (options, handler) =>
    dispatch(
      options,
      isRepeatable(options)
        ? new ResetHandler(handler, again => fresh.dispatch(options, again))
        : handler,
    );
}
