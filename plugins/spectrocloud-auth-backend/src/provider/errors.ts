import { CustomErrorBase } from '@backstage/errors';

/** The session belongs to a Backstage user, so the caller has to say who they are. */
export class BackstageTokenRequiredError extends CustomErrorBase {
  name = 'BackstageTokenRequiredError' as const;
  readonly statusCode = 401;
}
