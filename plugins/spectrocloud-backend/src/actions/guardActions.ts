import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { cleanTexts } from './cleanTexts';
import { toActionError } from './toActionError';

/** The registry, as far as actions need it. */
export type Registry = Pick<ActionsRegistryService, 'register'>;

/** A registry whose actions answer clean texts, and fail with what their clients are told. */
export function guardActions(
  registry: Registry,
  options: {
    /** Where people sign in: `app.baseUrl`. */
    appUrl?: string;
    /** Names of fields whose texts have several lines. */
    multiline: readonly string[];
  },
): Registry {
  return {
    register: action =>
      registry.register({
        ...action,
        action: async context => {
          try {
            const result = await action.action(context);
            return cleanTexts(result, options.multiline);
          } catch (error) {
            throw toActionError(error, options.appUrl);
          }
        },
      }),
  };
}
