import { CustomErrorBase } from '@backstage/errors';
import { BACKSTAGE_TOKEN_REQUIRED_ERROR } from '@terasky/backstage-plugin-spectrocloud-common';

/** The session belongs to a Backstage user, so the caller has to say who they are. */
export class BackstageTokenRequiredError extends CustomErrorBase {
  name = BACKSTAGE_TOKEN_REQUIRED_ERROR;
  readonly statusCode = 401;
}
