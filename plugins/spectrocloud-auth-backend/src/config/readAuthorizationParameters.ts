import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const PROMPTS = ['login', 'consent', 'select_account'];
/** Parameters of a sign-in's own, or that have a key of their own, and what to use instead. */
const RESERVED: Record<string, string> = {
  client_id: 'clientId',
  redirect_uri: 'callbackUrl',
  scope: 'scope',
  prompt: 'prompt',
};
/** No more can be changed: a sign-in would not be understood, or not be safe. */
const FIXED = new Set([
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'request',
  'request_uri',
  'response_mode',
  'response_type',
  'state',
]);

/** What is added to the authorization request. */
export interface AuthorizationParameters {
  prompt?: string;
  startUrlSearchParams?: Record<string, string>;
}

function readPrompt(config: Config, fullKey: string): string | undefined {
  const prompt = config.getOptionalString('prompt');
  if (prompt === undefined || prompt === 'none') {
    return prompt;
  }
  const values = prompt.split(/\s+/).filter(Boolean);
  if (!values.length || !values.every(value => PROMPTS.includes(value))) {
    throw new InputError(
      `Configuration ${fullKey}.prompt is '${prompt}', which OpenID Connect does not know; use one or more of ${PROMPTS.join(', ')}, separated by spaces, or none alone, or leave it out`,
    );
  }
  return values.join(' ');
}

function readStartParameters(
  config: Config,
  fullKey: string,
): Record<string, string> | undefined {
  const parameters = config.getOptionalConfig('startUrlSearchParams');
  const key = `${fullKey}.startUrlSearchParams`;
  return (
    parameters &&
    Object.fromEntries(
      parameters.keys().map(name => {
        if (FIXED.has(name)) {
          throw new InputError(
            `Configuration ${key}.${name} would change what a sign-in is made of; remove it`,
          );
        }
        if (Object.hasOwn(RESERVED, name)) {
          throw new InputError(
            `Configuration ${key}.${name} has a key of its own; use ${fullKey}.${RESERVED[name]} instead`,
          );
        }
        return [name, parameters.getString(name)];
      }),
    )
  );
}

/**
 * Reads `prompt` and `startUrlSearchParams`.
 *
 * @throws InputError, one sentence that names the key, the fault and the remedy
 */
export function readAuthorizationParameters(
  config: Config,
  fullKey: string,
): AuthorizationParameters {
  return {
    prompt: readPrompt(config, fullKey),
    startUrlSearchParams: readStartParameters(config, fullKey),
  };
}
