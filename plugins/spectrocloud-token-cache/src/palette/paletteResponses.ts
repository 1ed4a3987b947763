import { z } from 'zod';

/** PostgreSQL, for one, can't keep all of them. */
const CONTROL_CHARACTER = /\p{Cc}/u;

const id = z
  .string()
  .min(1)
  .refine(value => !CONTROL_CHARACTER.test(value));

/** Something to show and to compare; left out rather than refused. */
const name = z
  .string()
  .optional()
  .transform(value =>
    value === undefined || CONTROL_CHARACTER.test(value) ? undefined : value,
  );

/** Undocumented but used by the vendor's own tools; only what we need, all of it checked. */
export const userMe = z.object({
  metadata: z.object({ uid: id }),
  spec: z.object({ emailId: name }).optional(),
  status: z.object({
    tenant: z.object({
      tenantUid: id,
      orgName: name,
    }),
  }),
});

/** The documented answer of `/v1/users/info`. */
export const userInfo = z.object({
  tenantUid: id,
  userUid: id,
  orgName: name,
});

/** The documented answer of `/v1/users/{uid}`, as far as we need it. */
export const user = z.object({
  spec: z.object({ emailId: name }).optional(),
});

/** The documented answer of `/v1/auth/refresh/{token}`. */
export const userToken = z.object({ Authorization: z.string().min(1) });
