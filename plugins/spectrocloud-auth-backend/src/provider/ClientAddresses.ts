import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

const TRUST_PROXY = 'backend.trustProxy';
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];
/** All who come through a proxy that nothing is known of. */
const EVERYBODY = 'everybody';
/** A customer gets a network of this size at least, of which each address is free to use. */
const IPV6_PREFIX_PARTS = 4;

/** Tells clients apart by their addresses, as far as these can be believed. */
export class ClientAddresses {
  readonly #logger: LoggerService;
  readonly #isProxyKnown: boolean;
  #hasWarned = false;

  constructor(config: Config, logger: LoggerService) {
    this.#isProxyKnown = config.has(TRUST_PROXY);
    this.#logger = logger;
  }

  /** What a request's client is counted as. */
  of(req: Request): string {
    if (!this.#isProxyKnown && FORWARDED.some(name => name in req.headers)) {
      this.#warn();
      return EVERYBODY;
    }
    const { ip = '' } = req;
    if (!ipaddr.isValid(ip)) {
      return EVERYBODY;
    }
    const address = ipaddr.process(ip);
    return address instanceof ipaddr.IPv6
      ? address.parts.slice(0, IPV6_PREFIX_PARTS).join(':')
      : address.toString();
  }

  #warn(): void {
    if (!this.#hasWarned) {
      this.#hasWarned = true;
      this.#logger.warn(
        `Requests come through a proxy, and ${TRUST_PROXY} is not set: when sign-ins have to queue, all clients count as one, so that anybody can make the others wait; set ${TRUST_PROXY} to the proxy’s address, or to false if there is none`,
      );
    }
  }
}
